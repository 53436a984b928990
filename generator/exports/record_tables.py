"""Agreements, seals and the other instruments → their tables: a row a record."""

from collections.abc import Iterator

from generator import sectors
from generator.agreement_time import agreement_ended
from generator.exports.columns import Row, columns, derived, parent, reader
from generator.exports.table import Table
from generator.model import Agreement, Preinvestment, Programme, Seal, Statistic
from generator.model.record import Record
from generator.status import seal_status
from generator.views.survey import Survey

WITHDRAWN = "withdrawal"
"""Of a withdrawn record nothing but that is published: no table has it."""

_ID = parent("id", "El nombre de su ficha.", "The name of its record.")


# Agreements.


def _agreement_rows(survey: Survey, id: str) -> Iterator[Row]:
    record = survey.registry.agreements[id].record
    waiting = survey.registry.not_accepted.get(id, {})
    section = sectors.section_of(record.ciiu) if record.ciiu else None
    yield (
        id,
        *reader(Agreement, (WITHDRAWN,))(record),
        section.code if section else None,
        agreement_ended(record, survey.day),
        *elements_counted(survey, id),
        *(waiting.get(state, 0) for state in ("pendiente", "observada", "rechazada")),
    )


def elements_counted(survey: Survey, id: str) -> tuple[int, int]:
    """How many elements had adhered to an agreement by the day; how many certified, in force."""
    states = [
        one.state
        for standing in survey.by_agreement.get(id, ())
        for one in standing.statuses
        if survey.agreement_id(one.agreement_id) == id
    ]
    return len(states), states.count("certificado")


_WAITING = "Cuántas adhesiones hay en ese estado; ninguna se publica por sí sola."
_WAITING_EN = "How many adhesions are in that state; none of them is published itself."

AGREEMENTS = Table(
    "acuerdos",
    ("Acuerdos", "Agreements"),
    ("Los acuerdos de producción limpia (APL).", "Clean production agreements (APL)."),
    (
        _ID,
        *columns(Agreement, (WITHDRAWN,)),
        derived(
            "seccion",
            "text",
            ("Sección", "Letra de la sección CIIU4.CL de su código."),
            ("Section", "Letter of the CIIU4.CL section of its code."),
        ),
        derived(
            "terminado",
            "boolean",
            ("¿Terminó?", "Si ya había terminado el día de los datos."),
            ("Ended", "Whether it had ended on the day of the data."),
            required=True,
        ),
        derived(
            "elementos_adheridos",
            "integer",
            ("Elementos adheridos", "Los que este registro tiene y alguna vez adhirieron."),
            ("Elements that adhered", "Those in this register that ever adhered."),
            required=True,
        ),
        derived(
            "elementos_certificados",
            "integer",
            ("Elementos certificados", "De esos, los que tienen un certificado vigente."),
            ("Elements certified", "Those of them with a certificate in force."),
            required=True,
        ),
        *(
            derived(
                f"adhesiones_{state}",
                "integer",
                (f"Adhesiones {state}", _WAITING),
                (f"Adhesions {english}", _WAITING_EN),
                required=True,
            )
            for state, english in (
                ("pendientes", "pending"),
                ("observadas", "observed"),
                ("rechazadas", "rejected"),
            )
        ),
    ),
    "acuerdos",
    _agreement_rows,
    keys=1,
    unique=("id",),
    search=("nombre", "sector", "entidad_gestora", "territorio_texto"),
)


# Seals.


def _seal_rows(survey: Survey, id: str) -> Iterator[Row]:
    record = survey.registry.seals[id].record
    found = seal_status(record, survey.registry.covered_by(record), survey.day)
    read, backing = reader(Seal, (WITHDRAWN,)), list(found.supported_by)
    yield (id, *read(record), found.state, found.reason, found.in_force, backing)


SEAL_STATES = ("vigente", "no_vigente")
SEAL_REASONS = ("aun_no_rige", "vencido", "contrato_terminado", "sin_certificado_vigente")

SEALS = Table(
    "sellos",
    ("Sellos", "Seals"),
    (
        "Los contratos que dan derecho a usar el Sello APL (Estrella Azul).",
        "The contracts that grant the use of the Sello APL (Estrella Azul).",
    ),
    (
        _ID,
        *columns(Seal, (WITHDRAWN,)),
        derived(
            "estado",
            "text",
            ("Estado", "El día de los datos."),
            ("State", "On the day of the data."),
            choices=SEAL_STATES,
            required=True,
        ),
        derived(
            "razon",
            "text",
            ("Razón", "Por qué no está vigente."),
            ("Reason", "Why it is not in force."),
            choices=SEAL_REASONS,
        ),
        derived(
            "rige",
            "boolean",
            ("¿Rige?", "Si su titular podía usarlo el día de los datos."),
            ("In force", "Whether its holder could use it on the day of the data."),
            required=True,
        ),
        derived(
            "respaldo",
            "list",
            ("Respaldo", "Códigos de los certificados vigentes que lo respaldan."),
            ("Backed by", "Codes of the certificates in force that back it."),
        ),
    ),
    "sellos",
    _seal_rows,
    keys=1,
    unique=("id",),
    parents=(("titular_empresa", "empresas", "id"),),
)


# The others, as they are recorded.


def _as_recorded(model: type[Record], title: tuple[str, str], about: tuple[str, str]) -> Table:
    def rows(survey: Survey, id: str) -> Iterator[Row]:
        record = survey.registry.collection(model.collection)[id].record
        yield (id, *reader(model, (WITHDRAWN,))(record))

    found = (_ID, *columns(model, (WITHDRAWN,)))
    name = model.collection
    return Table(name, title, about, found, name, rows, keys=1, unique=("id",))


PROGRAMMES = _as_recorded(
    Programme,
    ("Programas regionales", "Regional programmes"),
    (
        "Programas en que las empresas participan una a una; su distinción no es un certificado.",
        "Programmes that companies join one by one; their distinction is no certificate.",
    ),
)
PREINVESTMENTS = _as_recorded(
    Preinvestment,
    ("Acuerdos de preinversión", "Pre-investment agreements"),
    (
        "Acuerdos voluntarios entre una empresa, sus vecinos y el Estado antes de un proyecto.",
        "Voluntary agreements of a company, its neighbours and the State before a project.",
    ),
)
STATISTICS = _as_recorded(
    Statistic,
    ("Tablas publicadas", "Published tables"),
    (
        "Tablas oficiales que publicaron otros, como las da su fuente; `filas` trae sus valores.",
        "Official tables that others published, as their source gives them, with rows in `filas`.",
    ),
)
