"""Published results: added up only where they speak of the same."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import impacts
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views import emissions as view
from tests.sample import agreement, model, published
from tests.view_bodies import fragment, survey, told

WATER = {"indicador": "agua", "valor": "100", "unidad": "m3", "periodo": "2021-2025"}


def entry(id: str, *found: Mapping[str, Any], **keys: Any) -> Entry[Agreement]:
    record = agreement(nombre=f"Acuerdo {id}", impactos=list(found), **keys)
    return Entry(id, f"acuerdos/{id}.yaml", model(Agreement, record))


def summed(*agreements: Entry[Agreement]) -> impacts.Summed:
    return impacts.summed(impacts.results(agreements))


def reasons(*agreements: Entry[Agreement]) -> list[str]:
    found = summed(*agreements)
    assert not found.sums
    return [one.reason for one in found.apart]


ONE = st.fixed_dictionaries(
    {"indicador": st.sampled_from(["agua", "energia", "economico"])},
    optional={
        "valor": st.sampled_from(["-5", "3", "0.5"]),
        "unidad": st.sampled_from(["m3", "kWh", "MWh", "%", "CLP", "millones de USD", "fardos"]),
        "periodo": st.sampled_from(["2020", "2020-2021", "2020 a 2021", "por año"]),
    },
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.lists(ONE, max_size=3), st.booleans()), max_size=5))
def test_every_result_stands_once_and_units_never_mix(
    found: list[tuple[list[Mapping[str, Any]], bool]],
) -> None:
    """In a sum or apart; a sum has one unit, one period, one sign, and no agreement twice."""
    entries = [
        entry(f"a-{place}", *given, ejemplo=fiction) for place, (given, fiction) in enumerate(found)
    ]
    every = impacts.results(entries)
    shown = impacts.summed(every)
    told_of = [one for each in shown.sums for one in each.results]
    told_of += [one.result for one in shown.apart]

    assert sorted(map(id, (one.impact for one in told_of))) == sorted(
        map(id, (one.impact for one in every))
    )
    for each in shown.sums:
        parts = [impacts.converted(one.impact) for one in each.results]
        assert {unit for _, unit in parts} == {each.kind.unit}
        assert sum((value for value, _ in parts), Decimal(0)) == each.total
        assert "%" not in each.kind.unit
        assert len({one.agreement.id for one in each.results}) == len(each.results)
        assert len({one.impact.value > 0 for one in each.results if one.impact.value}) <= 1
        assert {one.agreement.record.example for one in each.results} == {each.kind.is_example}


def test_units_convert_only_exactly() -> None:
    """kWh and MWh, litres never; pesos and dollars stay apart."""
    energy = {**WATER, "indicador": "energia"}
    found = summed(
        entry("a", {**energy, "unidad": "kWh", "valor": "1500"}),
        entry("b", {**energy, "unidad": "MWh", "valor": "2"}),
        entry("c", {**energy, "indicador": "economico", "unidad": "millones de CLP"}),
        entry("d", {**energy, "indicador": "economico", "unidad": "US$"}),
    )

    assert [(one.total, one.kind.unit, len(one.results)) for one in found.sums] == [
        (Decimal("0.0001"), "millones de US$", 1),
        (100, "millones de pesos", 1),
        (Decimal("3.5"), "MWh", 2),
    ]


def test_the_same_years_in_other_words() -> None:
    """`2021-2025` and `2021 a 2025` are one period; 2021 is another."""
    found = summed(
        entry("a", WATER),
        entry("b", {**WATER, "periodo": "2021 a 2025"}),
        entry("c", {**WATER, "periodo": "2021"}),
    )

    assert [(one.total, one.kind.first, one.kind.last) for one in found.sums] == [
        (100, 2021, 2021),
        (200, 2021, 2025),
    ]


def test_each_reason_not_to_add() -> None:
    """Without value, unit or years, per cents, twice from one agreement, and opposite senses."""
    without = [{k: v for k, v in WATER.items() if k != key} for key in ("valor", "unidad")]

    assert reasons(entry("a", *without)) == ["sin_valor", "sin_unidad"]
    assert reasons(entry("a", {**WATER, "unidad": "% de las empresas"})) == ["porcentaje"]
    assert reasons(entry("a", {**WATER, "periodo": "por año"})) == ["sin_periodo"]
    assert reasons(entry("a", {**WATER, "periodo": "2025-2021"})) == ["sin_periodo"]
    assert reasons(entry("a", WATER, WATER)) == ["varios", "varios"]
    assert reasons(entry("a", WATER), entry("b", {**WATER, "valor": "-1"})) == ["signos"] * 2


def test_the_page_gives_sums_and_reasons() -> None:
    """What is added up with its agreements; the rest with why not; none at all is said."""
    found = published(
        acuerdos={
            "a": entry("a", WATER),
            "b": entry("b", WATER, {**WATER, "unidad": "%", "texto": "Bajó 100 %."}),
        }
    )
    text = told(fragment(view.impacts_slot(survey(found))))

    assert "2 acuerdos tienen algún resultado publicado, de 2" in text
    assert "200 m3 2021 a 2025 · Acuerdo a; Acuerdo b suma de 2 acuerdos" in text
    assert "Acuerdo b Bajó 100 %. (2021-2025) un porcentaje no se suma con otros" in text
    assert "Ningún acuerdo" in told(fragment(view.impacts_slot(survey(published()))))
