"""Elements, their adhesions and certificates → one flat table, a row for each combination."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import sectors, territory
from generator.exports.columns import Cell, Column, Row, columns, derived, parent
from generator.exports.company_tables import COMPANY, EXAMPLE, OF_COMPANY, REGION
from generator.exports.company_walk import Held, Place, walk
from generator.exports.event_tables import EXPIRES_SOON, IN_FORCE, SITUATION, STATE
from generator.exports.plain import number
from generator.exports.table import Table
from generator.model import Agreement
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.record import Block
from generator.status import certificate_status
from generator.views.survey import Survey
from generator.vocabulary import RUBROS


def _rows(survey: Survey, id: str) -> Iterator[Row]:
    for place, held in walk(survey, id):
        recorded = [*_of_company(place.company.record), *_of_element(place.element)]
        of_place = _derived_of(place)
        if not held:
            nothing = (*_NO_AGREEMENT, *_NO_CERTIFICATE, None, *_NO_STATE)
            yield (
                place.company.id,
                place.element.id,
                None,
                None,
                None,
                *recorded,
                *nothing,
                *of_place,
            )
        for one in held:
            for key, cells in _of_adhesion(survey, one):
                yield (*one.ids, key, *recorded, *cells, *of_place)


def _of_adhesion(survey: Survey, held: Held) -> Iterator[tuple[Cell, Iterable[Cell]]]:
    """For each certificate, or the lack of one, its code and the cells that follow."""
    adhesion = held.adhesion
    status = held.place.status(adhesion.agreement_id)
    state = status.state if status else None
    before = [*_of_agreement(survey, adhesion.agreement_id), *_of_its_own(adhesion)]
    if not adhesion.certificates:
        yield None, (*before, *_NO_CERTIFICATE, state, *_NO_STATE)
    for one in held.certificates:
        yield one.code, (*before, *_of_certificate(one), state, *_on_the_day(survey, one))


# The cells of each part, in the order of its columns.


def _of_company(company: Company) -> list[Cell]:
    return [company.legal_name, company.trade_name, company.kind, company.rut, company.size]


def _of_element(element: Element) -> list[Cell]:
    point = element.location
    latitude, longitude = (
        (number(point.latitude), number(point.longitude)) if point else (None,) * 2
    )
    return [
        element.name,
        element.scope,
        element.comuna,
        element.address,
        latitude,
        longitude,
        element.identifier,
    ]


def _of_agreement(survey: Survey, id: str) -> list[Cell]:
    """Of one that is withdrawn nothing but the id."""
    agreement = survey.registry.agreement(id)
    return [agreement.name, agreement.kind] if agreement else [None, None]


def _of_its_own(adhesion: Adhesion) -> list[Cell]:
    left = adhesion.withdrawal
    return [adhesion.size, left.withdrawn_on.isoformat() if left else None]


def _of_certificate(one: Certificate) -> list[Cell]:
    days = one.certified_on.isoformat(), one.valid_until.isoformat()
    return [one.official_number, *days, one.level]


def _on_the_day(survey: Survey, one: Certificate) -> list[Cell]:
    found = certificate_status(one, survey.day)
    seals = survey.registry.seals_by_certificate.get(one.code, ())
    codes = sorted(seal.record.code for seal in seals)
    return [found.state, found.in_force, found.expires_soon(survey.expiring_days), codes]


_NO_AGREEMENT: list[Cell] = [None] * 4
_NO_CERTIFICATE: list[Cell] = [None] * 4
_NO_STATE: list[Cell] = [None, None, None, []]


def _derived_of(place: Place) -> list[Cell]:
    company, element = place.company.record, place.element
    comuna = territory.comuna(element.comuna) if element.comuna else None
    region = territory.region(comuna.region) if comuna else None
    ciiu = element.ciiu or company.ciiu
    section = sectors.section_of(ciiu) if ciiu else None
    return [
        comuna.name if comuna else None,
        region.code if region else None,
        region.name if region else None,
        element.rubro or company.rubro,
        ciiu,
        section.code if section else None,
        company.example,
    ]


# Its columns: those of other tables, under names that say whose they are.


def _named(
    names: tuple[str, str, str], model: type[Block], keys: str, leave: tuple[str, ...] = ()
) -> Iterator[Column]:
    prefix, title, title_en = names
    found = {column.name: column for column in columns(model, leave)}
    for column in (found[key] for key in keys.split()):
        yield _of(prefix, title, title_en, column)


def _of(prefix: str, title: str, title_en: str, column: Column) -> Column:
    return replace(
        column,
        name=f"{prefix}_{column.name}",
        title=f"{title}: {column.title}",
        title_en=f"{title_en}: {column.title_en}",
        required=column.required and prefix in ("empresa", "elemento"),
    )


def _of_its_certificate(column: Column) -> Column:
    return _of("certificado", "Certificado", "Certificate", column)


_CODES = "El de su código CIIU4.CL; si no tiene, el de su empresa."
_CODES_EN = "Its own CIIU4.CL code, or else its company's."

FLAT = Table(
    "instalaciones",
    ("Instalaciones", "Sites"),
    (
        "Todo en una tabla plana: una fila por elemento, acuerdo y certificado, también los que"
        " aún no tienen acuerdo o certificado.",
        "All in one flat table: a row for each element, agreement and certificate, those that lack"
        " an agreement or certificate included.",
    ),
    (
        COMPANY,
        parent("elemento", "Id del elemento en su empresa.", "Id of the element in its company."),
        parent("acuerdo", "Id del acuerdo.", "Id of the agreement.", required=False),
        parent(
            "adhesion_fecha",
            "Día de la adhesión.",
            "Day of the adhesion.",
            required=False,
            day=True,
        ),
        parent(
            "certificado", "Código del certificado.", "Code of the certificate.", required=False
        ),
        *_named(
            ("empresa", "Empresa", "Company"),
            Company,
            "razon_social nombre_fantasia tipo rut tamano",
            ("withdrawal", "elements"),
        ),
        *_named(
            ("elemento", "Elemento", "Element"),
            Element,
            "nombre alcance comuna direccion ubicacion_lat ubicacion_lon identificador",
        ),
        *_named(("acuerdo", "Acuerdo", "Agreement"), Agreement, "nombre tipo"),
        *_named(("adhesion", "Adhesión", "Adhesion"), Adhesion, "tamano retiro_fecha"),
        *_named(
            ("certificado", "Certificado", "Certificate"),
            Certificate,
            "numero_oficial fecha vigente_hasta nivel",
        ),
        SITUATION,
        *(
            replace(_of_its_certificate(column), required=False)
            for column in (STATE, IN_FORCE, EXPIRES_SOON)
        ),
        derived(
            "certificado_sellos",
            "list",
            ("Certificado: sellos", "Códigos de los sellos que se apoyan en él, rijan o no."),
            ("Certificate: seals", "Codes of the seals that rest on it, in force or not."),
        ),
        derived(
            "comuna_nombre",
            "text",
            ("Nombre de la comuna", "El de la comuna del elemento."),
            ("Name of the comuna", "That of the element's comuna."),
        ),
        REGION,
        derived(
            "region_nombre",
            "text",
            ("Nombre de la región", "El de la región de esa comuna."),
            ("Name of the region", "That of the comuna's region."),
        ),
        derived(
            "rubro",
            "text",
            ("Rubro", "El del elemento; si no lo dice, el de su empresa."),
            ("Trade", "The element's, or else its company's."),
            choices=tuple(RUBROS),
        ),
        derived("ciiu", "text", ("CIIU", _CODES), ("CIIU", _CODES_EN)),
        derived(
            "seccion",
            "text",
            ("Sección", "Letra de la sección de ese código."),
            ("Section", "Letter of the section of that code."),
        ),
        EXAMPLE,
    ),
    "empresas",
    _rows,
    keys=5,
    parents=(OF_COMPANY,),
)
