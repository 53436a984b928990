"""Expectations of what happened when."""

from datetime import date

import pytest

from generator import timeline
from generator.registry import Registry
from tests import sample
from tests.sample import DAY, adhesion, agreement, certificate, company, element, published, seal


def happened(whole: Registry, day: date = DAY) -> list[tuple[str, str]]:
    """Kinds and days of the only company's events, earliest first."""
    entry = sample.only_company(whole)
    found = timeline.latest_first(timeline.company_events(whole, entry), day)
    return [(one.kind, one.day.isoformat()) for one in reversed(found)]


def _latest(whole: Registry) -> list[timeline.Event]:
    entry = sample.only_company(whole)
    return timeline.latest_first(timeline.company_events(whole, entry), DAY)


def test_a_certificate_is_granted_suspended_lifted_and_expires():
    """Each step has its day: a suspension is lifted, and a certificate expires, the day after."""
    held = certificate(
        fecha="2023-06-01",
        vigente_hasta="2026-06-01",
        suspensiones=[{"desde": "2024-01-01", "hasta": "2024-02-29", "motivo": "Revisión"}],
    )

    assert happened(published(company(element(adhesion(held))))) == [
        ("adhesion", "2023-05-02"),
        ("certificado", "2023-06-01"),
        ("suspendido", "2024-01-01"),
        ("suspension_terminada", "2024-03-01"),
        ("vencido", "2026-06-02"),
    ]


def test_an_annulled_certificate_does_not_expire():
    """After an annulment nothing more happens to a certificate."""
    held = certificate(
        anulacion={"fecha": "2026-03-01"},
        suspensiones=[{"desde": "2026-02-01"}, {"desde": "2026-05-01"}],
    )

    assert happened(published(company(element(adhesion(held)))), date(2030, 1, 1)) == [
        ("adhesion", "2023-05-02"),
        ("certificado", "2025-01-10"),
        ("suspendido", "2026-02-01"),
        ("anulado", "2026-03-01"),
    ]


def test_renewals_withdrawals_and_corrections_are_told():
    """A certificate that names the earlier one renews it."""
    old = certificate(fecha="2023-06-01", vigente_hasta="2026-06-01")
    new = certificate("2345-6789", fecha="2026-05-01", renueva="ABCD-EFGG")
    correction = {
        "fecha": "2026-07-01",
        "campo": "comuna",
        "decia": "Talca",
        "dice": "Maule",
        "motivo": "Error de tipeo",
    }
    whole = published(
        company(
            element(adhesion(old, new, retiro={"fecha": "2026-08-01", "motivo": "Cierre"})),
            correcciones=[correction],
        )
    )

    assert [kind for kind, _ in happened(whole)] == [
        "adhesion",
        "certificado",
        "renovado",
        "vencido",
        "correccion",
        "retiro",
    ]


@pytest.mark.parametrize(
    ("keys", "kinds"),
    [
        ({"hasta": "2026-01-01"}, ["sello", "sello_vencido"]),
        ({"termino": {"fecha": "2026-01-01", "motivo": "Acuerdo"}}, ["sello", "sello_terminado"]),
        ({}, ["sello"]),
    ],
)
def test_a_seal_is_granted_and_ends(keys, kinds):
    """A contract that ended before its time did not run out."""
    whole = published(company(), seals={"s": seal(**keys)})

    assert [kind for kind, _ in happened(whole)] == kinds


def test_only_what_happened_by_the_day_is_told():
    """What lies ahead of the day is no event."""
    whole = published(company(element(adhesion(certificate()))))

    assert happened(whole, date(2025, 1, 9)) == [("adhesion", "2023-05-02")]


def test_a_sentence_says_what_happened_to_whom():
    """Names, codes, days and reasons stand in one plain sentence."""
    held = certificate(suspensiones=[{"desde": "2026-01-01", "motivo": "falta un informe"}])
    whole = published(company(element(adhesion(held))))

    latest, granted, adhered = _latest(whole)

    assert latest.sentence == (
        "Se suspendió el certificado ABCD-EFGG de la instalación Planta Talca. "
        "Motivo: falta un informe."
    )
    assert granted.sentence == (
        "La instalación Planta Talca obtuvo el certificado ABCD-EFGG, vigente hasta el 10 de enero "
        "de 2028."
    )
    assert adhered.sentence == (
        "La instalación Planta Talca adhirió al Acuerdo de Producción Limpia de Prueba."
    )
    assert (granted.code, granted.id, granted.element_id) == ("ABCD-EFGG", "empresa", "planta")


def test_the_whole_register_tells_signatures_and_withdrawn_records():
    """Latest first: what was signed, and that a record was withdrawn without saying whose."""
    whole = published(
        company(baja={"fecha": "2026-01-02", "motivo": "privacidad"}),
        agreements={"acuerdo": agreement(fechas={"firma": "2016-09"})},
    )

    gone, signed = timeline.latest_first(timeline.events(whole), DAY)

    assert (gone.kind, gone.sentence) == ("baja", "Se retiró una ficha del registro.")
    assert (signed.kind, str(signed.when)) == ("firma", "2016-09")


def test_an_event_says_which_elements_and_agreements_it_concerns():
    """A seal concerns what its certificates do, a correction all that its company has."""
    other = adhesion(acuerdo="antes", fecha="2024-01-01")
    correction = {"fecha": "2026-07-01", "campo": "comuna", "motivo": "Error"}
    plants = [element(adhesion(certificate())), element(other, id="bodega"), element(id="huerto")]
    whole = published(
        company(*plants, correcciones=[correction]),
        agreements={"acuerdo": agreement(), "otro": agreement(ids_anteriores=["antes"])},
        seals={"s": seal()},
    )

    found = timeline.company_events(whole, sample.only_company(whole))
    reach = {one.kind: one.reach for one in found if one.element_id != "bodega"}

    planta, bodega, huerto = ("planta", "acuerdo"), ("bodega", "otro"), ("huerto", "")
    assert reach["certificado"] == reach["sello"] == (planta,)
    assert reach["correccion"] == (planta, bodega, huerto)
    assert {one.reach for one in found if one.element_id == "bodega"} == {(bodega,)}


def test_marks_tell_events_of_a_kind_apart():
    """Two suspensions of a certificate, or two corrections of a record, have names of their own."""
    pauses = [{"desde": "2026-01-01", "hasta": "2026-02-01"}, {"desde": "2026-05-01"}]
    corrections = [{"fecha": "2026-07-01", "campo": "comuna", "motivo": "Error"}] * 2
    whole = published(
        company(element(adhesion(certificate(suspensiones=pauses))), correcciones=corrections)
    )

    found = timeline.company_events(whole, sample.only_company(whole))
    names = [(one.kind, one.code, one.mark) for one in found]

    assert len(set(names)) == len(names)
    assert {one.mark for one in found if one.kind == "correccion"} == {"1", "2"}


def test_a_correction_without_a_former_value_says_so():
    """What the record did not say before, or no longer says, is no «None»."""
    correction = {"fecha": "2026-07-01", "campo": "comuna", "dice": "07101", "motivo": "Faltaba"}
    whole = published(company(correcciones=[correction]))

    told = _latest(whole)[0].sentence

    assert "no decía nada, dice «07101»." in told


def test_a_product_contracts_and_a_key_goes_by_its_title():
    """`del producto …`, and `Razón social` where a correction names its key."""
    product = company(
        element(
            adhesion(certificate(anulacion={"fecha": "2026-03-01"})),
            alcance="producto",
            nombre="Pan",
        ),
        correcciones=[
            {
                "fecha": "2026-04-01",
                "campo": "razon_social",
                "decia": "A",
                "dice": "B",
                "motivo": "error",
            }
        ],
    )
    held = seal(
        titular={"empresa": "empresa", "elemento": "planta"}, termino={"fecha": "2026-03-02"}
    )

    said = " ".join(one.sentence for one in timeline.events(published(product, seals={"s": held})))

    assert "Se anuló el certificado ABCD-EFGG del producto Pan." in said
    assert "del sello 2345-6789 del producto Pan, de Conservas Inventadas SpA." in said
    assert "Se corrigió «Razón social» en la ficha de Conservas Inventadas SpA" in said
    assert "de el producto" not in said
