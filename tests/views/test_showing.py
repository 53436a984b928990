"""The part of a code's page from which its holder takes the badge away."""

from html.parser import HTMLParser

from generator.views import owned_pages
from generator.views.page import Page, Site
from tests.record_bodies import SITE, body, page_of, words
from tests.sample import adhesion, certificate, company, element, published, seal


def _page(site: Site = SITE, name: str = "Planta Talca", **keys: object) -> Page:
    registry = published(company(element(adhesion(certificate(**keys)), nombre=name)))
    return page_of(owned_pages, registry, "v/ABCDEFGG/", site)


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_snippet_is_an_image_with_a_link_and_nothing_else():
    """No script, no frame; a text in place of the picture, whatever characters a name has."""
    page = _page(name="Planta \"<b>\" & 'Co'")
    (link, to), (image, shown) = _Tags(page.context["show"].snippet).found

    assert (link, to) == ("a", {"href": "https://registro.example/v/ABCDEFGG/"})
    assert image == "img"
    assert shown["src"] == "https://registro.example/insignias/ABCDEFGG.svg"
    assert "la instalación Planta \"<b>\" & 'Co', de Conservas" in str(shown["alt"])
    assert "vence el 10 de enero de 2028" in str(shown["alt"])


def test_the_page_shows_the_badge_and_its_snippet_as_text():
    """A preview from the site's own file, and the HTML to copy, shown as it is."""
    html = body(_page())

    assert 'src="../../insignias/ABCDEFGG.svg"' in html
    assert "&lt;a href=&#34;https://registro.example/v/ABCDEFGG/&#34;&gt;" in html
    assert 'data-copiar="codigo_insignia" hidden' in html


def test_what_may_not_be_shown_says_why():
    """A suspended certificate offers no snippet, and says what its badge says now."""
    page = _page(suspensiones=[{"desde": "2026-11-01"}])
    said = words(page)

    assert "Hoy no corresponde mostrarlo. Mientras dure, no cuenta como vigente" in said
    assert "ahora dice «Suspendido»" in said
    assert "<pre" not in body(page)


def test_a_certificate_does_not_lend_the_seal():
    """Its badge is no permission to use the blue star."""
    assert "No es la Estrella Azul ni autoriza a usarla" in words(_page())


def test_a_seal_is_offered_too():
    """A seal in force has its badge, and the contract says where the emblem goes."""
    registry = published(company(element(adhesion(certificate()))), seals={"s": seal()})
    page = page_of(owned_pages, registry, "v/23456789/")

    assert "Mostrar este sello" in words(page)
    assert "insignias/23456789.svg" in page.context["show"].snippet


def test_without_a_public_address_nothing_is_offered():
    """A site that does not know its address has neither badge nor QR, and promises none."""
    page = _page(Site("", SITE.day))

    assert page.context["show"] is None
    assert "qr/" not in body(page) and "insignias/" not in body(page)


def test_the_sheet_says_that_the_register_is_the_proof():
    """QR, address and day of the data stand beside the sentence."""
    page = _page()
    html, said = body(page), words(page)

    assert 'src="../../qr/ABCDEFGG.svg"' in html
    assert "La prueba es el registro, no este papel." in said
    assert "https://registro.example/v/ABCDEFGG/ Datos al 23 de noviembre de 2026" in said
