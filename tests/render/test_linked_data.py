"""What machines read of a page, as the script element that holds it."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.mould import compile_mould
from generator.render.linked_data import of_page, script
from generator.views.page import Crumb, Page, Site

OPENING, ENDING = '<script type="application/ld+json">', "</script>"


def page(**more: object) -> Page:
    keys = {"path": "v/X/", "mould": "m", "template": "t", "title": "T", "description": "d"}
    return Page(**{**keys, "context": {}, **more})  # type: ignore[arg-type]


@given(st.text() | st.sampled_from(["</script><b>", "<!--<script>", "]]>", "%%cuerpo%%", "\u2028"]))
def test_no_text_ends_the_element(text: str) -> None:
    """Whatever a record says comes back as it was, and no parser or mould sees a mark in it."""
    html = script([{"name": text}])
    inside = html.removeprefix(OPENING).removesuffix(ENDING)

    assert json.loads(inside)["@graph"] == [{"name": text}]
    assert not {"<", ">", "&", "%", "\u2028"} & set(inside)
    assert len(compile_mould(f"%%cuerpo%%{html}", "x").pieces) == 3


def test_a_page_says_how_one_gets_there() -> None:
    """Each step has its number and address; the last is the page."""
    site = Site("https://x.example/", date(2026, 11, 23))
    html = of_page(site, page(crumbs=(Crumb("Sellos", "sellos/"),)))
    (trail,) = json.loads(html.removeprefix(OPENING).removesuffix(ENDING))["@graph"]

    assert [
        (one["position"], one["name"], one.get("item")) for one in trail["itemListElement"]
    ] == [
        (1, "Inicio", "https://x.example/"),
        (2, "Sellos", "https://x.example/sellos/"),
        (3, "T", None),
    ]


def test_without_a_public_address_machines_are_told_nothing() -> None:
    """Names of things are whole addresses, and here there are none."""
    assert of_page(Site("", date(2026, 11, 23)), page(crumbs=(Crumb("S", "s/"),))) == ""
