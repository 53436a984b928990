"""The words of every diagnostic, in Spanish and English, by its stable code."""

import re
from collections.abc import Mapping
from typing import Literal

from generator.days import long_en, long_es
from generator.messages.content import CONTENT
from generator.messages.form import FORM
from generator.messages.message import Message
from generator.messages.rules import RULES
from generator.problem import Finding, Level, Problem

Language = Literal["es", "en"]

CATALOGUE: Mapping[str, Message] = {**FORM, **RULES, **CONTENT}


def level(problem: Problem | Finding) -> Level:
    """How serious `problem` is."""
    found = CATALOGUE[problem.code]
    return found.before or found.level if problem.is_old else found.level


def message(problem: Problem, language: Language = "es") -> str:
    """One line that says what was found and what was expected."""
    return _worded(CATALOGUE[problem.code].text(language), problem)


def hint(problem: Problem, language: Language = "es") -> str:
    """How to mend it, or an empty text where the message says all there is to say."""
    if suggestion := problem.params.get("suggestion"):
        mended = str(suggestion)
        said = f"¿Quisiste decir {mended}?" if language == "es" else f"Did you mean {mended}?"
    else:
        said = _worded(CATALOGUE[problem.code].hint(language), problem)
    return f"{said} {since(problem.code, language)}".strip() if problem.is_old else said


def since(code: str, language: Language = "es") -> str:
    """For what a rule is meant, and since when; "" where it is for everything."""
    found = CATALOGUE[code]
    if found.since is None:
        return ""
    day = (long_es if language == "es" else long_en)(found.since)
    return _SINCE[language][found.before is not None].format(day=day, before=found.before)


_SINCE: Mapping[Language, tuple[str, str]] = {
    "es": (
        "Vale para lo que lleva fecha desde el {day}; de lo anterior no dice nada.",
        "Vale para lo que lleva fecha desde el {day}; en lo anterior es solo {before}.",
    ),
    "en": (
        "It holds for what is dated {day} or later; of older things it says nothing.",
        "It holds for what is dated {day} or later; of older things it is only {before}.",
    ),
}


_PARAMETER = re.compile(r"\{(\w+)\}")


def in_general(template: str) -> str:
    """A message or hint of any case: `…` stands where each case has its own words."""
    return _PARAMETER.sub("…", template).replace("{{", "{").replace("}}", "}")


def _worded(template: str, problem: Problem) -> str:
    shown = {
        name: _one_line(value, _LONGEST.get(name, 120)) for name, value in problem.params.items()
    }
    return template.format(**shown)


_LONGEST = dict.fromkeys(("choices", "known", "problem", "problem_en"), 1000)
"""These params are words of ours, not input, and are worth reading to their end."""


def _one_line(value: object, longest: int) -> str:
    """Quoted input may be huge or hold line breaks; a diagnostic is one line a person can read."""
    text = " ".join(str(value).split())
    printable = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return printable if len(printable) <= longest else printable[: longest - 1] + "…"
