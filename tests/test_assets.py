"""Expectations of joining front-end modules into one script."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.ceremony import script as ceremony
from generator.render import bundles, decision_script
from generator.render.assets import AssetError, join

ROOT = Path(__file__).resolve().parent.parent


def written(folder: Path, modules: Mapping[str, str]) -> Path:
    """The first of `modules`, all of them written into `folder`."""
    for name, text in modules.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / next(iter(modules))


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    """Modules are joined depth first, each a single time, without their module words."""
    entry = written(
        tmp_path,
        {
            "a.js": 'import { b } from "./b.js";\nimport { c } from "./sub/c.js";\nb(c);\n',
            "b.js": 'import { c } from "./sub/c.js";\nexport function b() { return c; }\n',
            "sub/c.js": "export const c = 1;\n",
        },
    )

    assert join(entry) == (
        '(() => {\n"use strict";\nconst c = 1;\nfunction b() { return c; }\nb(c);\n})();\n'
    )


def test_comments_stay_at_home(tmp_path: Path) -> None:
    """Comments that fill lines are not sent to readers; an import may run over several lines."""
    entry = written(
        tmp_path,
        {
            "a.js": '/** What it does. */\n// why\nimport {\n  b,\n} from "./b.js";\n\n\nb();\n',
            "b.js": "/**\n * @returns {number}\n */\nexport const b = () => 1;\n",
        },
    )

    assert join(entry) == '(() => {\n"use strict";\nconst b = () => 1;\nb();\n})();\n'


def test_a_module_may_be_text_that_the_generator_made(tmp_path: Path) -> None:
    """A module that is no file is taken from what was generated."""
    entry = written(tmp_path, {"a.js": 'import { b } from "./made.js";\nb;\n'})
    made = {(tmp_path / "made.js").resolve(): "export const b = 2;\n"}

    assert "const b = 2;" in join(entry, made)


def test_a_library_of_others_keeps_its_licence() -> None:
    """The script that draws QRs comes as its makers wrote it, with their terms on top."""
    made = {"estado/tabla.js": decision_script.script(), ceremony.MODULE: ceremony.script()}
    script = dict(bundles.files(ROOT / "templates", made, {}))["recursos/qr.js"].decode()
    (source,) = (ROOT / "templates/assets/ajeno/lean-qr").glob("*.js")

    assert script.startswith("/*! lean-qr")
    assert "MIT License" in script and "David Evans" in script
    assert source.read_text("utf-8").strip() in script


@pytest.mark.parametrize(
    ("modules", "words"),
    [
        ({"a.js": 'import { b } from "./b.js";\n'}, "no module b.js, wanted by a.js"),
        (
            {"a.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
             "b.js": 'import { a } from "./a.js";\nexport const b = 1;\n'},
            "a.js → b.js → a.js",
        ),
        (
            {"a.js": 'import { b } from "./b.js";\nconst c = 1;\n',
             "b.js": "const c = 2;\nexport const b = 1;\n"},
            "a.js: c is declared in b.js too",
        ),
        ({"a.js": 'import { b } from "./b.js";\n', "b.js": "const b = 1;\n"}, "b is not exported"),
        (
            {"a.js": 'import { b as d } from "./b.js";\n', "b.js": "export const b = 1;\n"},
            "may not be renamed",
        ),
        ({"a.js": "export default 1;\n"}, "cannot join `export default 1;`"),
        ({"a.js": 'import * as b from "./b.js";\n', "b.js": ""}, "cannot join `import * as b"),
        ({"a.js": "const { b } = c;\n"}, "declare top-level names one by one"),
    ],
    ids=["missing", "circle", "twice", "private", "renamed", "default", "star", "pattern"],
)  # fmt: skip
def test_what_cannot_be_joined_is_an_error(
    tmp_path: Path, modules: Mapping[str, str], words: str
) -> None:
    """A module out of form stops the build and says which and why."""
    with pytest.raises(AssetError) as told:
        join(written(tmp_path, modules))

    assert words in str(told.value)


@pytest.mark.parametrize("entry", ["header.js", "explorer.js"])
def test_the_search_scripts_can_be_joined(entry: str) -> None:
    """The search's own modules keep to the form."""
    script = join(ROOT / "templates" / "assets" / "search" / entry)

    assert "import " not in script and "export " not in script
