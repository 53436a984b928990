"""Pre-investment agreements: three stages of 2, 12 and 1 months, and four matters to settle."""

from collections.abc import Iterator
from itertools import pairwise

from generator.load import is_lost
from generator.model.preinvestment import Matters
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index

MONTHS = (2, 12, 1)
SETTLED = ("acordado", "terminado")


def stages_are_the_three_usual_ones(index: Index) -> Iterator[Finding]:
    """Another number of stages, or another length of one, is a warning."""
    for entry in index.preinvestments:
        stages, here = entry.record.stages, Here(entry.path)
        if stages and len(stages) != len(MONTHS):
            yield Finding(here.spot("etapas"), "APL500", {"value": len(stages)})
            continue
        for number, (stage, expected) in enumerate(zip(stages, MONTHS, strict=False)):
            months = stage.months
            if months is not None and not is_lost(months) and months != expected:
                params = {"number": number + 1, **_in_months("value", months)}
                verb = "se espera" if expected == 1 else "se esperan"
                params |= {"expected": f"{verb} {expected}", "expected_en": expected}
                yield Finding(here.spot("etapas", number, "meses"), "APL501", params)


def _in_months(name: str, months: int) -> dict[str, object]:
    es, en = ("1 mes", "1 month") if months == 1 else (f"{months} meses", f"{months} months")
    return {name: es, f"{name}_en": en}


def stage_ends_after_it_begins(index: Index) -> Iterator[Finding]:
    """`termino` is not before `inicio`."""
    for entry in index.preinvestments:
        for stage, here in each(entry.record.stages, Here(entry.path), "etapas"):
            if stage.begins and stage.ends and stage.ends.surely_before(stage.begins):
                params = {"value": stage.ends, "first": stage.begins}
                spot = here.spot("termino")
                yield Finding(spot, "APL502", params, (spot, here.spot("inicio")))


def stages_follow_one_another(index: Index) -> Iterator[Finding]:
    """A stage does not begin before the one before it began."""
    for entry in index.preinvestments:
        stages = list(each(entry.record.stages, Here(entry.path), "etapas"))
        for (first, _), (second, here) in pairwise(stages):
            if first.begins and second.begins and second.begins.surely_before(first.begins):
                params = {"value": second.begins, "first": first.begins}
                yield Finding(here.spot("inicio"), "APL503", params)


def settled_agreement_settles_its_matters(index: Index) -> Iterator[Finding]:
    """An agreement that was reached leaves none of its four matters open."""
    for entry in index.preinvestments:
        matters = entry.record.matters
        if entry.record.state in SETTLED and matters and not is_lost(matters):
            for key, state in _open_matters(matters):
                spot = Here(entry.path).spot("contenidos", key, "estado")
                params = {"key": key, "value": state, "state": entry.record.state}
                yield Finding(spot, "APL504", params)


def _open_matters(matters: Matters) -> Iterator[tuple[str, str]]:
    for key, matter in (
        ("linea_base", matters.baseline),
        ("impactos", matters.impacts),
        ("desarrollo_local", matters.local_development),
        ("continuidad", matters.continuity),
    ):
        if matter and matter.state in ("pendiente", "en_discusion"):
            yield key, matter.state


RULES = (
    stages_are_the_three_usual_ones,
    stage_ends_after_it_begins,
    stages_follow_one_another,
    settled_agreement_settles_its_matters,
)
