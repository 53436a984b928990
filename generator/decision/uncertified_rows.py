"""The rows of the decision table that answer for a company without a certificate in force.

What is not on record means something only where the lists of certificates of all its agreements
are complete for the day; elsewhere the same state is worded as far as the register knows it.
"""

from dataclasses import replace

from generator.decision.row import Level, Row

_COUNT = "{n} de {m} {contadas} con certificado vigente"
_STATE = "{n} de {m} {unidad} con certificado vigente"
_USE = "Sin un certificado vigente no se puede usar el Sello APL (Estrella Azul)."
_USE_EN = "Without a certificate in force the Sello APL may not be used."
_UNPROVEN = (
    "Lo que hay aquí no permite afirmar ni descartar que esté certificada. Para usar el Sello APL "
    "(Estrella Azul) hace falta un certificado vigente que se pueda comprobar."
)
_UNPROVEN_EN = (
    "This register neither confirms nor rules out that it is certified. The Sello APL may be used "
    "only with a certificate in force that can be verified."
)
_SILENCE_EN = "This register does not hold the complete lists, so silence is not a no."
_MAY_LACK = "Puede tener otro que falte aquí, porque {nomina}."
_NO_GUILT = "Vencer no quiere decir que haya hecho algo mal: los certificados no se renuevan solos."
_COMMITMENT = "Adherir es comprometerse; certificarse es cumplir y demostrarlo."

_LOOK = ("Abra la ficha para ver cuáles son, con sus fechas.",
         "Its page tells which ones, with their dates.")  # fmt: skip
_BY_CODE = ("Si le muestran un certificado, verifíquelo por su código.",
            "If you are shown a certificate, verify it by its code.")  # fmt: skip
_NEWER = (
    "Pregunte a la empresa si tiene un certificado más nuevo o si participa en el acuerdo "
    "siguiente de su sector.",
    "Ask the company for a newer certificate, or whether it takes part in the next agreement of "
    "its sector.",
)
_NEXT = ("Pregunte a la empresa si participa en el acuerdo siguiente de su sector.",
         "Ask the company whether it takes part in the next agreement of its sector.")  # fmt: skip
_AUDIT = ("Pregunte a la empresa para cuándo espera su auditoría final.",
          "Ask the company when it expects its final audit.")  # fmt: skip


def _ask(what: str, english: str) -> tuple[str, str]:
    return (
        f"Pregunte a la empresa o a la entidad gestora del acuerdo si {what}.",
        f"Ask the company or the sponsor of the agreement whether {english}.",
    )


def _known(
    state: str, case: str, level: Level, sentence: str, english: str, now: tuple[str, str]
) -> Row:
    """With all the lists: what is not on record is not there."""
    return Row(
        id=f"empresa-{state.replace('_', '-')}",
        case=f"{case}; las nóminas de certificados están completas",
        when={"estado": (state,), "nomina_certificados": ("completa",)},
        level=level,
        word=_COUNT,
        state=_STATE,
        sentence=sentence,
        use=_USE,
        now=now[0],
        english=english,
        english_use=_USE_EN,
        english_now=now[1],
    )


def _unknown(
    state: str, case: str, level: Level, sentence: str, english: str, now: tuple[str, str]
) -> Row:
    """Without all the lists: silence is not a no."""
    return replace(
        _known(state, case, level, sentence, f"{english} {_SILENCE_EN}", now),
        id=f"empresa-{state.replace('_', '-')}-sin-nomina",
        case=f"{case}; falta la nómina completa de certificados de algún acuerdo suyo",
        when={"estado": (state,)},
        use=_UNPROVEN,
        english_use=_UNPROVEN_EN,
    )


def _left(row: Row) -> Row:
    """It counts nothing any more, so a count says nothing."""
    return replace(row, word="Se retiró de sus acuerdos")


UNCERTIFIED_ROWS: tuple[Row, ...] = (
    _known(
        "suspendida",
        "Ninguno rige: están suspendidos",
        "aviso",
        "{empresa|sujeto} no tiene certificados vigentes: los que tiene están suspendidos.",
        "No certificate in force: suspended.",
        _LOOK,
    ),
    _unknown(
        "suspendida",
        "Ninguno rige: están suspendidos",
        "aviso",
        "{empresa|sujeto} no tiene en este registro certificados vigentes: los que hay están "
        f"suspendidos. {_MAY_LACK}",
        "No certificate in force on record: those known are suspended.",
        _LOOK,
    ),
    _known(
        "adherida",
        "Adhirió y todavía no se certifica",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo que sigue en marcha y todavía no se certifica. "
        f"{_COMMITMENT}",
        "Adhered to an agreement; not certified yet.",
        _AUDIT,
    ),
    _unknown(
        "adherida",
        "Adhirió y no tiene certificado en este registro",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo que sigue en marcha, y no hay en este registro un "
        f"certificado suyo. Que falte aquí no es un no: {{nomina}}. {_COMMITMENT}",
        "Adhered to an agreement; no certificate on record yet.",
        _ask("ya tiene su certificado", "it has its certificate"),
    ),
    _known(
        "vencida",
        "Ninguno rige: vencieron",
        "negativo",
        f"{{empresa|sujeto}} no tiene certificados vigentes: los que tuvo vencieron. {_NO_GUILT}",
        "No certificate in force: expired.",
        _NEWER,
    ),
    _unknown(
        "vencida",
        "Ninguno rige: los que hay vencieron",
        "neutro",
        "{empresa|sujeto} no tiene en este registro certificados vigentes: los que hay vencieron. "
        f"Puede tener uno más nuevo que falte aquí, porque {{nomina}}. {_NO_GUILT}",
        "No certificate in force on record: those known expired.",
        _NEWER,
    ),
    _known(
        "anulada",
        "Ninguno rige: se anularon",
        "negativo",
        "{empresa|sujeto} no tiene certificados vigentes: los que tuvo se anularon.",
        "No certificate in force: annulled.",
        _LOOK,
    ),
    _unknown(
        "anulada",
        "Ninguno rige: los que hay se anularon",
        "neutro",
        "{empresa|sujeto} no tiene en este registro certificados vigentes: los que hay se "
        f"anularon. {_MAY_LACK}",
        "No certificate in force on record: those known were annulled.",
        _LOOK,
    ),
    _known(
        "sin_certificar",
        "Sus acuerdos terminaron sin que se certificara",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo cuyo plazo terminó, y no se certificó.",
        "Its agreement ended and it was not certified.",
        _NEXT,
    ),
    _unknown(
        "sin_certificar",
        "Sus acuerdos terminaron y no hay certificado suyo",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo cuyo plazo terminó, y no hay en este registro un "
        "certificado suyo. Que falte aquí no es un no: {nomina}.",
        "Its agreement ended; no certificate on record.",
        _ask("se certificó", "it was certified"),
    ),
    _left(
        _known(
            "retirada",
            "Se retiró de los acuerdos a los que adhirió",
            "neutro",
            "{empresa|sujeto} se retiró de los acuerdos a los que adhirió y no tiene certificados "
            "vigentes.",
            "Left its agreements; no certificate in force.",
            _BY_CODE,
        )
    ),
    _left(
        _unknown(
            "retirada",
            "Se retiró de los acuerdos a los que adhirió",
            "neutro",
            "{empresa|sujeto} se retiró de los acuerdos a los que adhirió, y no hay en este "
            "registro un certificado vigente suyo. Un certificado ya otorgado sigue hasta su "
            "fecha, y puede faltar aquí: {nomina}.",
            "Left its agreements; no certificate in force on record.",
            _BY_CODE,
        )
    ),
    Row(
        id="empresa-sin-adhesiones",
        case="Está en el registro, sin adhesiones a ese día",
        when={"estado": ("sin_adhesiones",)},
        level="neutro",
        word="Sin adhesiones a un acuerdo en este registro",
        state=_STATE,
        sentence="{empresa|sujeto} está en este registro, pero a ese día no hay aquí adhesiones "
        "suyas a un acuerdo. Que falten aquí no es un no: puede haber adherido a un acuerdo cuya "
        "nómina este registro aún no tiene.",
        use=_UNPROVEN,
        now=_BY_CODE[0],
        english="On record, without adhesions on record on that day; silence is not a no.",
        english_use=_UNPROVEN_EN,
        english_now=_BY_CODE[1],
    ),
    _known(
        "ninguna",
        "Ninguno rige, por motivos distintos",
        "neutro",
        "{empresa|sujeto} no tiene certificados vigentes; los motivos difieren entre sus {unidad}.",
        "No certificate in force, for different reasons.",
        _LOOK,
    ),
    _unknown(
        "ninguna",
        "Ninguno rige, por motivos distintos",
        "neutro",
        "{empresa|sujeto} no tiene en este registro certificados vigentes; los motivos difieren "
        f"entre sus {{unidad}}. {_MAY_LACK}",
        "No certificate in force on record, for different reasons.",
        _LOOK,
    ),
)
"""In order: the first row that applies answers."""
