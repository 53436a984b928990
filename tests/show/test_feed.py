"""Feeds, as a feed reader and an XML parser read them."""

from datetime import date
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from generator.registry import Registry
from generator.views.follow import MOST_ENTRIES
from tests.record_bodies import SITE
from tests.sample import (
    CODES,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    published,
    seal,
)
from tests.show_files import made, on

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "feeds/cambios.atom"
CORRECTION = {
    "fecha": "2026-07-01",
    "campo": "comuna",
    "decia": "Talca & <Maule>",
    "dice": "«Maule»",
    "motivo": "Error",
}


def _whole(ended: bool = True, **keys: object) -> Registry:
    """A certificate of each fate, a seal that ended, and a correction."""
    held = (
        certificate(CODES[0], suspensiones=[{"desde": "2026-01-01", "hasta": "2026-02-01"}]),
        certificate(CODES[2], fecha="2023-06-01", vigente_hasta="2025-06-01"),
        certificate(CODES[3], fecha="2025-05-01", renueva=CODES[2]),
        certificate(CODES[4], anulacion={"fecha": "2026-03-01"}),
    )
    if ended:
        keys["termino"] = {"fecha": "2026-05-01"}
    granted = seal(CODES[0], **keys)
    return published(
        company(element(adhesion(*held)), correcciones=[CORRECTION]),
        {"acuerdo": agreement(fechas={"firma": "2023-03"})},
        {"s": granted},
    )


def _read(registry: Registry, path: str = ALL, day: date = SITE.day) -> Any:
    found = feedparser.parse(made(registry, on(day))[path])
    assert not found.bozo, found.get("bozo_exception")
    return found


def _kinds(found: Any) -> list[str]:
    return [one.tags[0].term for one in found.entries]


def test_it_tells_what_happened_newest_first() -> None:
    """Every kind of change has its entry, with the day of the record."""
    found = _read(_whole())

    assert _kinds(found) == [
        "correccion",
        "sello_terminado",
        "anulado",
        "suspension_terminada",
        "suspendido",
        "vencido",
        "renovado",
        "sello",
        "certificado",
        "certificado",
        "certificado",
        "firma",
    ]
    days = [one.updated for one in found.entries]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2026-07-01T15:00:00Z" == found.feed.updated


@pytest.mark.parametrize("path", [ALL, "feeds/acuerdos/acuerdo.atom", "feeds/regiones/maule.atom"])
def test_it_has_what_the_format_asks_for(path: str) -> None:
    """RFC 4287: one id, title and moment for feed and entries, an author, links that differ."""
    root = ElementTree.fromstring(made(_whole())[path])
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed" and entries
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for one in (root, *entries):
        for name in ("id", "title", "updated"):
            (found,) = one.findall(f"{ATOM}{name}")
            assert found.text
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{SITE.url}{path}" == root.findtext(f"{ATOM}id")
    assert str(links["alternate"]).startswith(SITE.url)
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == len(ids)


def test_an_agreement_and_a_region_tell_their_own() -> None:
    """What another agreement's element did, elsewhere, is in neither; the seal is in both."""
    other = element(
        adhesion(certificate(CODES[2]), acuerdo="otro"), id="otra", nombre="Otra", comuna="13101"
    )
    registry = published(
        company(element(adhesion(certificate())), other),
        {"acuerdo": agreement(), "otro": agreement(nombre="Otro")},
        {"s": seal()},
    )
    titles = {
        path: sorted(one.title for one in _read(registry, f"feeds/{path}.atom").entries)
        for path in ("acuerdos/acuerdo", "regiones/maule", "acuerdos/otro")
    }

    mine = [
        "Certificado: Planta Talca, Conservas Inventadas SpA",
        "Contrato de sello: Conservas Inventadas SpA",
    ]
    assert titles["acuerdos/acuerdo"] == titles["regiones/maule"] == mine
    assert titles["acuerdos/otro"] == ["Certificado: Otra, Conservas Inventadas SpA"]


@pytest.mark.parametrize("path", ["acuerdos/acuerdo", "regiones/maule"])
@pytest.mark.parametrize("ended", ["sello_terminado", "sello_vencido"])
def test_every_kind_of_change_is_told_to_who_follows_one(path: str, ended: str) -> None:
    """An agreement's feed and a region's have all that the feed of all has, of their elements."""
    corrected = {"fecha": "2026-08-01", "campo": "hasta", "decia": "2028", "dice": "2028-01-10"}
    whole = _whole(ended == "sello_terminado", correcciones=[{**corrected, "motivo": "Error"}])
    found = _read(whole, f"feeds/{path}.atom", date(2028, 6, 1))
    kinds = set(_kinds(found))

    told = {"certificado", "renovado", "vencido", "suspendido", "anulado", "sello", "correccion"}
    assert told <= kinds and ended in kinds
    assert ("firma" in kinds) == (path == "acuerdos/acuerdo")
    seals = [one.title for one in found.entries if one.title.startswith("Corrección: sello")]
    assert seals == ["Corrección: sello 2345-6789"]


def test_a_former_id_of_an_agreement_still_counts() -> None:
    """Records that name it as it was once called are told under its name of today."""
    plant = element(adhesion(certificate(), acuerdo="antes"))
    registry = published(company(plant), {"acuerdo": agreement(ids_anteriores=["antes"])})

    assert len(_read(registry, "feeds/acuerdos/acuerdo.atom").entries) == 1
    assert b"VEVENT" in made(registry)["calendario/acuerdos/acuerdo.ics"]


def test_the_identity_of_an_entry_outlives_a_corrected_day() -> None:
    """A reader sees the same entry at its new day, not a second one."""
    ids = [
        _read(published(company(element(adhesion(certificate(fecha=day)))))).entries[0].id
        for day in ("2025-01-10", "2025-01-12")
    ]

    assert ids[0] == ids[1] == "https://registro.example/v/ABCDEFGG/#certificado"


def test_texts_are_texts() -> None:
    """Signs of markup in a record come back as they were written."""
    root = ElementTree.fromstring(made(_whole())[ALL])
    summary = root.findtext(f"{ATOM}entry/{ATOM}summary")

    assert "decía «Talca & <Maule>», dice ««Maule»»" in str(summary)


def test_only_the_latest_are_told() -> None:
    """A feed of a long history stays small."""
    signed = {
        f"a{n}": agreement(fechas={"firma": f"20{n // 12:02}-{n % 12 + 1:02}-01"})
        for n in range(MOST_ENTRIES + 20)
    }
    found = _read(published(agreements=signed))

    assert len(found.entries) == MOST_ENTRIES
    assert found.entries[0].link.endswith(f"/acuerdos/a{MOST_ENTRIES + 19}/")


def test_nothing_of_tomorrow_is_told() -> None:
    """An expiry is told from the day after the last one on."""
    registry = published(company(element(adhesion(certificate()))))

    assert _kinds(_read(registry, day=date(2028, 1, 10))) == ["certificado"]
    assert _kinds(_read(registry, day=date(2028, 1, 11))) == ["vencido", "certificado"]


def test_an_empty_feed_is_a_feed() -> None:
    """Somebody may follow an agreement before anything happens in it."""
    found = _read(published(), "feeds/acuerdos/acuerdo.atom")

    assert not found.entries
    assert found.feed.updated == "2026-11-23T15:00:00Z"


def test_an_example_says_so() -> None:
    """In the title and text of its entries, and in the feed's own words."""
    plant = company(element(adhesion(certificate())), ejemplo=True)
    found = _read(published(plant, {"acuerdo": agreement(ejemplo=True)}))

    own = _read(
        published(plant, {"acuerdo": agreement(ejemplo=True)}), "feeds/acuerdos/acuerdo.atom"
    )

    assert own.feed.title.startswith("[Ejemplo] ")
    assert found.entries[0].title.startswith("[Ejemplo] ")
    assert "ficticio" in found.entries[0].summary
    assert "ejemplo" in found.feed.subtitle


def test_a_withdrawn_record_is_not_named() -> None:
    """That a record was withdrawn is told, and nothing of which one."""
    gone = company(baja={"fecha": "2026-01-02", "motivo": "privacidad"})
    content = made(published({"empresa-retirada": gone}))[ALL].decode()

    assert "Se retiró una ficha del registro." in content
    assert "empresa-retirada" not in content and "Inventadas" not in content
