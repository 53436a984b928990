"""What a site says of itself → the commit and the day that it was made from."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from generator.days import parse_day
from generator.proof.places import Place
from generator.sources import ENGINES, Engine

_TELLS = "api/v1/renombrados.json"
"""Small, in every site, and with the head that all answers of the API have."""
_OFFLINE = "verificar/indice.js"
_HOME = "index.html"
_PRINTED_BY = re.compile(rb'<meta name="?generator"? content="?([a-z]+)-')
_MOST = 8 << 20
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")

Silence = Literal["unfinished", "silent", "no_commit"]


class NoClaim(Exception):
    """A site that cannot be what it says, for it says nothing that could be tried."""

    def __init__(self, why: Silence) -> None:
        super().__init__(why)
        self.why: Silence = why


@dataclass(frozen=True, slots=True)
class Claim:
    """What a site is said to be."""

    commit: str
    day: date
    offline: bool
    engine: Engine = ENGINES[0]


def claim(place: Place) -> Claim:
    """NoClaim where there is none."""
    if place.is_unfinished():
        raise NoClaim("unfinished")
    told = place.read(_TELLS, _MOST)
    try:
        head: Any = json.loads(told or b"")
        commit, day = head["source_commit"], parse_day(head["day"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise NoClaim("silent") from None
    if not isinstance(commit, str) or not _COMMIT.fullmatch(commit):
        raise NoClaim("no_commit")
    return Claim(commit, day, place.read(_OFFLINE, _MOST) is not None, _engine(place))


def _engine(place: Place) -> Engine:
    """Pages name what printed them, if it is not the usual engine."""
    named = _PRINTED_BY.search(place.read(_HOME, _MOST) or b"")
    word = named[1].decode() if named else ""
    return next((one for one in ENGINES if one == word), ENGINES[0])
