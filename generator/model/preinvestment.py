"""The record of a voluntary pre-investment agreement (AVP)."""

from typing import ClassVar, Literal

from pydantic import ConfigDict

from generator.model.fields import REQUIRED, Day, PartialDay, Positive, Text, key
from generator.model.lists import RUBRO
from generator.model.record import Block, Record, Territory


class Stage(Block):
    """A stage of the process."""

    model_config = ConfigDict(title="Etapa")
    name: Text = key("nombre", "Nombre", "Nombre de la etapa.", default=REQUIRED)
    months: Positive | None = key("meses", "Meses", "Cuánto dura.", 12)
    begins: PartialDay | None = key("inicio", "Inicio", "Cuándo empieza.")
    ends: PartialDay | None = key("termino", "Término", "Cuándo termina.")


class Matter(Block):
    """One of the four matters that an agreement of this kind must settle."""

    model_config = ConfigDict(title="Contenido")
    state: Literal["pendiente", "en_discusion", "acordado"] | None = key(
        "estado", "Estado", "Cómo va.", "acordado"
    )
    text: Text | None = key("texto", "Texto", "Qué se acordó.")


class Matters(Block):
    """The four contents of the agreement."""

    model_config = ConfigDict(title="Contenidos")
    baseline: Matter | None = key("linea_base", "Línea de base", "Alcance de la información.")
    impacts: Matter | None = key("impactos", "Impactos", "Cómo se abordan.")
    local_development: Matter | None = key(
        "desarrollo_local", "Desarrollo local", "Cómo contribuye el proyecto."
    )
    continuity: Matter | None = key("continuidad", "Continuidad", "Cómo sigue la participación.")


class ProcessCertification(Block):
    """The certification of the participation process."""

    model_config = ConfigDict(title="Certificación del proceso")
    certified_on: Day = key("fecha", "Fecha", "Día.", default=REQUIRED)
    document: Text | None = key("documento", "Documento", "Dónde consta.")


class Preinvestment(Record):
    """A voluntary agreement between a company, its neighbours and the State before a project."""

    model_config = ConfigDict(title="Acuerdo voluntario de preinversión")
    collection: ClassVar[str] = "preinversion"
    project: Text = key("proyecto", "Proyecto", "Nombre del proyecto.", default=REQUIRED)
    holder: Text | None = key("titular", "Titular", "La empresa del proyecto.")
    rubro: RUBRO | None = key("rubro", "Rubro", "Palabra de todos los días.", "energia")
    territory: Territory | None = key("territorio", "Territorio", "Dónde.")
    guarantor: Text | None = key("garante", "Garante", "Quién cuida el proceso.")
    facilitation: Text | None = key(
        "equipo_facilitacion", "Equipo de facilitación", "Quién lo facilita."
    )
    technical_capacity: Text | None = key(
        "capacidad_tecnica", "Capacidad técnica", "Quién traduce lo técnico."
    )
    stages: tuple[Stage, ...] = key("etapas", "Etapas", "De 2, 12 y 1 meses.", default=())
    matters: Matters | None = key("contenidos", "Contenidos", "Los cuatro contenidos.")
    process_certification: ProcessCertification | None = key(
        "certificacion_proceso", "Certificación del proceso", "Si se certificó."
    )
    follow_up: Text | None = key("seguimiento", "Seguimiento", "Quién sigue el acuerdo.")
    state: (
        Literal[
            "en_preparacion", "en_curso", "acordado", "terminado", "detenido", "sin_informacion"
        ]
        | None
    ) = key("estado", "Estado", "Cómo va.", "en_curso")
