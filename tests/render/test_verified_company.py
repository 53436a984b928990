"""Expectations of what the verify page knows of a company beside its facts."""

from typing import Any

from generator.registry import Registry
from generator.render.verified_company import verified_company
from tests.sample import (
    adhesion,
    agreement,
    certificate,
    company,
    element,
    only_company,
    person,
    published,
    seal,
)

MADE = {"fecha": "2026-03-01", "campo": "comuna", "decia": "Talca", "dice": "Maule"}
WHY = {"motivo": "Error de digitación"}


def known(register: Registry) -> Any:
    return verified_company(register, only_company(register))


def plant(**keys: Any) -> Any:
    return element(adhesion(certificate(**keys)))


def test_other_facts_have_another_identity():
    """A date, a seal or the agreement's end: whatever an answer rests on."""
    registers = [
        published(company(plant())),
        published(company(plant(vigente_hasta="2028-01-09"))),
        published(company(plant()), seals={"uno": seal()}),
        published(company(plant()), {"acuerdo": agreement(estado="terminado")}),
        published(company(plant(), razon_social="Otra SpA")),
    ]
    identities = {known(register)["y"] for register in registers}

    assert len(identities) == len(registers)
    assert all(len(one) == 12 for one in identities)


def test_what_is_withheld_is_no_part_of_it():
    """Nobody can try names or RUTs of a person against the identity of their record."""
    held = plant()
    some = published({"productor-x1": person(held, razon_social="Juana Peñafiel")})
    other = published({"productor-x1": person(held, razon_social="Otra Persona", rut="12345678-5")})

    assert known(some)["y"] == known(other)["y"]


def test_corrections_come_with_their_day_and_title():
    """Those of the company, and those of its seals with their code."""
    corrected = company(plant(), correcciones=[{**MADE, **WHY}])
    seals = {"uno": seal(correcciones=[{**MADE, **WHY, "campo": "hasta"}])}
    found = known(published(corrected, seals=seals))["o"]

    assert found[0] == ["2026-03-01", "Comuna", "Talca", "Maule"]
    assert found[1][1].endswith("del sello 2345-6789")


def test_a_record_without_corrections_has_no_list_of_them():
    """What is absent takes no room."""
    assert "o" not in known(published(company(plant())))
