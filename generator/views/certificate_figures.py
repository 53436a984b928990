"""Turns counts of certificates into figures: how they stand, and when those in force end."""

from generator.days import PartialDate, long_es
from generator.views.charts import Bar, Bars, Columns, Upright
from generator.views.counting.ahead import MONTHS, Ahead
from generator.views.figure import EXAMPLES, KEY, Column, Figure, Note, Value, name_column, reaching
from generator.views.survey import Survey

WORDS = {
    "vigente": "Vigentes",
    "suspendido": "Suspendidos",
    "vencido": "Vencidos",
    "anulado": "Anulados",
    "futuro": "Aún no rigen",
}
NONE = "Este registro aún no tiene certificados."
COUNT = Column("certificados", "Certificados")


def by_state(survey: Survey) -> Figure:
    """Every certificate on record, by its state on the day."""
    return reaching(survey, states(survey, survey.counted("certificados")), "certified")


def states(survey: Survey, found: Ahead) -> Figure:
    """The same of the certificates counted in `found`."""
    known = any(one.number for one in found.states.values())
    return Figure(
        anchor="certificados",
        title="Certificados según su estado",
        unit="certificados",
        day=survey.day,
        includes=(
            "Todos los certificados de este registro según su estado ese día. Quien renueva tiene"
            " varios, y se cuentan todos."
        ),
        columns=(KEY, name_column("Estado"), COUNT, EXAMPLES),
        rows=tuple(
            (state, WORDS[state], one.number, one.examples) for state, one in found.states.items()
        )
        if known
        else (),
        charts=(
            Bars(tuple(Bar(WORDS[state], (one.number,)) for state, one in found.states.items())),
        )
        if known
        else (),
        examples=sum(one.examples for one in found.states.values()),
        csv="estadisticas/certificados.csv",
        notes=(
            Note(
                "De los vigentes, {} "
                f"{'vence' if found.soon.number == 1 else 'vencen'} en {{}} días o menos.",
                (found.soon.number, survey.expiring_days),
                counts=True,
            ),
            Note("Suspender y anular son una extensión de este registro."),
        ),
        empty=NONE,
    )


def by_month(survey: Survey) -> Figure:
    """Certificates in force by the month of their last day."""
    return reaching(survey, months(survey, survey.counted("certificados")), "certified")


def months(survey: Survey, found: Ahead) -> Figure:
    """The same of the certificates counted in `found`."""
    rows = [(PartialDate.parse(month), one.number, one.examples) for month, one in found.months]
    later = (f"después de {MONTHS} meses", found.later.number, found.later.examples)
    told: list[tuple[Value, int, int]] = [*rows, *([later] if found.later.number else [])]
    columns = Columns(tuple(_column(*one) for one in rows), "certificados")
    return Figure(
        anchor="vencimientos",
        title="Certificados que vencen en cada mes",
        unit="certificados",
        day=survey.day,
        includes=(
            "Certificados vigentes ese día, según el mes de su último día. Los suspendidos no se"
            " cuentan, y los que se renueven antes tendrán otro."
        ),
        columns=(Column("mes", "Mes", "fecha"), COUNT, EXAMPLES),
        rows=tuple(told),
        charts=(columns,) if rows else (),
        examples=sum(one[2] for one in told),
        csv="estadisticas/vencimientos.csv",
        notes=(Note("Otros {} vencen más adelante.", (found.later.number,), counts=True),)
        if found.later.number
        else (),
        empty="Este registro aún no tiene certificados vigentes.",
    )


def _column(month: PartialDate, count: int, _: int) -> Upright:
    """January bears its year, the other months stand between."""
    return Upright(long_es(month), count, str(month.year) if month.month == 1 else "")
