"""The home page's first answer: how many hold here, and how many were published."""

import pytest

from generator.load import Entry
from generator.model.statistic import Statistic
from generator.views import headline
from tests.sample import adhesion, certificate, company, element, model, published
from tests.view_bodies import fragment, survey, told

COLUMNS = [
    {"id": "al", "titulo": "Al", "tipo": "texto"},
    {"id": "certificados", "titulo": "Certificados", "tipo": "entero"},
    {"id": "unidad-certificados", "titulo": "Unidad", "tipo": "texto"},
    {"id": "fuente", "titulo": "Fuente", "tipo": "texto"},
]


def said(*rows, columns=COLUMNS, **keys):
    """What the slot says, given a plant with a certificate and a published table of these rows."""
    table = model(Statistic, {"nombre": "Totales", "columnas": columns, "filas": list(rows)})
    entry = Entry(headline.TOTALS, "x.yaml", table)
    registry = published(
        company(element(adhesion(certificate())), **keys), estadisticas={headline.TOTALS: entry}
    )
    return told(fragment(headline.slot(survey(registry))))


def test_the_largest_published_count_of_installations_stands_beside_ours():
    """Other units are not comparable; the number keeps its day and source."""
    text = said(
        ["2012", "586", "empresas", "CPL"],
        ["julio de 2021", "3135", "instalaciones", "cenem.cl"],
        ["durante 2024", "245", "instalaciones", "ASCC"],
    )

    assert "1 instalación con certificado vigente En este registro, al 23 de noviembre" in text
    assert (
        "3.135 instalaciones certificadas según fuentes públicas A julio de 2021, cenem.cl." in text
    )
    assert "586" not in text and "245" not in text


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([["2021", "1", "instalaciones", "x"]], COLUMNS),
        ([["2021", "9", "empresas", "x"]], COLUMNS),
        ([["2021", "9"]], COLUMNS[:2]),
    ],
    ids=["no more than ours", "another unit", "another table"],
)
def test_a_number_that_adds_nothing_is_left_out(rows, columns):
    """What this register holds itself, or what cannot be compared with it, is not repeated."""
    assert "según fuentes públicas" not in said(*rows, columns=columns)


def test_examples_do_not_outweigh_what_was_published():
    """Fiction is no progress: ten made-up plants do not hide one that was published."""
    assert "según fuentes públicas" in said(["2021", "1", "instalaciones", "x"], ejemplo=True)
