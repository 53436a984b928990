"""Agreements: their dates, their predecessors, their levels and their targets."""

from collections.abc import Iterator

from generator.days import PartialDate
from generator.load import Entry, is_lost
from generator.model.agreement import Agreement, AgreementDates
from generator.problem import Finding
from generator.rules.circles import circles
from generator.rules.here import Here, each
from generator.rules.index import Index
from generator.rules.order import Known, out_of_order
from generator.rules.repeats import repeated

WITH_LEVELS = ("certificacion_sustentabilidad", "sin_informacion")
_OPEN_TO_THE_END = frozenset({("fin_implementacion", "fin_adhesion")})


def milestones_follow_one_another(index: Index) -> Iterator[Finding]:
    """Each milestone is on or after those before it; adhesion may stay open to the end."""
    for entry in index.agreements:
        for (key, day), (earlier, first) in _disorder(entry.record.dates):
            params = {"key": key, "value": day, "earlier": earlier, "first": first}
            here = Here(entry.path, ("fechas",))
            doubts = (here.spot(key), here.spot(earlier))
            yield Finding(here.spot(key), "APL304", params, doubts)


def _disorder(dates: AgreementDates | None) -> Iterator[tuple[Known, Known]]:
    if not dates:
        return
    steps = [
        ("manifestacion", dates.interest),
        ("firma", dates.signed),
        ("fin_adhesion", dates.adhesion_ends),
        ("fin_implementacion", dates.implementation_ends),
        ("fin_evaluacion", dates.evaluation_ends),
    ]
    yield from out_of_order(steps, _OPEN_TO_THE_END)


def later_ordinal_names_the_one_before(index: Index) -> Iterator[Finding]:
    """A second or third agreement has one before it."""
    for entry in index.agreements:
        ordinal = entry.record.ordinal
        if ordinal and ordinal > 1 and entry.record.previous_id is None:
            yield Finding(Here(entry.path).spot("ordinal"), "APL305", {"value": ordinal})


def agreement_does_not_follow_itself(index: Index) -> Iterator[Finding]:
    """The one before is another one, and does not follow this one in turn."""
    paths = {entry.id: entry.path for entry in index.agreements}
    chain = _chain(index)
    for id, circle in circles(chain):
        code = "APL306" if chain[id] == id else "APL307"
        spot = Here(paths[id]).spot("acuerdo_anterior")
        yield Finding(spot, code, {"id": id, "circle": circle}, (spot,))


def _chain(index: Index) -> dict[str, str | None]:
    """The one before of each agreement."""
    before = {entry.id: entry.record.previous_id for entry in index.agreements}
    return {id: None if is_lost(previous) else previous for id, previous in before.items()}


def predecessor_comes_before(index: Index) -> Iterator[Finding]:
    """The one before was not signed later, and has a lower ordinal."""
    for entry in index.agreements:
        before = index.resolve("acuerdos", entry.record.previous_id or "")
        if before is None:
            continue
        spot = Here(entry.path).spot("acuerdo_anterior")
        mine, theirs = _signed(entry), _signed(before)
        if mine and theirs and mine.surely_before(theirs):
            params = {"id": before.id, "first": theirs, "value": mine}
            yield Finding(spot, "APL308", params)
        elif entry.record.ordinal and entry.record.ordinal <= (before.record.ordinal or 1):
            yield Finding(spot, "APL309", {"id": before.id, "value": entry.record.ordinal})


def _signed(entry: Entry[Agreement]) -> PartialDate | None:
    dates = entry.record.dates
    return dates.signed if dates else None


def levels_are_of_a_standard(index: Index) -> Iterator[Finding]:
    """Only agreements of certification in sustainability have levels."""
    for entry in index.agreements:
        kind = entry.record.kind
        if entry.record.levels and not is_lost(kind) and kind not in WITH_LEVELS:
            here = Here(entry.path)
            doubts = (here.spot("niveles"), here.spot("tipo"))
            yield Finding(here.spot("niveles", on="key"), "APL310", {"kind": kind}, doubts)


def level_numbers_differ(index: Index) -> Iterator[Finding]:
    """No two levels share a number."""
    for entry in index.agreements:
        levels = each(entry.record.levels, Here(entry.path), "niveles")
        numbers = ((one.number, here) for one, here in levels)
        yield from repeated(numbers, "numero", "APL311", is_referred_to=True)


def declared_counts_stand_alone(index: Index) -> Iterator[Finding]:
    """Counts of targets and actions stand only where the list itself is not known."""
    for entry in index.agreements:
        targets = entry.record.targets
        actions = [action for target in targets for action in target.actions]
        for key, count, listed in (
            ("metas_declaradas", entry.record.declared_targets, targets),
            ("acciones_declaradas", entry.record.declared_actions, actions),
        ):
            if listed and count is not None:
                yield Finding(Here(entry.path).spot(key, on="key"), "APL313", {"key": key})


def target_numbers_differ(index: Index) -> Iterator[Finding]:
    """No two targets share a number."""
    for entry in index.agreements:
        targets = each(entry.record.targets, Here(entry.path), "metas")
        yield from repeated(((one.number, here) for one, here in targets), "numero", "APL314")


def action_codes_differ(index: Index) -> Iterator[Finding]:
    """No two actions of a target share a code."""
    for entry in index.agreements:
        for target, here in each(entry.record.targets, Here(entry.path), "metas"):
            actions = each(target.actions, here, "acciones")
            yield from repeated(((one.code, there) for one, there in actions), "codigo", "APL315")


RULES = (
    milestones_follow_one_another,
    later_ordinal_names_the_one_before,
    agreement_does_not_follow_itself,
    predecessor_comes_before,
    levels_are_of_a_standard,
    level_numbers_differ,
    declared_counts_stand_alone,
    target_numbers_differ,
    action_codes_differ,
)
