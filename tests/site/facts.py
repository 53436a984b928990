"""A registry's YAML → what the site must say of it, read and counted without the generator."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

COLLECTIONS = ("acuerdos", "empresas", "sellos", "programas", "preinversion", "estadisticas")
REGIONS = {
    "15": "arica-y-parinacota",
    "01": "tarapaca",
    "02": "antofagasta",
    "03": "atacama",
    "04": "coquimbo",
    "05": "valparaiso",
    "13": "metropolitana",
    "06": "ohiggins",
    "07": "maule",
    "16": "nuble",
    "08": "biobio",
    "09": "la-araucania",
    "14": "los-rios",
    "10": "los-lagos",
    "11": "aysen",
    "12": "magallanes",
}
"""The addresses of the regions' pages, by code, from the north."""
FOREVER = "9999-12-31"

Mapping = dict[str, Any]


def read(path: Path) -> Mapping:
    """A record as text; days in ISO form sort as they follow one another."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


@dataclass(frozen=True)
class Certificate:
    """A public certificate with the element and company that hold it."""

    company: str
    element: Mapping
    adhesion: Mapping
    facts: Mapping

    @property
    def code(self) -> str:
        """Its code, as written in an address."""
        return str(self.facts["codigo"]).replace("-", "")

    def state(self, day: str) -> str:
        """Its state on a day, by the words of the data model."""
        if day < self.facts["fecha"]:
            return "futuro"
        if "anulacion" in self.facts and self.facts["anulacion"]["fecha"] <= day:
            return "anulado"
        if day > self.facts["vigente_hasta"]:
            return "vencido"
        for one in self.facts.get("suspensiones", []):
            if one["desde"] <= day <= one.get("hasta", FOREVER):
                return "suspendido"
        return "vigente"


def _is_public(element: Mapping) -> bool:
    """Whether anything of it may be seen: not where all its adhesions wait or were refused."""
    states = [one["estado"] for one in element.get("adhesiones", [])]
    return not states or "aceptada" in states


@dataclass(frozen=True)
class Facts:
    """What a registry publishes on a day."""

    folder: Path
    day: date
    demonstration: bool = True

    @cached_property
    def today(self) -> str:
        """The day in ISO form."""
        return self.day.isoformat()

    @cached_property
    def records(self) -> dict[str, dict[str, Mapping]]:
        """Every published record that is not withdrawn, by collection and id."""
        return {name: dict(self._living(name)) for name in COLLECTIONS}

    def _living(self, collection: str) -> Iterator[tuple[str, Mapping]]:
        for path in sorted((self.folder / collection).rglob("*.yaml")):
            record = read(path)
            hidden = record.get("borrador") == "true" or "baja" in record
            if hidden or (not self.demonstration and record.get("ejemplo") == "true"):
                continue
            if collection == "empresas":
                record["elementos"] = [one for one in record["elementos"] if _is_public(one)]
            if record.get("elementos", True):
                yield path.stem, record

    def accepted(self) -> Iterator[tuple[str, Mapping, Mapping]]:
        """Company id, element and accepted adhesion."""
        for company, record in self.records["empresas"].items():
            for element in record["elementos"]:
                for adhesion in element.get("adhesiones", []):
                    if adhesion["estado"] == "aceptada":
                        yield company, element, adhesion

    @cached_property
    def certificates(self) -> list[Certificate]:
        """Every certificate that anyone may see."""
        return [
            Certificate(company, element, adhesion, one)
            for company, element, adhesion in self.accepted()
            for one in adhesion.get("certificados", [])
        ]

    @cached_property
    def in_force(self) -> list[Certificate]:
        """The certificates in force."""
        return [one for one in self.certificates if one.state(self.today) == "vigente"]

    @cached_property
    def certified_elements(self) -> set[tuple[str, str]]:
        """The elements with a certificate in force, as company and element ids."""
        return {(one.company, str(one.element["id"])) for one in self.in_force}

    @cached_property
    def certified_plants(self) -> set[tuple[str, str]]:
        """Those of them that are establishments."""
        return {
            (one.company, str(one.element["id"]))
            for one in self.in_force
            if one.element["alcance"] == "establecimiento"
        }

    @cached_property
    def seals_in_force(self) -> list[str]:
        """The ids of the seals that may be used."""
        valid = {one.facts["codigo"] for one in self.in_force}
        return [
            id
            for id, seal in self.records["sellos"].items()
            if seal["desde"] <= self.today <= seal["hasta"]
            and not ("termino" in seal and seal["termino"]["fecha"] <= self.today)
            and valid & set(seal["certificados"])
        ]

    @cached_property
    def codes(self) -> set[str]:
        """Every public code, as written in an address."""
        seals = {str(one["codigo"]).replace("-", "") for one in self.records["sellos"].values()}
        return seals | {one.code for one in self.certificates}

    def company_count(self, company: str) -> tuple[int, int]:
        """Elements with a certificate in force, and those that count, of a company."""
        certified = {element for owner, element in self.certified_elements if owner == company}
        adhering = {
            str(element["id"])
            for owner, element, adhesion in self.accepted()
            if owner == company
            and adhesion["fecha"] <= self.today
            and not ("retiro" in adhesion and adhesion["retiro"]["fecha"] <= self.today)
        }
        return len(certified), len(certified | adhering)
