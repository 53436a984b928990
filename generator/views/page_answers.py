"""Turns decisions of the table into what pages say first, and into their inline statuses."""

from typing import NamedTuple

from generator.decision import Decision, Level, remarks

TONES: dict[Level, str] = {
    "positivo": "bien",
    "aviso": "atencion",
    "negativo": "no",
    "neutro": "neutro",
    "revise": "atencion",
}
"""How each level of an answer looks."""


class Said(NamedTuple):
    """An answer as a page shows it, worded as far as the page asks; it speaks the page's language.

    `facts` is JSON text for the script that keeps it true: what `decision.live` gives for the same
    record.
    """

    decision: Decision
    facts: str = ""

    @property
    def word(self) -> str:
        """What is said large."""
        return self.decision.word

    @property
    def tone(self) -> str:
        """How it looks."""
        return TONES[self.decision.level]

    @property
    def sentence(self) -> str:
        """The answer in a sentence."""
        return self.decision.sentence

    @property
    def use(self) -> str:
        """What it means for the use of the seal."""
        return self.decision.use

    @property
    def now(self) -> str:
        """What to do now."""
        return self.decision.now

    @property
    def english(self) -> str:
        """The line in English."""
        return self.decision.english

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said besides; that it is an example the page says on top."""
        case = {**self.decision.facts, "ejemplo": "no"}
        return tuple(one.sentence for one in remarks(case))
