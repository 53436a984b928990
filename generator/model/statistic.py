"""The record of an official published table, as its source gives it."""

from typing import ClassVar, Literal

from pydantic import ConfigDict

from generator.model.fields import REQUIRED, Cell, Id, PartialDay, Text, key
from generator.model.record import Block, Record


class Column(Block):
    """A column of the table."""

    model_config = ConfigDict(title="Columna")
    id: Id = key("id", "Id", "Id de la columna.", "adhieren", default=REQUIRED)
    title: Text = key("titulo", "Título", "Encabezado.", "Adhieren", default=REQUIRED)
    unit: Text | None = key("unidad", "Unidad", "En qué unidad.", "empresas")
    kind: Literal["texto", "entero", "decimal", "porcentaje"] = key(
        "tipo", "Tipo", "Qué clase de valores tiene.", "entero", default=REQUIRED
    )


class Statistic(Record):
    """A published table or series."""

    model_config = ConfigDict(title="Estadística")
    collection: ClassVar[str] = "estadisticas"
    name: Text = key("nombre", "Nombre", "Título de la tabla.", default=REQUIRED)
    description: Text | None = key("descripcion", "Descripción", "Qué muestra.")
    unit: Text | None = key("unidad", "Unidad", "Unidad de la tabla.", "empresas")
    as_of: PartialDay | None = key("al", "Al", "A qué fecha.", "2012")
    columns: tuple[Column, ...] = key(
        "columnas", "Columnas", "Columnas.", default=REQUIRED, at_least=1
    )
    rows: tuple[tuple[Cell, ...], ...] = key("filas", "Filas", "Filas.", default=REQUIRED)
