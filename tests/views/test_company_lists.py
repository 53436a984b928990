"""The companies from A to Z, and the full list without JavaScript."""

from generator.views import company_lists
from generator.views.page import Redirect
from generator.views.paging import ROWS
from tests.record_bodies import made
from tests.sample import adhesion, certificate, company, element, published
from tests.view_bodies import fragment, page_at, survey, told, told_page


def many(count, plants=1):
    return {
        f"empresa-{n:04}": company(
            *(element(adhesion(), id=f"p{m}", nombre=f"Planta {n}-{m}") for m in range(plants)),
            razon_social=f"{'ABCÑ'[n % 4]}mpresa {n:04} SpA",
            rut=None,
            tipo="persona_natural",
            consentimiento={"fecha": "2025-01-01", "documento": "x", "campos": ["nombre"]},
        )
        for n in range(count)
    }


def without_rut(companies):
    return {id: {k: v for k, v in one.items() if v is not None} for id, one in companies.items()}


def pages(companies):
    return made(company_lists.pages(survey(published(companies))))


def test_letters_follow_the_spanish_alphabet():
    """Ñ is a letter of its own; accents do not make one; digits stand together."""
    assert [company_lists.initial(one) for one in ("Ñirre", "Árbol", "3 Molinos", "zorzal")] == [
        "Ñ",
        "A",
        "#",
        "Z",
    ]


def test_the_full_list_never_cuts_a_company():
    """300 companies of 3 plants: pages of at most 500 rows, each company whole on one of them."""
    found = pages(without_rut(many(300, plants=3)))
    sheets = [page for page in found.values() if not isinstance(page, Redirect)]

    assert len(sheets) == 2
    shown = [row for page in sheets for letter in page.context["letters"] for row in letter.rows]
    assert len(shown) == 300 and {len(row.elements) for row in shown} == {3}
    for page in sheets:
        rows = sum(len(row.elements) for one in page.context["letters"] for row in one.rows)
        assert rows <= ROWS


def test_pages_lead_to_their_neighbours_and_the_section_to_the_first():
    """Previous and next, every number, and `/registro/lista/`."""
    found = pages(without_rut(many(600)))

    said = told_page(page_at(found, "registro/lista/2/"))
    assert "‹ Anterior Página 2 de 2" in said and "Siguiente" not in said
    assert found["registro/lista/"].target == "registro/lista/1/"


def test_each_element_of_the_list_has_its_state():
    """Company, sum, element, word and last day."""
    said = told_page(page_at(pages(company(element(adhesion(certificate())))), "registro/lista/1/"))

    assert "Conservas Inventadas SpA 1 de 1 instalación con certificado vigente" in said
    assert "Planta Talca Talca Vigente certificado hasta el 10 de enero de 2028" in said


def test_a_company_without_public_adhesions_is_listed_without_a_claim():
    """It has a page, so it is in the list: `sin elementos en un acuerdo`."""
    registry = published(company(element()))
    said = told(fragment(company_lists.list_slot(survey(registry))))

    assert "1 empresa de la A a la Z" in said
    assert "Conservas Inventadas SpA sin elementos en un acuerdo" in said


def test_many_companies_are_reached_by_their_letters():
    """Over 500, the section's page has letters only, which lead to the right page of the list."""
    html = fragment(company_lists.list_slot(survey(published(without_rut(many(800))))))

    assert "0001 SpA" not in html
    assert 'href="./registro/lista/1/#letra-a"' in html
    assert 'href="./registro/lista/2/#letra-enie"' in html


def test_an_empty_registry_has_its_list_too():
    """One page that says there are no companies yet."""
    said = told_page(page_at(pages({}), "registro/lista/1/"))

    assert "Este registro aún no tiene empresas" in said
