"""The big figures of the home page, and the funnel."""

from generator.views import figures, funnel
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


def test_the_funnel_counts_this_register_by_size():
    """A caption with unit, day and examples; sizes and their sums."""
    said = told(fragment(funnel.slot(survey(published(company(element(adhesion(certificate()))))))))

    assert "Empresas de este registro, al 23 de noviembre de 2026 Tamaño" in said
    assert "Pequeña 1 1 100 %" in said and "Pyme 1 1 100 %" in said
    assert "Micro 0 0 — nadie adhirió" in said


def test_without_rolls_there_is_no_funnel():
    """A line instead of a table of zeros."""
    html = fragment(funnel.slot(survey(published())))

    assert "<table" not in html and "aún no tiene nóminas" in html
