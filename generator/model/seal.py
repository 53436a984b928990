"""The record of a seal: the right to use the Sello APL (Estrella Azul), by contract."""

from typing import ClassVar, Literal

from pydantic import ConfigDict

from generator.model.fields import REQUIRED, CertificateCode, Day, Id, Text, key
from generator.model.record import Block, Record


class Holder(Block):
    """Who may use the seal: a company, or one of its elements."""

    model_config = ConfigDict(title="Titular")
    company_id: Id = key("empresa", "Empresa", "Id de la empresa.", default=REQUIRED)
    element_id: Id | None = key(
        "elemento", "Elemento", "Id del elemento, si el sello es de uno solo."
    )


class Contract(Block):
    """The contract that grants the seal."""

    model_config = ConfigDict(title="Contrato")
    number: Text = key("numero", "Número", "Número del contrato.", "12/2025", default=REQUIRED)
    signed_on: Day = key("fecha", "Fecha", "Día del contrato.", default=REQUIRED)


class Termination(Block):
    """The contract ended before its time."""

    model_config = ConfigDict(title="Término")
    ended_on: Day = key("fecha", "Fecha", "Desde este día no rige.", default=REQUIRED)
    reason: Text | None = key("motivo", "Motivo", "Por qué terminó.")


class Seal(Record):
    """The right to use the seal, only while a certificate that it covers is valid."""

    model_config = ConfigDict(title="Sello")
    collection: ClassVar[str] = "sellos"
    code: CertificateCode = key(
        "codigo",
        "Código",
        "Código del registro, XXXX-XXXX, entre comillas.",
        "2345-6789",
        default=REQUIRED,
    )
    holder: Holder = key("titular", "Titular", "A quién se otorga.", default=REQUIRED)
    contract: Contract = key("contrato", "Contrato", "El contrato.", default=REQUIRED)
    since: Day = key("desde", "Desde", "Primer día.", default=REQUIRED)
    until: Day = key("hasta", "Hasta", "Último día.", default=REQUIRED)
    certificates: tuple[CertificateCode, ...] = key(
        "certificados",
        "Certificados",
        "Códigos que lo respaldan; al menos uno.",
        default=REQUIRED,
        at_least=1,
    )
    variant: Text | None = key("variante", "Variante", "Si el contrato nombra una.")
    uses: tuple[Literal["producto", "envase", "web", "publicidad"], ...] = key(
        "usos", "Usos", "Dónde se puede mostrar.", ["web"], default=()
    )
    termination: Termination | None = key("termino", "Término", "Si terminó antes.")
