"""Published tables: their pages, their list, and tables inside other pages."""

from generator.model.statistic import Statistic
from generator.views import statistic_pages
from tests.record_bodies import body, made
from tests.sample import published
from tests.view_bodies import entry, fragment, page_at, survey, told, told_page

TABLE = {
    "nombre": "Adhesión por tamaño",
    "descripcion": "Cuántas adhirieron.",
    "unidad": "empresas",
    "al": "2012",
    "columnas": [
        {"id": "tamano", "titulo": "Empresas", "tipo": "texto"},
        {"id": "adhieren", "titulo": "Adhieren", "unidad": "empresas", "tipo": "entero"},
        {"id": "parte", "titulo": "Parte", "unidad": "%", "tipo": "porcentaje"},
        {"id": "emision", "titulo": "Emisión", "unidad": "tCO2e", "tipo": "decimal"},
    ],
    "filas": [["Micro", "1519", "15", "18.4"], ["Total", "2000", "", "-0.5"]],
    "notas": "La lámina da solo el porcentaje.",
    "fuentes": [
        {"documento": "Presentación del CPL", "nota": "Lámina 9."},
        {"url": "https://ejemplo.example/tabla", "consultada": "2026-11-20"},
    ],
}


def registry(**keys):
    rows = [[one if one else "x" for one in row] for row in TABLE["filas"]]
    record = {**TABLE, "filas": rows, **keys}
    found = entry("estadisticas", "tabla", Statistic, record)
    return published(estadisticas=found)


def test_values_are_written_as_their_column_says():
    """Thousands with a point, decimals with a comma, per cent with its sign."""
    said = told_page(
        page_at(made(statistic_pages.pages(survey(registry()))), "estadisticas/tabla/")
    )

    assert "Micro 1.519 15 % 18,4" in said
    assert "Adhesión por tamaño, en empresas, al 2012" in said


def test_a_page_has_unit_day_notes_and_sources():
    """Whoever reads the table knows where it comes from and what to mind."""
    page = page_at(made(statistic_pages.pages(survey(registry()))), "estadisticas/tabla/")
    said, html = told_page(page), body(page)

    assert "Fecha de los datos 2012" in said and "Unidad empresas" in said
    assert "La lámina da solo el porcentaje." in said
    assert "Presentación del CPL. Lámina 9." in said
    assert 'href="https://ejemplo.example/tabla"' in html
    assert "Consultada el 20 de noviembre de 2026" in said


def test_a_value_that_is_no_number_stays_as_its_source_has_it():
    """Text in a column of numbers is shown, never turned into something else."""
    table = statistic_pages.table(registry().statistics["tabla"])

    assert (table.rows[1][2].text, table.rows[1][2].number) == ("x", None)


def test_a_slot_shows_the_table_with_its_source_and_page():
    """The table leads to its own page and names its sources below."""
    html = fragment(statistic_pages.table_slot(survey(registry()), "tabla"))

    assert 'href="./estadisticas/tabla/"' in html
    assert "Fuentes: Presentación del CPL; https://ejemplo.example/tabla." in told(html)


def test_a_registry_that_lacks_the_table_is_no_fault():
    """One honest line in its place."""
    assert told(fragment(statistic_pages.table_slot(survey(published()), "otra"))) == (
        "Este registro no tiene esa tabla."
    )


def test_the_list_has_every_table_with_its_day():
    """Name, description and day; a line where there is none."""
    said = told(fragment(statistic_pages.list_slot(survey(registry()))))

    assert "Adhesión por tamaño Cuántas adhirieron. al 2012" in said
    assert "aún no tiene tablas" in fragment(statistic_pages.list_slot(survey(published())))
