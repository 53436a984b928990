"""Turns what sources published of agreements into pairs with what is counted here, and why.

Only totals of a unit that this register counts are compared: of each, the one published last.
Levels are never added up, so they stay out.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.days import PartialDate, long_es
from generator.decision import rolls
from generator.funnel import NOBODY, Steps
from generator.load import Entry
from generator.model.agreement import Agreement, Figure
from generator.views.counting.groups import Block
from generator.views.figure import Column, Note, Value
from generator.views.figure import Figure as Drawn
from generator.views.survey import Survey

UNITS = ("instalaciones", "empresas")
_ROLLS = {"adheridos": "adhered", "certificados": "certified"}
WORDS = {"adheridos": "Adhieren", "certificados": "Certifican"}


class Pair(NamedTuple):
    """A published total beside its count; `counted` is None where nothing here could tell.

    `place` is that of the figure in the record, `reach` how far the list goes, and `why` says what
    makes them differ, or that they are the same.
    """

    place: int
    what: str
    unit: str
    published: int
    on: PartialDate | None
    counted: int | None
    reach: str
    why: str

    @property
    def missing(self) -> int | None:
        """How many more were published; below zero where more are counted."""
        return None if self.counted is None else self.published - self.counted

    @property
    def contradicts(self) -> bool:
        """Whether they differ although the list is here whole and both are of one day."""
        return self.why == UNEXPLAINED


SAME = "Calzan."
NO_LIST = "Este registro aún no tiene esa nómina."
ANNULLED = "Lo publicado cuenta también los certificados que después se anularon."
UNEXPLAINED = "La nómina figura completa y aun así no calzan: falta aclararlo."
_REACHES = {
    "parcial": "De esa nómina, este registro tiene solo una parte.",
    "pasada": "Este registro tiene esa nómina completa solo hasta un día anterior.",
    "sin_nomina": "Este registro no tiene esa nómina: cuenta las fichas que le llegaron.",
}


def pairs(survey: Survey, entry: Entry[Agreement]) -> tuple[Pair, ...]:
    """Those of an agreement, in the order of its record."""
    latest: dict[tuple[str, str], tuple[int, Figure]] = {}
    for place, one in enumerate(entry.record.figures):
        if one.what in WORDS and one.unit in UNITS and one.quantity is not None and not one.level:
            held = latest.get((one.what, one.unit))
            if held is None or _when(one) >= _when(held[1]):
                latest[one.what, one.unit] = (place, one)
    if not latest:
        return ()
    found: Block = survey.counted(f"acuerdos/{entry.id}")
    return tuple(_pair(survey, entry.record, found, place, one) for place, one in latest.values())


def _when(one: Figure) -> int:
    return one.as_of.last().toordinal() if one.as_of else 0


def _pair(survey: Survey, record: Agreement, found: Block, place: int, one: Figure) -> Pair:
    steps = found.plants if one.unit == "instalaciones" else _companies(found)
    counted = steps.adhered if one.what == "adheridos" else steps.certified
    reach = rolls.coverage(rolls.roll(record, _ROLLS[one.what]), survey.day)
    published = one.quantity or 0
    told = None if reach == "sin_nomina" and not counted else counted
    why = NO_LIST if told is None else _why(survey, one, published - told, reach)
    if why == UNEXPLAINED and one.what == "certificados" and published == found.granted[one.unit]:
        why = ANNULLED
    return Pair(place, one.what, one.unit, published, one.as_of, told, reach, why)


def _companies(found: Block) -> Steps:
    return sum(found.companies_by_size.values(), start=NOBODY)


def _why(survey: Survey, one: Figure, missing: int, reach: str) -> str:
    if not missing:
        return SAME
    told = []
    if one.as_of is None:
        told.append("Lo publicado no dice de qué día es.")
    elif one.as_of.last() != survey.day:
        told.append(f"Lo publicado {_of(one.as_of)}; lo contado, al {long_es(survey.day)}.")
    if reach in _REACHES:
        told.append(_REACHES[reach])
    return " ".join(told) or UNEXPLAINED


def _of(on: PartialDate) -> str:
    return f"es {'del' if on.day else 'de'} {long_es(on)}"


# The figure that pages show.

_COLUMNS = (
    Column("que", "Qué", "texto"),
    Column("unidad_publicada", "Unidad", "texto"),
    Column("publicado", "Publicado"),
    Column("al", "Al", "fecha"),
    Column("contado", "Contado aquí"),
    Column("diferencia", "Diferencia"),
    Column("por_que", "Por qué", "texto"),
    Column("fuente", "Fuente", "texto", in_file_only=True),
)
_WHOSE = (
    Column("acuerdo", "Acuerdo", "texto", in_file_only=True),
    Column("nombre", "Acuerdo", "texto"),
)
_INCLUDES = (
    "De cada total, lo último que publicó una fuente y lo que cuentan las fichas de este registro"
    " en todo el acuerdo, hasta donde llegan sus nóminas: quienes adhirieron alguna vez y quienes"
    " obtuvieron un certificado que no se anuló. Cada fila tiene su unidad: no se suman."
)
ANCHOR = "publicado-y-contado"
BOTH = "las fuentes de cada acuerdo; lo contado, este registro"


def figure(
    survey: Survey, entries: Iterable[Entry[Agreement]], page: str, csv: str, *, every: bool
) -> Drawn:
    """What was published of agreements beside what is counted.

    Without `every`, only where both are there. Sources are those of each agreement's page.
    """
    told = [
        (entry, one)
        for entry in entries
        for one in pairs(survey, entry)
        if every or one.counted is not None
    ]
    return Drawn(
        anchor=ANCHOR,
        title="Lo publicado y lo contado, acuerdo por acuerdo",
        unit="cifras",
        day=survey.day,
        includes=_INCLUDES,
        columns=(*_WHOSE, *_COLUMNS),
        rows=tuple((entry.id, entry.record.name, *_row(entry, one)) for entry, one in told),
        examples=sum(entry.record.example for entry, _ in told),
        page=page,
        csv=csv,
        notes=(Note("La fuente de cada cifra está en la página de su acuerdo y en el archivo."),),
        source=BOTH,
        empty="Este registro no tiene totales publicados de un acuerdo con que comparar.",
    )


def own_figure(survey: Survey, entry: Entry[Agreement], page: str) -> Iterator[Drawn]:
    """That of one agreement; none where nothing can be compared."""
    told = [one for one in pairs(survey, entry) if one.counted is not None]
    if told:
        yield Drawn(
            anchor=ANCHOR,
            title="Lo publicado y lo contado aquí",
            unit="cifras",
            day=survey.day,
            includes=_INCLUDES,
            columns=_COLUMNS,
            rows=tuple(_row(entry, one) for one in told),
            examples=len(told) if entry.record.example else 0,
            page=page,
            csv=f"estadisticas/{page}publicado.csv",
            source=f"{_sources(entry)}; lo contado, este registro",
            where=entry.record.name,
        )


def _row(entry: Entry[Agreement], one: Pair) -> tuple[Value, ...]:
    told = (WORDS[one.what], one.unit, one.published, one.on, one.counted, one.missing, one.why)
    return (*told, _sources(entry))


def _sources(entry: Entry[Agreement]) -> str:
    """Sources are of a whole record: any of them may have published its figures."""
    told = (one.document or one.url or "" for one in entry.record.sources)
    return "; ".join(filter(None, told)) or "sin fuente anotada"
