"""Turns gaps of records into the lines of pages: whose, which field, since when, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.code import compact
from generator.load import Entry
from generator.model.company import Company
from generator.model.record import Record
from generator.model.seal import Seal
from generator.model.titles import title
from generator.quality import KINDS, Gap, Kind
from generator.views.quality_counts import Found
from generator.views.record_parts import Linked, public_name
from generator.views.register_facts import source_url
from generator.views.standing import Standing
from generator.views.survey import Survey

_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A gap: of what part of its record, which field, and where it is mended.

    `age` is "" where the record does not tell since when; `source` is the address of the field's
    line in the repository, "" where none is configured; `rule` a code of the check, or "".
    """

    kind: Kind
    part: Linked | None
    field: str
    text: str
    age: str
    source: str
    rule: str

    @property
    def kind_word(self) -> str:
        """`Falta`, `Antiguo`, `Sin fuente` or `Se contradice`."""
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Subject:
    """A record with its gaps."""

    record: Linked
    items: tuple[Item, ...]
    example: bool


def subject(
    survey: Survey, entry: Entry[Record], name: str, path: str, gaps: Iterable[Gap]
) -> Subject:
    """A record of its own page, with what its fields lack."""
    made = tuple(item(survey, entry, gap) for gap in gaps)
    return Subject(Linked(name, path), made, entry.record.example)


def companies(
    survey: Survey, pairs: Iterable[tuple[Standing, Iterable[Found]]]
) -> Iterator[Subject]:
    """Elements company by company, as they come, with what each lacks."""
    held: dict[str, tuple[Entry[Company], list[Item]]] = {}
    for one, gaps in pairs:
        for found in gaps:
            _, items = held.setdefault(one.company.id, (one.company, []))
            if found.seal:
                items.append(item(survey, found.seal, found.gap, _seal(found.seal)))
            else:
                items.append(item(survey, one.company, found.gap, _part(one, found.gap)))
    for entry, items in held.values():
        record = Linked(public_name(entry.record), f"empresas/{entry.id}/")
        yield Subject(record, tuple(items), entry.record.example)


def _seal(entry: Entry[Seal]) -> Linked:
    code = entry.record.code
    return Linked(f"Sello {code}", f"v/{compact(code)}/")


def _part(one: Standing, gap: Gap) -> Linked | None:
    """The element, or the certificate by its code; None for the company as a whole."""
    if gap.keys[0] != "elementos":
        return None
    if gap.anchor and gap.anchor[0] == "codigo":
        code = gap.anchor[1]
        return Linked(f"{one.element.name}, certificado {code}", f"v/{compact(code)}/")
    return Linked(one.element.name, one.path)


def item(survey: Survey, entry: Entry[Record], gap: Gap, part: Linked | None = None) -> Item:
    """A gap in words."""
    return Item(
        gap.kind,
        part,
        field_title(type(entry.record), gap),
        gap.text,
        age(gap.since, survey.day),
        _source(survey, entry.path, gap),
        gap.rule,
    )


def field_title(kind: type[Record], gap: Gap) -> str:
    """The field's title after that of the block it stands in: `Fechas, firma`."""
    names = [title(kind, key) for key in gap.keys if isinstance(key, str)]
    if names[0] == "Elementos":
        return names[-1]
    shown = names[:2]
    return ", ".join([shown[0], *(one[:1].lower() + one[1:] for one in shown[1:])])


def _source(survey: Survey, path: str, gap: Gap) -> str:
    address = source_url(survey.registry)(f"registry/{path}")
    if address is None:
        return ""
    line = survey.lines(path, gap.keys, gap.anchor) if survey.lines else 0
    return f"{address}#L{line}" if line else address


def age(since: date | None, day: date) -> str:
    """`hace 7 años`, `hace 5 meses`, `hace menos de un mes`; "" without a day or before it."""
    if since is None or since > day:
        return ""
    months = (day.year - since.year) * _MONTHS_A_YEAR + day.month - since.month
    months -= day.day < since.day
    if months < 1:
        return "hace menos de un mes"
    years = months // _MONTHS_A_YEAR
    if years:
        return "hace un año" if years == 1 else f"hace {years} años"
    return "hace un mes" if months == 1 else f"hace {months} meses"
