"""All that the files of a site are made from, but for what the engine prints."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.language import Language
from generator.prose import ProsePage
from generator.site import Frame
from generator.store import Keeper
from generator.views.survey import Survey

Wanted = Callable[[str], bool]
"""Whether files of a kind are to be made."""


def EVERYTHING(_: str) -> bool:  # noqa: N802 - it stands where a constant does
    """All kinds."""
    return True


@dataclass(frozen=True, slots=True)
class Plan:
    """What a site is made from; `frame` is what stands around its pages."""

    templates: Path
    survey: Survey
    frame: Frame
    prose: tuple[ProsePage, ...]
    target: Callable[[str], str | None]
    english: Frame
    """What stands around the pages of the English edition."""
    has_english: bool = True
    """Whether the prose has moulds for it."""
    wanted: Wanted = EVERYTHING
    keeper: Keeper | None = None

    @property
    def in_english(self) -> Language | None:
        """The language of an English edition, None where there is none."""
        return self.english.language if self.has_english else None

    def around(self, language: str) -> Frame:
        """The frame of pages in a language."""
        return self.english if language == self.english.language.code else self.frame

    @property
    def companies(self) -> int:
        """How many there are: whole files take as much longer."""
        with self.survey.reads.unnoted():
            return len(self.survey.registry.companies)
