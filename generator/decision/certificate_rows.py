"""The rows of the decision table that answer for a certificate."""

from collections.abc import Iterator

from generator.decision.row import Row

_WHOSE = "{cual|del}, de {empresa}"
_VALID = (
    "{cual|mayuscula}, de {empresa}, tiene un certificado vigente[[ de nivel {nivel}]] en el "
    "{acuerdo|acuerdo}. Rige desde el {desde|fecha} hasta el {hasta|fecha}, ese día incluido."
)
_VALID_EN = "Certificate in force from {desde|date} to {hasta|date}, both days included."
_COMPARE = (
    "Compare el documento, el envase o el aviso que tiene a la vista con este titular y estas "
    "fechas."
)
_EXPIRING = (
    "No se renueva solo. Si su compra o su contrato va más allá del {hasta|fecha}, pida el "
    "certificado que siga."
)
_COMPARE_EN = (
    "Compare the document, package or advertisement before you with this holder and these dates."
)
_EXPIRING_EN = (
    "It does not renew itself. If your purchase or contract goes beyond {hasta|date}, ask for the "
    "certificate that follows."
)
_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_NO_USE_EN = "authorises no use of the Sello APL"

_SEAL_USES: tuple[tuple[str, str, dict[str, tuple[str, ...]], str, str], ...] = (
    (
        "sello-empresa",
        "y la empresa tiene un sello vigente que lo cubre",
        {"sello": ("empresa",)},
        "La empresa puede usar el Sello APL (Estrella Azul) hasta el {sello_hasta|fecha}, por el "
        "contrato del sello {sello_codigo}, mientras rija un certificado que lo sostenga.",
        "A seal contract in force covers it: the company may use the Sello APL.",
    ),
    (
        "sello-elemento",
        "y un sello vigente de ese mismo elemento lo cubre",
        {"sello": ("elemento",)},
        "Se puede usar el Sello APL (Estrella Azul) por {cual} hasta el {sello_hasta|fecha}, según "
        "el contrato del sello {sello_codigo}, mientras rija un certificado que lo sostenga.",
        "A seal contract in force covers this {which}: the Sello APL may be used for it.",
    ),
    (
        "otro-sello",
        "y la empresa tiene un sello vigente, pero por otro certificado",
        {"sello": ("otro",)},
        "Certificada, y con un sello vigente de la empresa ({sello_codigo}), que se apoya en otro "
        "certificado. Por este no hay contrato de sello en este registro.",
        "The company has a seal in force, backed by another certificate.",
    ),
    (
        "sello-no-vigente",
        "y el sello que lo cubre no está vigente",
        {"sello": ("no_vigente",)},
        "El certificado vale, pero su sello {sello_codigo} no está vigente ({sello_motivo}): por "
        f"ese contrato {_NO_USE}.",
        "Its seal contract is not in force: it does not authorise use of the Sello APL.",
    ),
    (
        "sin-contrato",
        "sin contrato de sello, con la nómina de sellos completa",
        {"nomina_sellos": ("completa",)},
        "Certificada, sin contrato de sello en este registro. La nómina de contratos de sello de "
        f"este acuerdo está completa para ese día, así que el certificado por sí solo {_NO_USE}. "
        "Sí permite decir que está certificada, con estas fechas.",
        "Certified; the complete list of seal contracts does not name it: no right to the seal.",
    ),
    (
        "sin-contrato-conocido",
        "sin contrato de sello, sin la nómina de sellos completa",
        {},
        "Certificada, sin contrato de sello en este registro. Pero que falte aquí no es un no: "
        "{nomina}. Si la ve con la Estrella Azul, pida ver su contrato de sello.",
        "Certified; no seal contract on record here, but this register's list is not complete.",
    ),
)

_TIMES: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("no", "", "Vigente", "vigente", _COMPARE, "", _COMPARE_EN),
    (
        "si",
        "-por-vencer",
        "Vigente, vence en {dias|dias}",
        "vigente, vence en {dias|dias}",
        _EXPIRING,
        " It expires in {dias|days}.",
        _EXPIRING_EN,
    ),
    (
        "hoy",
        "-ultimo-dia",
        "Vigente, vence hoy",
        "vigente, vence en {dias|dias}",
        _EXPIRING,
        " This is its last day.",
        _EXPIRING_EN,
    ),
)

_TIME_CASES = {"no": "Certificado vigente", "si": "Certificado vigente y por vencer",
               "hoy": "Certificado vigente en su último día"}  # fmt: skip


def _valid_rows() -> Iterator[Row]:
    """Each situation of the seal, far from the expiry, close to it and on the last day."""
    for seal, case, conditions, use, use_english in _SEAL_USES:
        for soon, suffix, word, state, now, soon_english, now_english in _TIMES:
            yield Row(
                id=f"certificado-vigente-{seal}{suffix}",
                case=f"{_TIME_CASES[soon]}, {case}",
                when={"estado": ("vigente",), "por_vencer": (soon,), **conditions},
                level="positivo",
                word=word,
                state=state,
                sentence=_VALID,
                use=use,
                now=now,
                english=f"{_VALID_EN}{soon_english} {use_english}",
                english_now=now_english,
                affirms=True,
            )


_ENDED_ROWS = (
    Row(
        id="certificado-futuro",
        case="El certificado tiene una fecha que todavía no llega",
        when={"estado": ("futuro",)},
        level="aviso",
        word="Aún no rige",
        state="aún no rige",
        sentence=f"El certificado {_WHOSE}, empieza a regir el {{desde|fecha}} y dura hasta "
        "el {hasta|fecha}.",
        use=f"Antes de ese día no cuenta como certificado y {_NO_USE}.",
        now="Consulte otra vez desde el {desde|fecha}.",
        english="Not in force yet: valid from {desde|date} to {hasta|date}.",
        english_use=f"Before that day it does not count and {_NO_USE_EN}.",
        english_now="Ask again from {desde|date} on.",
    ),
    Row(
        id="certificado-anulado",
        case="El certificado se anuló ese día o antes",
        when={"estado": ("anulado",)},
        level="negativo",
        word="Anulado",
        state="anulado",
        sentence=f"El certificado {_WHOSE}, quedó anulado desde el {{estado_desde|fecha}}."
        "[[ Motivo: {motivo|frase}]][[ Hoy rige otro: el {sucesor}.]]",
        use=f"Un certificado anulado no vale, no sostiene un sello y {_NO_USE}.",
        now="Si alguien lo muestra como vigente, dé aviso por el canal de denuncias del registro.",
        english="Annulled from {estado_desde|date}: it no longer counts.",
        english_use=f"An annulled certificate backs no seal and {_NO_USE_EN}.",
        english_now="If somebody shows it as valid, report it by this register's channel.",
    ),
    Row(
        id="certificado-vencido",
        case="Pasó el último día del certificado",
        when={"estado": ("vencido",)},
        level="negativo",
        word="Vencido",
        state="vencido",
        sentence=f"El certificado {_WHOSE}, venció. Su último día fue el {{hasta|fecha}}."
        "[[ Rige otro más nuevo: el {sucesor}.]]",
        use=f"Ya no sostiene un sello y {_NO_USE}. Vencer no quiere decir que haya hecho algo mal: "
        "los certificados no se renuevan solos.",
        now="Pregunte a la empresa si tiene un certificado más nuevo o si participa en el acuerdo "
        "siguiente de su sector.",
        english="Expired: its last day was {hasta|date}.",
        english_use=f"It no longer backs a seal and {_NO_USE_EN}. An expiry does not mean that "
        "anything was done wrong: certificates do not renew themselves.",
        english_now="Ask the company for a newer certificate, or whether it takes part in the next "
        "agreement of its sector.",
    ),
    Row(
        id="certificado-suspendido-sin-termino",
        case="Una suspensión sin fecha de término cubre ese día",
        when={"estado": ("suspendido",), "suspension_abierta": ("si",)},
        level="aviso",
        word="Suspendido",
        state="suspendido",
        sentence=f"El certificado {_WHOSE}, está suspendido desde el {{estado_desde|fecha}}, "
        "sin fecha de término. Si no se levanta antes, la suspensión dura hasta el fin de su "
        "vigencia, el {hasta|fecha}.[[ Motivo: {motivo|frase}]]",
        use=f"Mientras dure, no cuenta como vigente, no sostiene un sello y {_NO_USE}.",
        now="Consulte otra vez antes de decidir.",
        english="Suspended since {estado_desde|date}, with no end date on record.",
        english_use=f"Until it is lifted, it backs no seal and {_NO_USE_EN}.",
        english_now="Ask again before you decide.",
    ),
    Row(
        id="certificado-suspendido",
        case="Una suspensión con fecha de término cubre ese día",
        when={"estado": ("suspendido",)},
        level="aviso",
        word="Suspendido",
        state="suspendido",
        sentence=f"El certificado {_WHOSE}, está suspendido desde el {{estado_desde|fecha}} "
        "hasta el {estado_hasta|fecha}, ese día incluido.[[ Motivo: {motivo|frase}]]",
        use=f"Mientras dure, no cuenta como vigente, no sostiene un sello y {_NO_USE}.",
        now="Consulte otra vez después del {estado_hasta|fecha}.",
        english="Suspended from {estado_desde|date} to {estado_hasta|date}, both days included.",
        english_use=f"Until then it backs no seal and {_NO_USE_EN}.",
        english_now="Ask again after {estado_hasta|date}.",
    ),
)

CERTIFICATE_ROWS: tuple[Row, ...] = (*_ENDED_ROWS, *_valid_rows())
"""In order: the first row that applies answers."""
