"""What machines find in the pages: schema.org as its own vocabulary defines it, and pictures."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.views.linked_site import site_nodes
from generator.views.page import Site
from tests import sample
from tests.outside_tools import NODE, type_checker
from tests.site.outline import Outline, Pages
from tests.site.test_pages import SITE_URL

TYPE = "application/ld+json"
OPTIONS = "--noEmit --strict --skipLibCheck --module node16 --moduleResolution node16".split()


def told(page: Outline) -> Iterator[dict[str, Any]]:
    """Every block that a page holds for machines."""
    for one in page.all("script"):
        if one.attributes.get("type") == TYPE:
            yield json.loads(one.raw_text)


def nodes(page: Outline) -> list[dict[str, Any]]:
    """The things that a page tells of."""
    return [node for block in told(page) for node in block.get("@graph", [block])]


def checked(folder: Path, blocks: dict[str, dict[str, Any]]) -> str:
    """What TypeScript says of blocks against schema-dts, made by Google from the vocabulary."""
    lines = ['import type { Graph, Thing, WithContext } from "schema-dts";']
    for number, block in enumerate(blocks.values()):
        kind = "Graph" if "@graph" in block else "WithContext<Exclude<Thing, string>>"
        lines.append(f"export const b{number}: {kind} = {json.dumps(block)};")
    (folder / "bloques.ts").write_text("\n".join(lines), encoding="utf-8")
    (folder / "package.json").write_text("{}", encoding="utf-8")
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(NODE / "node_modules")
    run = subprocess.run(
        [*type_checker(), *OPTIONS, "bloques.ts"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout + run.stderr


def shape(value: object) -> object:
    """A block without its texts: of two alike one is enough to check."""
    if isinstance(value, dict):
        kept = ("@type", "certificationStatus", "@context")
        return {k: v if k in kept else shape(v) for k, v in sorted(value.items())}
    if isinstance(value, list):
        return sorted({json.dumps(shape(one), sort_keys=True) for one in value})
    return type(value).__name__


@pytest.mark.parametrize("site_name", ["hostile_site", "site"])
def test_every_block_keeps_to_the_vocabulary(site_name: str, pages_of: Any, tmp_path: Path) -> None:
    """Each type exists, has the properties that it is given, and they may hold such values."""
    blocks = {}
    for _, page in pages_of(site_name).items():
        for block in told(page):
            blocks.setdefault(json.dumps(shape(block), sort_keys=True), block)
    dataset = site_nodes(sample.published(), Site(SITE_URL, sample.DAY))["datos/"]
    blocks["datos"] = {"@context": "https://schema.org", "@graph": list(dataset)}

    assert checked(tmp_path, blocks) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Organization", "expires": "2026-01-01"},
        {"@type": "Certificacion", "name": "x"},
        {"@type": "Certification", "certificationStatus": "https://schema.org/Suspended"},
    ],
)
def test_the_check_finds_what_is_wrong(wrong: dict[str, Any], tmp_path: Path) -> None:
    """A property of another type, a type and a value that do not exist are told."""
    block = {"@context": "https://schema.org", "@graph": [wrong]}

    assert "error TS" in checked(tmp_path, {"wrong": block})


def test_every_kind_of_record_is_told(hostile_pages: Pages) -> None:
    """Company, plant, certificate, seal and agreement, each on its page and named by it."""
    found = {node["@type"] for _, page in hostile_pages.items() for node in nodes(page)}

    assert {"Organization", "Place", "Certification", "CreativeWork", "BreadcrumbList"} <= found
    for name, page in hostile_pages.items():
        for node in nodes(page):
            if "@id" in node and name.startswith(("v/", "empresas/", "acuerdos/")):
                assert node["@id"].startswith(SITE_URL), name


def test_the_way_is_told_as_it_is_shown(pages: Pages, hostile_pages: Pages) -> None:
    """Machines read the same steps as people, with whole addresses."""
    for name, page in [*pages.items(), *hostile_pages.items()]:
        shown = page.with_class("apl-migas")
        trails = [one for one in nodes(page) if one["@type"] == "BreadcrumbList"]
        if name == "404.html" or not shown:
            assert trails == [], name
            continue
        (trail,) = trails
        steps = trail["itemListElement"]
        assert [s["name"] for s in steps[:-1]] == [a.text for a in shown[0].find("a")], name
        assert [s["position"] for s in steps] == list(range(1, len(steps) + 1)), name
        assert all(s["item"].startswith(SITE_URL) for s in steps[:-1]), name


def test_fictional_pages_tell_machines_only_where_they_stand(pages: Pages) -> None:
    """Nothing made up is told as a certification, anywhere in the demonstration."""
    for name, page in pages.items():
        kinds = {node["@type"] for node in nodes(page)}
        if page.says_example:
            assert kinds <= {"BreadcrumbList"}, name
        assert "Certification" not in kinds, name


def test_every_table_that_machines_are_told_of_is_there(site: Path, pages: Pages) -> None:
    """Each download of the data's page is a file of the site."""
    (dataset,) = [node for node in nodes(pages.at("datos/")) if node["@type"] == "Dataset"]
    files = [one["contentUrl"].removeprefix(SITE_URL) for one in dataset["distribution"]]

    assert "datos/registro.xlsx" in files
    assert [name for name in files if not (site / name).is_file()] == []


def test_each_section_has_its_picture(site: Path, pages: Pages) -> None:
    """A PNG of 1200 by 630 dots that no messenger finds too heavy."""
    files = {page.meta("og:image") for _, page in pages.items()}

    assert len(files) > 8
    for address in files:
        assert address and address.startswith(SITE_URL)
        content = (site / address.removeprefix(SITE_URL)).read_bytes()
        assert content[:8] == b"\x89PNG\r\n\x1a\n"
        assert (content[16:20], content[20:24]) == ((1200).to_bytes(4), (630).to_bytes(4))
        assert tuple(content[24:29]) == (8, 6, 0, 0, 0)  # 8 bits, RGBA, not interlaced
        assert len(content) < 300_000
    words = {page.meta("og:image"): page.meta("og:image:alt") for _, page in pages.items()}
    assert len(set(words.values())) == len(files)
