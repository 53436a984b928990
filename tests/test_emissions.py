"""Reductions of greenhouse gases: sums by year, beside what was announced."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import emissions
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.statistic import Statistic
from generator.views import emissions as view
from tests.sample import agreement, model, published
from tests.view_bodies import fragment, survey, told

NAMA = {
    "nombre": "Reducciones de la NAMA",
    "columnas": [
        {"id": "concepto", "titulo": "Concepto", "tipo": "texto"},
        {"id": "periodo", "titulo": "Período", "tipo": "texto"},
        {"id": "cantidad", "titulo": "Cantidad", "tipo": "decimal"},
        {"id": "unidad", "titulo": "Unidad", "tipo": "texto"},
    ],
    "filas": [
        ["Proyectadas", "2012 a 2020", "18.4", "millones de tCO2e en todo el período"],
        ["Registradas", "al 2015", "0.8", "millones de tCO2e por año"],
    ],
    "fuentes": [{"documento": "Presentación del CPL"}],
}
Rows = Sequence[Mapping[str, Any]]


def entry(id: str, rows: Rows, **keys: Any) -> Entry[Agreement]:
    record = agreement(nombre=f"Acuerdo {id}", emisiones=list(rows), **keys)
    return Entry(id, f"acuerdos/{id}.yaml", model(Agreement, record))


def row(year: int, reduction: str, **keys: Any) -> Mapping[str, Any]:
    return {"anio": year, "reduccion_tco2e": reduction, **keys}


def table(**keys: Any) -> dict[str, Entry[Statistic]]:
    record = model(Statistic, {**NAMA, **keys})
    return {emissions.NAMA: Entry(emissions.NAMA, "estadisticas/nama.yaml", record)}


def said(*agreements: Entry[Agreement], **collections: Any) -> str:
    found = published(acuerdos={one.id: one for one in agreements}, **collections)
    return told(fragment(view.slot(survey(found))))


YEARS = st.integers(2010, 2024)
AMOUNTS = st.decimals(0, 10**6, places=1, allow_nan=False).map(str)
ROWS = st.lists(st.builds(row, YEARS, AMOUNTS), max_size=5)


@settings(max_examples=40)
@given(st.lists(st.tuples(ROWS, st.booleans()), max_size=4))
def test_nothing_is_lost_or_counted_twice(found: list[tuple[Rows, bool]]) -> None:
    """Years add up to all rows, the last accumulated sum is the whole; real and fiction part."""
    entries = [
        entry(f"a-{place}", rows, ejemplo=fiction) for place, (rows, fiction) in enumerate(found)
    ]
    rows = emissions.reductions(entries)
    years = emissions.by_year(rows)
    whole = sum((Decimal(one["reduccion_tco2e"]) for part, _ in found for one in part), Decimal(0))
    real = emissions.amount(emissions.between(rows, 0, 9999))

    assert sum((one.total for one in years), Decimal(0)) == whole == emissions.amount(rows)
    assert [one for year in years for one in year.rows] == list(rows)
    assert not years or years[-1].accumulated == whole
    assert whole - real == sum((one.examples for one in years), Decimal(0))
    assert not years or years[-1].accumulated_examples == whole - real
    assert [one.year for one in years] == sorted({one.year for one in years})


def test_the_projection_is_read_from_the_registry() -> None:
    """18.4 million for the whole period, 0.8 million a year: not a constant of the program."""
    whole, yearly = emissions.announced(table()["nama-reducciones"])

    assert (whole.amount, whole.first, whole.last, whole.yearly) == (18_400_000, 2012, 2020, False)
    assert (yearly.amount, yearly.last, yearly.yearly) == (800_000, 2015, True)


def test_a_table_in_other_words_is_not_guessed() -> None:
    """Another unit, no years, no number or other columns: there is nothing to set beside."""
    rows = [
        ["Proyectadas", "2012 a 2020", "18.4", "millones de toneladas"],
        ["Proyectadas", "pronto", "18.4", "tCO2e"],
        ["Proyectadas", "2012", "muchas", "tCO2e"],
    ]
    other = {"columnas": [{"id": "x", "titulo": "X", "tipo": "texto"}], "filas": [["tCO2e"]]}

    assert list(emissions.announced(table(filas=rows)["nama-reducciones"])) == []
    assert list(emissions.announced(table(**other)["nama-reducciones"])) == []
    assert list(emissions.announced(None)) == []


def test_the_accumulated_stands_beside_the_projection() -> None:
    """Rows of the projected years alone, and the best year up to that of the yearly amount."""
    text = said(
        entry("a", [row(2012, "920000", metodologia="Guía", verificador="Firma")]),
        entry("b", [row(2015, "400000"), row(2021, "5000000")]),
        estadisticas=table(),
    )

    assert "18.400.000 1.320.000 7,17 % con filas de 2 de 9 años" in text
    assert "800.000 920.000 en su mejor año 115 %" in text
    assert "2012 920.000 920.000 acumulado desde 2012 Acuerdo a 920.000 Guía Firma" in text
    assert "2015 400.000 1.320.000 acumulado desde 2012" in text
    assert "2 filas sin método y 2 filas sin verificador, de 3." in text
    assert "2013, 2014, 2016, 2017, 2018, 2019, 2020." in text


def test_fiction_is_not_set_beside_official_figures() -> None:
    """Examples are shown and marked; the comparison says that real agreements have no rows."""
    text = said(entry("a", [row(2015, "99")], ejemplo=True), estadisticas=table())

    assert "1 fila de ejemplo" in text and "2015 99 de ejemplo" in text
    assert "18.400.000 0 sin filas de esos años" in text


def test_without_rows_the_page_says_so() -> None:
    """No row is no zero; without a table there is nothing to compare with."""
    text = said(entry("a", []))

    assert "Ningún acuerdo de este registro tiene filas de emisiones. Eso no dice que" in text
    assert "1 acuerdo sin ninguna fila" in text
    assert "no tiene cifras publicadas" in text


def test_published_totals_are_quoted() -> None:
    """Their words, unit, day and source; they are not added to anything."""
    totals = {
        "nombre": "Totales",
        "columnas": [
            {"id": "al", "titulo": "Al", "tipo": "texto"},
            {"id": "gei", "titulo": "GEI", "unidad": "tCO2e", "tipo": "texto"},
            {"id": "fuente", "titulo": "Fuente", "tipo": "texto"},
        ],
        "filas": [["julio de 2023", "más de 1,9 millones", "diario.example"]],
        "fuentes": [{"documento": "Nota"}],
    }
    record = Entry("totales", "estadisticas/totales.yaml", model(Statistic, totals))

    text = said(estadisticas={"totales": record})

    assert "más de 1,9 millones en tCO2e; publicado: julio de 2023 · diario.example" in text
