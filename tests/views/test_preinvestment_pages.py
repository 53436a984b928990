"""Pre-investment agreements: stages, contents, guarantor and follow-up."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.days import PartialDate
from generator.model.preinvestment import Preinvestment
from generator.views import preinvestment_pages, preinvestment_time
from tests.record_bodies import body, made
from tests.sample import DAY, model, published
from tests.view_bodies import entry, fragment, page_at, survey, told, told_page

PROJECT = {
    "proyecto": "Parque de Prueba",
    "titular": "Energía de Prueba SpA",
    "rubro": "energia",
    "territorio": {"alcance": "comunal", "comunas": ["12401"]},
    "garante": "CPL",
    "etapas": [
        {"nombre": "Preparación", "meses": 2, "inicio": "2026-02-02", "termino": "2026-04-01"},
        {"nombre": "Diálogo", "meses": 12, "inicio": "2026-04-02"},
        {"nombre": "Cierre", "meses": 1},
    ],
    "contenidos": {
        "linea_base": {"estado": "acordado", "texto": "Dos años de conteo de aves."},
        "impactos": {"estado": "en_discusion"},
    },
    "certificacion_proceso": {"fecha": "2026-11-20", "documento": "Informe"},
    "estado": "en_curso",
    "fuentes": [{"documento": "Presentación del CPL"}],
}


def registry(**keys):
    record = {**PROJECT, **keys}
    return published(preinversion=entry("preinversion", "parque", Preinvestment, record))


def page(**keys):
    made_pages = made(preinvestment_pages.pages(survey(registry(**keys))))
    return page_at(made_pages, "preinversion/parque/")


def test_the_page_says_that_nothing_here_is_certified():
    """State first, then that it neither certifies nor gives the seal."""
    said = told_page(page())

    assert said.index("En curso") < said.index("no certifica una instalación")


def test_stages_lie_on_a_line_of_15_months():
    """Each as long as it lasts, with how it stands on the day and what the model gives it."""
    record = registry().preinvestments["parque"].record
    stages = preinvestment_time.stages(record, DAY)

    assert [one.length for one in stages] == [2, 12, 1] == [one.model for one in stages]
    assert [one.state for one in stages] == ["terminada", "en curso", ""]
    said = told_page(page())
    assert "tres etapas de 2, 12 y 1 meses: 15 en total. Este proceso lleva 10 meses." in said
    assert (
        "terminada desde el 2 de febrero de 2026 hasta el 1 de abril de 2026 duró 2 meses" in said
    )
    assert "lleva 8 de 12 meses" in said
    assert 'class="apl-tramo-12 apl-etapas__actual"' in body(page()) and "style=" not in body(
        page()
    )


def test_a_stage_that_takes_longer_says_by_how_much():
    """Against 2, 12 and 1 months; ended or not."""
    late = [
        {"nombre": "A", "meses": 2, "inicio": "2024-01", "termino": "2024-05"},
        {"nombre": "B", "meses": 12, "inicio": "2024-06-01"},
        {"nombre": "C", "meses": 1},
    ]
    said = told_page(page(etapas=late))

    assert "duró 5 meses, 3 más que los 2 previstos" in said
    assert "lleva 30 meses, 18 más que los 12 previstos" in said


def test_what_the_dates_do_not_tell_is_not_said():
    """A year is no month, a stage ahead has not lasted, and other stages have no model."""
    years = [
        {"nombre": "A", "inicio": "2024", "termino": "2024"},
        {"nombre": "B", "inicio": "2030"},
    ]
    found = preinvestment_time.stages(model(Preinvestment, {**PROJECT, "etapas": years}), DAY)

    assert [(one.lasted, one.model, one.over) for one in found] == [(None, None, 0)] * 2
    assert "Sin información. El modelo son tres etapas" in told_page(page(etapas=[]))


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(1, 36))
def test_months_of_whole_months_are_exact(begins, count):
    """From the first of a month to the last of another one: as many as the calendar has."""
    first = begins.replace(day=1)
    place = first.month - 1 + count - 1
    ends = PartialDate(first.year + place // 12, place % 12 + 1)

    assert preinvestment_time.months(PartialDate(first.year, first.month), ends) == count


def test_all_four_contents_are_there_recorded_or_not():
    """Baseline, impacts, local development and continuity, each with its state or none."""
    said = told_page(page())

    assert "Línea de base Acordado Dos años de conteo de aves." in said
    assert "Impactos En discusión Sin información" in said
    assert "Desarrollo local Sin información" in said
    assert "Continuidad de la participación Sin información" in said


def test_the_certification_of_the_process_is_kept_apart():
    """With its day and document, and that it is no certificate of an agreement."""
    said = told_page(page())

    assert "Certificación del proceso El 20 de noviembre de 2026. Informe" in said
    assert "no es un certificado de APL" in said


def test_the_place_leads_to_comuna_and_region():
    """A comuna with its region; a project without territory says that it is unknown."""
    html = body(page())

    assert 'href="../../comunas/natales/"' in html
    assert 'href="../../regiones/magallanes/"' in html
    assert "Dónde Sin información" in told_page(page(territorio={"alcance": "sin_informacion"}))


def test_the_list_counts_what_is_agreed():
    """Holder, place, state and how many of the four contents are settled."""
    said = told(fragment(preinvestment_pages.list_slot(survey(registry()))))

    assert (
        "Parque de Prueba Energía de Prueba SpA · Natales 1 de 4 contenidos acordados En curso"
        " Etapa 2, Diálogo: lleva 8 de 12 meses Proceso certificado el 20 de noviembre de 2026"
    ) in said
