"""Expectations of the parts that the verify page loads."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import rut
from generator.registry import Registry
from generator.render.verification import FOLDER, GLOBAL, facts, file
from generator.render.verified_keys import as_json, part_of
from tests.sample import DAY, adhesion, certificate, company, element, person, published, seal

PERSON_RUT = "12345678-5"


@pytest.fixture(scope="module")
def register() -> Registry:
    """Three hundred companies, a nameless person with much to withhold, and a withdrawn company."""
    many = {
        f"empresa-{n}": company(
            razon_social=f"Ñandú {n} SpA", rut=f"{99_900_000 + n}-{rut.check_digit(99_900_000 + n)}"
        )
        for n in range(1, 301)
    }
    held = adhesion(certificate(numero_oficial="APL Nº 1"))
    private = person(
        element(held, direccion="Las Acacias 77", nombre="Huerto de Juana Peñafiel"),
        rut=PERSON_RUT,
        marcas=["Mermeladas Pehuén"],
        sitio_web="https://juanapenafiel.example",
        consentimiento={"fecha": "2026-01-01", "documento": "Acta", "campos": ["ubicacion"]},
    )
    gone = company(
        element(adhesion(certificate("1WDV-95DW"))),
        razon_social="Secreta Ltda.",
        rut="99800001-7",
        baja={"fecha": "2026-01-02", "motivo": "privacidad"},
    )
    seals = {"sello": seal(titular={"empresa": "productor-x1"})}
    return published({**many, "productor-x1": private, "ida": gone}, seals=seals)


def all_parts(register: Registry) -> Mapping[str, Any]:
    return facts(register, DAY)


def test_the_index_comes_first_and_names_every_part(register):
    """The index tells how many parts there are, and a hash of each."""
    parts = dict(all_parts(register))
    index = parts.pop("indice")

    assert next(iter(all_parts(register))) == "indice"
    assert set(index["partes"]) == set(parts)
    assert (index["dia"], index["pronto"], index["confianza"]) == ("2026-11-23", 90, 7)


def test_every_company_stands_in_the_part_of_its_id(register):
    """Where the browser looks for a company, there it is."""
    parts = all_parts(register)
    count = parts["indice"]["empresas"]

    assert count > 1
    for id in register.companies:
        assert parts[f"empresas/{part_of(id, count)}"]["e"][id]["i"] == id


def test_parts_stay_small(register):
    """A look-up by code takes the index, one part of keys and one of companies."""
    sizes = [
        len(one["e"]) for name, one in all_parts(register).items() if name.startswith("empresas/")
    ]

    assert max(sizes) < 256


def test_what_privacy_withholds_is_in_no_part(register):
    """Neither name, RUT, street nor site of a person, nor anything of a withdrawn company."""
    everything = json.dumps(all_parts(register), ensure_ascii=False)

    for secret in ("Juana", "Peñafiel", "penafiel", "Pehu", "pehu", "12345678", "Acacias"):
        assert secret not in everything
    for secret in ("Secreta", "secreta", "99800001"):
        assert secret not in everything
    assert "c:ABCDEFGG" in everything
    assert "c:1WDV95DW" in everything


def test_parts_do_not_change_with_the_day(register):
    """A new day changes the index alone, so that caches keep the rest."""
    today, later = dict(facts(register, DAY)), dict(facts(register, DAY.replace(day=30)))

    assert today.pop("indice") != later.pop("indice")
    assert today == later


@pytest.mark.parametrize("offline", [False, True])
def test_a_site_without_a_server_gets_scripts(register, offline):
    """Opened as a folder, a part is a script that puts itself where the page finds it."""
    parts = facts(register, DAY).items()
    written = dict(file(name, as_json(part), offline=offline) for name, part in parts)
    name = f"{FOLDER}/indice.{'js' if offline else 'json'}"
    text = written[name].decode()

    assert all(one.startswith(f"{FOLDER}/") for one in written)
    if offline:
        start = f'(self.{GLOBAL}=self.{GLOBAL}||{{}})["indice"]='
        assert text.startswith(start)
        text = text.removeprefix(start).removesuffix(";\n")
    assert json.loads(text)["dia"] == "2026-11-23"


@given(st.text(max_size=20), st.integers(1, 999))
def test_any_key_has_a_part(key, parts):
    """Whatever a key holds, it falls into one of the parts."""
    assert 0 <= part_of(key, parts) < parts


def test_an_empty_register_has_parts_too():
    """A page that asks a register without records gets an answer, not an error."""
    parts = facts(published(agreements={}), DAY)

    assert parts["indice"]["listas"] == [["", "sin_nomina", "", "sin_nomina", "", 1, 0]]
    assert parts["claves/0"] == {}
