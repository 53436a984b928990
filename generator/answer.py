"""Turns a decision of the table into the public answer: the same for terminal, page and API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.decision import Decision, Level, remarks
from generator.decision.facts import iso

Kind = Literal[
    "certificado",
    "sello",
    "empresa",
    "elemento",
    "ficha_retirada",
    "codigo",
    "rut",
    "nombre",
    "varias",
    "vacia",
]
MatchKind = Literal["certificado", "sello", "empresa", "elemento"]


@dataclass(frozen=True, slots=True)
class Match:
    """A record that an answer is about or leads to.

    `id` is a code (`ABCD-EFGG`), a company's id or `empresa/elemento`; `path` its page, relative
    to the site; `state` is in the words of the terminal's first line.
    """

    kind: MatchKind
    id: str
    name: str
    state: str
    path: str
    level: Level
    affirms: bool = False
    example: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The public answer to a question on a day.

    `kind` says what answered, or how the question was understood where nothing did; `id` is that
    of the record. `estado`, `desde`, `hasta` and `motivo` are as in the data: a certificate's
    state and recorded validity; `rige` is None for a company certified in part and where there is
    no state. `row` is the row of the decision table, `remarks` what is to be said besides. The
    English texts are for who reads no Spanish; `affirms`: it says that something is in force.
    """

    query: str
    day: date
    kind: Kind
    id: str | None
    estado: str
    rige: bool | None
    desde: date | None
    hasta: date | None
    motivo: str | None
    row: str
    level: Level
    word: str
    sentence: str
    meaning: str
    what_now: str
    english: str
    first_line: str
    matches: tuple[Match, ...] = ()
    remarks: tuple[str, ...] = ()
    english_use: str = ""
    english_now: str = ""
    english_remarks: tuple[str, ...] = ()
    affirms: bool = False
    example: bool = False
    found: bool = True

    def as_json(self) -> Mapping[str, object]:
        """What `apl status --format json` and the API give."""
        return {
            "query": self.query,
            "day": self.day.isoformat(),
            "kind": self.kind,
            "id": self.id,
            "estado": self.estado,
            "rige": self.rige,
            "desde": self.desde.isoformat() if self.desde else None,
            "hasta": self.hasta.isoformat() if self.hasta else None,
            "motivo": self.motivo,
        }


def as_known(found: Answer, data_day: date) -> Answer:
    """The answer with the remark that data of `data_day` call for: a later day is a supposition."""
    if not found.affirms or found.day <= data_day:
        return found
    said = remarks({"dia_futuro": "si", "datos": iso(data_day)})
    return replace(
        found,
        remarks=(*found.remarks, *(one.sentence for one in said)),
        english_remarks=(*found.english_remarks, *(one.english for one in said)),
    )


def answered(
    query: str,
    day: date,
    kind: Kind,
    decision: Decision,
    *,
    id: str | None = None,
    label: str | None = None,
    rige: bool | None = None,
    found: bool = True,
    matches: Sequence[Match] = (),
    via: Mapping[str, str] | None = None,
) -> Answer:
    """A decision as the answer to `query`; `label` names what the first line speaks of.

    `via` holds facts on how the record was reached (a former RUT, a former name).
    """
    facts = decision.facts
    said = remarks({**facts, "consulta": query, **(via or {})})
    return Answer(
        query=query,
        day=day,
        kind=kind,
        id=id,
        estado=decision.estado,
        rige=rige,
        desde=_day(facts.get("desde")),
        hasta=_day(facts.get("hasta")),
        motivo=facts.get("razon") or facts.get("motivo") or None,
        row=decision.id,
        level=decision.level,
        word=decision.word,
        sentence=decision.sentence,
        meaning=decision.use,
        what_now=decision.now,
        english=decision.english,
        first_line=f"{label or query}: {decision.state}",
        matches=tuple(matches),
        remarks=tuple(one.sentence for one in said),
        english_use=decision.english_use,
        english_now=decision.english_now,
        english_remarks=tuple(one.english for one in said),
        affirms=decision.affirms,
        example=facts.get("ejemplo") == "si",
        found=found,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
