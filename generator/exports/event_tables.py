"""What happened to elements → the tables of adhesions, audits, certificates and suspensions."""

from collections.abc import Iterator
from typing import get_args

from generator.exports.columns import Cell, Row, columns, derived, parent, reader
from generator.exports.company_tables import COMPANY, EXAMPLE, OF_COMPANY, REGION, region_of
from generator.exports.company_walk import Held, all_adhesions, all_certificates
from generator.exports.table import Table
from generator.model.company import Adhesion, Audit, Certificate, Suspension
from generator.status import CertificateState, ElementState, certificate_status
from generator.views.survey import Survey

_ADHESION_LEAVE = ("audits", "certificates")
_CERTIFICATE_LEAVE = ("suspensions",)

_ELEMENT = parent("elemento", "Id del elemento en su empresa.", "Id of the element in its company.")
_PLACE = (
    COMPANY,
    _ELEMENT,
    parent("acuerdo", "Id del acuerdo.", "Id of the agreement."),
    parent("adhesion_fecha", "Día de la adhesión.", "Day of the adhesion.", day=True),
)


def _is_example(held: Held) -> bool:
    return held.place.company.record.example


# Adhesions.


def _adhesion_rows(survey: Survey, id: str) -> Iterator[Row]:
    read = reader(Adhesion, _ADHESION_LEAVE)
    for held in all_adhesions(survey, id):
        status = held.place.status(held.adhesion.agreement_id)
        code = status.certificate.code if status and status.certificate else None
        state = status.state if status else None
        yield (*held.ids[:2], *read(held.adhesion), state, code, _is_example(held))


SITUATION = derived(
    "situacion",
    "text",
    (
        "Situación",
        "Cómo está el elemento en el acuerdo el día de los datos; vacía si aún no adhería.",
    ),
    (
        "Situation",
        "Where the element stands in the agreement on the day of the data; empty before adhesion.",
    ),
    choices=get_args(ElementState),
)

ADHESIONS = Table(
    "adhesiones",
    ("Adhesiones", "Adhesions"),
    (
        "Cada adhesión aceptada de un elemento a un acuerdo.",
        "Each accepted adhesion of an element to an agreement.",
    ),
    (
        COMPANY,
        _ELEMENT,
        *columns(Adhesion, _ADHESION_LEAVE),
        SITUATION,
        derived(
            "situacion_certificado",
            "text",
            ("Certificado que decide", "Código del certificado del que sale esa situación."),
            ("Deciding certificate", "Code of the certificate from which that follows."),
        ),
        EXAMPLE,
    ),
    "empresas",
    _adhesion_rows,
    keys=4,
    parents=(OF_COMPANY,),
)


# Audits.


def _audit_rows(survey: Survey, id: str) -> Iterator[Row]:
    read = reader(Audit)
    for held in all_adhesions(survey, id):
        for one in sorted(held.adhesion.audits, key=lambda one: (one.audited_on, one.kind)):
            yield (*held.ids, *read(one), _share(one), _is_example(held))


def _share(audit: Audit) -> Cell:
    if audit.met is None or not audit.applicable:
        return None
    share = round(100 * audit.met / audit.applicable, 1)
    return int(share) if share.is_integer() else share


AUDITS = Table(
    "auditorias",
    ("Auditorías", "Audits"),
    (
        "Las auditorías que llevaron a un certificado o lo mantuvieron.",
        "The audits that led to a certificate or maintained one.",
    ),
    (
        *_PLACE,
        *columns(Audit),
        derived(
            "cumplimiento",
            "number",
            ("Cumplimiento", "Acciones que se cumplen, en por ciento de las que aplican."),
            ("Compliance", "Actions met, in per cent of those that apply."),
        ),
        EXAMPLE,
    ),
    "empresas",
    _audit_rows,
    keys=4,
    parents=(OF_COMPANY,),
)


# Certificates.


def _certificate_rows(survey: Survey, id: str) -> Iterator[Row]:
    read, soon = reader(Certificate, _CERTIFICATE_LEAVE), survey.expiring_days
    for held, certificate in all_certificates(survey, id):
        found = certificate_status(certificate, survey.day)
        yield (
            *held.ids,
            *read(certificate),
            found.state,
            found.in_force,
            found.state_since.isoformat() if found.state_since else None,
            found.state_until.isoformat() if found.state_until else None,
            found.expires_soon(soon),
            region_of(held.place.element.comuna),
            _is_example(held),
        )


STATE = derived(
    "estado",
    "text",
    ("Estado", "El día de los datos."),
    ("State", "On the day of the data."),
    choices=get_args(CertificateState),
    required=True,
)
IN_FORCE = derived(
    "rige",
    "boolean",
    ("¿Rige?", "Si vale el día de los datos: solo los vigentes rigen."),
    ("In force", "Whether it counts on the day of the data: only those `vigente` do."),
    required=True,
)
EXPIRES_SOON = derived(
    "por_vencer",
    "boolean",
    ("¿Por vencer?", "Si rige y le quedan pocos días (los que fija el registro, 90 si no dice)."),
    ("Expires soon", "Whether it is in force with few days left (90 unless the register says)."),
    required=True,
)

CERTIFICATES = Table(
    "certificados",
    ("Certificados", "Certificates"),
    (
        "Cada certificado otorgado a un elemento en un acuerdo.",
        "Each certificate granted to an element in an agreement.",
    ),
    (
        *_PLACE,
        *columns(Certificate, _CERTIFICATE_LEAVE),
        STATE,
        IN_FORCE,
        derived(
            "estado_desde",
            "day",
            ("Estado desde", "Primer día de ese estado."),
            ("State since", "First day of that state."),
        ),
        derived(
            "estado_hasta",
            "day",
            ("Estado hasta", "Último día de ese estado, si lo tiene."),
            ("State until", "Last day of that state, if it has one."),
        ),
        EXPIRES_SOON,
        REGION,
        EXAMPLE,
    ),
    "empresas",
    _certificate_rows,
    keys=5,
    unique=("codigo",),
    parents=(OF_COMPANY,),
)


# Suspensions.


def _suspension_rows(survey: Survey, id: str) -> Iterator[Row]:
    read, day = reader(Suspension), survey.day
    for held, certificate in all_certificates(survey, id):
        if not certificate.suspensions:
            continue
        is_suspended = certificate_status(certificate, day).state == "suspendido"
        for one in sorted(certificate.suspensions, key=lambda one: one.since):
            is_on = is_suspended and one.since <= day and (one.until is None or day <= one.until)
            yield (*held.ids, certificate.code, *read(one), is_on, _is_example(held))


SUSPENSIONS = Table(
    "suspensiones",
    ("Suspensiones", "Suspensions"),
    (
        "Los días en que un certificado no rigió. Extensión de este registro.",
        "The days on which a certificate did not hold. This register's own extension.",
    ),
    (
        *_PLACE,
        parent("certificado", "Código del certificado.", "Code of the certificate."),
        *columns(Suspension),
        derived(
            "en_curso",
            "boolean",
            ("¿En curso?", "Si el certificado está suspendido por ella el día de los datos."),
            ("Under way", "Whether it suspends the certificate on the day of the data."),
            required=True,
        ),
        EXAMPLE,
    ),
    "empresas",
    _suspension_rows,
    keys=6,
    parents=(OF_COMPANY, ("certificado", "certificados", "codigo")),
)
