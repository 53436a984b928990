"""Stages that follow one another → how long each of them took."""

import time
from collections.abc import Mapping


class Stopwatch:
    """Seconds by stage; a stage ends where the next one begins."""

    def __init__(self) -> None:
        self._spent: dict[str, float] = {}
        self._last = time.monotonic()

    def lap(self, stage: str) -> None:
        """The stage that has just ended was this one."""
        now = time.monotonic()
        self._spent[stage] = self._spent.get(stage, 0.0) + now - self._last
        self._last = now

    @property
    def spent(self) -> Mapping[str, float]:
        """Seconds by stage, in the order in which they ended."""
        return dict(self._spent)
