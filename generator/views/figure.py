"""A figure as plain data: its pictures, the table behind them, and all that a count has to say."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from generator.days import PartialDate
from generator.funnel import Steps
from generator.views.charts import Bar, Chart
from generator.views.coverage import Coverage, RollName, coverage
from generator.views.survey import Survey

FOLDER = "estadisticas/"
"""The page of all figures, and the folder of their tables."""

STAGES = ("adhieren", "certifican", "con certificado vigente", "con sello vigente")
"""How far those that adhered got, as legends name it."""

UNITS = {
    "instalaciones": "instalación",
    "elementos": "elemento",
    "empresas": "empresa",
    "certificados": "certificado",
    "adhesiones": "adhesión",
    "cifras": "cifra",
}
"""What is counted, and its singular."""

MOST_OPEN_ROWS = 12
"""The most rows of a table without a picture that is shown at once."""

Value = str | int | date | PartialDate | None


class Note(NamedTuple):
    """A sentence with a `{}` for each of its numbers, which pages write as people do.

    `counts` says that they are of what the figure counts, examples included.
    """

    text: str
    numbers: tuple[int, ...] = ()
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a figure's table: the name that its CSV has, and the one that people read.

    `in_file_only` are those for programs, such as codes beside their names; `detail` is what stands
    small beside its title.
    """

    id: str
    title: str
    kind: Literal["texto", "fecha", "entero", "porcentaje"] = "entero"
    in_file_only: bool = False
    detail: str = ""

    @property
    def is_number(self) -> bool:
        """Whether its values are counts or per cents."""
        return self.kind in ("entero", "porcentaje")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its table: what it counts (`unit`, `day`, `includes`) and how far it reaches.

    It stands at `anchor` of `page`; `csv` is its table's file. `examples` of what it counts are
    fictional, and `where` is what it is of, where that is not the whole country. `roll` says which
    lists its `coverage` is of; `lists` are sentences on them, where it is of one agreement. Without
    rows there is nothing to draw, and `empty` says so. `source` names who published it, "" where it
    is counted here.
    """

    anchor: str
    title: str
    unit: str
    day: date | PartialDate | None
    includes: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    charts: tuple[Chart, ...] = ()
    examples: int = 0
    page: str = FOLDER
    csv: str = ""
    coverage: Coverage | None = None
    roll: str = ""
    lists: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    empty: str = "Este registro aún no tiene adhesiones con que contarla."
    source: str = ""
    where: str = ""

    @property
    def full_title(self) -> str:
        """The title that stands alone, wherever it is read."""
        return f"{self.where}: {self.title}" if self.where else self.title

    @property
    def svg(self) -> str:
        """The file of its pictures beside that of its table; "" where there is none."""
        return f"{self.csv.removesuffix('.csv')}.svg" if self.charts and self.rows else ""

    @property
    def singular(self) -> str:
        """One of what is counted."""
        return UNITS.get(self.unit, self.unit)

    @property
    def is_folded(self) -> bool:
        """Whether its table waits behind a line: a picture tells it, or it is long."""
        return bool(self.charts) or len(self.rows) > MOST_OPEN_ROWS

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that people are shown: those of examples only where there are any."""
        return tuple(
            one
            for one in self.columns
            if not one.in_file_only and (one.id != "ejemplos" or self.examples)
        )

    @property
    def cells(self) -> tuple[tuple[Value, ...], ...]:
        """The values of the columns that people are shown."""
        at = [self.columns.index(one) for one in self.shown]
        return tuple(tuple(row[place] for place in at) for row in self.rows)


def reaching(survey: Survey, figure: Figure, roll: RollName) -> Figure:
    """The same, with how far the lists go that it is counted from."""
    words = {"adhered": "adheridos", "certified": "certificados", "seals": "contratos de sello"}
    found = coverage(survey, roll)
    return replace(figure, coverage=found, roll=words[roll])


# The table of steps, which most figures have.

KEY = Column("clave", "Clave", "texto", in_file_only=True)
NAME = Column("nombre", "Nombre", "texto")
SIZE_KEY = Column("tamano", "Tamaño", "texto", in_file_only=True)
SIZE_NAME = Column("nombre_tamano", "Tamaño", "texto")
ADHERED = Column("adhieren", "Adhieren")
CERTIFIED = Column("certifican", "Certifican")
PERCENT = Column("porcentaje", "Cumplimiento", "porcentaje")
VALID = Column("vigentes", "Con certificado vigente")
SEALED = Column("con_sello", "Con sello vigente")
EXAMPLES = Column("ejemplos", "De ejemplo")
STEPS = (ADHERED, CERTIFIED, PERCENT, VALID, SEALED, EXAMPLES)


def name_column(title: str) -> Column:
    """The column of the groups' names, under what they are groups of."""
    return replace(NAME, title=title)


def step_values(steps: Steps) -> tuple[Value, ...]:
    """The cells of `STEPS`."""
    return (
        steps.adhered,
        steps.certified,
        steps.percent,
        steps.valid,
        steps.sealed,
        steps.examples,
    )


def step_bar(label: str, steps: Steps) -> Bar:
    """The bar of a group: each step inside the one before, as far as they are told."""
    told = (steps.adhered, steps.certified, steps.valid, steps.sealed)
    return Bar(label, tuple(one for one in told if one is not None))
