"""What a finished command read, wrote and said → whether it would only do the same again.

A memory is one small file below the cache. It counts only while every file that the command read
and wrote is, by its size, times and inode, the one that was there, and the program is the same;
what cannot be told for sure (a damaged memory, a link, a file changed in the same instant) counts
as changed, and the command does its work. Nothing heavy is imported here: this is all that runs
when nothing has changed.
"""

import json
import os
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from generator.file_states import Seen, Uncertain, digest, program, seen
from generator.sharing import shared
from generator.site_state import looks, outputs_digest, parts

MOST = 24
"""Memories kept below one cache."""

_STAMP = sha256().digest_size
"""Bytes that stand before a memory and tell it from a damaged one."""


class Told(NamedTuple):
    """How a command ended: its exit code and what it printed.

    `closing` is printed last, with the seconds it took this time in the place of `{seconds}`.
    """

    code: int
    text: str
    closing: str = ""

    def ended(self, seconds: float, language: str) -> str:
        """The closing line of a run that took so long."""
        told = f"{seconds:.1f}"
        return self.closing.replace(
            "{seconds}", told if language == "en" else told.replace(".", ",")
        )


class Memory:
    """The memory of one command, given the words that tell it from any other one."""

    def __init__(self, cache: Path, *words: object) -> None:
        key = digest(map(str, words))
        self._file = cache / f"{key[:24]}.recuerdo"
        self._began = 0
        self._looked: tuple[list[str], Seen] | None = None
        self._seen: str | None = None
        self._sources: list[str] = []

    def recall(self) -> Told | None:
        """How it ended last time, if nothing has changed since; None means: do the work."""
        try:
            written = self._file.read_bytes()
            stamp, body = written[:_STAMP], written[_STAMP:]
            if stamp != _stamp(body):
                return None
            held = json.loads(body)
            if held["program"] != program() or not self._is_the_same(held):
                return None
            return Told(held["code"], held["text"], held["closing"])
        except (OSError, ValueError, LookupError, TypeError, Uncertain):
            return None

    def look(self, began: int, *sources: Path) -> None:
        """See what the sources are like, before they are read.

        `began` is the moment at which the command began, in nanoseconds since 1970.
        """
        self._sources = [os.path.abspath(one) for one in sources]
        self._began = began
        try:
            self._seen = self._look(self._sources).sure(began)
        except (OSError, Uncertain):
            self._seen = None

    def keep(
        self, told: Told, out: Path | None = None, names: Collection[str] = (), outputs: str = ""
    ) -> None:
        """Keep how it ended, with the files it left in `out`; a cache that is closed is no harm.

        `outputs` is their digest, where somebody has just worked it out.
        """
        if self._seen is None:
            return
        try:
            left: list[object] = []
            if out is not None:
                place = os.path.abspath(out)
                left = [place, parts(names), outputs or outputs_digest(place, names)]
            body = json.dumps(
                {
                    "program": program(),
                    "began": self._began,
                    "sources": self._sources,
                    "seen": self._seen,
                    "outputs": left,
                    "code": told.code,
                    "text": told.text,
                    "closing": told.closing,
                }
            ).encode("ascii")  # names of files may hold bytes that are no text
            self._file.parent.mkdir(parents=True, exist_ok=True)
            aside = self._file.with_suffix(f".{os.getpid()}")
            aside.write_bytes(_stamp(body) + body)
            os.replace(aside, self._file)
            _forget(self._file.parent)
        except (OSError, Uncertain):
            return

    def _is_the_same(self, held: dict[str, Any]) -> bool:
        """Whether sources and outputs are as they were; two processes share the look at these."""
        sources, began, before = held["sources"], held["began"], held["seen"]
        if not held["outputs"]:
            return bool(self._look(sources).sure(began) == before)
        out, files, outputs = held["outputs"]
        with shared(looks(out, files)) as join:
            same = self._look(sources).sure(began) == before
            return bool(same and digest(join()) == outputs)

    def _look(self, sources: list[str]) -> Seen:
        """What the sources are like; who recalls and then does the work sees them once."""
        if self._looked is None or self._looked[0] != sources:
            self._looked = sources, seen(sources)
        return self._looked[1]


def _stamp(body: bytes) -> bytes:
    return sha256(body).digest()


def _forget(cache: Path) -> None:
    """Keep the newest memories: yesterday's day does not come back."""
    found = sorted(cache.glob("*.recuerdo"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for file in found[MOST:]:
        file.unlink()
