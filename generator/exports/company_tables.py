"""Companies → the tables of companies and of their certifiable elements."""

from collections.abc import Iterator

from generator import territory
from generator.exports.columns import Column, Row, columns, derived, parent, reader
from generator.exports.company_walk import walk
from generator.exports.record_tables import WITHDRAWN
from generator.exports.table import Table
from generator.model.company import Company, Element
from generator.views.survey import Survey

_COMPANY_LEAVE = (WITHDRAWN, "elements")
_ELEMENT_LEAVE = ("adhesions",)

COMPANY = parent("empresa", "Id de la empresa.", "Id of the company.")
OF_COMPANY = ("empresa", "empresas", "id")

EXAMPLE = derived(
    "ejemplo",
    "boolean",
    ("Ejemplo", "Es de una empresa ficticia, de demostración."),
    ("Example", "It is of a fictional company, for demonstration."),
    required=True,
)
REGION = derived(
    "region",
    "text",
    ("Región", "Código de región (CUT) de su comuna."),
    ("Region", "Region code (CUT) of its comuna."),
)


def region_of(comuna: str | None) -> str | None:
    """The code of the region in which a comuna lies."""
    found = territory.comuna(comuna) if comuna else None
    return found.region if found else None


def counts(survey: Survey, id: str) -> tuple[int, int]:
    """Of a company's elements, how many count, and how many have a certificate in force."""
    found = survey.by_company.get(id, ())
    return sum(one.counts for one in found), sum(one.counts and one.in_force for one in found)


# Companies and elements.


def _company_rows(survey: Survey, id: str) -> Iterator[Row]:
    read = reader(Company, _COMPANY_LEAVE)
    record = survey.registry.companies[id].record
    yield (id, *read(record), region_of(record.comuna), *counts(survey, id))


_COUNTED: tuple[Column, ...] = (
    derived(
        "elementos_que_cuentan",
        "integer",
        ("Elementos que cuentan", "Los que siguen adheridos o tienen un certificado vigente."),
        ("Elements that count", "Those that still adhere or have a certificate in force."),
        required=True,
    ),
    derived(
        "elementos_certificados",
        "integer",
        ("Elementos certificados", "De esos, los que tienen un certificado vigente."),
        ("Elements certified", "Those of them with a certificate in force."),
        required=True,
    ),
)

COMPANIES = Table(
    "empresas",
    ("Empresas", "Companies"),
    (
        "Quienes participan. La empresa no se certifica: se certifican sus elementos.",
        "Those who take part. It is never the company that is certified, but its elements.",
    ),
    (
        parent("id", "El nombre de su ficha.", "The name of its record."),
        *columns(Company, _COMPANY_LEAVE),
        REGION,
        *_COUNTED,
    ),
    "empresas",
    _company_rows,
    keys=1,
    unique=("id",),
    search=("razon_social", "nombre_fantasia", "marcas", "rut"),
)


def _element_rows(survey: Survey, id: str) -> Iterator[Row]:
    read = reader(Element, _ELEMENT_LEAVE)
    for place, _ in walk(survey, id):
        element, standing = place.element, place.standing
        yield (
            place.company.id,
            *read(element),
            region_of(element.comuna),
            standing is not None and standing.counts,
            standing is not None and standing.in_force,
            place.company.record.example,
        )


ELEMENTS = Table(
    "elementos",
    ("Elementos", "Elements"),
    (
        "Lo que se certifica: instalaciones, organizaciones, máquinas y productos.",
        "What is certified: sites, organisations, machines and products.",
    ),
    (
        COMPANY,
        *columns(Element, _ELEMENT_LEAVE),
        REGION,
        derived(
            "cuenta",
            "boolean",
            ("¿Cuenta?", "Si sigue adherido o tiene un certificado vigente."),
            ("Counts", "Whether it still adheres or has a certificate in force."),
            required=True,
        ),
        derived(
            "certificado",
            "boolean",
            ("¿Certificado?", "Si tiene un certificado vigente el día de los datos."),
            ("Certified", "Whether it has a certificate in force on the day of the data."),
            required=True,
        ),
        EXAMPLE,
    ),
    "empresas",
    _element_rows,
    keys=2,
    unique=("empresa", "id"),
    parents=(OF_COMPANY,),
    search=("nombre", "direccion"),
)
