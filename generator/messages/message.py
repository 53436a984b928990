"""One diagnostic's level and words, as templates that `str.format` fills with its params."""

from dataclasses import dataclass
from datetime import date

from generator.problem import Level


@dataclass(frozen=True, slots=True)
class Message:
    """Templates in both languages; a hint is optional and says how to mend the fault.

    With `since` the level is that of what is dated on that day or later (`model.ages`); `before`
    is the level for what is older, None where the rule has nothing to say of it. Only rules
    between records may have it, and only those that no page relies on.
    """

    level: Level
    es: str
    en: str
    hint_es: str = ""
    hint_en: str = ""
    since: date | None = None
    before: Level | None = "warning"

    def text(self, language: str) -> str:
        """The message template in `es` or `en`."""
        return self.es if language == "es" else self.en

    def hint(self, language: str) -> str:
        """The hint template in `es` or `en`."""
        return self.hint_es if language == "es" else self.hint_en
