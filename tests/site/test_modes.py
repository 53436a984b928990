"""The site in its other forms: from a folder, with nothing in it, without a public address."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from tests.site.facts import Facts
from tests.site.outline import Pages


def test_examples_say_so(pages: Pages) -> None:
    """In demonstration, a page of an example says on top that it is fictional."""
    shown = 0
    for name, page in pages.items():
        if name.startswith("empresas/") and name.count("/") == 2:
            assert page.says_example, name
            assert not page.is_indexable, name
            shown += 1
    assert shown


def test_example_pages_are_not_for_search_engines(pages: Pages) -> None:
    """No page that says that it is an example is listed by search engines."""
    for name, page in pages.items():
        assert not (page.says_example and page.is_indexable), name


def test_real_agreements_are_for_search_engines(pages: Pages, facts: Facts) -> None:
    """A real agreement's page is listed and carries no label of an example."""
    for id, record in facts.records["acuerdos"].items():
        page = pages.at(f"acuerdos/{id}/")
        example = record.get("ejemplo") == "true"
        assert page.says_example == example, id
        assert page.is_indexable != example, id


def test_a_demonstration_says_so_on_every_page(pages: Pages) -> None:
    """The banner stands on every page of a site that shows examples."""
    for name, page in pages.items():
        assert page.with_class("apl-aviso"), name


def test_an_empty_register_says_that_it_knows_nothing(pages_of: Callable[[str], Pages]) -> None:
    """Zeros of a register without lists are no statement about the world."""
    home = pages_of("empty_site")["index.html"]
    (figures,) = home.with_class("apl-cifras")

    assert "aún no tiene" in home.one("main").text
    assert not re.search(r"\b[1-9]\d*\b", figures.text)


def test_an_empty_register_has_no_records(pages_of: Callable[[str], Pages]) -> None:
    """Only sections, the staff guide and the scheme's pages are left."""
    pages = pages_of("empty_site")
    for section in ("acuerdos/", "empresas/", "v/", "programas/", "preinversion/"):
        assert not pages.below(section), section


def test_offline_links_name_files(pages_of: Callable[[str], Pages], offline_site: Path) -> None:
    """A folder has no server that turns an address into its page."""
    pages = pages_of("offline_site")
    for name in pages.names:
        for element, address in pages[name].links:
            if element.tag in ("a", "form") and not re.match(r"[a-z]+:|#", address):
                path = re.split("[#?]", address)[0]
                file = offline_site / Path(name).parent / unquote(path)
                assert not path or file.is_file(), f"{name}: {address}"


def test_offline_index_parts_are_scripts(offline_site: Path) -> None:
    """A page opened from a folder may not fetch, so what scripts need comes as scripts."""
    parts = [*(offline_site / "buscar").rglob("*"), *(offline_site / "verificar").rglob("*")]
    assert parts and not [one for one in parts if one.suffix == ".json"]
