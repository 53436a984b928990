"""The big figures of the home page."""

from generator.views import figures
from tests.sample import adhesion, agreement, certificate, company, element, published, rolls
from tests.view_bodies import fragment, survey, told


def test_a_figure_of_a_list_that_is_not_here_is_not_zero():
    """Without rolls nor records: `sin datos`, not `0 sellos vigentes`."""
    said = told(fragment(figures.slot(survey(published(agreements={"acuerdo": agreement()})))))

    assert "sellos vigentes: este registro aún no tiene la nómina sin datos" in said
    assert "acuerdo 1" in said


def test_a_figure_of_a_list_that_is_here_may_be_zero():
    """With a complete list of seals, none in force is a fact."""
    held = agreement(nominas=rolls("completa"))
    said = told(fragment(figures.slot(survey(published(agreements={"acuerdo": held})))))

    assert "sellos vigentes 0" in said


def test_each_figure_says_in_its_line_what_it_includes():
    """Unit, examples and day."""
    example = company(element(adhesion(certificate(), acuerdo="e")), ejemplo=True)
    registry = published(example, {"e": agreement(ejemplo=True), "a": agreement()})
    said = told(fragment(figures.slot(survey(registry))))

    assert "instalación con certificado vigente, incluye 1 instalación de ejemplo 1" in said
    assert "acuerdos, incluye 1 acuerdo de ejemplo 2" in said
    assert "Datos al 23 de noviembre de 2026" in said
