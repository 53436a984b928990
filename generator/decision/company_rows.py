"""The rows of the decision table that answer for a company: a count, never a single word."""

from collections.abc import Iterator

from generator.decision.row import Level, Row
from generator.decision.uncertified_rows import UNCERTIFIED_ROWS

_COUNT = "{n} de {m} {contadas} con certificado vigente"
_STATE = "{n} de {m} {unidad} con certificado vigente"
_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_LOOK = "Abra la ficha para ver cuáles son, con sus fechas."
_LOOK_EN = "Its page tells which ones, with their dates."

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
        "{m} {contadas}.",
        "{n} of {m} {units} under agreements with a certificate in force: all of them.",
    ),
    (
        "algunas",
        "Solo una parte de la empresa está certificada",
        "aviso",
        "{empresa|sujeto} tiene certificado vigente en {n} de {m} {contadas}: aquí no hay uno "
        "vigente para todo lo que mantiene en acuerdos.[[ Que falte aquí no es un no: {nomina}.]]",
        "{n} of {m} {units} under agreements with a certificate in force on record, not all.",
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
                state=_STATE,
                sentence=sentence,
                use=use,
                now=_LOOK,
                english=f"{english} {use_english}",
                english_now=_LOOK_EN,
                affirms=True,
            )


COMPANY_ROWS: tuple[Row, ...] = (*_certified_rows(), *UNCERTIFIED_ROWS)
"""In order: the first row that applies answers."""
