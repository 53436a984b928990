"""Regional programmes: eight steps, goals, progress and companies."""

from generator.model.programme import Programme
from generator.views import programme_pages
from tests.record_bodies import made
from tests.sample import company, published
from tests.view_bodies import entry, fragment, page_at, survey, told, told_page

PROGRAMME = {
    "nombre": "Programa del Maule",
    "region": "07",
    "desde": "2024-03",
    "financiamiento": [{"fuente": "FNDR", "monto": "1483.5", "unidad": "millones de pesos"}],
    "metas": [
        {"nombre": "Auditorías", "etapa": "auditoria_inicial", "cantidad": 100, "anio": 2015},
        {"nombre": "Inicio"},
    ],
    "hitos": [{"fecha": "2024-05", "nombre": "Lanzamiento"}],
    "avances": [
        {"al": "2025-12-31", "etapa": "auditoria_inicial", "cantidad": 27},
        {"al": "2026-10-30", "etapa": "auditoria_inicial", "cantidad": 38},
        {"al": "2027-10-30", "etapa": "auditoria_inicial", "cantidad": 99},
    ],
    "participantes": [
        {"empresa": "empresa", "ingreso": "2024-04", "auditoria_inicial": "2025-05-14"},
        {"empresa": "otra", "ingreso": "2024-04-09", "plan": "2027-01-01"},
        {"empresa": "ausente", "ingreso": "2024"},
    ],
    "fuentes": [{"documento": "Presentación del CPL"}],
}
COMPANIES = {
    "empresa": company(),
    "otra": company(razon_social="Otra Ltda.", rut="99900002-9"),
}


def registry():
    return published(COMPANIES, programas=entry("programas", "maule", Programme, PROGRAMME))


def said():
    pages = made(programme_pages.pages(survey(registry())))
    return told_page(page_at(pages, "programas/maule/"))


def test_the_page_says_first_what_the_distinction_is_not():
    """Neither certificate nor seal, in the answer on top."""
    text = said()

    assert text.index("La distinción no es un certificado APL ni el sello") < text.index("Región")


def test_the_eight_steps_of_the_deck_stand_in_order():
    """Eight, from the interested companies to productivity."""
    steps = programme_pages.steps(survey(registry()), registry().programmes["maule"].record)

    assert [one.number for one in steps] == list(range(1, 9))
    assert (steps[0].name, steps[7].name) == ("Empresas interesadas", "Aumento de la productividad")


def test_progress_is_the_latest_reported_by_the_day():
    """38 of October, not the earlier 27, nor what lies ahead."""
    text = said()

    assert "Auditoría inicial 38 empresas informadas al 30 de octubre de 2026" in text
    assert "99" not in text.replace("1.483,5", "")


def test_those_listed_count_by_the_steps_they_reached():
    """Two entered, one was audited; an unpublished company is not named."""
    text = said()

    assert "Ingreso al programa sin cifra informada 2 de las anotadas aquí" in text
    assert "2 empresas anotadas" in text and "ausente" not in text
    assert "Conservas Inventadas SpA 3 de 8: Auditoría inicial 14 de mayo de 2025" in text
    assert "Otra Ltda. 2 de 8: Ingreso al programa 9 de abril de 2024" in text


def test_goals_are_told_apart_from_results():
    """A goal with its year, quantity and the progress of its step; unknowns are said."""
    text = said()

    assert "Auditorías Paso: Auditoría inicial 2015 100 38, al 30 de octubre de 2026" in text
    assert "Inicio sin año sin cantidad sin información" in text
    assert "1.483,5 millones de pesos" in text


def test_the_list_names_region_and_start():
    """One line a programme, or that there is none."""
    text = told(fragment(programme_pages.list_slot(survey(registry()))))

    assert "Programa del Maule Maule · desde marzo de 2024" in text
    assert "aún no tiene programas" in fragment(programme_pages.list_slot(survey(published())))
