"""The rows of the decision table that answer for a seal."""

from generator.decision.row import Row

_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_COMPARE = (
    "Compare el titular y estas fechas con lo que tiene a la vista, y abra la ficha para ver qué "
    "instalaciones sostienen el sello."
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
        sentence="El sello de {titular} aún no rige: su contrato empieza el {desde|fecha} y llega "
        "hasta el {hasta|fecha}.",
        use=f"Antes de ese día {_NO_USE}.",
        now="Consulte otra vez desde el {desde|fecha}.",
        english="Seal not in force yet: its contract runs from {desde|date} to {hasta|date}.",
    ),
    Row(
        id="sello-vencido",
        case="Pasó el último día del contrato de sello",
        when={"estado": ("no_vigente",), "razon": ("vencido",)},
        level="negativo",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="El contrato de sello de {titular} venció. Su último día fue el {hasta|fecha}.",
        use=f"Ese contrato ya {_NO_USE}.",
        now="Pregunte a la empresa si firmó un contrato nuevo.",
        english="Seal not in force: its contract ended on {hasta|date}.",
    ),
    Row(
        id="sello-contrato-terminado",
        case="El contrato de sello terminó antes de su plazo",
        when={"estado": ("no_vigente",), "razon": ("contrato_terminado",)},
        level="negativo",
        word="No vigente",
        state="no vigente ({razon_palabras})",
        sentence="El contrato de sello de {titular} terminó antes de su plazo, el {termino|fecha}."
        "[[ Motivo: {motivo|frase}]]",
        use=f"Desde ese día {_NO_USE}.",
        now="Si alguien lo muestra como vigente, dé aviso por el canal de denuncias del registro.",
        english="Seal not in force: its contract was ended on {termino|date}.",
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
        english="Seal in force from {desde|date} to {hasta|date}, for this site only.",
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
        affirms=True,
    ),
)
"""In order: the first row that applies answers."""
