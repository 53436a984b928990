"""The folders and the file that a site is made from, and the engine that prints it."""

from pathlib import Path
from typing import Literal, NamedTuple, get_args

Engine = Literal["mkdocs", "zensical"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
"""What may print the prose; the first one where nobody says which."""


class Sources(NamedTuple):
    """The four places a site is made from, and what prints its prose."""

    registry: Path
    content: Path
    templates: Path
    config: Path
    engine: Engine = ENGINES[0]

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file and folder that a build reads."""
        return (self.registry, *self.beside_records)

    @property
    def beside_records(self) -> tuple[Path, ...]:
        """All but the records."""
        return (self.content, self.templates, self.config)

    @property
    def theme(self) -> Path:
        """What of the templates the engine reads."""
        return self.templates / "theme"
