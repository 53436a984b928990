"""What is missing, and a person at a terminal → values, asked for until they will do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from generator import folding, territory
from generator.messages import Language, hint, message
from generator.model import mending, sure
from generator.model.fields import ComunaCode, RegionCode
from generator.new.known import Names
from generator.new.leaves import Leaf
from generator.problem import Place, Problem

MOST_LISTED = 30
_NEAR = 5
_COMUNA, _REGION = ComunaCode.__metadata__[0], RegionCode.__metadata__[0]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a person answers: `read` gives a line, EOFError at the end; `say` shows one."""

    read: Callable[[], str]
    say: Callable[[str], None]
    language: Language = "es"

    def word(self, es: str, en: str) -> str:
        """The one of two texts that the person reads."""
        return en if self.language == "en" else es


def ask(terminal: Terminal, leaf: Leaf, names: Names) -> str:
    """A value for a leaf; `names` are what it may refer to, if it refers to anything."""
    info = leaf.info
    terminal.say(f"\n{info.title}. {info.description}")
    if leaf.example and not (leaf.choices or names):
        terminal.say(terminal.word(f"  Ejemplo: {leaf.example}", f"  Example: {leaf.example}"))
    names = names or _named(leaf)
    if names:
        return choose(terminal, names)
    while True:
        said = terminal.read()
        value = sure.meant(said, leaf.kind, leaf.marks) or said
        if not value or not (faults := _faults(leaf, value)):
            return value
        for fault in faults:
            terminal.say("  " + message(fault, terminal.language))
            if tip := hint(fault, terminal.language):
                terminal.say("  " + tip)


def _named(leaf: Leaf) -> Names:
    if leaf.choices:
        return dict.fromkeys(leaf.choices, "")
    if _COMUNA in leaf.marks:
        return {one.code: one.name for one in territory.comunas().values()}
    if _REGION in leaf.marks:
        return {one.code: one.name for one in territory.regions()}
    return {}


def choose(terminal: Terminal, names: Names) -> str:
    """One of these, by its number in the list, its id or its name; near misses are offered."""
    offered = list(names) if len(names) <= MOST_LISTED else []
    if not offered:
        terminal.say(terminal.word("  Vale el nombre o el código.", "  A name or a code will do."))
    _offer(terminal, offered, names)
    while True:
        said = terminal.read()
        if not said:
            return ""
        if said in names:
            return said
        if said.isdigit() and 1 <= int(said) <= len(offered):
            return offered[int(said) - 1]
        wanted = folding.fold(said)
        exact = [id_ for id_, name in names.items() if wanted in map(folding.fold, (id_, name))]
        if len(exact) == 1:
            return exact[0]
        if close := exact or near(said, names):
            offered = close
            terminal.say(terminal.word("  ¿Quisiste decir …?", "  Did you mean …?"))
            _offer(terminal, offered, names)
        else:
            terminal.say(terminal.word(f"  No hay «{said}».", f"  There is no “{said}”."))


def near(said: str, names: Names) -> list[str]:
    """The few that look like what was said, by id or name, or have its words in their names."""
    wanted = folding.fold(said)
    held = [
        id_ for id_, name in names.items() if wanted and wanted in folding.fold(f"{id_} {name}")
    ]
    by_text = {text: id_ for id_, name in names.items() for text in (name, id_) if text}
    close = [by_text[text] for text in folding.close_matches(said, by_text, _NEAR)]
    return list(dict.fromkeys([*close, *held]))[:_NEAR]


def _offer(terminal: Terminal, ids: Sequence[str], names: Names) -> None:
    for number, id_ in enumerate(ids, start=1):
        name = f" ({names[id_]})" if names[id_] and names[id_] != id_ else ""
        terminal.say(f"  {number}) {id_}{name}")


def _faults(leaf: Leaf, value: str) -> list[Problem]:
    """Why a value will not do, in the words of the check."""
    for mark in leaf.marks:
        if isinstance(mark, PlainValidator):
            try:
                mark.func(value)  # type: ignore[call-arg]
            except PydanticCustomError as error:
                params: dict[str, object] = dict(error.context or {})
                if suggestion := mending.suggestion(error.type, value):
                    params["suggestion"] = suggestion
                return [Problem(Place(""), error.type, params)]
    return []
