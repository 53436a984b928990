"""Pre-investment agreements: stages, contents, guarantor and follow-up."""

from generator.model.preinvestment import Preinvestment
from generator.views import preinvestment_pages
from tests.record_bodies import body, made
from tests.sample import published
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
    """Each as long as it lasts, with how it stands on the day."""
    stages = preinvestment_pages.stages(
        survey(registry()), registry().preinvestments["parque"].record
    )

    assert [one.share for one in stages] == [13.33, 80.0, 6.67]
    assert [one.state for one in stages] == ["terminada", "en curso", ""]
    assert "En total, 15 meses." in told_page(page())
    assert 'data-parte="80"' in body(page())


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
        in said
    )
