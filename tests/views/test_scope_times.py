"""Pages of agreements, regions, trades and sectors: their own blocks, each of its own elements."""

import pytest

from generator.views.scope_figures import scope_figures
from tests.sample import CODES, adhesion, agreement, certificate, company, element, published, rolls
from tests.view_bodies import survey

EXPIRED = certificate(CODES[1], fecha="2023-06-15", vigente_hasta="2024-06-15")
PLANTS = (
    element(adhesion(certificate(CODES[0]), fecha="2024-03-01"), id="a", comuna="07101"),
    element(adhesion(EXPIRED, fecha="2022-03-01"), id="b", comuna="07101"),
    element(adhesion(fecha="2025-03-01"), id="c", comuna="13101"),
)
HELD = {"acuerdo": agreement(nominas=rolls("completa"))}
REGISTRY = published(company(*PLANTS, rubro="vino", ciiu="1102"), HELD)

SCOPES = {
    "acuerdos/acuerdo": ("acuerdos/acuerdo/", 3),
    "regiones/07": ("regiones/maule/", 2),
    "rubros/vino": ("rubros/vino/", 3),
    "sectores/11": ("sectores/11/", 3),
}


def figures(scope, registry=REGISTRY):
    """A page's figures by their anchors."""
    page = SCOPES.get(scope, ("otra/", 0))[0]
    return {one.anchor: one for one in scope_figures(survey(registry), scope, page)}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_page_has_the_blocks_of_the_country(scope):
    """Funnel, years, months to the certificate, states, expiries: each with its own file."""
    found, (page, adhered) = figures(scope), SCOPES[scope]

    assert list(found) == [
        "embudo",
        *(["cumplimiento"] if scope.startswith("acuerdos") else []),
        *("en-el-tiempo", "plazo", "certificados", "vencimientos"),
    ]
    assert found["en-el-tiempo"].rows[-1][1] == adhered
    assert len({one.csv for one in found.values()}) == len(found)
    for one in found.values():
        assert one.page == page and one.where and one.csv.startswith("estadisticas/")
        assert one.coverage or one.lists


def test_each_counts_its_own_elements_only():
    """Of the Maule: one of two is still valid, and both took months to be certified."""
    found = figures("regiones/07")

    assert [(str(row[0]), *row[1:]) for row in found["en-el-tiempo"].rows] == [
        ("2022-12-31", 1, 0, 0, 0),
        ("2023-12-31", 1, 1, 100, 1),
        ("2024-12-31", 2, 1, 50, 0),
        ("2025-12-31", 2, 2, 100, 1),
        ("2026-11-23", 2, 2, 100, 1),
    ]
    assert {row[0]: row[2] for row in found["certificados"].rows if row[2]} == {
        "vigente": 1,
        "vencido": 1,
    }
    assert [str(row[0]) for row in found["vencimientos"].rows if row[1]] == ["2028-01"]
    assert [row[0] for row in found["plazo"].rows if row[1]] == ["6 a 11", "12 a 17"]


def test_years_before_the_first_adhesion_are_not_told():
    """The region's first adhesion came years after the country's."""
    rows = figures("regiones/13")["en-el-tiempo"].rows

    assert [str(row[0]) for row in rows] == ["2025-12-31", "2026-11-23"]


def test_where_nothing_is_certified_nothing_more_is_shown():
    """No empty pictures: the funnel says it already."""
    found = figures("regiones/07", published(company(element(adhesion())), HELD))

    assert list(found) == ["embudo", "en-el-tiempo"]
