"""Turns the facts of a case into the answer of the first row whose conditions they meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.decision.text import fill
from generator.language import gettext

Level = Literal["positivo", "aviso", "negativo", "neutro", "revise"]
Subject = Literal[
    "certificado", "sello", "elemento", "empresa", "ficha", "consulta", "nomina", "aviso"
]
Facts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the decision table, in Spanish; a catalogue has its texts in other languages.

    `case` says in plain words when it applies, `when` says so in facts: each must have one of
    the values. `word` is what a page shows large; `state` what the terminal's first line says,
    empty where it has no line of its own; `estado` how data name the state where no fact does.
    `use` is what the answer means for the use of the seal, `now` what to do. `english` is the one
    line below an answer; `english_use`, empty where that line says it, and `english_now` are what
    the terminal adds for who reads no Spanish. `affirms`: it says that something is in force, which
    old data cannot say.
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
    english_use: str = ""
    english_now: str = ""
    affirms: bool = False


class Decision(NamedTuple):
    """The answer of a row to one case; it is worded as far as somebody asks for the words.

    Facts and words are in the language spoken; the English ones in English always.
    """

    subject: Subject
    row: Row
    facts: Facts

    @property
    def id(self) -> str:
        """The row's name in the published table."""
        return self.row.id

    @property
    def level(self) -> Level:
        """How good the news is."""
        return self.row.level

    @property
    def affirms(self) -> bool:
        """Whether it says that something is in force."""
        return self.row.affirms

    @property
    def estado(self) -> str:
        """How data name the state."""
        return self.row.estado or self.facts.get("estado", "")

    @property
    def word(self) -> str:
        """What a page shows large."""
        return fill(gettext(self.row.word), self.facts)

    @property
    def state(self) -> str:
        """What the terminal's first line says."""
        return fill(gettext(self.row.state), self.facts)

    @property
    def sentence(self) -> str:
        """The answer in a sentence: for what and whom, since when, until when."""
        return fill(gettext(self.row.sentence), self.facts)

    @property
    def use(self) -> str:
        """What it means for the use of the seal."""
        return fill(gettext(self.row.use), self.facts)

    @property
    def now(self) -> str:
        """What to do now."""
        return fill(gettext(self.row.now), self.facts)

    @property
    def english(self) -> str:
        """The line in English."""
        return fill(self.row.english, self.facts)

    @property
    def english_use(self) -> str:
        """What it means for the use of the seal, in English; "" where the line says so."""
        return fill(self.row.english_use, self.facts)

    @property
    def english_now(self) -> str:
        """What to do now, in English."""
        return fill(self.row.english_now, self.facts)


def decide(subject: Subject, rows: Iterable[Row], facts: Facts) -> Decision:
    """The answer of the first row that applies; LookupError if none does, for the table is ours."""
    for row in rows:
        if applies(row, facts):
            return Decision(subject, row, facts)
    raise LookupError(subject, facts)


def applies(row: Row, facts: Facts) -> bool:
    """Whether every fact that the row asks about has one of the values it asks for."""
    for name, values in row.when.items():  # noqa: SIM110 - asked of most rows for every status
        if facts[name] not in values:
            return False
    return True
