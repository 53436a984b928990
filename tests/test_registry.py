"""Expectations of what is published, and how it is found."""

from datetime import date

import pytest

from generator.load import Entry
from generator.model.programme import Programme
from tests import sample
from tests.sample import adhesion, certificate, company, element, published, seal


def withdrawn(reason: str, **keys: object) -> sample.Keys:
    return {"fecha": "2026-01-02", "motivo": reason, **keys}


def test_a_draft_enters_nothing():
    """Neither a draft nor what adheres to a draft agreement is published."""
    whole = published(
        {
            "a": company(element(adhesion(certificate()))),
            "b": company(rut="99900002-9", borrador=True),
        },
        agreements={"acuerdo": sample.agreement(borrador=True)},
    )

    assert not whole.companies
    assert not whole.agreements
    assert not whole.certificates


@pytest.mark.parametrize(("demonstration", "count"), [("true", 1), ("false", 0)])
def test_examples_exist_in_demonstration_only(demonstration, count):
    """Out of demonstration an example is as if it did not exist, in every index."""
    whole = published(
        company(element(adhesion(certificate())), ejemplo=True),
        seals={"sello": seal(ejemplo=True)},
        settings={"demostracion": demonstration},
    )

    for index in (
        whole.companies,
        whole.certificates,
        whole.seals,
        whole.seals_by_code,
        whole.ruts,
    ):
        assert len(index) == count


@pytest.mark.parametrize("state", ["pendiente", "observada", "rechazada"])
def test_adhesions_that_are_not_accepted_are_only_counted(state):
    """Nothing but their number per agreement is left of them."""
    both = element(adhesion(), adhesion(estado=state, acuerdo="otro"))
    whole = published(company(both, element(adhesion(estado=state), id="secreta")))
    (shown,) = sample.only_company(whole).record.elements

    assert [one.agreement_id for one in shown.adhesions] == ["acuerdo"]
    assert whole.not_accepted == {"acuerdo": {state: 1}, "otro": {state: 1}}


@pytest.mark.parametrize("state", ["pendiente", "observada", "rechazada"])
def test_a_company_that_only_waits_is_not_there(state):
    """Its page, its former ids and its RUT would tell of an adhesion that is not public."""
    waiting = company(element(adhesion(estado=state)), ids_anteriores=["antes"])
    whole = published({"espera": waiting})

    assert not whole.companies and not whole.ruts
    assert not whole.former["empresas"]
    assert whole.living("empresas", "antes") is None
    assert whole.not_accepted == {"acuerdo": {state: 1}}


def test_an_element_without_any_adhesion_stays():
    """Nothing is hidden where nothing was asked for."""
    whole = published(company(element(), element(adhesion(), id="otra")))

    assert len(sample.only_company(whole).record.elements) == 2


def test_a_company_in_a_programme_stays_without_its_hidden_elements():
    """That it takes part in a programme is public by itself."""
    keys = {"nombre": "Programa", "region": "07", "participantes": [{"empresa": "empresa"}]}
    programme = {"p": Entry("p", "programas/p.yaml", sample.model(Programme, keys))}
    whole = published(company(element(adhesion(estado="pendiente"))), programas=programme)

    assert sample.only_company(whole).record.elements == ()
    assert not whole.adherents


def test_audits_without_a_certificate_are_not_published():
    """A failed final audit stays out; audits that led to a certificate, or watch over it, stay."""
    audits = [
        {"tipo": "intermedia", "fecha": "2024-01-01"},
        {"tipo": "final", "fecha": "2024-12-01"},
        {"tipo": "mantencion", "fecha": "2025-12-01"},
        {"tipo": "final", "fecha": "2026-02-01", "aplican": 4, "cumplen": 3},
    ]
    with_one = published(company(element(adhesion(certificate(), auditorias=audits))))
    without = published(company(element(adhesion(auditorias=audits))))

    kinds = [a.kind for a in with_one.adherents["acuerdo"][0].adhesion.audits]
    assert kinds == ["intermedia", "final", "mantencion"]
    assert without.adherents["acuerdo"][0].adhesion.audits == ()


def test_a_certificate_is_found_with_its_chain():
    """From a code one reaches element, adhesion and company."""
    whole = published(company(element(adhesion(certificate()))), seals={"sello": seal()})

    found = whole.certificates["ABCD-EFGG"]

    assert (found.company.id, found.element.id) == ("empresa", "planta")
    assert found.certificate in found.adhesion.certificates
    assert whole.seals_by_code["2345-6789"] is whole.seals_by_certificate["ABCD-EFGG"][0]
    assert whole.seals_by_company["empresa"][0].record.code == "2345-6789"


def test_old_ruts_and_former_ids_lead_to_what_lives():
    """What a company was called before still finds it; so does where an element was before."""
    plant = element(ids_anteriores=["otra/planta-vieja"])
    former = [{"razon_social": "Otra Ltda.", "rut": "99900002-9"}]
    whole = published(company(plant, nombres_anteriores=former, ids_anteriores=["antes"]))

    assert whole.ruts == {"99900001-0": "empresa"}
    assert whole.former_ruts == {"99900002-9": "empresa"}
    assert whole.former["empresas"] == {"antes": "empresa"}
    assert whole.former_elements == {"otra/planta-vieja": ("empresa", "planta")}


def test_a_withdrawn_record_leaves_only_a_tombstone():
    """Of a withdrawn company there remain id, reason, day, and the codes that must answer."""
    gone = company(
        element(adhesion(certificate())),
        baja=withdrawn("privacidad"),
        ids_anteriores=["antes"],
    )
    whole = published(gone, seals={"sello": seal()})

    stone = whole.withdrawn["empresas", "empresa"]
    assert (stone.reason, stone.withdrawn_on, stone.heir) == ("privacidad", date(2026, 1, 2), None)
    assert stone.codes == ("2345-6789", "ABCD-EFGG")
    assert not whole.companies and not whole.certificates and not whole.seals and not whole.ruts
    assert set(whole.withdrawn_codes) == {"2345-6789", "ABCD-EFGG"}
    assert whole.former["empresas"] == {"antes": "empresa"}


def test_a_merged_record_leads_to_its_heir():
    """Codes that moved to the heir are its own; the merged id finds it, however often merged."""
    first = company(baja=withdrawn("fusion", en="segunda"))
    second = company(rut="99900002-9", baja=withdrawn("fusion", en="tercera"))
    heir = company(element(adhesion(certificate())), rut="99900003-7")
    whole = published({"primera": first, "segunda": second, "tercera": heir})

    living = whole.living("empresas", "primera")

    assert living is not None and living.id == "tercera"
    assert "ABCD-EFGG" in whole.certificates and not whole.withdrawn_codes


def test_mergers_in_a_circle_lead_nowhere():
    """Two records merged into each other are not followed for ever."""
    first = company(baja=withdrawn("fusion", en="segunda"))
    second = company(rut="99900002-9", baja=withdrawn("fusion", en="primera"))

    whole = published({"primera": first, "segunda": second})

    assert whole.living("empresas", "primera") is None


def test_a_programme_names_only_published_companies():
    """A withdrawn company is gone from the lists of others too."""
    programme = sample.model(
        Programme,
        {
            "nombre": "Programa",
            "region": "07",
            "participantes": [{"empresa": "empresa"}, {"empresa": "ida"}],
        },
    )
    whole = published(
        {"empresa": company(), "ida": company(rut="99900002-9", baja=withdrawn("privacidad"))},
        programas={"programa": Entry("programa", "programas/programa.yaml", programme)},
    )

    named = [one.company_id for one in whole.programmes["programa"].record.participants]
    assert named == ["empresa"]


def test_an_agreement_is_found_by_its_former_id():
    """An adhesion that still names the old id reaches the agreement."""
    whole = published(agreements={"nuevo": sample.agreement(ids_anteriores=["viejo"])})

    found = whole.agreement("viejo")

    assert found is whole.agreements["nuevo"].record
    assert whole.agreement("ninguno") is None


def test_settings_have_their_defaults():
    """A registry without `registro.yaml` is one with the defaults of the data model."""
    settings = published().settings

    assert (settings.character, settings.expiring_days, settings.trusted_days) == (
        "no_oficial",
        90,
        7,
    )
