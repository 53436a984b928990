"""The shipped registry's examples show every answer of the decision table."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator import decision, inspection
from generator.answer import as_known
from generator.arguments import ROOT
from generator.decision import TABLE, rolls
from generator.decision.remark_rows import REMARK_ROWS
from generator.decision.rolls import ROLL_NAMES
from generator.lookup import answer
from generator.registry import Registry, registry
from generator.status import element_statuses
from tests.sample import DAY

LATER = date(2027, 5, 24)

ALL_LISTS = (
    "«no figura» for a RUT or name asks about every agreement, and this registry holds no list of "
    "the real ones: any other answer would read silence as a no"
)
OLD_PAGE = "only a browser says so, of a page that has grown old"
NOT_SHOWN: dict[str, str] = {
    "rut-no-figura": ALL_LISTS,
    "nombre-no-figura": ALL_LISTS,
    "ficha-fusionada-sin-heredera": "a merger into nothing is a fault of the registry",
    "aviso-datos-antiguos": OLD_PAGE,
    "sin-confirmar": OLD_PAGE,
}
"""Rows that no example reaches, and why."""

QUESTIONS = {
    "consulta-vacia": "",
    "consulta-corta": "x",
    "codigo-mal-escrito": "ABCD-EFG0",
    "codigo-invalido": "ABCD-EFU7",
    "codigo-desconocido": "ABCD-EFGG",
    "rut-invalido": "76.123.456-1",
    "rut-de-persona-natural": "12.345.678-5",
    "rut-sin-nomina": "76.123.456-0",
    "nombre-sin-nomina": "Viña Inexistente",
    "varias-coincidencias": "frigorifico",
}

NEGATIVE_TODAY = {
    "certificado-anulado", "certificado-vencido", "certificado-suspendido",
    "certificado-suspendido-sin-termino", "sello-vencido", "sello-contrato-terminado",
    "sello-sin-certificado-vigente", "elemento-retirado", "elemento-adherido",
    "elemento-adherido-sin-nomina", "elemento-sin-certificar", "elemento-sin-certificar-sin-nomina",
    "empresa-suspendida", "empresa-suspendida-sin-nomina", "empresa-adherida",
    "empresa-adherida-sin-nomina", "empresa-vencida-sin-nomina", "empresa-anulada",
    "empresa-anulada-sin-nomina", "empresa-sin-certificar", "empresa-sin-certificar-sin-nomina",
    "empresa-retirada", "empresa-retirada-sin-nomina", "empresa-ninguna-sin-nomina",
    "empresa-sin-adhesiones", "ficha-fusionada", "ficha-retirada-por-privacidad",
    "ficha-retirada-por-error", "certificado-vigente-sin-contrato",
    "certificado-vigente-sin-contrato-conocido", "empresa-todas-sin-contrato",
}  # fmt: skip
"""What an example answers on the day of this release and still half a year later."""


@pytest.fixture(scope="module")
def whole() -> Registry:
    return registry(inspection.check(ROOT / "registry", DAY).loaded)


def of_records(whole: Registry, day: date) -> Iterator[decision.Decision]:
    """What is said of every record of the registry on a day."""
    for granted in whole.certificates.values():
        yield decision.certificate(whole, granted, day)
    for seal in whole.seals.values():
        yield decision.seal(whole, seal, day)
    agreements = {id: one.record for id, one in whole.agreements.items()}
    for entry in whole.companies.values():
        yield decision.company(whole, entry, day)
        for item in entry.record.elements:
            for status in element_statuses(item, agreements, day):
                yield decision.element(whole, entry, item, status, day)
    for stone in whole.withdrawn.values():
        yield decision.withdrawn(whole, stone)


def telling_days(whole: Registry) -> set[date]:
    """Every last day of a certificate, and days a quarter apart from the first one to the last."""
    last = {one.certificate.valid_until for one in whole.certificates.values()}
    first = min(one.certificate.certified_on for one in whole.certificates.values())
    quarters = range(0, (max(last) - first).days, 91)
    return last | {first + timedelta(days) for days in quarters} | {DAY, LATER}


def rows_of_records(whole: Registry) -> set[str]:
    """The rows and remarks that records reach on one day or another."""
    found: set[str] = set()
    for day in telling_days(whole):
        for said in of_records(whole, day):
            found |= {said.id, *(one.id for one in decision.remarks(said.facts))}
    return found


def rows_of_questions(whole: Registry) -> set[str]:
    """The rows that the questions below and those about former names, numbers and codes reach."""
    code = next(iter(whole.certificates))
    near = code[:-1] + ("0" if code[-1] != "0" else "1")
    asked = [answer(whole, one, DAY) for one in (*QUESTIONS.values(), near)]
    early = [answer(whole, QUESTIONS[id], date(2010, 1, 1)) for id in EARLY]
    early += [answer(whole, one, date(2010, 1, 1)) for one in elements(whole)]
    return {one.row for one in (*asked, *early)}


EARLY = ("rut-sin-nomina", "nombre-sin-nomina")
"""Asked for a day before any complete list: none of them counts then."""


def elements(whole: Registry) -> list[str]:
    """Every element as `empresa/elemento`."""
    companies = whole.companies.values()
    return [f"{one.id}/{element.id}" for one in companies for element in one.record.elements]


def remarks_of_questions(whole: Registry) -> set[str]:
    """The remarks on how a record was asked for, and for which day."""
    former = [
        *whole.former_ruts,
        *whole.former["empresas"],
        *whole.former_elements,
        *elements(whole),
        "vinedo del maule sumerjido",
        *(
            name.legal_name
            for entry in whole.companies.values()
            for name in entry.record.former_names
            if name.legal_name
        ),
    ]
    asked = [answer(whole, one, DAY) for one in former]
    asked += [as_known(answer(whole, code, LATER), DAY) for code in whole.certificates]
    said = {text for one in asked for text in one.english_remarks}
    return {row.id for row in REMARK_ROWS if row.english in said}


def rows_of_lists(whole: Registry) -> set[str]:
    """How far the lists of the examples go, alone and together."""
    reaches = {
        rolls.coverage(rolls.roll(entry.record, name), DAY)
        for entry in whole.agreements.values()
        if entry.record.example
        for name in ROLL_NAMES
    }
    facts = [decision.company(whole, one, DAY).facts for one in whole.companies.values()]
    several = any("de sus acuerdos" in one["nomina"] for one in facts)
    return {f"nomina-{one.replace('_', '-')}" for one in reaches} | (
        {"nomina-varias"} if several else set()
    )


def test_every_row_is_reached_or_says_why_not(whole):
    """An example record or a question shows each row on some day; the others have their reason."""
    reached = (
        rows_of_records(whole)
        | rows_of_questions(whole)
        | remarks_of_questions(whole)
        | rows_of_lists(whole)
    )
    every = {row.id for rows in TABLE.values() for row in rows}

    assert every - reached == set(NOT_SHOWN)


@pytest.mark.parametrize("day", [DAY, LATER])
def test_negative_answers_can_be_seen_now_and_in_half_a_year(whole, day):
    """Examples do not run out of bad news, nor of complete lists, a few months on."""
    seen = {said.id for said in of_records(whole, day)}

    assert seen >= NEGATIVE_TODAY


@pytest.mark.parametrize(("row", "query"), QUESTIONS.items())
@pytest.mark.parametrize("day", [DAY, LATER])
def test_a_question_answered_with_no_stays_so(whole, row, query, day):
    """Each question of the list has its own answer, today and later."""
    assert answer(whole, query, day).row == row


def test_with_the_examples_alone_an_absent_name_is_not_on_record(whole):
    """Where every list asked about is complete, RUT and name get their plain no."""
    complete = {
        id: entry
        for id, entry in whole.agreements.items()
        if id in ("ejemplo-alimentos-y-bebidas-2021", "ejemplo-valle-de-la-niebla-2024")
    }
    alone = replace(whole, agreements=complete)

    for day in (DAY, LATER):
        assert answer(alone, "76.123.456-0", day).row == "rut-no-figura"
        assert answer(alone, "Viña Inexistente", day).row == "nombre-no-figura"
