"""Turns decisions of the table into what a record's page says first, and into its inline statuses."""

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


def said(decision: Decision) -> Said:
    """A decision as the page of its record shows it; that it is an example the page says on top."""
    notes = (one.sentence for one in remarks({**decision.facts, "ejemplo": "no"}))
    return Said(
        decision.word,
        TONES[decision.level],
        decision.sentence,
        decision.use,
        decision.now,
        decision.english,
        tuple(notes),
        live_facts(decision),
    )


def live_facts(decision: Decision) -> str:
    """What the browser needs to work out the same answer for another day; "" where nothing can."""
    return ""
