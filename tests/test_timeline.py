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
    found = timeline.company_events(whole, entry, day)
    return [(one.kind, one.day.isoformat()) for one in reversed(found)]


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

    latest, granted, adhered = timeline.company_events(whole, sample.only_company(whole), DAY)

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

    gone, signed = timeline.events(whole, DAY)

    assert (gone.kind, gone.sentence) == ("baja", "Se retiró una ficha del registro.")
    assert (signed.kind, str(signed.when)) == ("firma", "2016-09")


def test_an_agreement_tells_of_its_adherents_only():
    """The events of an agreement are its own and those in it."""
    other = adhesion(acuerdo="otro", fecha="2024-01-01")
    whole = published(
        company(element(adhesion(certificate()), other)),
        agreements={"acuerdo": agreement(), "otro": agreement()},
    )

    found = timeline.agreement_events(whole, whole.agreements["acuerdo"], DAY)
    of_one = timeline.certificate_events(whole, whole.certificates["ABCD-EFGG"], DAY)
    of_element = timeline.element_events(
        whole,
        whole.companies["empresa"],
        whole.companies["empresa"].record.elements[0],
        DAY,
    )

    assert [one.kind for one in found] == ["certificado", "adhesion"]
    assert [one.kind for one in of_one] == ["certificado"]
    assert [one.kind for one in of_element] == ["certificado", "adhesion", "adhesion"]


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

    said = " ".join(
        one.sentence for one in timeline.events(published(product, seals={"s": held}), DAY)
    )

    assert "Se anuló el certificado ABCD-EFGG del producto Pan." in said
    assert "del sello 2345-6789 del producto Pan, de Conservas Inventadas SpA." in said
    assert "Se corrigió «Razón social» en la ficha de Conservas Inventadas SpA" in said
    assert "de el producto" not in said
