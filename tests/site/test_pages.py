"""What every page of the built site must have."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.engine import settings
from tests.site.building import OWN, ROOT
from tests.site.facts import read
from tests.site.outline import Element, Outline, Pages, address_of

SITE_URL = settings(OWN.config).site_url
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RECORD_FOLDERS = (
    "acuerdos/",
    "empresas/",
    "v/",
    "regiones/",
    "comunas/",
    "rubros/",
    "sectores/",
    "anios/",
    "programas/",
    "preinversion/",
)
LONGEST_DESCRIPTION = 160


def is_english(name: str) -> bool:
    """Whether a page is of the English edition."""
    return name.startswith("en/")


@pytest.fixture(scope="module", params=("site", "hostile_site", "empty_site"))
def some_pages(request: pytest.FixtureRequest, pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of this repository's site, of a hostile registry's and of an empty one's."""
    return pages_of(request.param)


def _visible_headings(page: Outline) -> list[Element]:
    return [one for one in page.elements if one.tag in HEADINGS and not one.inside("noscript")]


def test_one_heading_names_the_page(some_pages: Pages) -> None:
    """Every page has one h1, and it says something."""
    for name, page in some_pages.items():
        assert [bool(one.text) for one in page.all("h1")] == [True], name


def test_headings_go_down_one_step_at_a_time(some_pages: Pages) -> None:
    """No page jumps from an h2 to an h4."""
    jumps = set()
    for name, page in some_pages.items():
        levels = [HEADINGS.index(one.tag) for one in _visible_headings(page)]
        if any(after > before + 1 for before, after in pairwise(levels)):
            jumps.add(name)

    assert not jumps


def test_every_page_has_a_title_of_its_own(some_pages: Pages) -> None:
    """No two pages share a title: a list of open tabs or results tells them apart."""
    titles = Counter(page.title for _, page in some_pages.items())

    assert not {title: n for title, n in titles.items() if n > 1 or not title.strip()}


def test_every_page_has_a_description_of_its_own(some_pages: Pages) -> None:
    """What search engines show of a page is short, and no two that they may list share it."""
    told: Counter[tuple[bool, str]] = Counter()
    for name, page in some_pages.items():
        text = page.meta("description")
        assert text, name
        assert len(text) <= LONGEST_DESCRIPTION, f"{name}: {len(text)}"
        told.update(
            [(is_english(name), text)] if page.is_indexable and not page.says_example else []
        )

    assert not {text: n for (_, text), n in told.items() if n > 1}


def test_every_page_names_its_own_address(some_pages: Pages) -> None:
    """The canonical link is the site's public address and the page's own, here and in og:url."""
    for name, page in some_pages.items():
        if name != "404.html":
            assert page.canonical == f"{SITE_URL}{address_of(name)}", name
            assert page.meta("og:url") == page.canonical, name


def test_redirects_name_the_address_they_lead_to(some_pages: Pages) -> None:
    """A former address hands its standing with search engines on to the new one."""
    for name in some_pages.names:
        page = some_pages[name]
        if page.is_redirect:
            assert page.canonical, name
            place = page.canonical.removeprefix(SITE_URL).partition("#")[0]
            assert f"{place}index.html" in some_pages, name


def test_every_page_can_be_shared(some_pages: Pages) -> None:
    """Title, description, kind, language and site name stand in the form that messengers read."""
    for name, page in some_pages.items():
        title = page.meta("og:title")
        assert title and title in page.title, name
        assert page.meta("og:description") == page.meta("description"), name
        assert page.meta("og:type") == "website", name
        assert page.meta("og:locale") == ("en_US" if is_english(name) else "es_CL"), name
        assert page.meta("og:site_name"), name


def test_every_page_says_its_language(some_pages: Pages) -> None:
    """Screen readers speak Spanish, and English on a page that is in English."""
    for name in some_pages.names:
        tongue = some_pages[name].one("html").attributes["lang"]
        assert tongue == ("en" if is_english(name) else "es"), name


def test_every_page_says_the_day_of_its_data(some_pages: Pages) -> None:
    """The foot says "datos al …", with the day in a form that machines read."""
    for name, page in some_pages.items():
        (foot,) = [one for one in page.all("footer") if "md-footer" in one.classes]
        told = (
            "Data as of 23 November 2026" if is_english(name) else "atos al 23 de noviembre de 2026"
        )
        assert told in foot.text, name
        days = {one.attributes.get("datetime") for one in foot.find("time")}
        assert "2026-11-23" in days, name


def test_every_page_says_whose_register_it_is(pages: Pages) -> None:
    """Operator and character stand in every foot."""
    for name, page in pages.items():
        (foot,) = [one for one in page.all("footer") if "md-footer" in one.classes]
        assert "iniciativa independiente, sin vínculo con la ASCC" in foot.text, name
        character = "unofficial" if is_english(name) else "no oficial"
        assert character in foot.text.lower(), name


def test_no_id_stands_twice_in_a_page(some_pages: Pages) -> None:
    """Fragments, labels and ARIA references lead to one element."""
    for name, page in some_pages.items():
        assert not [id for id, n in Counter(page.ids).items() if n > 1], name


REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


def test_every_reference_to_an_element_holds(some_pages: Pages) -> None:
    """Labels and ARIA attributes name ids that the page has."""
    for name, page in some_pages.items():
        named = {
            id
            for element in page.elements
            for attribute in REFERENCES
            for id in element.attributes.get(attribute, "").split()
            if id != "__toc"  # the theme's own label, also where a page hides its contents
        }
        assert named <= set(page.ids), name


def test_every_field_has_a_label(some_pages: Pages) -> None:
    """Whoever cannot see a field is told what it asks for."""
    for name, page in some_pages.items():
        labelled = {one.attributes.get("for") for one in page.all("label")}
        for field in [*page.all("input"), *page.all("select"), *page.all("textarea")]:
            if field.attributes.get("type") in ("hidden", "submit"):
                continue
            own = {"aria-label", "aria-labelledby"} & set(field.attributes)
            told = own or field.attributes.get("id") in labelled or field.inside("label")
            assert told or "md-toggle" in field.classes, f"{name}: {field.attributes}"


def test_every_picture_has_words(some_pages: Pages) -> None:
    """Pictures have an alt text, drawings a label or are hidden from screen readers."""
    for name, page in some_pages.items():
        for picture in page.all("img"):
            assert "alt" in picture.attributes, f"{name}: {picture.attributes}"
        for drawing in page.all("svg"):
            told = {"aria-label", "aria-labelledby", "aria-hidden"} & set(drawing.attributes)
            named = told or drawing.find("title") or _is_decoration(drawing)
            assert named, f"{name}: {drawing.attributes}"


def _is_decoration(drawing: Element) -> bool:
    """The theme's icons stand beside words or in a control that has a name."""
    control = next((one for one in drawing.parents if one.tag in ("a", "button")), None)
    if control is None:
        return any(one.tag == "label" or "md-icon" in one.classes for one in drawing.parents)
    return bool(control.text or {"aria-label", "title"} & set(control.attributes))


def test_every_table_says_what_it_shows(some_pages: Pages) -> None:
    """Tables made from records have a caption, and their header cells say what they head."""
    for name, page in some_pages.items():
        for table in page.all("table"):
            headers = table.find("th")
            assert headers, f"{name}: a table without headers"
            if not any("apl-tabla" in one for one in table.classes):
                continue
            (caption,) = table.find("caption")
            assert caption.text, name
            assert all("scope" in one.attributes for one in headers), f"{name}: {caption.text}"


def test_every_link_says_where_it_leads(some_pages: Pages) -> None:
    """No link is an icon alone without a name."""
    for name, page in some_pages.items():
        for link in page.all("a"):
            if "href" not in link.attributes or link.attributes.get("aria-hidden") == "true":
                continue
            named = {"aria-label", "title"} & set(link.attributes)
            pictured = [one for one in link.find("img") if one.attributes.get("alt")]
            assert link.text or named or pictured, f"{name}: {link.attributes['href']}"


def test_every_day_is_readable_by_machines(some_pages: Pages) -> None:
    """Each `time` carries a day, month or year in ISO form, and words for people."""
    for name, page in some_pages.items():
        for day in page.all("time"):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day.attributes["datetime"]), name
            assert day.text, name


def test_pages_of_records_show_the_way_back(some_pages: Pages) -> None:
    """A record or list page begins with the steps that lead to it from the home page."""
    for name, page in some_pages.items():
        if name.startswith(RECORD_FOLDERS) and name.count("/") > 1:
            (trail,) = [one for one in page.all("nav") if "apl-migas" in one.classes]
            assert trail.text.startswith("Inicio"), name
            assert len(trail.find("a")) > 1, name


def test_pages_of_prose_show_the_way_back(some_pages: Pages) -> None:
    """Every page but the two homes leads home, and through the section that holds it."""
    for name, page in some_pages.items():
        trails = [one for one in page.all("nav") if "apl-migas" in one.classes]
        assert len(trails) == (name not in ("index.html", "en/index.html")), name


def test_a_trail_names_each_section_once(pages: Pages) -> None:
    """The field guide lies in a section of a section; a section's own page is no step to itself."""
    trails = {
        address: [one.text for one in pages.at(address).with_class("apl-migas")[0].find("a")]
        for address in ("equipo/campos/acuerdos/", "equipo/campos/", "sellos/", "acerca/")
    }

    assert trails == {
        "equipo/campos/acuerdos/": ["Inicio", "Equipo", "Campos"],
        "equipo/campos/": ["Inicio", "Equipo"],
        "sellos/": ["Inicio", "Registro"],
        "acerca/": ["Inicio"],
    }


def test_a_shared_link_shows_a_picture(pages: Pages) -> None:
    """Every page names a card with its size and words."""
    for name, page in pages.items():
        assert (page.meta("og:image") or "").startswith(f"{SITE_URL}recursos/compartir"), name
        assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630"), name
        assert page.meta("og:image:alt"), name
        assert page.meta("twitter:card") == "summary_large_image", name


def test_without_a_public_address_there_is_no_card(pages_of: Callable[[str], Pages]) -> None:
    """A picture of a shared link needs a whole address."""
    for name, page in pages_of("homeless_site").items():
        assert page.meta("og:image") is None, name


def test_every_page_names_its_source(pages: Pages) -> None:
    """A record its file, a list the folder it counts from, prose its text, all there."""
    base = str(read(OWN.registry / "registro.yaml")["repositorio"]).rstrip("/")
    for name, page in pages.items():
        (foot,) = [one for one in page.all("footer") if "md-footer" in one.classes]
        said = "Source of this page" if is_english(name) else "Fuente de esta página"
        sources = [one for one in foot.find("a") if one.text == said]
        assert len(sources) == (name != "404.html"), name
        for one in sources:
            address = one.attributes["href"]
            kind, _, path = address.removeprefix(f"{base}/").split("/", 2)
            there = ROOT / unquote(path)
            assert there.is_dir() if kind == "tree" else there.is_file(), f"{name}: {address}"


def test_every_page_can_be_skipped_to_its_content(some_pages: Pages) -> None:
    """The first link of a page leads past header and navigation, to something that is there."""
    for name, page in some_pages.items():
        if name == "404.html":
            continue
        first = next(one for one in page.all("a") if one.attributes.get("href"))
        assert "md-skip" in first.classes, name
        assert first.attributes["href"].removeprefix("#") in page.ids, name


def test_nothing_of_a_mould_remains(site: Path, pages: Pages) -> None:
    """No page of a mould, no mark and no unfilled slot is left anywhere in the site."""
    assert not [one for one in site.rglob("*") if "molde" in one.name.lower()]
    for name in pages.names:
        html = pages[name].html
        assert not re.search(r"%%\w+%%", html), name
        assert not any("data-registro" in one.attributes for one in pages[name].elements), name
        assert 'href="registro:' not in html, name
    for path in (*site.rglob("*.xml"), *site.rglob("*.json")):
        assert "molde" not in path.read_text(encoding="utf-8"), path


def test_no_template_text_reaches_a_reader(pages: Pages) -> None:
    """No page shows Python's or a template's words for nothing."""
    for name, page in pages.items():
        found = re.findall(r"\b(?:None|Undefined|nan|True|False)\b|\{\{|\{%", page.one("main").text)
        # In English it is a word: "None yet."
        words = [one for one in found if one != "None" or not is_english(name)]
        assert not words or name.startswith("equipo/"), f"{name}: {words}"


def test_the_page_for_lost_addresses_helps(pages: Pages) -> None:
    """Whoever followed a wrong address can search, verify, or go home."""
    page = pages["404.html"]
    links = {one.attributes["href"] for one in page.one("main").find("a")}

    assert any(link.endswith("/verificar/") for link in links)
    assert any(link.endswith("/registro/") for link in links)
    assert not page.is_indexable
