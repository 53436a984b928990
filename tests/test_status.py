"""Expectations of what holds on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import status
from generator.model.agreement import Agreement
from generator.model.company import Certificate, Company, Element
from generator.model.seal import Seal
from tests import sample

DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def a_certificate(**keys: object) -> Certificate:
    made: Certificate = sample.model(Certificate, sample.certificate(**keys))
    return made


def an_element(*adhesions: sample.Keys, **keys: object) -> Element:
    made: Element = sample.model(Element, sample.element(*adhesions, **keys))
    return made


def an_agreement(**keys: object) -> Agreement:
    made: Agreement = sample.model(Agreement, sample.agreement(**keys))
    return made


@st.composite
def certificates(draw: st.DrawFn) -> Certificate:
    """Certificates with suspensions and annulments anywhere."""
    start = draw(DAYS)
    end = start + timedelta(days=draw(st.integers(1, 1500)))
    keys: dict[str, object] = {"fecha": start, "vigente_hasta": end}
    if draw(st.booleans()):
        keys["anulacion"] = {"fecha": draw(DAYS)}
    keys["suspensiones"] = [
        {"desde": since, **({"hasta": since + timedelta(days=days)} if days is not None else {})}
        for since, days in draw(
            st.lists(st.tuples(DAYS, st.none() | st.integers(0, 400)), max_size=3)
        )
    ]
    return a_certificate(**keys)


# Certificates.


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 1, 9), "futuro"),
        (date(2025, 1, 10), "vigente"),
        (date(2028, 1, 10), "vigente"),
        (date(2028, 1, 11), "vencido"),
    ],
)
def test_validity_includes_both_ends(day, state):
    """The first and the last day count; the days beside them do not."""
    assert status.certificate_status(a_certificate(), day).state == state


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 2, 28), "vigente"),
        (date(2026, 3, 1), "suspendido"),
        (date(2026, 4, 30), "suspendido"),
        (date(2026, 5, 1), "vigente"),
    ],
)
def test_a_suspension_includes_both_ends(day, state):
    """A suspension holds on its first and last day, and not beside them."""
    held = a_certificate(suspensiones=[{"desde": "2026-03-01", "hasta": "2026-04-30"}])

    assert status.certificate_status(held, day).state == state


def test_a_suspension_without_end_holds_till_the_validity_ends():
    """An open suspension lasts to the last day of validity; then the certificate is expired."""
    held = a_certificate(suspensiones=[{"desde": "2026-03-01", "motivo": "Revisión"}])

    last = status.certificate_status(held, date(2028, 1, 10))
    after = status.certificate_status(held, date(2028, 1, 11))

    assert (last.state, last.state_until, last.reason) == (
        "suspendido",
        held.valid_until,
        "Revisión",
    )
    assert after.state == "vencido"


def test_an_annulment_outranks_expiry_and_suspension():
    """An annulled certificate never reads as merely expired or suspended."""
    held = a_certificate(anulacion={"fecha": "2026-03-01"}, suspensiones=[{"desde": "2026-02-01"}])

    assert status.certificate_status(held, date(2026, 2, 28)).state == "suspendido"
    assert status.certificate_status(held, date(2026, 3, 1)).state == "anulado"
    assert status.certificate_status(held, date(2030, 1, 1)).state == "anulado"


def test_days_left_count_to_the_last_day():
    """On the last day none is left; a certificate that does not hold has no days left."""
    held = a_certificate()

    assert status.certificate_status(held, date(2028, 1, 10)).days_left == 0
    assert status.certificate_status(held, date(2028, 1, 9)).days_left == 1
    assert status.certificate_status(held, date(2028, 1, 11)).days_left is None


def test_of_overlapping_suspensions_the_longest_speaks():
    """Who asks how long a suspension lasts learns of the one that ends last."""
    held = a_certificate(
        suspensiones=[
            {"desde": "2026-01-01", "hasta": "2026-06-30", "motivo": "Larga"},
            {"desde": "2026-02-01", "hasta": "2026-03-31", "motivo": "Corta"},
        ]
    )

    found = status.certificate_status(held, date(2026, 2, 15))

    assert (found.state_until, found.reason) == (date(2026, 6, 30), "Larga")


@given(certificates(), DAYS)
def test_only_a_valid_certificate_is_in_force(held, day):
    """`rige` is true for `vigente` only, and only inside the validity."""
    found = status.certificate_status(held, day)

    assert found.in_force == (found.state == "vigente")
    assert not found.in_force or held.certified_on <= day <= held.valid_until


@given(certificates(), DAYS)
def test_states_outrank_one_another_in_the_order_of_the_data_model(held, day):
    """Future, annulled, expired, suspended, valid: the first that is true."""
    annulled = held.annulment is not None and held.annulment.annulled_on <= day
    suspended = any(s.since <= day <= (s.until or held.valid_until) for s in held.suspensions)
    expected = (
        "futuro"
        if day < held.certified_on
        else "anulado"
        if annulled
        else "vencido"
        if day > held.valid_until
        else "suspendido"
        if suspended
        else "vigente"
    )

    assert status.certificate_status(held, day).state == expected


@given(certificates(), DAYS)
def test_an_annulled_certificate_never_comes_back(held, day):
    """Once annulled, a certificate is annulled on every later day."""
    if status.certificate_status(held, day).state == "anulado":
        assert status.certificate_status(held, day + timedelta(days=400)).state == "anulado"


# Elements in an agreement.


def the_state(element: Element, day: date, agreement: Agreement | None = None) -> str | None:
    found = status.element_status(element, "acuerdo", agreement or an_agreement(), day)
    return found.state if found else None


def test_an_element_is_nowhere_before_it_adheres():
    """Only what is dated on or before the day counts."""
    element = an_element(sample.adhesion())

    assert the_state(element, date(2023, 5, 1)) is None
    assert the_state(element, date(2023, 5, 2)) == "adherido"


@pytest.mark.parametrize("state", ["pendiente", "observada", "rechazada"])
def test_an_adhesion_that_is_not_accepted_counts_for_nothing(state):
    """Only accepted adhesions make an adherent."""
    assert the_state(an_element(sample.adhesion(estado=state)), sample.DAY) is None


def test_a_withdrawal_does_not_end_a_certificate_already_granted():
    """A certificate in force outranks the withdrawal; afterwards the withdrawal speaks."""
    left = sample.adhesion(sample.certificate(), retiro={"fecha": "2026-01-01"})
    element = an_element(left)

    assert the_state(element, date(2028, 1, 10)) == "certificado"
    assert the_state(element, date(2028, 1, 11)) == "retirado"


def test_a_withdrawal_outranks_a_suspension():
    """Who left with a suspended certificate has left."""
    suspended = sample.certificate(suspensiones=[{"desde": "2026-01-01"}])
    element = an_element(sample.adhesion(suspended, retiro={"fecha": "2026-02-01"}))

    assert the_state(element, date(2026, 1, 31)) == "certificacion_suspendida"
    assert the_state(element, date(2026, 2, 1)) == "retirado"


def test_a_suspended_certificate_outranks_an_expired_one():
    """An element with one certificate suspended and one expired is suspended."""
    older = sample.certificate("2345-6789", fecha="2023-06-01", vigente_hasta="2025-06-01")
    newer = sample.certificate(suspensiones=[{"desde": "2025-02-01"}])

    element = an_element(sample.adhesion(older, newer))

    assert the_state(element, sample.DAY) == "certificacion_suspendida"


def test_the_certificate_valid_longest_decides_among_ended_ones():
    """Of an expired and an annulled certificate, the one with the later last day speaks."""
    expired = sample.certificate("2345-6789", fecha="2023-06-01", vigente_hasta="2025-06-01")
    annulled = sample.certificate(
        fecha="2024-01-01", vigente_hasta="2025-01-01", anulacion={"fecha": "2024-06-01"}
    )

    assert the_state(an_element(sample.adhesion(expired, annulled)), sample.DAY) == (
        "certificacion_vencida"
    )


def test_a_certificate_that_is_not_in_force_yet_leaves_an_adherent():
    """A certificate dated later than the day does not count yet."""
    element = an_element(sample.adhesion(sample.certificate(fecha="2027-01-01")))

    assert the_state(element, sample.DAY) == "adherido"


def test_the_highest_level_in_force_decides():
    """Of two certificates in force the one with the higher level stands for the element."""
    low = sample.certificate("2345-6789", nivel=1, vigente_hasta="2030-01-01")
    high = sample.certificate("ABCD-EFGG", nivel=3)
    element = an_element(sample.adhesion(low, high))

    found = status.element_status(element, "acuerdo", an_agreement(), sample.DAY)

    assert found is not None and found.certificate is not None
    assert found.certificate.code == "ABCD-EFGG"


def test_a_second_adhesion_after_a_withdrawal_is_an_adhesion_again():
    """The latest adhesion tells whether an element has left."""
    first = sample.adhesion(retiro={"fecha": "2024-01-01"})
    second = sample.adhesion(fecha="2025-01-01")
    element = an_element(first, second)

    assert the_state(element, date(2024, 6, 1)) == "retirado"
    assert the_state(element, sample.DAY) == "adherido"


@pytest.mark.parametrize(
    ("keys", "last_day_running"),
    [
        ({"fechas": {"fin_evaluacion": "2026-03-31"}}, date(2026, 3, 31)),
        ({"fechas": {"fin_evaluacion": "2026-03"}}, date(2026, 3, 31)),
        ({"fechas": {"fin_implementacion": "2025-02-28"}}, date(2026, 2, 28)),
        ({"fechas": {"fin_implementacion": "2024"}}, date(2025, 12, 31)),
        ({"estado": "terminado", "estado_al": "2026-04-01"}, date(2026, 3, 31)),
    ],
)
def test_an_adherent_is_uncertified_once_the_agreement_has_ended(keys, last_day_running):
    """The last day of an agreement still counts; the day after it the adherent is uncertified."""
    element, agreement = an_element(sample.adhesion()), an_agreement(**keys)

    assert the_state(element, last_day_running, agreement) == "adherido"
    assert the_state(element, last_day_running + timedelta(days=1), agreement) == "sin_certificar"


# Companies.


def summary(*elements: sample.Keys, day: date = sample.DAY) -> str:
    company: Company = sample.model(Company, sample.company(*elements))
    return status.company_summary(company, day).text


def test_a_company_is_a_count_and_never_one_word():
    """The sum counts elements in force among those that adhere or are in force."""
    elements = [
        sample.element(sample.adhesion(sample.certificate()), id="a"),
        sample.element(sample.adhesion(), id="b"),
        sample.element(sample.adhesion(retiro={"fecha": "2024-01-01"}), id="c"),
        sample.element(id="d"),
    ]

    assert summary(*elements) == "1 de 2 instalaciones con certificado vigente"


def test_a_certificate_in_force_counts_after_a_withdrawal():
    """An element that left but is certified still counts, above and below the line."""
    left = sample.adhesion(sample.certificate(), retiro={"fecha": "2026-01-01"})

    assert summary(sample.element(left)) == "1 de 1 instalaciones con certificado vigente"


def test_elements_that_are_not_all_plants_are_called_elements():
    """A lorry among the plants makes them elements."""
    plant = sample.element(sample.adhesion(), id="a")
    lorry = sample.element(sample.adhesion(), id="b", alcance="maquinaria")

    assert summary(plant, lorry) == "0 de 2 elementos con certificado vigente"


# Seals.


def seal_on(day: date, certificate: Certificate | None = None, **keys: object) -> str:
    seal: Seal = sample.model(Seal, sample.seal(**keys))
    found = status.seal_status(seal, [certificate or a_certificate()], day)
    return found.reason or found.state


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 1, 31), "aun_no_rige"),
        (date(2025, 2, 1), "vigente"),
        (date(2028, 1, 10), "vigente"),
        (date(2028, 1, 11), "vencido"),
    ],
)
def test_a_seal_holds_on_both_ends_of_its_contract(day, expected):
    """The first and the last day of a contract count."""
    assert seal_on(day) == expected


def test_a_seal_ends_with_its_contract_on_the_day_of_its_end():
    """`termino` holds from its date on."""
    ended = {"termino": {"fecha": "2026-05-01"}}

    assert seal_on(date(2026, 4, 30), **ended) == "vigente"
    assert seal_on(date(2026, 5, 1), **ended) == "contrato_terminado"


def test_a_seal_needs_a_certificate_in_force():
    """While its only certificate is suspended, a seal does not hold."""
    suspended = a_certificate(suspensiones=[{"desde": "2026-03-01", "hasta": "2026-03-31"}])

    assert seal_on(date(2026, 3, 31), suspended) == "sin_certificado_vigente"
    assert seal_on(date(2026, 4, 1), suspended) == "vigente"


@given(certificates(), DAYS)
def test_a_seal_never_outlives_its_certificates(held, day):
    """A seal is in force only if a certificate that it covers is."""
    seal = sample.model(Seal, sample.seal(desde="2020-01-01", hasta="2033-01-01"))

    found = status.seal_status(seal, [held], day)

    assert found.in_force == status.certificate_status(held, day).in_force
