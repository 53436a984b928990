"""The latest changes."""

from generator.views import news
from tests.sample import CODES, adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, survey, told


def test_like_changes_of_a_day_are_told_together():
    """Two certificates of one agreement on one day: one line with its count and a link."""
    plants = [element(adhesion(certificate(code)), id=f"p{n}") for n, code in enumerate(CODES[:2])]
    html = fragment(news.slot(survey(published(company(*plants)))))

    assert "2 elementos obtuvieron su certificado en" in html
    assert 'href="./acuerdos/acuerdo/"' in html


def test_a_change_alone_names_company_and_code():
    """One certificate: its sentence, who, and its page."""
    html = fragment(news.slot(survey(published(company(element(adhesion(certificate())))))))

    assert "obtuvo el certificado ABCD-EFGG" in told(html)
    assert 'href="./empresas/empresa/"' in html and 'href="./v/ABCDEFGG/"' in html


def test_the_newest_comes_first_and_nothing_of_tomorrow():
    """In order of the days, as far as the site's day."""
    registry = published(
        agreements={
            "a": agreement(nombre="Antiguo", fechas={"firma": "2019-05-02"}),
            "b": agreement(nombre="Nuevo", fechas={"firma": "2024-05-02"}),
            "c": agreement(nombre="Futuro", fechas={"firma": "2027-05-02"}),
        }
    )
    said = told(fragment(news.slot(survey(registry))))

    assert said.index("Nuevo") < said.index("Antiguo") and "Futuro" not in said


def test_only_a_few_are_told():
    """The list ends after its most, whatever there is."""
    signed = {f"a{n}": agreement(fechas={"firma": f"20{n:02}-01-01"}) for n in range(2 * news.MOST)}

    assert len(news.latest(survey(published(agreements=signed)), news.MOST)) == news.MOST


def test_no_change_is_said_so():
    """A register without dated facts has a line for it."""
    assert "todavía no tiene hechos con fecha" in fragment(news.slot(survey(published())))
