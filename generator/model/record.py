"""What every record may carry: sources, notes, former ids, corrections, withdrawal, flags."""

from functools import cache
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from generator.model.fields import (
    REQUIRED,
    ComunaCode,
    Day,
    Flag,
    Id,
    RegionCode,
    SourceUrl,
    Text,
    key,
)


class Block(BaseModel):
    """A mapping in a record: frozen, closed to unknown keys, read by its Spanish keys.

    Pickled, it holds only what was given; what comes back of it takes half the room. What stays
    here shares the set of names with others, as what comes back does: a third of its room.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)

    def __getstate__(self) -> dict[Any, Any]:
        names = self.__pydantic_fields_set__
        given = {name: value for name, value in self.__dict__.items() if name in names}
        _put(self, "__pydantic_fields_set__", _set_of(tuple(given)))
        return given

    def __setstate__(self, state: dict[Any, Any]) -> None:
        _put(self, "__dict__", {**_defaults(type(self)), **state})
        _put(self, "__pydantic_fields_set__", _set_of(tuple(state)))
        _put(self, "__pydantic_extra__", None)
        _put(self, "__pydantic_private__", None)


_put = object.__setattr__
"""As pydantic does it: blocks are frozen."""


@cache
def _defaults(model: type[BaseModel]) -> dict[str, Any]:
    """Every field in its order; one that is required has been given, so its default is not used."""
    return {name: info.default for name, info in model.model_fields.items()}


@cache
def _set_of(names: tuple[str, ...]) -> set[str]:
    """One set for all blocks in which the same is given: nobody changes it, they are frozen."""
    return set(names)


class Source(Block):
    """Where a fact was read: an address or a document, and on which day."""

    model_config = ConfigDict(title="Fuente")
    url: SourceUrl | None = key(
        "url", "Dirección", "Página de donde se tomó el dato.", "https://ascc.cl/pagina/apl"
    )
    document: Text | None = key(
        "documento",
        "Documento",
        "Nombre del documento, cuando no hay una dirección completa.",
        "Presentación del Consejo Nacional de Producción Limpia, hacia 2015",
    )
    consulted_on: Day | None = key(
        "consultada", "Consultada", "Día en que se leyó la fuente.", "2026-11-20"
    )
    note: Text | None = key("nota", "Nota", "Qué dice la fuente, o qué le falta.")


class Correction(Block):
    """A public correction: what the record said, what it says, and why."""

    model_config = ConfigDict(title="Corrección")
    corrected_on: Day = key(
        "fecha", "Fecha", "Día de la corrección.", "2026-10-02", default=REQUIRED
    )
    field: Text = key("campo", "Campo", "Qué dato se corrigió.", "comuna", default=REQUIRED)
    said: Text | None = key("decia", "Decía", "Lo que decía antes.", "Talca")
    says: Text | None = key("dice", "Dice", "Lo que dice ahora.", "Maule")
    reason: Text = key(
        "motivo", "Motivo", "Por qué se corrigió.", "Error de digitación", default=REQUIRED
    )


class RecordWithdrawal(Block):
    """The record is withdrawn from the register; its address stays and says so."""

    model_config = ConfigDict(title="Baja")
    withdrawn_on: Day = key("fecha", "Fecha", "Día de la baja.", "2026-09-01", default=REQUIRED)
    reason: Literal["error_de_registro", "privacidad", "fusion"] = key(
        "motivo", "Motivo", "Por qué se da de baja.", "error_de_registro", default=REQUIRED
    )
    heir: Id | None = key(
        "en", "Registro que continúa", "En una fusión, el id del registro que la hereda."
    )


class Record(Block):
    """A record: one file, whose stem is its id."""

    collection: ClassVar[str]
    notes: Text | None = key(
        "notas", "Notas", "Límites y contradicciones de lo registrado, para quien lee."
    )
    former_ids: tuple[Id, ...] = key(
        "ids_anteriores",
        "Ids anteriores",
        "Ids que este registro tuvo antes; sus direcciones llevan a la actual.",
        default=(),
    )
    corrections: tuple[Correction, ...] = key(
        "correcciones", "Correcciones", "Correcciones públicas de este registro.", default=()
    )
    withdrawal: RecordWithdrawal | None = key(
        "baja",
        "Baja",
        "Retira el registro; su dirección queda y lo dice. Las demás claves se pueden borrar.",
    )
    draft: Flag = key(
        "borrador",
        "Borrador",
        "Se revisa solo en su forma y no se publica en ninguna parte.",
        default=False,
    )
    example: Flag = key(
        "ejemplo",
        "Ejemplo",
        "Registro ficticio, de demostración. Solo puede referirse a otros ejemplos.",
        default=False,
    )
    sources: tuple[Source, ...] = key(
        "fuentes",
        "Fuentes",
        "De dónde salen los datos. Todo registro real necesita al menos una.",
        default=(),
    )


class Territory(Block):
    """Where an agreement or project applies."""

    model_config = ConfigDict(title="Territorio")
    reach: Literal["nacional", "regional", "comunal", "sin_informacion"] = key(
        "alcance", "Alcance", "Hasta dónde llega.", "regional", default=REQUIRED
    )
    regions: tuple[RegionCode, ...] = key(
        "regiones", "Regiones", "Códigos de región, entre comillas.", ["07"], default=()
    )
    comunas: tuple[ComunaCode, ...] = key(
        "comunas", "Comunas", "Códigos de comuna, entre comillas.", ["07101"], default=()
    )
    text: Text | None = key(
        "texto", "Texto", "Cómo lo dice la fuente.", "entre las regiones de Valparaíso y Los Lagos"
    )
