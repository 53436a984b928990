"""Turns makers of slots into the slots themselves, each made when a page first asks for it."""

import re
from collections.abc import Callable, Iterator, Mapping

from generator.reads import Reads
from generator.views.page import Slot

Maker = Callable[[], Slot]
TableMaker = Callable[[str], Slot]

TABLE = re.compile(r"tabla:(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)")
"""Slots that show a published table: any id is known, so that any registry can be built."""


class SlotMap(Mapping[str, Slot]):
    """The slots by name; its keys are those that every registry has."""

    def __init__(self, makers: Mapping[str, Maker], table: TableMaker, reads: Reads) -> None:
        self._makers = dict(sorted(makers.items()))
        self._table = table
        self._reads = reads
        self._made: dict[str, tuple[Slot, frozenset[str]]] = {}

    def __getitem__(self, name: str) -> Slot:
        if name not in self._made:
            self._made[name] = self._reads.collect(self._maker(name))
        slot, read = self._made[name]
        self._reads.note_all(read)  # every page that shows it depends on what it was made of
        return slot

    def _maker(self, name: str) -> Maker:
        if name in self._makers:
            return self._makers[name]
        if match := TABLE.fullmatch(name):
            return lambda: self._table(match["id"])
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (name in self._makers or bool(TABLE.fullmatch(name)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)
