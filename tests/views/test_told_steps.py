"""A step that no list here tells of is not counted as nothing."""

import pytest

from generator.funnel import Steps
from generator.views.figure_slots import FIGURES
from generator.views.scope_figures import scope_figures
from generator.views.told_steps import ADHERED, CERTIFIED, EVERY, depth
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import survey

STEPS = "embudo-tamano embudo-region embudo-acuerdo en-el-tiempo cruce-region-tamano".split()


def held(*names):
    rolls = {name: {"cobertura": "parcial", "al": "2026-01-01"} for name in names}
    return {"acuerdo": agreement(nominas=rolls)} if rolls else {"acuerdo": agreement()}


@pytest.mark.parametrize(
    ("names", "steps", "told"),
    [
        (("adheridos",), Steps(5, 0, 0, 0), ADHERED),
        (("certificados",), Steps(5, 0, 0, 0), CERTIFIED),
        (("certificados", "sellos"), Steps(5, 0, 0, 0), EVERY),
        ((), Steps(5, 3, 2, 0), CERTIFIED),
        ((), Steps(5, 3, 2, 1), EVERY),
    ],
)
def test_a_step_is_told_where_its_list_is_here_or_anything_on_it(names, steps, told):
    """Nothing counted means nothing there only if the list, or a part of it, is held."""
    whole = survey(published(company(), held(*names)))

    assert depth(whole, steps) == told
    assert depth(whole, steps, whole.registry.agreements["acuerdo"].record) == told


@pytest.mark.parametrize("name", STEPS)
def test_without_a_list_of_certificates_no_figure_says_none(name):
    """Only adhesion is told: no 0 and no 0 % of what nobody has listed."""
    figure = FIGURES[name](survey(published(company(element(adhesion())))))
    names = [one.id for one in figure.columns]
    row = dict(
        zip(names, max(figure.rows, key=lambda one: one[names.index("adhieren")]), strict=True)
    )

    assert row["adhieren"] == 1
    assert {row.get(key) for key in ("certifican", "porcentaje", "vigentes", "con_sello")} == {None}


def test_without_a_list_of_seals_the_rest_is_told():
    """A certificate, and no word of seals, on an agreement's own page too."""
    whole = survey(published(company(element(adhesion(certificate())))))
    total = scope_figures(whole, "acuerdos/acuerdo", "acuerdos/acuerdo/")[0].rows[0]
    bars = FIGURES["embudo-tamano"](whole).charts[0]

    assert total[3:8] == (1, 1, 100, 1, None)
    assert bars.stages == ("adhieren", "certifican", "con certificado vigente")
