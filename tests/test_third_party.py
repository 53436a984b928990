"""What others made: none of it without its licence, and all of it in the bill of materials."""

import json
import re
import shutil
import tomllib
from datetime import UTC, datetime
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from license_expression import get_spdx_licensing
from packaging.requirements import Requirement

from generator.arguments import ROOT
from scripts import sbom
from scripts.third_party import third_party

THEIRS = third_party(ROOT)
MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
MIT_MAY_USE = {
    "MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "PSF-2.0",
    "MPL-2.0",  # its own files stay under it
    "LGPL-2.1-or-later",  # a package of its own, which anybody may replace
    "OFL-1.1",
    "CC-BY-4.0",
    "LicenseRef-facts",
}
SPDX = get_spdx_licensing()


@pytest.fixture(scope="module")
def bill() -> Any:
    return json.loads(sbom.text(ROOT, MOMENT))


def packages_folder() -> Path:
    """Where packages are installed."""
    found = find_spec("material")
    assert found and found.origin
    return Path(found.origin).parent.parent


def test_nothing_of_others_lies_here_unnamed() -> None:
    """Every file beside our own is in a part, and every pattern of a part finds one."""
    assert list(THEIRS.strangers(ROOT)) == []
    for part in THEIRS.parts:
        assert part.brought_by or part.paths(ROOT), part.name
        for pattern in part.files:
            assert list(ROOT.glob(pattern)), pattern


def test_every_part_has_its_licence_and_its_authors() -> None:
    """The text stands where the table says, in this repository or in the package."""
    assert list(THEIRS.wordless(ROOT, packages_folder())) == []


def test_a_licence_is_the_one_that_its_text_says() -> None:
    """Its own words are in it, and the authors that the table names."""
    words = {
        "MIT": "Permission is hereby granted, free of charge",
        "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
        "Apache-2.0": "Apache",
        "CC-BY-4.0": "CC BY 4.0",
    }
    for part in THEIRS.parts:
        if part.text:
            folder = packages_folder() if part.brought_by else ROOT
            text = (folder / part.text).read_text(encoding="utf-8")
            assert words[part.licence] in text, part.name
            years = re.match(r"Copyright \(c\) [\d-]+", part.copyright)
            assert years is None or years[0] in text, part.name


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("templates/assets/ajeno/nuevo/nuevo.js", "templates/assets/ajeno/nuevo/nuevo.js"),
        ("generator/data/nuevo.csv", "generator/data/nuevo.csv"),
    ],
)
def test_what_is_new_and_unnamed_is_told(file: str, told: str, tmp_path: Path) -> None:
    """A script or table that somebody drops there without a word."""
    for folder in THEIRS.folders:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    assert list(THEIRS.strangers(tmp_path)) == []

    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text("x", encoding="utf-8")
    assert list(THEIRS.strangers(tmp_path)) == [told]


def test_a_licence_that_is_gone_is_told(tmp_path: Path) -> None:
    """Every part that lies here and leans on a text misses it."""
    gone = set(THEIRS.wordless(tmp_path, packages_folder()))

    assert gone == {one.name for one in THEIRS.parts if one.text and not one.brought_by}
    assert len(gone) == 4


def test_the_tables_agree_with_their_readme() -> None:
    """Each file of data is in the table of sources too, and each source with its version."""
    readme = (ROOT / "generator/data/README.md").read_text(encoding="utf-8")
    for part in THEIRS.parts:
        for path in part.paths(ROOT):
            if path.suffix in (".csv", ".json"):
                assert f"`{path.name}`" in readme
                assert part.version in readme


def test_what_the_theme_brings_is_in_the_package_of_the_lock() -> None:
    """The style sheet names its icon's authors and release, as their licence asks."""
    sheet = next((packages_folder() / "material").rglob("assets/stylesheets/main.*.min.css"))
    font = next(part for part in THEIRS.parts if part.name == "font-awesome-free")

    said = sheet.read_text(encoding="utf-8")
    assert f"Font Awesome Free {font.version}" in said and font.copyright in said
    assert said.count("Font Awesome Free") == 1


# The bill of materials.


def test_the_bill_is_valid(bill: Any) -> None:
    """CycloneDX 1.6 by its own schema, strictly, as its library carries it."""
    text, validator = json.dumps(bill), JsonStrictValidator(SchemaVersion.V1_6)

    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"library"', '"libro"')) is not None


def test_the_bill_holds_the_whole_lock(bill: Any) -> None:
    """Each package with its version and the digests of all its files."""
    locked = sbom.pinned((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    told = {
        one["name"]: (
            one["version"],
            {digest["content"] for ref in one["externalReferences"] for digest in ref["hashes"]},
        )
        for one in bill["components"]
        if one["bom-ref"].startswith("pkg:pypi/")
    }

    assert told == {one.name: (one.version, set(one.digests)) for one in locked.values()}
    assert len(told) > 40


def components(within: Any) -> Any:
    for one in within.get("components", ()):
        yield one
        yield from components(one)


def test_the_bill_holds_what_others_made(bill: Any) -> None:
    """Each part with its authors; those that lie here with the digests of their files."""
    told = {one["name"]: one for one in components(bill)}

    for part in THEIRS.parts:
        assert told[part.name]["copyright"] == part.copyright
        assert len(told[part.name].get("components", ())) == len(part.paths(ROOT))
    assert "font-awesome-free" in json.dumps(told["mkdocs-material"])
    assert told["templates/assets/ajeno/lean-qr/lean-qr-2.7.4.js"]["hashes"]


def test_every_licence_may_be_used_by_a_project_under_mit(bill: Any) -> None:
    """A known SPDX expression each, of licences that ask nothing that we do not do."""
    licensed = [one for one in components(bill) if one["type"] != "file"]

    assert len(licensed) > 50
    for one in licensed:
        (told,) = one["licenses"]
        expression = SPDX.parse(told["expression"].replace("LicenseRef-facts", "CC0-1.0"))
        choices = [set(SPDX.license_keys(part)) for part in alternatives(expression)]
        assert SPDX.validate(str(expression)).errors == []
        allowed = MIT_MAY_USE | {"CC0-1.0"}
        assert any(choice <= allowed for choice in choices), (one["name"], told)


def alternatives(expression: Any) -> list[Any]:
    """The sides of an `OR`, of which one is enough."""
    is_choice = isinstance(expression, SPDX.OR)
    return list(expression.args) if is_choice else [expression]


def test_licences_read_by_hand_are_those_that_metadata_does_not_tell() -> None:
    """None is kept longer than it is needed."""
    locked = sbom.pinned((ROOT / "requirements.lock").read_text(encoding="utf-8"))

    assert set(THEIRS.licences) <= set(locked)
    for name in THEIRS.licences:
        with pytest.raises(ValueError, match=name):
            sbom.licence(distribution(name), {})


def test_the_graph_is_that_of_the_packages(bill: Any) -> None:
    """What pyproject asks for hangs on the root, tools of building are told from what runs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    edges = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    scopes = {one["name"]: one.get("scope") for one in bill["components"]}
    root = edges[bill["metadata"]["component"]["bom-ref"]]
    direct = {ref.removeprefix("pkg:pypi/").partition("@")[0] for ref in root if "pypi" in ref}

    assert direct == {Requirement(one).name for one in project["dependencies"]}
    assert any("jinja2" in ref for ref in edges[next(ref for ref in edges if "/mkdocs@" in ref)])
    assert (scopes["hatchling"], scopes["pyyaml"]) == ("excluded", "required")


def test_the_same_commit_gives_the_same_bill() -> None:
    """Byte for byte; another moment gives another number."""
    first, again = (sbom.text(ROOT, MOMENT) for _ in range(2))
    later = sbom.text(ROOT, MOMENT.replace(year=2027))

    assert first == again
    number = re.search(r'"serialNumber": "(urn:uuid:[^"]+)"', first)
    assert number and number[1] not in later


def test_a_version_that_is_not_installed_is_refused() -> None:
    """A licence is not guessed from another version."""
    with pytest.raises(sbom.NotInstalled, match=r"jinja2==0\.1"):
        sbom.installed(sbom.Pinned("jinja2", "0.1", ()))
    with pytest.raises(sbom.NotInstalled, match="not installed"):
        sbom.installed(sbom.Pinned("no-such-package-here", "1", ()))
