"""Published totals beside counted ones: what is compared, and what a reader is told of why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.registry import Registry
from generator.views import quality, told_counts
from generator.views.scope_figures import scope_figures
from generator.views.told_counts import ANNULLED, NO_LIST, SAME, UNEXPLAINED, Pair
from tests.record_bodies import body
from tests.sample import (
    CODES,
    DAY,
    Keys,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    published,
    rolls,
)
from tests.view_bodies import survey, told
from tests.views.test_quality import pages

PLANTS = (
    element(adhesion(certificate(CODES[0])), id="a"),
    element(adhesion(), id="b"),
    element(adhesion(certificate(CODES[1], anulacion={"fecha": "2026-01-01"})), id="c"),
)


def figure(
    quantity: int, what: str = "adheridos", unit: str = "instalaciones", **keys: object
) -> Keys:
    return {"que": what, "unidad": unit, "cantidad": quantity, **keys}


def registry(*figures: Keys, reach: str = "completa", **keys: object) -> Registry:
    record = agreement(
        cifras=list(figures),
        nominas=rolls(reach),
        fuentes=[{"documento": "Boletín"}],
        rubro="vino",
        **keys,
    )
    return published(company(*PLANTS), {"acuerdo": record})


def pairs(found: Registry) -> tuple[Pair, ...]:
    (entry,) = found.agreements.values()
    return told_counts.pairs(survey(found), entry)


def only(*figures: Keys, reach: str = "completa") -> Pair:
    (found,) = pairs(registry(*figures, reach=reach))
    return found


@pytest.mark.parametrize(
    ("told", "reach", "counted", "why"),
    [
        (figure(3, al=str(DAY)), "completa", 3, SAME),
        (figure(1, unit="empresas", al=str(DAY)), "completa", 1, SAME),
        (figure(5, al=str(DAY)), "completa", 3, UNEXPLAINED),
        (figure(2, "certificados", al=str(DAY)), "completa", 1, ANNULLED),
        (
            figure(5, al="2019-05"),
            "completa",
            3,
            "Lo publicado es de mayo de 2019; lo contado, al 23 de noviembre de 2026.",
        ),
        (
            figure(5),
            "parcial",
            3,
            "Lo publicado no dice de qué día es. De esa nómina, este registro tiene solo una"
            " parte.",
        ),
    ],
)
def test_a_difference_is_explained(told: Keys, reach: str, counted: int, why: str) -> None:
    """Days, lists and annulled certificates explain; where none of them does, that is said."""
    found = only(told, reach=reach)

    assert (found.counted, found.why) == (counted, why)
    assert found.missing == told["cantidad"] - counted


def test_nothing_counted_of_a_list_that_is_not_here_is_no_zero() -> None:
    """Silence is not a no."""
    record = agreement(cifras=[figure(134)])
    (found,) = pairs(published(None, {"acuerdo": record}))

    assert (found.counted, found.missing, found.why) == (None, None, NO_LIST)


def test_only_what_was_published_last_of_each_unit_is_compared() -> None:
    """Levels are never added up; producers are not counted here; percentages are no counts."""
    found = pairs(
        registry(
            figure(2, al="2020"),
            figure(3, al="2021"),
            figure(9, nivel="Nivel 1"),
            figure(9, unit="productores"),
            {"que": "certificados", "unidad": "empresas", "porcentaje": 80},
        )
    )

    assert [(one.place, one.published) for one in found] == [(1, 3)]


@settings(max_examples=25)
@given(st.integers(0, 6), st.sampled_from(["completa", "parcial", "sin_nomina"]))
def test_every_difference_has_a_reason_and_a_line_of_its_own(number: int, reach: str) -> None:
    """On the page of quality, with the field; what is the same is no gap."""
    found = registry(figure(number, al="2024-01-01"), reach=reach)
    (one,) = pairs(found)
    page = pages(survey(found))["calidad/acuerdos/acuerdo/"]
    lines = [each for each in page.context["own"].items if each.field.startswith("Cifras")]

    assert (one.why == SAME) == (number == 3) == (not lines)
    for each in lines:
        assert each.age == "hace 2 años"
        assert each.kind == ("contradice" if reach == "completa" else "falta")
        assert f"se publicó que adhirieron {number} instalaciones y aquí se cuentan 3" in each.text


def test_pages_of_the_agreement_its_trade_and_the_country_show_both() -> None:
    """With the source, and only where there is something to compare; the country shows the rest."""
    found = survey(registry(figure(5, al=str(DAY))))
    for scope in ("acuerdos/acuerdo", "rubros/vino"):
        one = scope_figures(found, scope, f"{scope}/")[-1]
        row = dict(zip((column.id for column in one.columns), one.rows[0], strict=True))
        assert (row["publicado"], row["contado"], row["diferencia"]) == (5, 3, 2)
        assert (row["fuente"], row["por_que"]) == ("Boletín", UNEXPLAINED)
        assert one.anchor == "publicado-y-contado"

    silent = survey(published(None, {"acuerdo": agreement(cifras=[figure(134)], rubro="vino")}))
    assert scope_figures(silent, "acuerdos/acuerdo", "acuerdos/acuerdo/") == ()
    assert scope_figures(silent, "rubros/vino", "rubros/vino/") == ()
    every = told_counts.figure(silent, silent.agreements, "", "x.csv", every=True)
    assert [row[4] for row in every.rows] == [134]


def test_the_page_of_quality_says_both_numbers() -> None:
    """In a sentence that a person can check."""
    said = told(body(pages(survey(registry(figure(5))))["calidad/acuerdos/acuerdo/"]))

    assert "se publicó que adhirieron 5 instalaciones y aquí se cuentan 3" in said
    assert quality.FOLDER == "calidad/"
