"""Turns the facts of a case into the answer of the first row whose conditions they meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.decision.text import fill

Level = Literal["positivo", "aviso", "negativo", "neutro", "revise"]
Subject = Literal[
    "certificado", "sello", "elemento", "empresa", "ficha", "consulta", "nomina", "aviso"
]
Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the decision table.

    `case` says in plain words when it applies, `when` says so in facts: each must have one of
    the values. `word` is what a page shows large; `state` what the terminal's first line says,
    empty where it has no line of its own; `estado` how data name the state where no fact does.
    `use` is what the answer means for the use of the seal, `now` what to do. `affirms`: it says
    that something is in force, which old data cannot say.
    """

    id: str
    case: str
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    level: Level
    word: str
    state: str = ""
    estado: str = ""
    sentence: str
    use: str = ""
    now: str = ""
    english: str
    affirms: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a row, worded for one case; `facts` are those it was decided on."""

    id: str
    subject: str
    level: Level
    word: str
    state: str
    estado: str
    sentence: str
    use: str
    now: str
    english: str
    affirms: bool
    facts: Facts


def decide(subject: Subject, rows: Iterable[Row], facts: Facts) -> Decision:
    """The answer of the first row that applies; LookupError if none does, for the table is ours."""
    for row in rows:
        if applies(row, facts):
            return worded(subject, row, facts)
    raise LookupError(subject, facts)


def applies(row: Row, facts: Facts) -> bool:
    """Whether every fact that the row asks about has one of the values it asks for."""
    return all(facts[name] in values for name, values in row.when.items())


def worded(subject: Subject, row: Row, facts: Facts) -> Decision:
    """The row's answer in the words of one case."""
    return Decision(
        row.id,
        subject,
        row.level,
        fill(row.word, facts),
        fill(row.state, facts),
        row.estado or facts.get("estado", ""),
        fill(row.sentence, facts),
        fill(row.use, facts),
        fill(row.now, facts),
        fill(row.english, facts),
        row.affirms,
        facts,
    )
