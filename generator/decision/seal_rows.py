"""The rows of the decision table that answer for a seal."""

from generator.decision.row import Row

_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_COMPARE = (
    "Compare el titular y estas fechas con lo que tiene a la vista, y abra la ficha para ver qué "
    "instalaciones sostienen el sello."
)
_NO_USE_EN = "authorises no use of the Sello APL"
_COMPARE_EN = (
    "Compare the holder and these dates with what is before you; the page of the seal tells what "
    "backs it."
)
_PERIOD = "desde el {desde|fecha} hasta el {hasta|fecha}, ese día incluido"
_USES = "[[ El contrato nombra dónde: {usos}.]]"

SEAL_ROWS: tuple[Row, ...] = (
    Row(
        id="sello-aun-no-rige",
        case="El contrato de sello empieza después de ese día",
        when={"estado": ("no_vigente",), "razon": ("aun_no_rige",)},
        level="aviso",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="El sello {titular|del} aún no rige: su contrato empieza el {desde|fecha} y llega "
        "hasta el {hasta|fecha}.",
        use=f"Antes de ese día {_NO_USE}.",
        now="Consulte otra vez desde el {desde|fecha}.",
        english="Seal not in force yet: its contract runs from {desde|date} to {hasta|date}.",
        english_use=f"Before that day it {_NO_USE_EN}.",
        english_now="Ask again from {desde|date} on.",
    ),
    Row(
        id="sello-vencido",
        case="Pasó el último día del contrato de sello",
        when={"estado": ("no_vigente",), "razon": ("vencido",)},
        level="negativo",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="El contrato de sello {titular|del} venció. Su último día fue el {hasta|fecha}.",
        use=f"Ese contrato ya {_NO_USE}.",
        now="Pregunte a la empresa si firmó un contrato nuevo.",
        english="Seal not in force: its contract ended on {hasta|date}.",
        english_use=f"That contract {_NO_USE_EN} any more.",
        english_now="Ask the company whether it signed a new contract.",
    ),
    Row(
        id="sello-contrato-terminado",
        case="El contrato de sello terminó antes de su plazo",
        when={"estado": ("no_vigente",), "razon": ("contrato_terminado",)},
        level="negativo",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="El contrato de sello {titular|del} terminó antes de su plazo, el {termino|fecha}."
        "[[ Motivo: {motivo|frase}]]",
        use=f"Desde ese día {_NO_USE}.",
        now="Si alguien lo muestra como vigente, dé aviso por el canal de denuncias del registro.",
        english="Seal not in force: its contract was ended on {termino|date}.",
        english_use=f"From that day on it {_NO_USE_EN}.",
        english_now="If somebody shows it as valid, report it by this register's channel.",
    ),
    Row(
        id="sello-sin-certificado-vigente",
        case="El contrato de sello corre, pero ese día no rige ningún certificado que lo sostenga",
        when={"estado": ("no_vigente",)},
        level="negativo",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="{titular|sujeto} tiene contrato de sello hasta el {hasta|fecha}, pero ninguno "
        "de los certificados que lo sostienen está vigente.",
        use=f"El sello vale solo con un certificado vigente: así {_NO_USE}.",
        now="En la ficha del sello se ve por qué no rige cada certificado.",
        english="Seal not in force: no certificate that backs it is in force.",
        english_use=f"A seal holds only with a certificate in force: without one it {_NO_USE_EN}.",
        english_now="The page of the seal tells why each certificate is not in force.",
    ),
    Row(
        id="sello-vigente-elemento",
        case="Sello vigente de un solo elemento",
        when={"estado": ("vigente",), "de": ("elemento",)},
        level="positivo",
        word="Vigente",
        state="vigente",
        sentence=f"{{titular|sujeto}} tiene derecho a usar el Sello APL {_PERIOD}, por el "
        "contrato {contrato}.",
        use=f"Autoriza a usar la Estrella Azul por {{cual}}, no por toda la empresa.{_USES}",
        now=_COMPARE,
        english="Seal in force from {desde|date} to {hasta|date}, for this {which} only.",
        english_now=_COMPARE_EN,
        affirms=True,
    ),
    Row(
        id="sello-vigente-empresa",
        case="Sello vigente de la empresa",
        when={"estado": ("vigente",)},
        level="positivo",
        word="Vigente",
        state="vigente",
        sentence=f"{{titular|sujeto}} tiene derecho a usar el Sello APL {_PERIOD}, por el "
        "contrato {contrato}.",
        use="Autoriza a la empresa a usar la Estrella Azul. El sello dice que cumplió un acuerdo "
        f"en una o más de sus instalaciones, no siempre en todas.{_USES}",
        now=_COMPARE,
        english="Seal in force from {desde|date} to {hasta|date}: the company may use it.",
        english_use="It says that the company fulfilled an agreement at one or more of its sites, "
        "not always at all of them.",
        english_now=_COMPARE_EN,
        affirms=True,
    ),
)
"""In order: the first row that applies answers."""
