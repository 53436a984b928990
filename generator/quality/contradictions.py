"""Published records but companies → the warnings that the rules of the check give of them.

They are asked anew, of what is published alone, so that no record that is not public can show.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from generator.load import Loaded
from generator.messages import level, message
from generator.problem import KeyPath, Place, Problem
from generator.quality.gap import Gap, Kind
from generator.registry import Registry
from generator.rules import findings

_MISSING: Mapping[str, tuple[Kind, KeyPath]] = {"APL305": ("falta", ("acuerdo_anterior",))}
"""Warnings that tell of a field that is not there, by their code."""

_COLLECTIONS = ("acuerdos", "programas", "preinversion", "estadisticas")


def contradictions(registry: Registry, day: date) -> Mapping[str, tuple[Gap, ...]]:
    """By the path of a record's file: what its fields say against each other, or against others.

    References to what is left out here are faults, and nothing published has one.
    """
    entries = {name: registry.collection(name) for name in _COLLECTIONS}
    loaded = Loaded({**entries, "empresas": {}, "sellos": {}}, None, None, None, (), frozenset())
    found: defaultdict[str, list[Gap]] = defaultdict(list)
    for one in findings(loaded, day):
        if level(one) == "warning":
            said = message(Problem(Place(one.spot.path), one.code, one.params))
            kind, keys = _MISSING.get(one.code, ("contradice", one.spot.keys))
            found[one.spot.path].append(Gap(kind, keys, said, rule=one.code))
    return {path: tuple(gaps) for path, gaps in found.items()}
