"""The record of a regional programme: companies one by one, towards a distinction."""

from typing import ClassVar

from pydantic import ConfigDict

from generator.model.fields import (
    REQUIRED,
    Count,
    Id,
    PartialDay,
    Quantity,
    RegionCode,
    Text,
    Year,
    key,
)
from generator.model.lists import PROGRAMME_STAGE
from generator.model.record import Block, Record


class Funding(Block):
    """Money of the programme, as a source gives it."""

    model_config = ConfigDict(title="Financiamiento")
    source: Text = key("fuente", "Fuente", "Quién financia.", "FNDR", default=REQUIRED)
    amount: Quantity | None = key("monto", "Monto", "Cuánto.", 483)
    unit: Text | None = key("unidad", "Unidad", "En qué unidad.", "millones de pesos")


class Goal(Block):
    """A goal of the programme."""

    model_config = ConfigDict(title="Meta del programa")
    name: Text = key("nombre", "Nombre", "Qué se quiere lograr.", default=REQUIRED)
    stage: PROGRAMME_STAGE | None = key("etapa", "Etapa", "De qué etapa.", "auditoria_inicial")
    quantity: Count | None = key("cantidad", "Cantidad", "Cuántas.", 100)
    year: Year | None = key("anio", "Año", "Para qué año.", 2015)


class Milestone(Block):
    """Something that happened."""

    model_config = ConfigDict(title="Hito")
    happened_on: PartialDay = key("fecha", "Fecha", "Cuándo.", default=REQUIRED)
    name: Text = key("nombre", "Nombre", "Qué.", default=REQUIRED)


class Progress(Block):
    """How many companies had reached a stage on a day."""

    model_config = ConfigDict(title="Avance")
    as_of: PartialDay = key("al", "Al", "A qué fecha.", default=REQUIRED)
    stage: PROGRAMME_STAGE = key("etapa", "Etapa", "Qué etapa.", default=REQUIRED)
    quantity: Count = key("cantidad", "Cantidad", "Cuántas.", default=REQUIRED)


class Participant(Block):
    """A company in the programme and the days of its steps."""

    model_config = ConfigDict(title="Participante")
    company_id: Id = key("empresa", "Empresa", "Id de la empresa.", default=REQUIRED)
    entered: PartialDay | None = key("ingreso", "Ingreso", "Cuándo.")
    first_audit: PartialDay | None = key("auditoria_inicial", "Auditoría inicial", "Cuándo.")
    plan: PartialDay | None = key("plan", "Plan", "Cuándo.")
    implementation: PartialDay | None = key("implementacion", "Implementación", "Cuándo.")
    final_audit: PartialDay | None = key("auditoria_final", "Auditoría final", "Cuándo.")
    distinction: PartialDay | None = key("distincion", "Distinción", "Cuándo.")
    productivity: PartialDay | None = key("productividad", "Productividad", "Cuándo.")


class Programme(Record):
    """A regional programme of clean production; its distinction is neither certificate nor seal."""

    model_config = ConfigDict(title="Programa regional")
    collection: ClassVar[str] = "programas"
    name: Text = key("nombre", "Nombre", "Nombre del programa.", default=REQUIRED)
    region: RegionCode = key("region", "Región", "Código, entre comillas.", "07", default=REQUIRED)
    since: PartialDay | None = key("desde", "Desde", "Cuándo empezó.", "2014")
    until: PartialDay | None = key("hasta", "Hasta", "Cuándo terminó.", "2018")
    funding: tuple[Funding, ...] = key("financiamiento", "Financiamiento", "Aportes.", default=())
    goals: tuple[Goal, ...] = key("metas", "Metas", "Metas.", default=())
    milestones: tuple[Milestone, ...] = key("hitos", "Hitos", "Hitos.", default=())
    progress: tuple[Progress, ...] = key("avances", "Avances", "Avances.", default=())
    participants: tuple[Participant, ...] = key(
        "participantes", "Participantes", "Empresas del programa.", default=()
    )
