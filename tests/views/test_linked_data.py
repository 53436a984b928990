"""Records as nodes of the schema.org vocabulary."""

from datetime import date
from typing import Any

import pytest

from generator.registry import Registry
from generator.views.linked_data import ACTIVE, INACTIVE, company_nodes, seal_nodes
from generator.views.linked_data import certificate_nodes as of_certificate
from generator.views.linked_site import agreement_nodes, site_nodes
from generator.views.page import Node, Site
from tests import sample

HOME = "https://x.example/"
SITE = Site(HOME, sample.DAY)


def held(**keys: Any) -> Registry:
    """A company with one certificate of these keys."""
    return sample.published(
        sample.company(sample.element(sample.adhesion(sample.certificate(**keys))))
    )


def certificate_node(registry: Registry, site: Site = SITE) -> Node:
    return of_certificate(registry, registry.certificates["ABCD-EFGG"], site)[0]


@pytest.mark.parametrize(
    ("day", "keys", "status"),
    [
        (sample.DAY, {}, ACTIVE),
        (date(2028, 1, 10), {}, ACTIVE),
        (date(2028, 1, 11), {}, INACTIVE),
        (date(2024, 12, 31), {}, INACTIVE),
        (sample.DAY, {"suspensiones": [{"desde": "2026-01-01"}]}, INACTIVE),
        (sample.DAY, {"anulacion": {"fecha": "2026-11-23"}}, INACTIVE),
    ],
)
def test_only_what_holds_is_active(day: date, keys: dict[str, Any], status: str) -> None:
    """The vocabulary has two states; a suspended certificate must not read as one that holds."""
    node = certificate_node(held(**keys), Site(HOME, day))

    assert node["certificationStatus"] == status
    assert node["sdDatePublished"] == day.isoformat()


def test_a_certificate_says_what_it_is_of_and_from_when_to_when() -> None:
    """Code, official number, days and issuer are those of the record; `about` is the plant."""
    registry = held(numero_oficial="APL-7")
    node, plant, owner = of_certificate(registry, registry.certificates["ABCD-EFGG"], SITE)

    assert node["certificationIdentification"] == ["ABCD-EFGG", "APL-7"]
    assert (node["validFrom"], node["expires"]) == ("2025-01-10", "2028-01-10")
    assert node["about"] == {"@id": plant["@id"]} == {"@id": f"{HOME}empresas/empresa/#planta"}
    assert node["isBasedOn"] == f"{HOME}acuerdos/acuerdo/"
    assert plant["address"]["addressLocality"] == "Talca"  # type: ignore[index]
    assert (owner["name"], owner["taxID"]) == ("Conservas Inventadas SpA", "99900001-0")


def test_a_company_lists_its_plants_with_their_certificates() -> None:
    """The certificate hangs on the plant, never on the company."""
    registry = held()
    company, plant = company_nodes(registry, sample.only_company(registry), SITE)

    assert company["location"] == [{"@id": plant["@id"]}]
    assert "hasCertification" not in company
    assert [one["url"] for one in plant["hasCertification"]] == [f"{HOME}v/ABCDEFGG/"]  # type: ignore[attr-defined]


def test_what_is_certified_as_a_whole_is_the_company() -> None:
    """The certificate of an organisation is the company's own."""
    adhesion = sample.adhesion(sample.certificate())
    element = sample.element(adhesion, alcance="organizacion")
    registry = sample.published(sample.company(element))
    (company,) = company_nodes(registry, sample.only_company(registry), SITE)

    assert len(company["hasCertification"]) == 1  # type: ignore[arg-type]
    assert certificate_node(registry)["about"] == {"@id": company["@id"]}


CONSENT = {"fecha": "2025-01-01", "documento": "x", "campos": ["nombre", "rut"]}


@pytest.mark.parametrize(
    "holder",
    [
        sample.person(sample.element(sample.adhesion(sample.certificate()))),
        sample.person(
            sample.element(sample.adhesion(sample.certificate())),
            rut="12345678-5",
            consentimiento=CONSENT,
        ),
        sample.company(sample.element(sample.adhesion(sample.certificate())), ejemplo=True),
    ],
    ids=["person", "consenting person", "example"],
)
def test_nothing_is_told_of_persons_nor_of_what_is_fictional(holder: sample.Keys) -> None:
    """No page of theirs has a node: neither of the holder, nor of its certificate or seal."""
    registry = sample.published(
        {"empresa": holder}, seals={"s": sample.seal(ejemplo=holder.get("ejemplo", False))}
    )
    (seal,) = registry.seals.values()

    assert company_nodes(registry, sample.only_company(registry), SITE) == ()
    assert of_certificate(registry, registry.certificates["ABCD-EFGG"], SITE) == ()
    assert seal_nodes(registry, seal, SITE, holds=True) == ()


def test_a_seal_rests_on_its_certificates() -> None:
    """It names the certificates that carry it, and whose it is."""
    adhesion = sample.adhesion(sample.certificate())
    registry = sample.published(
        {"empresa": sample.company(sample.element(adhesion))}, seals={"s": sample.seal()}
    )
    (entry,) = registry.seals.values()
    node, holder = seal_nodes(registry, entry, SITE, holds=False)

    assert node["certificationStatus"] == INACTIVE
    assert node["isBasedOn"] == [f"{HOME}v/ABCDEFGG/"]
    assert node["about"] == {"@id": holder["@id"]}


def test_only_real_agreements_are_told() -> None:
    """An agreement made up for demonstration is none for machines."""
    keys = {"real": sample.agreement(), "ficticio": sample.agreement(ejemplo=True)}
    registry = sample.published(agreements=keys)
    told = {id: agreement_nodes(registry, one, SITE) for id, one in registry.agreements.items()}

    assert told["ficticio"] == ()
    assert [one["name"] for one in told["real"]] == ["Acuerdo de Producción Limpia de Prueba"]


def test_data_that_hold_examples_say_so() -> None:
    """Whoever finds the tables elsewhere learns that they are not all real."""
    real, mixed = sample.published(), sample.published(sample.company(ejemplo=True))
    words = [site_nodes(one, SITE)["datos/"][0]["description"] for one in (real, mixed)]

    assert ["ejemplo" in str(one) for one in words] == [False, True]
    assert site_nodes(real, Site("", sample.DAY)) == {}
