"""Badges as pictures."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from generator import decision
from generator.show.badge import picture
from generator.views.badges import WIDTH, Badge, certificate_badge
from tests.record_bodies import SITE
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.show_files import press
from tests.tabs import tab

SVG = "{http://www.w3.org/2000/svg}"
LONG = {
    "razon_social": "Sociedad de Productores y Productoras de Nombre Larguísimo del Maule Ltda.",
    "nombre": "Planta | 'norte' \"sur\" <script>alert(1)</script> &amp; ]]> WWWWWWWWWWWWWWWWWWWW",
}


def _badge(example: bool = False, **keys: object) -> Badge:
    plant = element(adhesion(certificate(**keys)), nombre=LONG["nombre"])
    whole = company(plant, razon_social=LONG["razon_social"], ejemplo=example)
    registry = published(whole, {"acuerdo": agreement(ejemplo=example)})
    granted = registry.certificates["ABCD-EFGG"]
    return certificate_badge(decision.certificate(registry, granted, SITE.day), granted, SITE)


def _drawn(badge: Badge) -> str:
    return picture(press(SITE), badge).decode()


def test_a_picture_is_sound_and_told_to_those_who_do_not_see_it() -> None:
    """Well-formed, an image by role, with a title that says all and a description that leads on."""
    root = ElementTree.fromstring(_drawn(_badge()))
    named = {one.get("id"): one.text or "" for one in root if one.get("id")}
    title, leads = (named[id] for id in str(root.get("aria-labelledby")).split())

    assert root.get("role") == "img"
    for words in (LONG["nombre"], LONG["razon_social"], "ABCD-EFGG", "10 de enero de 2028"):
        assert words in title
    assert "https://registro.example/v/ABCDEFGG/" in leads


def test_a_picture_asks_for_nothing_and_runs_nothing() -> None:
    """No script, no frame, no font or image from elsewhere: it works in any page."""
    root = ElementTree.fromstring(_drawn(_badge()))
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}

    assert tags == {"svg", "title", "desc", "style", "rect", "path", "text"}
    assert not re.search(r"url\(|@import|@font-face", _drawn(_badge()))
    assert not [
        key for one in root.iter() for key in one.attrib if "href" in key or key[:2] == "on"
    ]


def test_the_days_are_never_cut() -> None:
    """However long the names, the picture says until when; only names end in an ellipsis."""
    shown = [one.text or "" for one in ElementTree.fromstring(_drawn(_badge())).iter(f"{SVG}text")]

    assert "hasta el 10 de enero de 2028" in shown
    assert any("registro.example/v/ABCDEFGG" in one for one in shown)
    assert [one.endswith("…") for one in shown] == [False, True, True, False, False, False]


def test_names_that_do_not_fit_are_counted() -> None:
    """Half a list of installations would be read as the whole of it."""
    held = replace(_badge(), whose="Por Planta Uno y Planta Dos", whose_short="Por 2 de ellas")
    many = replace(held, whose=f"Por {', '.join(f'Planta Número {n}' for n in range(9))}")

    assert "Por Planta Uno y Planta Dos<" in _drawn(held)
    assert "Por 2 de ellas<" in _drawn(many)


def test_an_example_is_one_in_the_picture() -> None:
    """The band stands in the picture itself, and in no real one."""
    assert "EJEMPLO FICTICIO" in _drawn(_badge(example=True))
    assert "EJEMPLO" not in _drawn(_badge())


@pytest.mark.parametrize("face", ["Arial", "DejaVu Sans"])
def test_every_text_stays_inside(browser: Browser, face: str) -> None:
    """In a narrow and in a wide face no text reaches beyond the plate."""
    with tab(browser) as page:
        page.set_content(_drawn(_badge(example=True)))
        page.add_style_tag(content=f"svg text {{ font-family: '{face}' !important }}")
        ends = page.evaluate(
            "[...document.querySelectorAll('text')].map(e => { const b = e.getBBox();"
            " return b.x + b.width })"
        )

    assert len(ends) == 7 and max(ends) <= WIDTH - 10


_STATES = ({}, {"vigente_hasta": "2026-01-10"}, {"suspensiones": [{"desde": "2026-11-01"}]})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("keys", _STATES)
def test_every_text_stands_out(browser: Browser, scheme: str, keys: dict[str, object]) -> None:
    """On its own plate, light or dark, each text has the contrast that WCAG asks: 4.5 to 1."""
    with tab(browser, color_scheme=scheme) as page:
        page.set_content(_drawn(_badge(example=True, **keys)))
        plate, band, *inks = page.evaluate(
            "[document.querySelector('rect'), [...document.querySelectorAll('path')].at(-1),"
            " ...document.querySelectorAll('text')].map(e => getComputedStyle(e).fill)"
        )

    *on_plate, on_band = inks
    assert min(_contrast(ink, plate) for ink in on_plate) >= 4.5
    assert _contrast(on_band, band) >= 4.5


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(one) / 255 for one in re.findall(r"\d+", colour)[:3])
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
