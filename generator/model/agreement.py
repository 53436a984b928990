"""The record of an agreement (APL): parties, territory, dates, targets, published figures."""

from typing import ClassVar, Literal

from pydantic import ConfigDict

from generator.model.fields import (
    REQUIRED,
    ActionCode,
    CiiuCode,
    Count,
    Day,
    Flag,
    HttpsUrl,
    Id,
    Number,
    PartialDay,
    Percentage,
    Positive,
    Quantity,
    Text,
    Year,
    key,
)
from generator.model.lists import (
    AGREEMENT_KIND,
    AGREEMENT_STATE,
    FIGURE_UNIT,
    INDICATOR,
    RUBRO,
    THEME,
)
from generator.model.record import Block, Record, Territory


class Halt(Block):
    """The agreement is stopped."""

    model_config = ConfigDict(title="Detenido")
    since: PartialDay | None = key("desde", "Desde", "Desde cuándo.", "2024-05")
    reason: Text | None = key("motivo", "Motivo", "Por qué se detuvo.")


class AgreementDates(Block):
    """The milestones of an agreement, as precise as the sources give them."""

    model_config = ConfigDict(title="Fechas")
    interest: PartialDay | None = key(
        "manifestacion", "Manifestación de interés", "Cuándo se manifestó el interés.", "2020-03"
    )
    signed: PartialDay | None = key("firma", "Firma", "Cuándo se firmó.", "2016-09-09")
    adhesion_ends: PartialDay | None = key(
        "fin_adhesion", "Fin de la adhesión", "Hasta cuándo se puede adherir.", "2021-12-31"
    )
    implementation_ends: PartialDay | None = key(
        "fin_implementacion", "Fin de la implementación", "Cuándo termina.", "2023-06"
    )
    evaluation_ends: PartialDay | None = key(
        "fin_evaluacion", "Fin de la evaluación", "Cuándo termina la evaluación final.", "2023"
    )


class AgreementLevel(Block):
    """A level of a standard-based agreement."""

    model_config = ConfigDict(title="Nivel")
    number: Positive = key("numero", "Número", "1 es el nivel de entrada.", 1, default=REQUIRED)
    name: Text = key("nombre", "Nombre", "Nombre del nivel.", "Avanzado", default=REQUIRED)
    percentage: Percentage | None = key(
        "porcentaje", "Porcentaje", "Puntaje mínimo, en por ciento.", 80
    )
    validity_years: Positive | None = key(
        "vigencia_anios", "Vigencia en años", "Cuántos años vale un certificado de este nivel.", 3
    )


class Action(Block):
    """An action of a target, with the means by which it is verified."""

    model_config = ConfigDict(title="Acción")
    code: ActionCode | None = key("codigo", "Código", "Código de la acción en el acuerdo.", "1.1")
    description: Text = key("descripcion", "Descripción", "Qué hay que hacer.", default=REQUIRED)
    means: Text | None = key("medio_verificacion", "Medio de verificación", "Con qué se comprueba.")
    months: Count | None = key("plazo_meses", "Plazo en meses", "Contado desde la firma.", 6)
    mandatory: Flag | None = key("obligatoria", "Obligatoria", "¿Es obligatoria?", True)
    responsible: Literal["empresas", "estado", "entidad_gestora"] | None = key(
        "responsable", "Responsable", "A quién le toca.", "empresas"
    )


class Target(Block):
    """A target of the agreement and its actions."""

    model_config = ConfigDict(title="Meta")
    number: Positive | None = key("numero", "Número", "Número de la meta.", 1)
    name: Text = key("nombre", "Nombre", "Qué se quiere lograr.", default=REQUIRED)
    theme: THEME | None = key("tema", "Tema", "Tema de la meta.", "agua")
    actions: tuple[Action, ...] = key("acciones", "Acciones", "Acciones de la meta.", default=())


class Figure(Block):
    """A figure that a source published; never counted from records."""

    model_config = ConfigDict(title="Cifra publicada")
    what: Literal["adheridos", "certificados"] = key(
        "que", "Qué", "Qué se contó.", "certificados", default=REQUIRED
    )
    unit: FIGURE_UNIT = key("unidad", "Unidad", "En qué unidad.", "instalaciones", default=REQUIRED)
    quantity: Count | None = key("cantidad", "Cantidad", "Cuántos.", 34)
    percentage: Percentage | None = key("porcentaje", "Porcentaje", "En por ciento.", 89)
    as_of: PartialDay | None = key("al", "Al", "A qué fecha se refiere.", "2023-11")
    level: Text | None = key("nivel", "Nivel", "De qué nivel, si los hay.", "Nivel 1")
    note: Text | None = key("nota", "Nota", "Lo que conviene saber de la cifra.")


class Roll(Block):
    """How much of a real list this register holds."""

    model_config = ConfigDict(title="Nómina")
    coverage: Literal["completa", "parcial", "sin_nomina"] = key(
        "cobertura", "Cobertura", "Cuánto de la nómina está aquí.", "completa", default=REQUIRED
    )
    as_of: Day | None = key("al", "Al", "Hasta qué día llega la nómina.", "2026-11-20")
    source: Text | None = key("fuente", "Fuente", "Quién entregó la nómina.")


class Rolls(Block):
    """The coverage of the three lists of an agreement."""

    model_config = ConfigDict(title="Nóminas")
    adhered: Roll | None = key("adheridos", "Adheridos", "Nómina de adheridos.")
    certified: Roll | None = key("certificados", "Certificados", "Nómina de certificados.")
    seals: Roll | None = key("sellos", "Sellos", "Nómina de contratos de sello.")


class Impact(Block):
    """A result that a source reports."""

    model_config = ConfigDict(title="Impacto")
    indicator: INDICATOR = key("indicador", "Indicador", "De qué trata.", "agua", default=REQUIRED)
    value: Number | None = key("valor", "Valor", "El número, con punto decimal.", "-1.6")
    unit: Text | None = key("unidad", "Unidad", "En qué unidad.", "%")
    period: Text | None = key("periodo", "Período", "Cuándo.", "2018 a 2020")
    text: Text | None = key("texto", "Texto", "El resultado en una frase.")


class EmissionRow(Block):
    """One row of monitoring, reporting and verification (MRV) of greenhouse gases."""

    model_config = ConfigDict(title="Reducción de emisiones")
    year: Year = key("anio", "Año", "Año de la reducción.", 2019, default=REQUIRED)
    reduction_tco2e: Quantity = key(
        "reduccion_tco2e",
        "Reducción (tCO2e)",
        "Toneladas de CO2 equivalente.",
        "1250.5",
        default=REQUIRED,
    )
    methodology: Text | None = key("metodologia", "Metodología", "Cómo se calculó.")
    verifier: Text | None = key("verificador", "Verificador", "Quién lo verificó.")


class IntegratedCertification(Block):
    """A certification or market requirement that the agreement homologates."""

    model_config = ConfigDict(title="Certificación integrada")
    name: Text = key("nombre", "Nombre", "Cómo se llama.", "Sello S", default=REQUIRED)
    kind: Literal["norma_internacional", "sello_nacional", "requisito_mercado"] = key(
        "tipo", "Tipo", "De qué clase es.", "sello_nacional", default=REQUIRED
    )
    scope: Text | None = key("alcance", "Alcance", "Qué parte homologa.")


class Document(Block):
    """A document of the agreement."""

    model_config = ConfigDict(title="Documento")
    title: Text = key("titulo", "Título", "Título del documento.", default=REQUIRED)
    url: HttpsUrl = key("url", "Dirección", "Dirección https del documento.", default=REQUIRED)
    kind: Literal["diagnostico", "acuerdo", "informe_impacto", "otro"] | None = key(
        "tipo", "Tipo", "Qué documento es.", "acuerdo"
    )


class Agreement(Record):
    """An Acuerdo de Producción Limpia."""

    model_config = ConfigDict(title="Acuerdo")
    collection: ClassVar[str] = "acuerdos"
    name: Text = key(
        "nombre",
        "Nombre",
        "Nombre del acuerdo.",
        "Segundo Acuerdo de Producción Limpia Sector Productor de Huevos",
        default=REQUIRED,
    )
    name_is_official: Flag | None = key(
        "nombre_oficial", "¿Nombre oficial?", "¿Es la redacción oficial del nombre?", True
    )
    kind: AGREEMENT_KIND = key(
        "tipo", "Tipo", "Tipo de acuerdo.", "establecimientos_productivos", default=REQUIRED
    )
    ordinal: Positive | None = key(
        "ordinal", "Ordinal", "Primero (1), segundo (2), tercero (3) del sector.", 2
    )
    previous_id: Id | None = key(
        "acuerdo_anterior", "Acuerdo anterior", "Id del acuerdo al que sigue.", "huevos-i-2007"
    )
    sector: Text = key(
        "sector",
        "Sector",
        "Sector productivo, como lo dice la fuente.",
        "producción de huevos",
        default=REQUIRED,
    )
    ciiu: CiiuCode | None = key("ciiu", "CIIU", "Código CIIU4.CL, entre comillas.", "01")
    rubro: RUBRO | None = key("rubro", "Rubro", "Palabra de todos los días.", "vino")
    territory: Territory = key("territorio", "Territorio", "Dónde rige.", default=REQUIRED)
    state: AGREEMENT_STATE = key(
        "estado", "Estado", "En qué etapa está.", "implementacion", default=REQUIRED
    )
    state_as_of: PartialDay | None = key(
        "estado_al", "Estado al", "A qué fecha se sabe ese estado.", "2025-08"
    )
    halted: Halt | None = key("detenido", "Detenido", "Si el acuerdo se detuvo.")
    dates: AgreementDates | None = key("fechas", "Fechas", "Los hitos del acuerdo.")
    implementation_months: Positive | None = key(
        "plazo_implementacion_meses", "Plazo de implementación (meses)", "En meses.", 24
    )
    certificate_years: Positive | None = key(
        "vigencia_certificado_anios", "Vigencia del certificado (años)", "En años.", 3
    )
    levels: tuple[AgreementLevel, ...] = key(
        "niveles", "Niveles", "Solo en acuerdos de certificación en sustentabilidad.", default=()
    )
    sponsor: Text | None = key(
        "entidad_gestora", "Entidad gestora", "Gremio, cooperativa o corporación.", "ChileOliva"
    )
    sponsor_site: HttpsUrl | None = key(
        "sitio_entidad", "Sitio de la entidad", "Dirección https.", "https://www.ejemplo.example"
    )
    signatories: tuple[Text, ...] = key(
        "firmantes", "Firmantes", "Otros firmantes del lado privado.", default=()
    )
    bodies: tuple[Id, ...] = key(
        "organismos", "Organismos", "Ids de vocabulario/organismos.yaml.", ["ascc"], default=()
    )
    needs_validation: Flag | None = key(
        "requiere_validacion",
        "¿Requiere validación?",
        "¿Validan los servicios públicos la auditoría final?",
        True,
    )
    themes: tuple[THEME, ...] = key("temas", "Temas", "Temas del acuerdo.", ["agua"], default=())
    targets: tuple[Target, ...] = key("metas", "Metas", "Metas y acciones.", default=())
    declared_targets: Count | None = key(
        "metas_declaradas", "Metas declaradas", "Cuántas, si solo se conoce el número.", 8
    )
    declared_actions: Count | None = key(
        "acciones_declaradas", "Acciones declaradas", "Cuántas, si solo se conoce el número.", 42
    )
    incentives: Text | None = key("incentivos", "Incentivos", "Qué obtienen las partes.")
    dispute_settlement: Text | None = key(
        "solucion_controversias", "Solución de controversias", "Cómo se resuelven diferencias."
    )
    figures: tuple[Figure, ...] = key(
        "cifras", "Cifras publicadas", "Lo que publicaron las fuentes.", default=()
    )
    rolls: Rolls | None = key(
        "nominas", "Nóminas", "Cuánto de las nóminas reales tiene este registro."
    )
    impacts: tuple[Impact, ...] = key("impactos", "Impactos", "Resultados.", default=())
    emissions: tuple[EmissionRow, ...] = key(
        "emisiones", "Emisiones", "Reducciones medidas y verificadas (MRV).", default=()
    )
    integrated_certifications: tuple[IntegratedCertification, ...] = key(
        "certificaciones_integradas", "Certificaciones integradas", "Lo que homologa.", default=()
    )
    documents: tuple[Document, ...] = key(
        "documentos", "Documentos", "Documentos del acuerdo.", default=()
    )
    summary_en: Text | None = key("resumen_en", "Resumen en inglés", "Un párrafo en inglés.")
