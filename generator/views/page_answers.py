"""Turns decisions of the table into what pages say first, and into their inline statuses."""

from dataclasses import dataclass

from generator.decision import Decision, Level, remarks

TONES: dict[Level, str] = {
    "positivo": "bien",
    "aviso": "atencion",
    "negativo": "no",
    "neutro": "neutro",
    "revise": "atencion",
}
"""How each level of an answer looks."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as a page shows it; `facts` is JSON text for the script that keeps it true."""

    word: str
    tone: str
    sentence: str
    use: str
    now: str
    english: str
    remarks: tuple[str, ...]
    facts: str


def said(decision: Decision, facts: str = "") -> Said:
    """A decision as the page of its record shows it; that it is an example the page says on top.

    `facts` is what `decision.live` gives for the same record.
    """
    notes = (one.sentence for one in remarks({**decision.facts, "ejemplo": "no"}))
    return Said(
        decision.word,
        TONES[decision.level],
        decision.sentence,
        decision.use,
        decision.now,
        decision.english,
        tuple(notes),
        facts,
    )
