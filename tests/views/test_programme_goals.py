"""Goals of regional programmes beside what was reported of their steps."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.programme import Programme
from generator.views import programme_goals, programme_pages
from tests.sample import DAY, model, published
from tests.view_bodies import entry, fragment, survey, told

STAGES = ("auditoria_inicial", "plan")


def programme(goals: list[Any], reports: list[Any], **keys: Any) -> Programme:
    record = {"nombre": "Programa", "region": "07", "metas": goals, "avances": reports, **keys}
    found: Programme = model(Programme, record)
    return found


def goal(quantity: int | None = 100, year: int | None = 2015, **keys: Any) -> dict[str, Any]:
    given_keys = {"nombre": "Auditorías", "etapa": STAGES[0], "cantidad": quantity, "anio": year}
    return {key: one for key, one in {**given_keys, **keys}.items() if one is not None}


def report(on: str, quantity: int, stage: str = STAGES[0]) -> dict[str, Any]:
    return {"al": on, "etapa": stage, "cantidad": quantity}


def state(one: dict[str, Any], *reports: dict[str, Any], day: date = DAY) -> str:
    (found,) = programme_goals.goals(programme([one], list(reports)), day)
    return found.state


QUANTITIES = st.integers(0, 300)
DAYS = st.dates(date(2014, 1, 1), date(2028, 1, 1)).map(str)


@settings(max_examples=60)
@given(
    st.builds(goal, QUANTITIES, st.none() | st.integers(2014, 2027)),
    st.lists(st.builds(report, DAYS, QUANTITIES, st.sampled_from(STAGES)), max_size=5),
)
def test_reached_and_left_make_the_goal(aim: dict[str, Any], reports: list[Any]) -> None:
    """Nothing of the future or of another step counts; what is left and reached add up."""
    (shown,) = programme_goals.goals(programme([aim], reports), DAY)
    known = [one for one in reports if one["etapa"] == STAGES[0] and one["al"] <= str(DAY)]
    latest = max((one["al"] for one in known), default=None)

    if latest is None:
        assert (shown.reached, shown.left, shown.share) == (None, None, None)
        assert shown.state == "sin_avance"
        return
    assert shown.reached in {one["cantidad"] for one in known if one["al"] == latest}
    assert shown.left is not None and shown.reached is not None and shown.share is not None
    assert shown.left == max(aim["cantidad"] - shown.reached, 0)
    assert (shown.share >= 100) == (shown.left == 0) or 0 < shown.left * 2000 <= aim["cantidad"]
    assert shown.state in ("cumplida", "tarde") or any(
        one["cantidad"] < aim["cantidad"] for one in known
    )


def test_a_goal_without_step_or_quantity_is_compared_with_nothing() -> None:
    """ "100 auditorías en terreno" does not say which of the two audits: no report answers it."""
    without_step = {"nombre": "Auditorías en terreno", "cantidad": 100, "anio": 2015}

    assert state(without_step, report("2015-06", 120)) == "sin_paso"
    assert state(goal(quantity=None), report("2015-06", 120)) == "sin_cantidad"


def test_silence_is_not_a_failure() -> None:
    """Without a report of the year's end nobody knows; only one below the goal tells that."""
    assert state(goal()) == "sin_avance"
    assert state(goal(), report("2015-06-30", 60)) == "vencida"
    assert state(goal(), report("2015-12-31", 60)) == "no_cumplida"
    assert state(goal(), report("2015", 60)) == "no_cumplida"
    assert state(goal(), report("2015-06-30", 100)) == "cumplida"
    assert state(goal(), report("2016-03", 100)) == "tarde"


def test_a_goal_that_runs_tells_what_is_left() -> None:
    """Before its year ends, or without a year, a goal is under way until it is met."""
    assert state(goal(year=2026), report("2026-10", 60)) == "curso"
    assert state(goal(year=None), report("2026-10", 60)) == "curso"
    assert state(goal(year=None), report("2026-10", 100)) == "cumplida"


def test_money_is_added_up_in_one_unit() -> None:
    """Two funders in the same unit have a sum; pesos and UF have none, nor one funder alone."""
    funding = [
        {"fuente": "FNDR", "monto": "180", "unidad": "millones de pesos"},
        {"fuente": "CORFO", "monto": "20.5", "unidad": "Millones de pesos"},
        {"fuente": "CPL", "monto": "900", "unidad": "UF"},
        {"fuente": "Empresas"},
    ]
    (found,) = programme_goals.money(programme([], [], financiamiento=funding).funding)

    assert (str(found.total), found.unit, found.funders) == ("200.5", "millones de pesos", 2)


def test_all_goals_stand_in_one_table() -> None:
    """The list of programmes tells of each goal how it stands, and whose it is."""
    record = {
        "nombre": "Programa del Maule",
        "region": "07",
        "metas": [goal(year=2026)],
        "avances": [report("2026-10-30", 38)],
        "fuentes": [{"documento": "Presentación"}],
    }
    found = published(programas=entry("programas", "maule", Programme, record))
    text = told(fragment(programme_pages.list_slot(survey(found))))

    assert "Auditorías Paso: Auditoría inicial Programa del Maule 2026 100" in text
    assert "38, al 30 de octubre de 2026 38 % en curso; faltan 62" in text
