"""Turns the catalogue of diagnostics into the list of rules that the staff guide shows."""

from dataclasses import dataclass

from generator.explanations import Example, explanations, shown
from generator.messages import CATALOGUE, in_general, since
from generator.model.ages import DATED, SOURCES
from generator.views.page import Slot

_PARTS = (
    ("0", "La forma de los archivos y de los valores"),
    ("9", "Los textos, los moldes y la configuración del sitio"),
)
_BETWEEN = "Lo que calza entre valores y entre fichas"


@dataclass(frozen=True, slots=True)
class Case:
    """An example: the file it is of, and some of its lines."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A diagnostic: code, level, message and hint, with `…` where a case has its own words.

    And why it exists, with an example that breaks it and one that keeps it; `since` tells of a
    rule for new records what it is for old ones.
    """

    code: str
    level: str
    message: str
    hint: str
    since: str
    why: str
    bad: Case
    good: Case


@dataclass(frozen=True, slots=True)
class RulePart:
    """The rules of one kind."""

    title: str
    rules: tuple[Rule, ...]


def slot() -> Slot:
    """Every rule in the order of the codes."""
    return Slot("fragments/rules.html", {"parts": parts()})


def ages() -> Slot:
    """By which date each kind of thing is old or new, for rules that are for new ones only."""
    rows = [(str(kind.model_config["title"]), paths) for kind, paths in DATED.items()]
    return Slot("fragments/ages.html", {"rows": rows, "sources": SOURCES})


def parts() -> tuple[RulePart, ...]:
    """The rules by kind: form, then sense, then the site's own."""
    found: dict[str, list[Rule]] = {}
    for code in sorted(CATALOGUE):
        found.setdefault(_part(code), []).append(_rule(code))
    return tuple(RulePart(title, tuple(rules)) for title, rules in found.items())


def _part(code: str) -> str:
    hundreds = code.removeprefix("APL")[:1]
    return dict(_PARTS).get(hundreds, _BETWEEN)


def _rule(code: str) -> Rule:
    message, found = CATALOGUE[code], explanations()[code]
    return Rule(
        code,
        message.level,
        in_general(message.es),
        in_general(message.hint_es),
        since(code),
        found.why["es"],
        _case(found.bad),
        _case(found.good),
    )


def _case(example: Example) -> Case:
    return Case(example.file, shown(example, "es"))
