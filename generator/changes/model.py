"""What can change between two states of a registry, as values: facts here, words elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal[
    "alta",
    "vuelve",
    "renombrado",
    "baja",
    "oculto",
    "quitado",
    "elemento_nuevo",
    "elemento_movido",
    "elemento_quitado",
    "adhesion",
    "adhesion_quitada",
    "certificado",
    "renovacion",
    "certificado_movido",
    "certificado_quitado",
    "sello",
    "sello_quitado",
    "estado",
    "cuenta",
    "datos",
    "correccion",
]
"""The kinds of change, in the order in which they are told."""

Table = Literal[
    "registro",
    "acuerdos",
    "empresas",
    "elementos",
    "adhesiones",
    "certificados",
    "sellos",
    "programas",
    "preinversion",
    "estadisticas",
    "organismos",
    "auditores",
]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that changed: its keys, joined by dots, its title, and what it said and says.

    "" stands for a value that was not there, or is no more.
    """

    keys: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the public will see otherwise.

    `id` names it in its table (a code, `empresa/elemento`), `path` is its page, `file` its file in
    the registry, "" for none. `who` is the company that it belongs to, `what` the element, `where`
    the agreement, each as it stands in a sentence. `before` and `after` are in the words of the
    decision table. `since` is the day from which it holds, `is_ahead` that this day is to come.
    """

    kind: Kind
    table: Table
    id: str
    name: str
    path: str = ""
    file: str = ""
    who: str = ""
    what: str = ""
    where: str = ""
    before: str = ""
    after: str = ""
    since: date | None = None
    is_ahead: bool = False
    fields: tuple[FieldChange, ...] = ()
    example: bool = False


Broken = Literal[
    "codigo_quitado",
    "codigo_oculto",
    "codigo_cambiado",
    "codigo_reutilizado",
    "id_reutilizado",
    "id_anterior_perdido",
]
"""The promises that a change may break."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that the change breaks: of what (`id`), in which file, and what words it needs."""

    kind: Broken
    id: str
    file: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loss:
    """A company from which the change takes validity away, from a day on."""

    id: str
    name: str
    since: date
    what: str


@dataclass(frozen=True, slots=True)
class Review:
    """Whether a second person must look: who loses validity, and which records go.

    `threshold` is how many companies may lose validity without it.
    """

    losses: tuple[Loss, ...] = ()
    removed: tuple[Change, ...] = ()
    threshold: int = 5

    @property
    def is_mass(self) -> bool:
        """Whether more companies lose validity than the threshold allows."""
        return len(self.losses) > self.threshold

    @property
    def is_needed(self) -> bool:
        """Whether the change waits for a second person."""
        return self.is_mass or bool(self.removed)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of one kind that are new, show something else, or are gone."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)
