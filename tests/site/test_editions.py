"""The two editions of the site: each in its language, each leading to the other."""

import posixpath
from collections.abc import Callable

import pytest

from tests.site.outline import Element, Outline, Pages
from tests.site.test_pages import SITE_URL, is_english

MENUS = ("apl-menu", "md-tabs", "md-nav--primary")
AROUND = (*MENUS, "apl-aviso", "apl-buscador", "apl-pie")
"""What stands around the text of a page: sections, banner, search and foot."""
LOST = "404.html"
"""Its links do not hang on where it is shown."""


@pytest.fixture(scope="module", params=("site", "empty_site"))
def some_pages(request: pytest.FixtureRequest, pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of this repository's site and of an empty register's."""
    return pages_of(request.param)


def _parts(page: Outline, names: tuple[str, ...]) -> list[Element]:
    return [one for name in names for one in page.with_class(name)]


def _behind(name: str, address: str) -> str:
    """The file of the site that a relative link on a page leads to."""
    found = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
    return "index.html" if found == "." else f"{found}/index.html"


def _twin(name: str) -> str:
    return name.removeprefix("en/") if is_english(name) else f"en/{name}"


def test_what_stands_around_a_page_is_in_its_language(some_pages: Pages) -> None:
    """No part of the frame is read out in another language than the page."""
    for name, page in some_pages.items():
        tongue = "en" if is_english(name) else "es"
        skips = {one.text for one in page.with_class("md-skip")}
        assert skips <= {"Skip to content" if tongue == "en" else "Saltar a contenido"}, name
        for part in _parts(page, AROUND):
            said = {one.attributes.get("lang") for one in (part, *part.parents)}
            assert said <= {None, tongue}, f"{name}: {part.classes}"


def test_the_sections_are_those_of_the_edition(some_pages: Pages) -> None:
    """English pages lead to English ones alone, and Spanish pages to Spanish ones."""
    for name, page in some_pages.items():
        if name == LOST:
            continue
        menus = _parts(page, MENUS)
        assert menus, name
        for link in (one for menu in menus for one in menu.find("a")):
            address = link.attributes["href"].partition("#")[0]
            assert is_english(_behind(name, address)) == is_english(name), f"{name}: {address}"


def test_one_link_leads_to_the_other_language(some_pages: Pages) -> None:
    """To the same page where that has both, else to the other home."""
    for name, page in some_pages.items():
        (switch,) = page.with_class("apl-idioma")
        tongue = "es" if is_english(name) else "en"
        assert switch.attributes["lang"] == switch.attributes["hreflang"] == tongue, name
        assert switch.text == {"es": "Español", "en": "English"}[tongue], name
        if name != LOST:
            home = _twin("en/index.html") if tongue == "es" else "en/index.html"
            wanted = _twin(name) if _twin(name) in some_pages else home
            assert _behind(name, switch.attributes["href"]) == wanted, name


def test_pairs_name_each_other_for_machines(some_pages: Pages) -> None:
    """Both say which is which, in whole addresses, and the Spanish one is for all others."""
    pairs = 0
    for name, page in some_pages.items():
        links = [one.attributes for one in page.all("link") if "hreflang" in one.attributes]
        told = {one["hreflang"]: one["href"] for one in links}
        if _twin(name) not in some_pages:
            assert not told, name
            continue
        pairs += 1
        spanish, english = sorted((name, _twin(name)), key=is_english)
        whole = [f"{SITE_URL}{one.removesuffix('index.html')}" for one in (spanish, english)]
        assert told == {"es": whole[0], "en": whole[1], "x-default": whole[0]}, name
    assert pairs


def test_each_edition_has_a_name(some_pages: Pages) -> None:
    """In the title, for messengers, and in the header."""
    for name, page in some_pages.items():
        named = "Register of the Sello APL seal" if is_english(name) else "Registro del Sello APL"
        assert named in page.title, name
        assert page.meta("og:site_name") == named, name
        assert page.with_class("md-header__topic")[0].text == named, name
