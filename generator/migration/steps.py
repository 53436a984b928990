"""Each version of the records' schema → what takes a registry from the one before to it.

Whoever raises `rules.register.SCHEMA_VERSION` adds its step here; a test asks for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.edit.parts import Document
from generator.messages import Language

Change = Callable[[Mapping[str, Document]], None]
"""Edits the documents of a registry where they stand; they come by their path in it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What changes with a version, in a sentence, and how.

    Every comment has to stay, and what is left alone is not written: a part that goes hands its
    comments to another.
    """

    words: Mapping[Language, str]
    change: Change


STEPS: Mapping[int, Step] = {}
"""By the version that a step leads to. The first version is 1, which nothing leads to."""
