"""The pages of comunas, their other addresses, and the list of all."""

from generator.views import comunas
from generator.views.page import Page, Redirect
from tests.record_bodies import made
from tests.sample import adhesion, agreement, company, element, published
from tests.view_bodies import fragment, page_at, survey, told_page


def pages(*records, **keys):
    return made(comunas.pages(survey(published(*records, **keys))))


def test_only_comunas_that_a_record_names_have_a_page():
    """Of elements, of head offices and of agreements; the rest are text in the list."""
    named = agreement(territorio={"alcance": "comunal", "comunas": ["05502"]})
    found = pages(company(element(adhesion()), comuna="13101"), {"acuerdo": named})

    shown = {path for path, page in found.items() if isinstance(page, Page)}
    assert shown == {"comunas/talca/", "comunas/santiago/", "comunas/la-calera/"}


def test_where_all_have_left_the_page_says_so():
    """An installation that withdrew is listed, so the page does not say that there is none."""
    left = element(adhesion(retiro={"fecha": "2024-01-01", "motivo": "cierre"}))
    said = told_page(page_at(pages(company(left)), "comunas/talca/"))

    assert "Ninguna instalación sigue en un acuerdo" in said and "Planta Talca" in said
    assert "Sin instalaciones anotadas" not in said


def test_codes_and_other_spellings_lead_to_the_comuna():
    """Its code, its code of before Ñuble was a region, and the official spelling."""
    found = pages(company(element(adhesion(), comuna="16107")), {"acuerdo": agreement()})

    assert isinstance(found["comunas/quillon/"], Page)
    assert {path for path, page in found.items() if isinstance(page, Redirect)} >= {
        "comunas/16107/",
        "comunas/08413/",
    }


def test_an_alias_never_takes_the_address_of_another_comuna():
    """No redirect stands where a comuna of that name has, or may have, its page."""
    every = [f"{code}" for code in comunas.territory.comunas()]
    named = agreement(territorio={"alcance": "comunal", "comunas": every})
    found = [make() for make in comunas.pages(survey(published(agreements={"acuerdo": named})))]

    paths = [page.path for page in found]
    assert len(paths) == len(set(paths))
    assert sum(isinstance(page, Page) for page in found) == 346


def test_a_head_office_is_told_apart_from_installations():
    """Santiago has the head office; the plant counts in Talca."""
    found = pages(company(element(adhesion()), comuna="13101"))
    santiago = told_page(page_at(found, "comunas/santiago/"))

    assert "Sin instalaciones anotadas" in santiago
    assert santiago.index("Con casa matriz") < santiago.index("Conservas Inventadas SpA")
    assert "casa matriz" not in told_page(page_at(found, "comunas/talca/"))


def test_many_installations_go_on_further_pages():
    """501 plants in one comuna: a second page that leads back."""
    plants = [element(adhesion(), id=f"p{n}", nombre=f"Planta {n}") for n in range(501)]
    found = pages(company(*plants))

    first, second = page_at(found, "comunas/talca/"), page_at(found, "comunas/talca/2/")
    assert "Página 1 de 2 Siguiente" in told_page(first)
    assert "Anterior Página 2 de 2" in told_page(second)
    assert first.title != second.title and first.description != second.description
    assert "0 de 501 instalaciones" in told_page(second)


def test_the_list_names_all_346():
    """Linked where there is a page, plain text elsewhere."""
    html = fragment(comunas.list_slot(survey(published(company(element(adhesion()))))))

    assert html.count("<li>") == 346 + 16
    assert '<a href="./comunas/talca/">Talca</a>' in html
    assert "<li>Curicó</li>" in html
