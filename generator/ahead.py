"""Edited companies → their own files, before anything else of the site is made.

For whoever waits for a preview: at Chile's size the files of one company take an instant, all that
lists it takes seconds. They are made from the records around the edited ones alone, and shown until
the site is there; that is made from all records, and puts right what these cannot tell (two
companies of one name have their titles made distinct).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.inspection import Checked
from generator.load import Entry, Loaded
from generator.plan import Plan
from generator.planning import owned
from generator.pouring import moulds_of
from generator.publish import Files

_LEADING = ("empresas", "sellos")


@dataclass(frozen=True, slots=True)
class Edited:
    """Edited companies and holders of edited seals, by id, and the records around them."""

    companies: frozenset[str]
    around: Loaded


def edited(checked: Checked) -> Edited | None:
    """What was edited, where nothing was but records that stood there before under the same ids."""
    if not checked.near:
        return None
    was, now = checked.near
    if any(was.entries[name].keys() != now.entries[name].keys() for name in _LEADING):
        return None
    entries = {**checked.loaded.entries, **{name: now.entries[name] for name in _LEADING}}
    companies = frozenset(_companies(now, checked.changed))
    return Edited(companies, replace(now, entries=entries)) if companies else None


def files(plan: Plan, printed: Path, companies: Iterable[str]) -> Mapping[str, bytes]:
    """What these companies' own files will hold, by their names; nothing is written."""
    held = _Held()
    for task in owned(plan, moulds_of(plan, printed), sorted(companies)):
        for part in task.parts():
            part.put(held)
    return held.contents


class _Held(Files):
    """Files that are kept in memory."""

    def __init__(self) -> None:
        super().__init__(Path(), Path())
        self.contents: dict[str, bytes] = {}

    def put(self, name: str, content: bytes) -> None:
        """Take a file."""
        self.contents[name] = content


def _companies(now: Loaded, changed: frozenset[str]) -> Iterator[str]:
    def of(name: str) -> Iterable[Entry[Any]]:
        return (one for one in now.entries[name].values() if one.path in changed)

    yield from (one.id for one in of("empresas"))
    yield from (one.record.holder.company_id for one in of("sellos"))
