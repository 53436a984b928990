"""One diagnostic's level and words, as templates that `str.format` fills with its params."""

from dataclasses import dataclass

from generator.problem import Level


@dataclass(frozen=True, slots=True)
class Message:
    """Templates in both languages; a hint is optional and says how to mend the fault."""

    level: Level
    es: str
    en: str
    hint_es: str = ""
    hint_en: str = ""

    def text(self, language: str) -> str:
        """The message template in `es` or `en`."""
        return self.es if language == "es" else self.en

    def hint(self, language: str) -> str:
        """The hint template in `es` or `en`."""
        return self.hint_es if language == "es" else self.hint_en
