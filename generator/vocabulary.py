"""Turns the listed values of the records into the words that people read.

Ids are those of the data model; labels are the wording of Chile, in the case they have alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.language import gettext, gettext_noop, is_spanish


@dataclass(frozen=True, slots=True)
class Label:
    """What a theme or rubro is called, in Spanish and in English."""

    es: str
    en: str


def _labels(*rows: tuple[str, str, str]) -> Mapping[str, Label]:
    return MappingProxyType({key: Label(es, en) for key, es, en in rows})


THEMES: Mapping[str, Label] = _labels(
    ("residuos", "Residuos y economía circular", "Waste and circular economy"),
    ("agua", "Agua y riles", "Water and liquid waste"),
    ("energia", "Energía", "Energy"),
    ("clima", "Cambio climático y gases de efecto invernadero", "Climate and greenhouse gases"),
    ("aire", "Aire, olores y ruido", "Air, odours and noise"),
    ("sustancias", "Sustancias peligrosas y plaguicidas", "Hazardous substances and pesticides"),
    ("seguridad-laboral", "Seguridad y salud en el trabajo", "Safety and health at work"),
    ("capacitacion", "Capacitación", "Training"),
    ("comunidad", "Comunidad e inclusión", "Community and inclusion"),
    ("biodiversidad", "Biodiversidad y cuencas", "Biodiversity and river basins"),
    ("ecodiseno", "Ecodiseño y ley REP", "Ecodesign and producer responsibility"),
    ("bienestar-animal", "Bienestar animal e inocuidad", "Animal welfare and food safety"),
)
"""The themes of an agreement's targets, by id, in the order in which they are listed."""

RUBROS: Mapping[str, Label] = _labels(
    ("vino", "Vino", "Wine"),
    ("fruta", "Fruta", "Fruit"),
    ("cultivos", "Cultivos", "Crops"),
    ("leche", "Leche", "Dairy"),
    ("carnes-y-huevos", "Carnes y huevos", "Meat and eggs"),
    ("pesca-y-acuicultura", "Pesca y acuicultura", "Fishing and aquaculture"),
    ("pan-y-alimentos", "Pan y alimentos", "Bread and food"),
    ("bebidas", "Bebidas", "Drinks"),
    ("madera-y-papel", "Madera y papel", "Wood and paper"),
    ("envases", "Envases", "Packaging"),
    ("grafica", "Gráfica e impresión", "Printing"),
    ("metal", "Metal y maquinaria", "Metal and machinery"),
    ("quimica", "Química y plásticos", "Chemicals and plastics"),
    ("construccion", "Construcción", "Construction"),
    ("transporte-y-puertos", "Transporte y puertos", "Transport and ports"),
    ("comercio", "Comercio", "Trade"),
    ("turismo", "Turismo", "Tourism"),
    ("gastronomia", "Gastronomía", "Restaurants and catering"),
    ("educacion", "Educación", "Education"),
    ("energia", "Energía", "Energy"),
    ("mineria", "Minería", "Mining"),
    ("reciclaje", "Reciclaje", "Recycling"),
    ("servicios", "Servicios", "Services"),
)
"""The everyday words for a trade, by id, in the order in which they are listed."""

_UNKNOWN = ("sin_informacion", "Sin información")

_LISTS: dict[str, tuple[tuple[str, str], ...]] = {
    "register_character": (
        ("oficial", "Oficial"),
        ("piloto", "Piloto"),
        ("no_oficial", "No oficial"),
    ),
    "withdrawal_reason": (
        ("error_de_registro", "Error de registro"),
        ("privacidad", "Privacidad"),
        ("fusion", "Fusión con otro registro"),
    ),
    "agreement_kind": (
        ("establecimientos_productivos", "APL de Establecimientos Productivos"),
        ("preinversion", "APL de Preinversión"),
        ("cuencas_y_territorios", "APL de Cuencas y Territorios"),
        ("certificacion_sustentabilidad", "APL de Certificación en Sustentabilidad"),
        ("adaptacion_riesgos", "APL de Adaptación y Gestión de Riesgos"),
        _UNKNOWN,
    ),
    "agreement_state": (
        ("manifestacion_interes", "Manifestación de interés"),
        ("diagnostico", "Diagnóstico"),
        ("propuesta", "Propuesta de acuerdo"),
        ("adhesion", "Adhesión"),
        ("implementacion", "Implementación"),
        ("evaluacion_final", "Evaluación final"),
        ("terminado", "Terminado"),
        _UNKNOWN,
    ),
    "reach": (
        ("nacional", "Nacional"),
        ("regional", "Regional"),
        ("comunal", "Comunal"),
        _UNKNOWN,
    ),
    "responsible": (
        ("empresas", "Empresas"),
        ("estado", "Estado"),
        ("entidad_gestora", "Entidad gestora"),
    ),
    "figure": (("adheridos", "Adheridos"), ("certificados", "Certificados")),
    "figure_unit": (
        ("empresas", "empresas"),
        ("instalaciones", "instalaciones"),
        ("productores", "productores"),
        ("instituciones", "instituciones"),
        ("personas", "personas"),
        ("productos", "productos"),
    ),
    "figure_unit_singular": (
        ("empresas", "empresa"),
        ("instalaciones", "instalación"),
        ("productores", "productor"),
        ("instituciones", "institución"),
        ("personas", "persona"),
        ("productos", "producto"),
    ),
    "roll": (
        ("adheridos", "Adheridos"),
        ("certificados", "Certificados"),
        ("sellos", "Titulares del sello"),
    ),
    "coverage": (
        ("completa", "Nómina completa"),
        ("parcial", "Nómina parcial"),
        ("sin_nomina", "Sin nómina"),
    ),
    "indicator": (
        ("agua", "Agua"),
        ("energia", "Energía"),
        ("gei", "Gases de efecto invernadero"),
        ("residuos", "Residuos"),
        ("economico", "Resultado económico"),
        ("empleo", "Empleo"),
        ("otro", "Otro"),
    ),
    "integrated_kind": (
        ("norma_internacional", "Norma internacional"),
        ("sello_nacional", "Sello nacional"),
        ("requisito_mercado", "Requisito de mercado"),
    ),
    "document_kind": (
        ("diagnostico", "Diagnóstico"),
        ("acuerdo", "Acuerdo"),
        ("informe_impacto", "Informe de impacto"),
        ("otro", "Otro documento"),
    ),
    "company_kind": (
        ("persona_juridica", "Persona jurídica"),
        ("persona_natural", "Persona natural"),
    ),
    "consent_field": (
        ("nombre", "Nombre"),
        ("rut", "RUT"),
        ("direccion", "Dirección"),
        ("ubicacion", "Ubicación"),
        ("sitio_web", "Sitio web"),
    ),
    "size": (
        ("micro", "Micro"),
        ("pequena", "Pequeña"),
        ("mediana", "Mediana"),
        ("grande", "Grande"),
        _UNKNOWN,
    ),
    "scope": (
        ("organizacion", "Organización"),
        ("establecimiento", "Establecimiento"),
        ("maquinaria", "Maquinaria"),
        ("producto", "Producto"),
    ),
    "adhesion_state": (
        ("pendiente", "Pendiente"),
        ("observada", "Observada"),
        ("aceptada", "Aceptada"),
        ("rechazada", "Rechazada"),
    ),
    "audit_kind": (
        ("intermedia", "Auditoría intermedia"),
        ("final", "Auditoría final"),
        ("mantencion", "Auditoría de mantención"),
    ),
    "certificate_state": (
        ("futuro", "Aún no rige"),
        ("vigente", "Vigente"),
        ("suspendido", "Suspendido"),
        ("vencido", "Vencido"),
        ("anulado", "Anulado"),
    ),
    "element_state": (
        ("certificado", "Certificado vigente"),
        ("certificacion_suspendida", "Certificación suspendida"),
        ("certificacion_vencida", "Certificación vencida"),
        ("certificacion_anulada", "Certificación anulada"),
        ("retirado", "Retirado del acuerdo"),
        ("adherido", "Adherido, aún sin certificado"),
        ("sin_certificar", "Sin certificar"),
    ),
    "seal_state": (("vigente", "Vigente"), ("no_vigente", "No vigente")),
    "seal_reason": (
        ("aun_no_rige", "Aún no rige"),
        ("vencido", "Contrato vencido"),
        ("contrato_terminado", "Contrato terminado"),
        ("sin_certificado_vigente", "Sin certificado vigente"),
    ),
    "seal_use": (
        ("producto", "Producto"),
        ("envase", "Envase"),
        ("web", "Sitio web"),
        ("publicidad", "Publicidad"),
    ),
    "programme_stage": (
        ("interesadas", "Empresas interesadas"),
        ("ingreso", "Ingreso al programa"),
        ("auditoria_inicial", "Auditoría inicial"),
        ("plan", "Propuesta de plan de producción limpia"),
        ("implementacion", "Implementación del plan"),
        ("auditoria_final", "Auditoría final"),
        ("distincion", "Premiación o distinción"),
        ("productividad", "Aumento de la productividad"),
    ),
    "preinvestment_state": (
        ("en_preparacion", "En preparación"),
        ("en_curso", "En curso"),
        ("acordado", "Acordado"),
        ("terminado", "Terminado"),
        ("detenido", "Detenido"),
        _UNKNOWN,
    ),
    "preinvestment_content": (
        ("linea_base", "Línea de base"),
        ("impactos", "Impactos"),
        ("desarrollo_local", "Desarrollo local"),
        ("continuidad", "Continuidad de la participación"),
    ),
    "content_state": (
        ("pendiente", "Pendiente"),
        ("en_discusion", "En discusión"),
        ("acordado", "Acordado"),
    ),
    "column_kind": (
        ("texto", "Texto"),
        ("entero", "Número entero"),
        ("decimal", "Número decimal"),
        ("porcentaje", "Porcentaje"),
    ),
}

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: MappingProxyType(dict(values)) for name, values in _LISTS.items()}
)
"""Spanish labels: name of the list → value in the record → words, in the data model's order."""


def word(one: Label) -> str:
    """What a theme or rubro is called, in the language spoken."""
    return one.es if is_spanish() else one.en


_SAID_AS = {("responsible", "estado"): gettext_noop("Estado (quién responde)")}
"""Words that mean something else elsewhere, by the message that tells them apart."""


def label(list_name: str, value: str) -> str:
    """The word for `value`, in the language spoken; one outside its list comes back as it is.

    KeyError for a list that does not exist: that is our own mistake.
    """
    found = LABELS[list_name].get(value)
    if found is None or is_spanish():
        return found or value
    return gettext(_SAID_AS.get((list_name, value), found))


def unit(name: str, quantity: float) -> str:
    """A figure's unit in the number that `quantity` asks for: 1 empresa, 2 empresas, 0 empresas."""
    return label("figure_unit_singular" if quantity == 1 else "figure_unit", name)
