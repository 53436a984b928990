"""Zensical, the other engine: a configuration and Markdown → printed pages."""

import os
import re
import signal
from pathlib import Path

import pytest

from generator import sources, zensical
from generator.arguments import ROOT
from generator.engine import EngineError
from generator.zensical import VERSION, print_pages
from tests.small_project import tree
from tests.test_engine import project

CONFIG = "site_name: Prueba\nsite_url: https://prueba.example/sitio/\ntheme:\n  name: material\n"


def printed(folder: Path, config: Path) -> list[str]:
    """What it warns of when it prints the project into `folder/out`."""
    return print_pages(config, folder / "content", folder / "theme", folder / "out")


def page(folder: Path, name: str = "index.html") -> str:
    """A page that was printed."""
    return (folder / "out" / name).read_text(encoding="utf-8")


def test_pages_are_printed_and_nothing_else(tmp_path: Path) -> None:
    """Each page becomes a folder's index; search, sitemap and the other look are left out."""
    config = project(tmp_path, CONFIG + "use_directory_urls: false\n", index="# A", metodo="# B")
    (tmp_path / "content" / "plano.txt").write_text("x", encoding="utf-8")

    assert printed(tmp_path, config) == []
    names = {name for name in tree(tmp_path / "out") if not name.startswith("assets/")}
    assert names == {"404.html", "index.html", "metodo/index.html", "plano.txt"}
    sheets = {one.parent.name for one in (tmp_path / "out/assets/stylesheets").rglob("*.css")}
    assert sheets == {"classic"}
    assert not (tmp_path / "out/assets/javascripts/workers").exists()


def test_two_printings_are_equal(tmp_path: Path) -> None:
    """Byte for byte, as whoever rebuilds a site to verify it needs."""
    for name in ("a", "b"):
        config = project(tmp_path / name, CONFIG, index="# A", metodo="# B\n\n## C")
        printed(tmp_path / name, config)

    assert tree(tmp_path / "a/out") == tree(tmp_path / "b/out")


def test_relative_folders_are_relative_to_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--content` and `--templates` mean folders of the current one; the look may be chosen."""
    project(tmp_path / "a" / "b", CONFIG + "  variant: modern\n", index="# A")
    (tmp_path / "a/b/theme/main.html").write_text(
        '{% extends "base.html" %}{% block content %}propio{% endblock %}', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path / "a")

    print_pages(Path("b/mkdocs.yml"), Path("b/content"), Path("b/theme"), Path("out"))

    assert "propio" in page(tmp_path / "a")
    assert "stylesheets/modern/main" in page(tmp_path / "a")


def test_hidden_pages_are_not_printed(tmp_path: Path) -> None:
    """Dot files, and a README.md where an index.md has its place, are nobody's pages."""
    config = project(tmp_path, CONFIG, index="# Portada", README="# Para el equipo")
    (tmp_path / "content/.borrador.md").write_text("# Borrador", encoding="utf-8")

    printed(tmp_path, config)

    assert "Portada" in page(tmp_path)
    texts = [one.read_text("utf-8") for one in (tmp_path / "out").rglob("*.html")]
    assert not [text for text in texts if "Para el equipo" in text or "Borrador" in text]


def test_warnings_are_handed_over_with_their_place(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A broken link of the prose is a value; nothing reaches the terminal behind our back."""
    config = project(tmp_path, CONFIG, index="# A\n\n[ñ](nada.md) y [x](#nada)")

    assert printed(tmp_path, config) == [
        "index.md:3:5: page does not exist",
        "index.md:3:21: anchor does not exist",
    ]
    assert capfd.readouterr() == ("", "")


def test_hooks_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    """What only MkDocs runs is named, since pages may lack what it does."""
    config = project(tmp_path, CONFIG + "hooks: [gancho.py]\n", index="# A")

    assert printed(tmp_path, config) == ["mkdocs.yml: Zensical runs no hooks"]


def test_links_to_records_are_no_warning(tmp_path: Path) -> None:
    """`registro:` links pass through untouched, for they are resolved later."""
    config = project(tmp_path, CONFIG, index="[x](registro:acuerdos/vino#niveles)")

    assert printed(tmp_path, config) == []
    assert 'href="registro:acuerdos/vino#niveles"' in page(tmp_path)


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("mkdocs.yml", b"site_name: [", "^mkdocs.yml: "),
        ("content/index.md", b"---\ntitle: [\n---\n", "index.md"),
        ("content/index.md", b"# \xf1and\xfa", "valid UTF-8"),
        ("theme/main.html", b'{% extends "base.html" %}{{ f(', "main.html:1"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path: Path, file: str, text: bytes, words: str) -> None:
    """In a few words, with neither the way through the program nor folders that are gone."""
    config = project(tmp_path, CONFIG, index="# A")
    (tmp_path / file).write_bytes(text)

    with pytest.raises(EngineError, match=words) as told:
        printed(tmp_path, config)

    assert "Traceback" not in str(told.value) and ".imprenta" not in str(told.value)
    assert not list(tmp_path.rglob(".imprenta"))


def test_whoever_ends_a_printing_ends_zensical(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SIGTERM stops the program that prints and clears its project away."""
    config = project(tmp_path, CONFIG, index="# A")
    before = signal.getsignal(signal.SIGTERM)

    def run(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(zensical.subprocess, "run", run)
    with pytest.raises(SystemExit):
        printed(tmp_path, config)

    assert not list(tmp_path.rglob(".imprenta"))
    assert signal.getsignal(signal.SIGTERM) is before


def test_the_release_is_pinned_exactly() -> None:
    """There is one a week: what was tried is what is named, installed and locked."""
    project_file = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lock = (ROOT / "requirements-test.lock").read_text(encoding="utf-8")

    assert f'zensical = ["zensical=={VERSION}"]' in project_file
    assert re.findall(r"^zensical==(\S+)", lock, re.MULTILINE) == [VERSION]
    assert "zensical" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_the_engines_share_no_code_of_mkdocs() -> None:
    """Zensical's module asks the other one for nothing but the configuration and its fault."""
    text = Path(zensical.__file__).read_text(encoding="utf-8")

    assert "import mkdocs" not in text and "from mkdocs" not in text
    assert sources.ENGINES == ("mkdocs", "zensical")
