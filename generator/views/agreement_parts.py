"""Turns an agreement's record into the parties, territory, milestones and rolls of its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator import territory
from generator.days import PartialDate
from generator.decision import rolls
from generator.language import gettext, gettext_noop
from generator.model.agreement import Agreement, AgreementLevel
from generator.model.vocabulary import PublicBody
from generator.views.record_parts import Linked, region_link
from generator.vocabulary import THEMES, word


@dataclass(frozen=True, slots=True)
class Body:
    """A public body that signed; `today` is the acronym or name of the one that followed it."""

    name: str
    acronym: str
    today: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Where an agreement applies: in words, and the codes of the regions that the map shows."""

    words: str
    regions: tuple[Linked, ...]
    comunas: tuple[Linked, ...]
    text: str
    highlighted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day in the life of an agreement; `ahead` while it surely lies after the site's day."""

    name: str
    day: PartialDate
    ahead: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one of the agreement's lists this register holds, in words, and who gave it.

    `settles` says whether a name that is missing here is surely not on the list that day.
    """

    text: str
    source: str
    settles: bool


_REACHES = {
    "nacional": gettext_noop("Rige en todo el país."),
    "regional": gettext_noop("Rige en estas regiones:"),
    "comunal": gettext_noop("Rige en estas comunas:"),
    "sin_informacion": gettext_noop("Las fuentes de este registro no dicen dónde rige."),
}
_MILESTONES = (
    ("interest", gettext_noop("Manifestación de interés")),
    ("signed", gettext_noop("Firma del acuerdo")),
    ("adhesion_ends", gettext_noop("Fin del plazo para adherir")),
    ("implementation_ends", gettext_noop("Fin de la implementación")),
    ("evaluation_ends", gettext_noop("Fin de la evaluación final")),
)


def bodies(agreement: Agreement, known: Mapping[str, PublicBody]) -> tuple[Body, ...]:
    """The State side, in the record's order; an id that the registry does not know stays out."""
    return tuple(_body(known[id], known) for id in agreement.bodies if id in known)


def _body(body: PublicBody, known: Mapping[str, PublicBody]) -> Body:
    last, seen = body, {body.id}
    while (heir := known.get(last.successor_id or "")) and heir.id not in seen:
        seen.add(heir.id)
        last = heir
    today = "" if last is body else last.acronym or last.name
    return Body(body.name, body.acronym or "", today)


def reach(agreement: Agreement) -> Reach:
    """Where the agreement applies; a comuna's agreement shows its regions on the map."""
    where = agreement.territory
    known = [found for code in where.comunas if (found := territory.comuna(code))]
    comunas = tuple(Linked(one.name, f"comunas/{one.slug}/") for one in known)
    codes = {*where.regions, *(one.region for one in known)}
    if where.reach == "nacional":
        codes = {region.code for region in territory.regions()}
    in_order = tuple(one.code for one in territory.regions() if one.code in codes)
    named = in_order if where.reach == "regional" else ()
    regions = tuple(region_link(code) for code in named)
    return Reach(gettext(_REACHES[where.reach]), regions, comunas, where.text or "", in_order)


def milestones(agreement: Agreement, day: date) -> tuple[Milestone, ...]:
    """The recorded days in the order of the life cycle, as precise as the sources give them."""
    if agreement.dates is None:
        return ()
    found = ((name, getattr(agreement.dates, field)) for field, name in _MILESTONES)
    return tuple(Milestone(gettext(name), on, on.surely_after(day)) for name, on in found if on)


def themes(agreement: Agreement) -> tuple[str, ...]:
    """The themes of the agreement and of its targets, in the order of the list."""
    named = {*agreement.themes, *(target.theme for target in agreement.targets)}
    return tuple(word(label) for id, label in THEMES.items() if id in named)


def coverages(agreement: Agreement, day: date) -> tuple[Coverage, ...]:
    """How much of each of the three lists is here; a list that nobody mentions is not."""
    return tuple(_coverage(agreement, name, day) for name in rolls.ROLL_NAMES)


def _coverage(agreement: Agreement, name: str, day: date) -> Coverage:
    reach, words = rolls.roll_facts(agreement, name, day)
    held = rolls.roll(agreement, name)
    source = held.source if held and held.coverage != "sin_nomina" else None
    return Coverage(f"{words[:1].upper()}{words[1:]}.", source or "", reach == "completa")


def level_name(levels: tuple[AgreementLevel, ...], number: int | None) -> str:
    """`Nivel 2, Intermedio`; the number alone where the agreement does not name it."""
    if number is None:
        return ""
    name = next((one.name for one in levels if one.number == number), "")
    if name.casefold().startswith("nivel"):
        return name
    worded = gettext("Nivel {number}, {name}") if name else gettext("Nivel {number}")
    return worded.format(number=number, name=name)
