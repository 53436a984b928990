"""The scheme sheets of agreements, in Spanish and English."""

import pytest

from generator.views import editions, scheme_pages
from tests.record_bodies import ENGLISH, body
from tests.sample import CODES, adhesion, agreement, certificate, company, element, published
from tests.view_bodies import page_at, survey, told

PATHS = ("acuerdos/acuerdo/esquema/", "en/acuerdos/acuerdo/esquema/")


def sheets(registry):
    found = editions.pairs(scheme_pages.pages(survey(registry)), ENGLISH)
    return {one.path: one() for one in found}


def words(registry):
    return [told(body(page_at(sheets(registry), path))) for path in PATHS]


def test_what_no_source_says_is_not_made_up():
    """A bare agreement's sheet says of each such point that it is not on record."""
    spanish, english = words(published())

    assert spanish.count("No consta") >= 6
    assert english.lower().count("not on record") >= 6


def test_the_sheet_tells_what_the_record_tells():
    """Targets, validity, validation and disputes are those of the agreement."""
    keys = {
        "entidad_gestora": "Gremio Inventado A.G.",
        "vigencia_certificado_anios": 3,
        "requiere_validacion": True,
        "metas_declaradas": 8,
        "acciones_declaradas": 42,
        "solucion_controversias": "El comité coordinador.",
    }
    spanish, english = words(published(agreements={"acuerdo": agreement(**keys)}))

    for text, told_there in (
        (spanish, ("8 metas y 42 acciones", "3 años", "Sí: después de la auditoría final")),
        (english, ("8 targets and 42 actions", "3 years", "Yes, after the final audit")),
    ):
        for one in (*told_there, "Gremio Inventado A.G.", "El comité coordinador."):
            assert one in text


def test_practice_counts_what_happened_by_the_day():
    """Audits with their firms, certificates, suspensions, annulments and withdrawals."""
    audits = [
        {"tipo": "final", "fecha": "2024-12-01", "aplican": 3, "cumplen": 3, "auditor": "Firma SpA"}
    ]
    held = certificate(CODES[0], suspensiones=[{"desde": "2026-01-01", "hasta": "2026-02-01"}])
    ended = certificate(CODES[1], anulacion={"fecha": "2026-11-24"})
    registry = published(
        company(
            element(adhesion(held, auditorias=audits), id="a"),
            element(adhesion(ended, retiro={"fecha": "2026-03-01"}), id="b"),
        )
    )
    found = scheme_pages.practice(survey(registry), "acuerdo")

    assert (found.firms, found.audits, found.certificates) == (("Firma SpA",), 1, 2)
    assert (found.suspended, found.annulled, found.withdrawn) == (1, 0, 1)


def test_each_sheet_names_the_other():
    """Search engines and readers find the same page in the other language."""
    pages = sheets(published())

    assert [pages[path].other_language for path in PATHS] == [*reversed(PATHS)]
    assert [pages[path].language for path in PATHS] == ["es", "en"]
    for path in PATHS:
        assert f"{pages[path].other_language}" in body(pages[path])


@pytest.mark.parametrize("example", [True, False])
def test_a_fictional_sheet_says_so(example):
    """Example agreements say it on top, and machines are told nothing of them."""
    registry = published(agreements={"acuerdo": agreement(ejemplo=example)})
    spanish, english = words(registry)

    assert ("Registro de ejemplo" in spanish, "Example record" in english) == (example, example)
    assert all(bool(page.nodes) != example for page in sheets(registry).values())
