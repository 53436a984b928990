"""What the Nu HTML checker, which W3C runs, says of pages."""

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.outside_tools import html_checker
from tests.site.variety import varied


def errors(files: Iterable[Path]) -> list[str]:
    """Every error in some pages, with the page and the place."""
    asked = ("--errors-only", "--skip-non-html", "--format", "json")
    command = [*html_checker(), *asked, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    told = json.loads(run.stderr)["messages"]
    assert run.returncode == bool(told), run.stderr
    return [f"{one['url']}: {one.get('lastLine')}: {one['message']}" for one in told]


def test_every_kind_of_page_is_valid(site: Path) -> None:
    """Pages that show whatever any page shows, a redirect and the page for lost addresses."""
    sends_on = next(
        file
        for file in sorted(site.rglob("index.html"))
        if 'http-equiv="refresh"' in file.read_text("utf-8")
    )
    pages = [site / address / "index.html" for address in varied(site)]

    assert errors([*pages, sends_on, site / "404.html"]) == []


@pytest.mark.slow
def test_every_page_is_valid(site: Path, record_property: Callable[[str, object], None]) -> None:
    """Not only one of each kind."""
    record_property("html", sum(1 for _ in site.rglob("*.html")))
    assert errors([site]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["hostile_site", "plain_site", "empty_site", "offline_site", "homeless_site"]
)
def test_pages_of_other_registers_are_valid(
    request: pytest.FixtureRequest, name: str, record_property: Callable[[str, object], None]
) -> None:
    """Of hostile names, of nothing, of a folder: pages that show whatever any of theirs shows."""
    site = request.getfixturevalue(name)
    record_property("html", len(varied(site)))

    assert errors(site / address / "index.html" for address in varied(site)) == []


def test_what_is_not_valid_is_told(tmp_path: Path) -> None:
    """An attribute that an element does not have is an error with its line."""
    page = tmp_path / "mal.html"
    page.write_text(
        '<!doctype html>\n<html lang="es"><title>Mal</title>\n<p autocomplete="off">Mal</p>\n',
        encoding="utf-8",
    )

    (told,) = errors([page])
    assert "mal.html: 3: " in told
    assert "autocomplete" in told
