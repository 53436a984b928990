"""The decision table: every answer this register gives, in one place, with how it is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.decision.certificate_rows import CERTIFICATE_ROWS
from generator.decision.company_rows import COMPANY_ROWS
from generator.decision.element_rows import ELEMENT_ROWS
from generator.decision.query_rows import QUERY_ROWS
from generator.decision.remark_rows import REMARK_ROWS, ROLL_ROWS, STALE_ROW
from generator.decision.row import Level, Row, Subject
from generator.decision.seal_rows import SEAL_ROWS
from generator.decision.text import outline
from generator.decision.withdrawn_rows import WITHDRAWN_ROWS

TABLE: Mapping[Subject, tuple[Row, ...]] = {
    "certificado": CERTIFICATE_ROWS,
    "sello": SEAL_ROWS,
    "elemento": ELEMENT_ROWS,
    "empresa": COMPANY_ROWS,
    "ficha": WITHDRAWN_ROWS,
    "consulta": QUERY_ROWS,
    "aviso": (*REMARK_ROWS, STALE_ROW),
    "nomina": ROLL_ROWS,
}
"""By what the answer is about: the first row that applies answers; of remarks, all that do."""

SUBJECT_TITLES: Mapping[Subject, str] = {
    "certificado": "Sobre un certificado",
    "sello": "Sobre un sello",
    "elemento": "Sobre una instalación (u otro elemento) sin certificado que rija",
    "empresa": "Sobre una empresa",
    "ficha": "Cuando la ficha se retiró",
    "consulta": "Cuando no hay una ficha que mostrar",
    "aviso": "Avisos que se agregan a otra respuesta",
    "nomina": "Hasta dónde llega una nómina",
}

FACT_LABELS: Mapping[str, str] = {
    "acuerdo": "acuerdo",
    "acuerdos": "acuerdos del registro",
    "acuerdos_ejemplo": "N",
    "al": "último día de la nómina",
    "completas": "acuerdos con nóminas completas",
    "completas_ejemplo": "N",
    "consulta": "lo que usted escribió",
    "contadas": "instalaciones",
    "contrato": "número de contrato",
    "cual": "la instalación",
    "cuantas": "N",
    "cuantos": "N acuerdos",
    "datos": "día de los datos",
    "de_cual": "de este acuerdo",
    "desde": "primer día",
    "dias": "N días",
    "empresa": "la empresa",
    "estado_desde": "primer día de ese estado",
    "estado_hasta": "último día de ese estado",
    "faltan": "N de sus acuerdos",
    "fecha": "día",
    "hasta": "último día",
    "heredera": "la ficha que la continúa",
    "lista": "adheridos, certificados o contratos de sello",
    "m": "m",
    "motivo": "motivo",
    "n": "n",
    "nivel": "nivel",
    "nombre_hallado": "nombre anterior",
    "nomina": "hasta dónde llega la nómina",
    "parecidos": "códigos parecidos",
    "razon_palabras": "motivo",
    "retirado_el": "día del retiro",
    "sello_codigo": "código del sello",
    "sello_de": "de qué instalaciones",
    "sello_hasta": "último día del sello",
    "sello_motivo": "motivo",
    "sucesor": "código del certificado que sigue",
    "termino": "día de término",
    "titular": "el titular",
    "unidad": "instalaciones",
    "units": "sites",
    "usos": "usos del contrato",
    "which": "site",
}
"""What stands for a fact where the table itself is published."""


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row as readers see it: stand-ins like ‹último día› where a case has its facts."""

    id: str
    subject: Subject
    title: str
    case: str
    level: Level
    word: str
    state: str
    sentence: str
    use: str
    now: str
    english: str


def rows() -> tuple[PublishedRow, ...]:
    """Every row of the table, in order, to be shown and to be tested one by one."""
    return tuple(_published())


def _published() -> Iterator[PublishedRow]:
    for subject, table_rows in TABLE.items():
        for row in table_rows:
            word, state, sentence, use, now, english = (
                outline(text, FACT_LABELS)
                for text in (row.word, row.state, row.sentence, row.use, row.now, row.english)
            )
            title = SUBJECT_TITLES[subject]
            yield PublishedRow(
                row.id,
                subject,
                title,
                row.case,
                row.level,
                word,
                state,
                sentence,
                use,
                now,
                english,
            )
