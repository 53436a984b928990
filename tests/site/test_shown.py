"""What shows the register elsewhere, in the built site."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.site.addresses import target
from tests.site.asking import ended_certificate, lasting_certificate
from tests.site.facts import Facts
from tests.site.outline import Outline, Pages
from tests.site.reading import Reader, reading

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://registro-apl.example/"
SHOWN = ("insignias", "qr", "feeds", "calendario")


@pytest.mark.parametrize("site_name", ["site", "offline_site", "hostile_site"])
def test_every_code_has_badge_and_qr(request: pytest.FixtureRequest, site_name: str) -> None:
    """Wherever a code has a page that is not of a withdrawn record, it has both pictures."""
    site = request.getfixturevalue(site_name)
    pictures = {path.stem for path in site.glob("insignias/*.svg")}

    assert pictures
    assert pictures == {path.stem for path in site.glob("qr/*.svg")}
    for code in pictures:
        ElementTree.parse(site / f"insignias/{code}.svg")
        assert f"qr/{code}.svg" in (site / f"v/{code}/index.html").read_text("utf-8")


def test_a_record_makes_few_files(site: Path, facts: Facts) -> None:
    """Pages, data and all that shows it: at most six files for each company and each code."""
    files = Counter(
        path.parent.name if path.name == "index.html" else path.stem
        for path in site.rglob("*")
        if path.is_file()
    )
    companies = facts.records["empresas"]
    ruts = {id: files[one["rut"]] for id, one in companies.items() if "rut" in one}

    assert all(1 <= files[code] <= 6 for code in facts.codes)
    assert all(1 <= files[id] + ruts.get(id, 0) <= 6 for id in companies)


def test_calendars_and_feeds_are_read(hostile_site: Path, site: Path) -> None:
    """Hostile names among them, each is read by a calendar program and an XML parser."""
    for folder in (site, hostile_site):
        for path in folder.rglob("*.ics"):
            Calendar.from_ical(path.read_bytes())
        for path in folder.rglob("*.atom"):
            assert ElementTree.parse(path).getroot().tag == f"{ATOM}feed"


def test_a_site_without_address_has_none(
    homeless_site: Path, pages_of: Callable[..., Pages]
) -> None:
    """Nothing leads back to an address that nobody knows, and no page promises it."""
    assert not [one for one in SHOWN if (homeless_site / one).exists()]
    for name, page in pages_of("homeless_site").items():
        assert "application/atom+xml" not in page.html, name
        assert "webcal:" not in page.html, name


def _feeds(page: Outline, name: str) -> set[str]:
    return {
        target(name, address).file
        for element, address in page.links
        if element.attributes.get("type") == "application/atom+xml"
    }


def test_pages_lead_feed_readers_to_their_feeds(pages: Pages, facts: Facts) -> None:
    """Every page names the feed of all, an agreement and a region theirs besides."""
    id = next(iter(facts.records["acuerdos"]))
    for name in ("index.html", f"acuerdos/{id}/index.html", "regiones/maule/index.html"):
        own = {"feeds/cambios.atom"}
        if name != "index.html":
            own.add(f"feeds/{name.removesuffix('/index.html')}.atom")
        assert _feeds(pages[name], name) == own


def test_pages_offer_their_calendar(pages: Pages, facts: Facts) -> None:
    """A company, an agreement and a region: a file, and the address that programs subscribe to."""
    company, agreement = (next(iter(facts.records[one])) for one in ("empresas", "acuerdos"))
    for name in (f"empresas/{company}", f"acuerdos/{agreement}", "regiones/maule"):
        links = {link for _, link in pages.at(f"{name}/").links}
        assert f"webcal://registro-apl.example/calendario/{name}.ics" in links
        assert any(link.endswith(f"calendario/{name}.ics") and ".." in link for link in links)


def test_the_page_of_changes_tells_what_the_feed_tells(pages: Pages, site: Path) -> None:
    """The same events in the same order, without JavaScript and without a feed reader."""
    root = ElementTree.parse(site / "feeds/cambios.atom").getroot()
    told = pages.at("cambios/").one("main").text
    place, entries = 0, root.findall(f"{ATOM}entry")
    for one in entries:
        sentence = (one.findtext(f"{ATOM}summary") or "").removeprefix(
            "Registro de ejemplo, ficticio. "
        )
        assert sentence in told[place:]
        place = told.index(sentence, place) + 1

    assert len(entries) > 20


def test_the_badge_is_seen_and_its_snippet_copied(
    browser: Browser, address: str, facts: Facts
) -> None:
    """The preview is the picture itself; the button copies exactly what stands there."""
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with reading(browser, address, **options) as reader:
        page = reader.open(f"v/{lasting_certificate(facts).code}/")
        loaded = page.locator(".apl-insignia img").evaluate("e => e.complete && e.naturalWidth")
        page.get_by_role("button", name="Copiar el código").click()
        expect(page.get_by_role("button", name="Código copiado")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")

        assert loaded
        assert copied == page.locator("#codigo_insignia").inner_text()
        page.set_content(copied.replace(URL, address))
        picture = page.get_by_role("link").get_by_role("img")
        expect(picture).to_be_visible()
        assert re.search(
            r"Certificado de producción limpia .*; vence el ", str(picture.get_attribute("alt"))
        )


def test_what_is_suspended_is_not_offered(reader: Reader, facts: Facts) -> None:
    """The page says why, and shows what the badge says meanwhile."""
    page = reader.open(f"v/{ended_certificate(facts, 'suspendido').code}/")

    expect(page.locator(".apl-mostrar")).to_contain_text("Hoy no corresponde mostrarlo")
    assert not page.locator("#codigo_insignia").count()
