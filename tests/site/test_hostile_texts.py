"""Texts that look like markup, template or mark, as the site shows them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site import hostile_registry as hostile
from tests.site.outline import Element, Outline, Pages

MARKUP = ("b", "img", "svg", "script")


def _shown(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def company(hostile_pages: Pages) -> Outline:
    """The page of the company whose every text is hostile."""
    return hostile_pages.at(f"empresas/{hostile.LONG_COMPANY}/")


@pytest.mark.parametrize(
    "text",
    [hostile.LEGAL_NAME, hostile.TRADE_NAME, hostile.ELEMENT_NAME, hostile.NOTE, *hostile.BRANDS],
)
def test_the_text_stands_on_the_page_as_written(company: Outline, text: str) -> None:
    """Whatever a text holds, a reader sees exactly its characters."""
    assert _shown(text) in company.one("main").text


@pytest.mark.parametrize("text", [hostile.AGREEMENT_NAME, hostile.LEGAL_NAME, hostile.NOTE])
def test_an_agreement_shows_its_texts_as_written(hostile_pages: Pages, text: str) -> None:
    """Names, targets, figures and notes of an agreement are text too."""
    page = hostile_pages.at(f"acuerdos/{hostile.LONG_AGREEMENT}/")

    assert _shown(text) in page.one("main").text


def test_titles_are_texts(company: Outline, hostile_pages: Pages) -> None:
    """A tag in a name neither ends the title nor begins anything."""
    assert hostile.LEGAL_NAME in company.title
    agreement = hostile_pages.at(f"acuerdos/{hostile.LONG_AGREEMENT}/")
    assert "</title><script>" in agreement.title


def test_other_scripts_of_the_world_stand(hostile_pages: Pages) -> None:
    """Letters and pictures of any language come out as they went in."""
    page = hostile_pages.at("empresas/empresa-unicode/")

    assert hostile.UNICODE_NAME in page.one("h1").text


def test_every_kind_of_record_escapes(hostile_pages: Pages) -> None:
    """Programmes, pre-investment agreements and tables show hostile names as text."""
    for address in (
        "programas/programa-hostil/",
        "preinversion/proyecto-hostil/",
        "estadisticas/tabla-hostil/",
    ):
        assert _shown(hostile.NOTE) in hostile_pages.at(address).one("main").text, address


def _intruders(page: Outline) -> Iterator[Element]:
    for element in page.elements:
        handlers = [name for name in element.attributes if name.startswith("on")]
        if handlers or element.attributes.get("src") == "x":
            yield element
        data = element.attributes.get("type") in ("application/json", "application/ld+json")
        if element.tag == "script" and not data and "window.asaltada" in element.raw_text:
            yield element
        if element.attributes.get("href", "").startswith(("javascript:", "https://mala.")):
            yield element


def test_no_text_becomes_markup(hostile_pages: Pages) -> None:
    """No page holds an element, handler or link that a record's text spells."""
    for name in hostile_pages.names:
        assert not list(_intruders(hostile_pages[name])), name


def test_no_text_becomes_a_template(hostile_pages: Pages) -> None:
    """Nothing is worked out from a text: no 49, and the marks of moulds stay words."""
    for name, page in hostile_pages.items():
        if "{{7*7}}" in page.html:
            assert " 49 " not in page.one("main").text, name
    company = hostile_pages.at(f"empresas/{hostile.LONG_COMPANY}/")
    assert company.one("main").text.count("%%cuerpo%%") >= 1
    assert len(company.all("h1")) == 1


def test_the_operator_is_a_text(hostile_pages: Pages) -> None:
    """What `registro.yaml` says stands in every foot as it was written."""
    for name, page in hostile_pages.items():
        (foot,) = [one for one in page.all("footer") if "md-footer" in one.classes]
        assert f"Operador {hostile.SCRIPT} %%pie%%" in foot.text, name


def test_long_ids_make_addresses(hostile_site: Path) -> None:
    """An id of 80 characters is an address like any other."""
    for folder in (f"acuerdos/{hostile.LONG_AGREEMENT}", f"empresas/{hostile.LONG_COMPANY}"):
        assert (hostile_site / folder / "index.html").is_file()
