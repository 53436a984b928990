"""The rows of the decision table that answer for a company: a count, never a single word."""

from collections.abc import Iterator

from generator.decision.row import Level, Row

_COUNT = "{n} de {m} {unidad} con certificado vigente"
_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_LOOK = "Abra la ficha para ver cuáles son, con sus fechas."

_SEAL_USES: tuple[tuple[str, str, dict[str, tuple[str, ...]], str, str], ...] = (
    (
        "sello",
        "con sello vigente de la empresa",
        {"sello": ("empresa",)},
        "La empresa puede usar el Sello APL (Estrella Azul) hasta el {sello_hasta|fecha}, por el "
        "contrato del sello {sello_codigo}. El sello dice que cumplió un acuerdo en una o más de "
        "sus instalaciones, no siempre en todas.",
        "The company has a seal in force until {sello_hasta|date}.",
    ),
    (
        "sello-elemento",
        "con sello vigente de uno o más de sus elementos",
        {"sello": ("elemento",)},
        "Hay sello vigente solo por parte de la empresa: {sello_de}. Para lo demás, el certificado "
        f"por sí solo {_NO_USE}.",
        "A seal is in force for part of the company only.",
    ),
    (
        "sello-no-vigente",
        "con un sello que no está vigente",
        {"sello": ("no_vigente",)},
        "Certificada, pero su sello {sello_codigo} no está vigente ({sello_motivo}): por ese "
        f"contrato {_NO_USE}.",
        "Its seal is not in force.",
    ),
    (
        "sin-contrato",
        "sin contrato de sello, con las nóminas de sellos completas",
        {"nomina_sellos": ("completa",)},
        "Certificada, sin contrato de sello en este registro. Las nóminas de contratos de sello "
        "de sus acuerdos están completas para ese día, así que la certificación por sí sola "
        f"{_NO_USE}.",
        "The complete lists of seal contracts do not name it: no right to the seal.",
    ),
    (
        "sin-contrato-conocido",
        "sin contrato de sello, sin las nóminas de sellos completas",
        {},
        "Certificada, sin contrato de sello en este registro. Pero que falte aquí no es un no: "
        "este registro aún no tiene completa la nómina de contratos de sello de sus acuerdos. Si "
        "la ve con la Estrella Azul, pida ver su contrato de sello.",
        "No seal contract on record here, but this register's lists are not complete.",
    ),
)

_EXTENTS: tuple[tuple[str, str, Level, str, str], ...] = (
    (
        "todas",
        "Todo lo que la empresa tiene en acuerdos está certificado",
        "positivo",
        "{empresa|sujeto} tiene certificado vigente en todo lo que mantiene en acuerdos: {n} de "
        "{m} {unidad}.",
        "{n} of {m} sites under agreements have a certificate in force: all of them.",
    ),
    (
        "algunas",
        "Solo una parte de la empresa está certificada",
        "aviso",
        "{empresa|sujeto} tiene certificado vigente en {n} de {m} {unidad}, no en todo lo que "
        "mantiene en acuerdos.",
        "{n} of {m} sites under agreements have a certificate in force, not all.",
    ),
)


def _certified_rows() -> Iterator[Row]:
    for extent, extent_case, level, sentence, english in _EXTENTS:
        for seal, seal_case, conditions, use, use_english in _SEAL_USES:
            yield Row(
                id=f"empresa-{extent}-{seal}",
                case=f"{extent_case}, {seal_case}",
                when={"estado": (extent,), **conditions},
                level=level,
                word=_COUNT,
                state=_COUNT,
                sentence=sentence,
                use=use,
                now=_LOOK,
                english=f"{english} {use_english}",
                affirms=True,
            )


def _none(state: str, case: str, level: Level, sentence: str, english: str, now: str) -> Row:
    return Row(
        id=f"empresa-{state.replace('_', '-')}",
        case=case,
        when={"estado": (state,)},
        level=level,
        word=_COUNT,
        state=_COUNT,
        sentence=sentence,
        use=f"Sin certificado vigente {_NO_USE}.",
        now=now,
        english=english,
    )


_CODE_NOW = "Si le muestran un certificado, verifíquelo por su código."

_UNCERTIFIED_ROWS = (
    _none(
        "suspendida",
        "Ninguno rige: están suspendidos",
        "aviso",
        "{empresa|sujeto} no tiene certificados vigentes: los que tiene están suspendidos.",
        "No certificate in force: suspended.",
        _LOOK,
    ),
    _none(
        "adherida",
        "Adhirió y no tiene certificado en este registro",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo que sigue en marcha y no tiene todavía un "
        "certificado en este registro. Adherir es comprometerse; certificarse es cumplir y "
        "demostrarlo.",
        "Adhered to an agreement; no certificate on record yet.",
        "Pregunte a la empresa o a la entidad gestora del acuerdo si ya tiene su certificado.",
    ),
    _none(
        "vencida",
        "Ninguno rige: vencieron",
        "negativo",
        "{empresa|sujeto} no tiene certificados vigentes: los que tuvo vencieron. Vencer no "
        "quiere decir que haya hecho algo mal: los certificados no se renuevan solos.",
        "No certificate in force: expired.",
        "Pregunte a la empresa si tiene un certificado más nuevo o si participa en el acuerdo "
        "siguiente de su sector.",
    ),
    _none(
        "anulada",
        "Ninguno rige: se anularon",
        "negativo",
        "{empresa|sujeto} no tiene certificados vigentes: los que tuvo se anularon.",
        "No certificate in force: annulled.",
        _LOOK,
    ),
    _none(
        "sin_certificar",
        "Sus acuerdos terminaron y no hay certificado suyo",
        "neutro",
        "{empresa|sujeto} adhirió a un acuerdo cuyo plazo terminó, y no hay en este registro un "
        "certificado suyo.",
        "Its agreement ended; no certificate on record.",
        "Pregunte a la empresa o a la entidad gestora del acuerdo si se certificó.",
    ),
    _none(
        "retirada",
        "Se retiró de los acuerdos a los que adhirió",
        "neutro",
        "{empresa|sujeto} se retiró de los acuerdos a los que adhirió y no tiene certificados "
        "vigentes.",
        "Left its agreements; no certificate in force.",
        _CODE_NOW,
    ),
    _none(
        "sin_adhesiones",
        "Está en el registro, sin adhesiones a ese día",
        "neutro",
        "{empresa|sujeto} está en este registro, pero a ese día no tiene adhesiones aceptadas "
        "a un acuerdo.",
        "On record, without adhesions on that day.",
        _CODE_NOW,
    ),
    _none(
        "ninguna",
        "Ninguno rige, por motivos distintos",
        "neutro",
        "{empresa|sujeto} no tiene certificados vigentes; los motivos difieren entre sus {unidad}.",
        "No certificate in force, for different reasons.",
        _LOOK,
    ),
)

COMPANY_ROWS: tuple[Row, ...] = (*_certified_rows(), *_UNCERTIFIED_ROWS)
"""In order: the first row that applies answers."""
