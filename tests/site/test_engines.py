"""The same site by MkDocs and by Zensical, page by page: what must be alike, and what is not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator import pipeline
from generator.sources import ENGINES, Engine, Sources
from generator.zensical import VERSION
from tests.site.auditing import PHONE, WHOLE_LOOKS, faults
from tests.site.building import OWN, Kitchen, Recipe, told
from tests.site.facts import Facts
from tests.site.kinds import kinds
from tests.site.likeness import MADE_WITH, SKIP, differences, names
from tests.site.reading import Reader, reading
from tests.site.serving import served
from tests.site.test_policy import LISTENER, violations
from tests.site.test_valid_html import errors
from tests.small_project import VALID_DAY, Project, tree

pytestmark = pytest.mark.slow

_GENERATOR = re.compile(r'<meta name="generator" content="([^"]*)">')
_PAST_MENU = re.compile(r'<a href="#([^"]*)" class="md-skip"')
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="session")
def other_site(kitchen: Kitchen) -> Path:
    """This repository's site, printed by Zensical."""
    return kitchen.site("zensical", lambda _: Recipe(replace(OWN, engine="zensical")))


def test_both_have_the_same_files(site: Path, other_site: Path) -> None:
    """But for the scripts and sheets of each theme, which bear other names."""
    apart = names(site) ^ names(other_site)

    assert {one.partition("/")[0] for one in apart} == {"assets"}


def test_what_is_no_page_is_the_same_to_the_byte(site: Path, other_site: Path) -> None:
    """Data, API, feeds, calendars, badges, codes, search, sitemaps, policies, our own sheets."""
    common = names(site) & names(other_site)
    files = [name for name in common if not name.endswith(".html")]

    assert len(files) > 500
    assert [n for n in files if (site / n).read_bytes() != (other_site / n).read_bytes()] == []


def test_every_page_says_the_same(site: Path, other_site: Path) -> None:
    """Title, head, main text, every element and link of it, records, slots, menus and foot."""
    assert differences(site, other_site) == {}


def test_these_differences_remain(site: Path, other_site: Path) -> None:
    """The engine's name in head and foot, and where the link past the menu leads: no more."""
    for folder, name, word in (
        (site, [], "Material for MkDocs"),
        (other_site, [f"zensical-{VERSION}"], "Zensical"),
    ):
        for page in folder.rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            if 'http-equiv="refresh"' in text:
                continue
            assert _GENERATOR.findall(text) == name, page
            assert MADE_WITH.findall(_TAG.sub("", text)) == [word], page
            skips = _PAST_MENU.findall(text)
            assert len(skips) <= 1 and (SKIP in skips) == (word == "Zensical"), page
            assert all(f'id="{one}"' in text for one in skips), page


@pytest.mark.parametrize("public", ["https://x.example/a/b/", None])
def test_other_addresses_are_the_same_too(
    project: Project, tmp_path: Path, public: str | None
) -> None:
    """Of a site below a path of its host, and of one without address, opened from a folder."""
    config = project.config.read_text(encoding="utf-8")
    line = f"site_url: {public}" if public else ""
    changed = re.sub("^site_url: .*$", line, config, flags=re.MULTILINE)
    project.config.write_text(changed, encoding="utf-8")

    outs = [tmp_path / engine for engine in ENGINES]
    for engine, out in zip(ENGINES, outs, strict=True):
        built(project, engine, out, offline=public is None)

    assert {one.partition("/")[0] for one in names(outs[0]) ^ names(outs[1])} == {"assets"}
    assert differences(*outs) == {}


def test_a_change_of_engine_makes_every_page_anew(project: Project, tmp_path: Path) -> None:
    """What one engine left in the cache, or in the site, is never taken for the other's work."""
    built(project, "zensical", tmp_path / "clean")

    for engine in ENGINES:
        built(project, engine, tmp_path / "site", cache=tmp_path / "cache")
    assert tree(tmp_path / "site") == tree(tmp_path / "clean")


def built(project: Project, engine: Engine, out: Path, **options: Any) -> None:
    """Build the project by an engine, without fault or warning of it."""
    places = (project.registry, project.content, OWN.templates, project.config)
    done = pipeline.build(Sources(*places, engine), out, date.fromisoformat(VALID_DAY), **options)
    assert done.published is not None, told(done)
    assert "APL904" not in {problem.code for problem in done.problems}


def shells(facts: Facts) -> list[str]:
    """Addresses of pages around which Zensical prints whatever it prints around any page."""
    some = ("a company", "home", "registro/", "verificar/", "acerca/metodo/", "en/acerca/esquema/")
    return [*(kinds(facts)[one] for one in some), "equipo/campos/vocabulario/"]


def test_pages_of_zensical_are_valid(other_site: Path, facts: Facts) -> None:
    """By the Nu HTML checker; within the shell they are as those of the other engine."""
    pages = [other_site / address / "index.html" for address in shells(facts)]

    assert errors([*pages, other_site / "404.html"]) == []


@pytest.fixture
def strict(browser: Browser, other_site: Path) -> Iterator[Reader]:
    """A reader of Zensical's pages as a host serves them that sends the headers they ask for."""
    with served(other_site, as_asked=True) as home, reading(browser, home) as reader:
        reader.page.add_init_script(LISTENER)
        yield reader


def test_no_page_of_zensical_complains(strict: Reader, facts: Facts) -> None:
    """No error, no lacking file, no other host, nothing that the strict policy forbids."""
    for place in shells(facts):
        strict.open(place).wait_for_load_state("networkidle")
        assert not strict.faults and not violations(strict), place


def test_the_shell_of_zensical_works(strict: Reader) -> None:
    """Search in the header, light and dark, and the menu of a phone."""
    strict.open("acerca/metodo/")
    assert strict.suggestions("vina").count()
    page = strict.page
    page.keyboard.press("Escape")
    page.locator("header").get_by_title("Cambiar a modo claro").click()
    page.locator("header").get_by_title("Cambiar a modo oscuro").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    menu = page.locator(".md-sidebar--primary")
    expect(menu).not_to_be_in_viewport()
    page.get_by_role("button", name="Menú").click()
    expect(menu.get_by_role("link", name="Ciclo de vida")).to_be_in_viewport()
    assert not strict.faults and not violations(strict)


def test_pages_of_zensical_are_without_fault(
    browser: Browser, other_site: Path, facts: Facts
) -> None:
    """No rule of axe is broken, on desk and phone, in light and dark by turns."""
    with served(other_site) as home, reading(browser, home, bypass_csp=True) as reader:
        for place, look in zip(shells(facts), cycle(WHOLE_LOOKS), strict=False):
            reader.open(place)
            assert faults(reader, [look]) == [], place
