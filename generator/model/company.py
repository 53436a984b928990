"""The record of a company: its certifiable elements, and what happened to each."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import ConfigDict

from generator.model.fields import (
    REQUIRED,
    CertificateCode,
    CiiuCode,
    ComunaCode,
    Count,
    Day,
    ElementRef,
    Flag,
    HttpsUrl,
    Id,
    Latitude,
    Longitude,
    PartialDay,
    Positive,
    RutCode,
    Text,
    key,
)
from generator.model.lists import RUBRO, SCOPE, SIZE
from generator.model.record import Block, Record, Source


class Suspension(Block):
    """A stretch of days, both included, in which a certificate does not hold."""

    model_config = ConfigDict(title="Suspensión")
    since: Day = key("desde", "Desde", "Primer día.", "2025-03-01", default=REQUIRED)
    until: Day | None = key(
        "hasta", "Hasta", "Último día; sin él, dura hasta el fin de la vigencia.", "2025-04-30"
    )
    reason: Text | None = key("motivo", "Motivo", "Por qué se suspendió.")


class Annulment(Block):
    """The certificate does not hold from this day on."""

    model_config = ConfigDict(title="Anulación")
    annulled_on: Day = key("fecha", "Fecha", "Día de la anulación.", default=REQUIRED)
    reason: Text | None = key("motivo", "Motivo", "Por qué se anuló.")


class Certificate(Block):
    """A certificate of an element in an agreement."""

    model_config = ConfigDict(title="Certificado")
    code: CertificateCode = key(
        "codigo",
        "Código",
        "Código del registro, XXXX-XXXX, entre comillas.",
        "ABCD-EFGG",
        default=REQUIRED,
    )
    official_number: Text | None = key(
        "numero_oficial", "Número oficial", "El que le dio el organismo emisor.", "APL-123/2024"
    )
    document: HttpsUrl | None = key("documento", "Documento", "Dirección https del certificado.")
    certified_on: Day = key(
        "fecha", "Fecha", "Día de la certificación.", "2024-06-14", default=REQUIRED
    )
    valid_until: Day = key(
        "vigente_hasta", "Vigente hasta", "Último día de vigencia.", "2027-06-14", default=REQUIRED
    )
    level: Positive | None = key("nivel", "Nivel", "Número del nivel, si el acuerdo los tiene.", 2)
    renews: CertificateCode | None = key(
        "renueva", "Renueva", "Código del certificado al que sigue."
    )
    sources: tuple[Source, ...] = key("fuentes", "Fuentes", "Fuentes propias.", default=())
    suspensions: tuple[Suspension, ...] = key(
        "suspensiones", "Suspensiones", "Extensión de este registro.", default=()
    )
    annulment: Annulment | None = key("anulacion", "Anulación", "Extensión de este registro.")


class Audit(Block):
    """An audit of an adhesion."""

    model_config = ConfigDict(title="Auditoría")
    kind: Literal["intermedia", "final", "mantencion"] = key(
        "tipo", "Tipo", "Qué auditoría es.", "final", default=REQUIRED
    )
    audited_on: Day = key("fecha", "Fecha", "Día de la auditoría.", default=REQUIRED)
    applicable: Count | None = key("aplican", "Aplican", "Acciones que aplican.", 42)
    met: Count | None = key("cumplen", "Cumplen", "Acciones que se cumplen.", 42)
    level: Positive | None = key("nivel", "Nivel", "Nivel auditado, si los hay.", 2)
    auditor: Text | None = key(
        "auditor", "Auditor", "Id de vocabulario/auditores.yaml, o el nombre de una firma."
    )
    validated: Flag | None = key(
        "validada", "Validada", "¿La validaron los servicios públicos?", True
    )


class AdhesionWithdrawal(Block):
    """The element left the agreement."""

    model_config = ConfigDict(title="Retiro")
    withdrawn_on: Day = key("fecha", "Fecha", "Día del retiro.", default=REQUIRED)
    reason: Text | None = key("motivo", "Motivo", "Por qué se retiró.")


class Adhesion(Block):
    """An element's adhesion to an agreement, with its audits and certificates."""

    model_config = ConfigDict(title="Adhesión")
    agreement_id: Id = key(
        "acuerdo", "Acuerdo", "Id del acuerdo.", "chileoliva-iii-2024", default=REQUIRED
    )
    adhered_on: Day = key("fecha", "Fecha", "Día de la adhesión.", default=REQUIRED)
    state: Literal["pendiente", "observada", "aceptada", "rechazada"] = key(
        "estado", "Estado", "Solo las aceptadas se publican.", "aceptada", default=REQUIRED
    )
    size: SIZE | None = key(
        "tamano", "Tamaño al adherir", "Solo si difiere del tamaño de hoy.", "pequena"
    )
    withdrawal: AdhesionWithdrawal | None = key("retiro", "Retiro", "Si dejó el acuerdo.")
    audits: tuple[Audit, ...] = key("auditorias", "Auditorías", "Auditorías.", default=())
    certificates: tuple[Certificate, ...] = key(
        "certificados", "Certificados", "Certificados.", default=()
    )


class Location(Block):
    """A point on the map, in degrees (WGS 84)."""

    model_config = ConfigDict(title="Ubicación")
    latitude: Latitude = key("lat", "Latitud", "En grados, con punto.", "-35.43", default=REQUIRED)
    longitude: Longitude = key(
        "lon", "Longitud", "En grados, con punto.", "-71.65", default=REQUIRED
    )


class Element(Block):
    """What is certified: an organisation, establishment, machine or product, never the company."""

    model_config = ConfigDict(title="Elemento")
    id: Id = key("id", "Id", "Único en la empresa.", "bodega-talca", default=REQUIRED)
    scope: SCOPE = key(
        "alcance", "Alcance", "Qué clase de elemento es.", "establecimiento", default=REQUIRED
    )
    name: Text = key("nombre", "Nombre", "Cómo se llama.", "Bodega Talca", default=REQUIRED)
    comuna: ComunaCode | None = key(
        "comuna",
        "Comuna",
        "Código de comuna, entre comillas; un establecimiento la necesita.",
        "07101",
    )
    address: Text | None = key("direccion", "Dirección", "Calle y número.", "Camino Real 123")
    location: Location | None = key("ubicacion", "Ubicación", "Punto en el mapa.")
    ciiu: CiiuCode | None = key("ciiu", "CIIU", "Código CIIU4.CL, entre comillas.", "1102")
    rubro: RUBRO | None = key("rubro", "Rubro", "Palabra de todos los días.", "vino")
    identifier: Text | None = key(
        "identificador", "Identificador", "Patente o número de serie.", "ABCD-12"
    )
    former_ids: tuple[ElementRef, ...] = key(
        "ids_anteriores", "Ids anteriores", "`empresa/elemento` donde estuvo antes.", default=()
    )
    adhesions: tuple[Adhesion, ...] = key("adhesiones", "Adhesiones", "Adhesiones.", default=())


class FormerName(Block):
    """A legal name or RUT that the company had before."""

    model_config = ConfigDict(title="Nombre anterior")
    legal_name: Text | None = key("razon_social", "Razón social", "La de antes.")
    rut: RutCode | None = key("rut", "RUT", "El de antes.", "99900002-9")
    until: PartialDay | None = key(
        "hasta", "Hasta", "Hasta cuándo, tan exacto como lo dé la fuente.", "2022-12-31"
    )


class Consent(Block):
    """What a natural person allowed to be published, field by field."""

    model_config = ConfigDict(title="Consentimiento")
    given_on: Day = key("fecha", "Fecha", "Día del consentimiento.", default=REQUIRED)
    document: Text = key(
        "documento",
        "Documento",
        "Dónde consta.",
        "Formulario firmado, archivo 12",
        default=REQUIRED,
    )
    fields: tuple[Literal["nombre", "rut", "direccion", "ubicacion", "sitio_web"], ...] = key(
        "campos", "Campos", "Qué se puede publicar.", ["nombre"], default=REQUIRED
    )


class Company(Record):
    """A company, or a natural person with a business, and its certifiable elements."""

    model_config = ConfigDict(title="Empresa")
    collection: ClassVar[str] = "empresas"
    legal_name: Text | None = key(
        "razon_social",
        "Razón social",
        "El nombre legal; una persona jurídica lo necesita.",
        "Viña Quebrada Ficticia SpA",
    )
    trade_name: Text | None = key(
        "nombre_fantasia", "Nombre de fantasía", "Con el que se la conoce.", "Quebrada Ficticia"
    )
    brands: tuple[Text, ...] = key(
        "marcas", "Marcas", "Las que ve quien compra.", ["Gran Quebrada"], default=()
    )
    former_names: tuple[FormerName, ...] = key(
        "nombres_anteriores", "Nombres anteriores", "Razones sociales y RUT de antes.", default=()
    )
    kind: Literal["persona_juridica", "persona_natural"] = key(
        "tipo", "Tipo", "Qué clase de persona es.", "persona_juridica", default=REQUIRED
    )
    rut: RutCode | None = key(
        "rut", "RUT", "Entre comillas; una persona jurídica lo necesita.", "99900001-0"
    )
    consent: Consent | None = key(
        "consentimiento", "Consentimiento", "Solo para personas naturales."
    )
    size: SIZE = key(
        "tamano", "Tamaño", "Por ventas anuales en UF (Ley 20.416).", "pequena", default=REQUIRED
    )
    ciiu: CiiuCode | None = key("ciiu", "CIIU", "Código CIIU4.CL, entre comillas.", "1102")
    rubro: RUBRO | None = key("rubro", "Rubro", "Palabra de todos los días.", "vino")
    comuna: ComunaCode | None = key("comuna", "Comuna", "De la casa matriz.", "07101")
    website: HttpsUrl | None = key("sitio_web", "Sitio web", "Dirección https.")
    elements: tuple[Element, ...] = key(
        "elementos", "Elementos", "Lo que se certifica; al menos uno.", default=REQUIRED, at_least=1
    )

    @property
    def certificates(self) -> Iterator[Certificate]:
        """Those of all its elements, in the order of the record."""
        for element in self.elements:
            for adhesion in element.adhesions:
                yield from adhesion.certificates
