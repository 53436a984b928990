"""A registry's facts → questions that people would ask of its site, with what they look for."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from tests.site.facts import Certificate, Facts

SUFFIX = re.compile(r"\s+(SpA|Ltda\.?|S\.A\.|E\.I\.R\.L\.)$")


def bare(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def mistyped(word: str) -> str:
    """The word with two letters in its middle swapped."""
    middle = len(word) // 2
    while word[middle] == word[middle + 1]:
        middle += 1
    return f"{word[:middle]}{word[middle + 1]}{word[middle]}{word[middle + 2 :]}"


@dataclass(frozen=True, slots=True)
class AskedCompany:
    """A company whose legal name has letters that many keyboards lack."""

    id: str
    legal_name: str
    rut: str

    @property
    def name(self) -> str:
        """The legal name without its legal suffix."""
        return SUFFIX.sub("", self.legal_name)


def accented_company(facts: Facts) -> AskedCompany:
    """A company with an ñ or accent, a legal suffix, and a long word of its own."""
    return next(
        AskedCompany(id, record["razon_social"], record["rut"])
        for id, record in facts.records["empresas"].items()
        if record["tipo"] == "persona_juridica"
        and bare(record["razon_social"]) != record["razon_social"].casefold()
        and SUFFIX.search(record["razon_social"])
    )


def writings_of_rut(rut: str) -> list[str]:
    """The ways in which people type a RUT."""
    body, digit = rut.split("-")
    dotted = f"{int(body):,}".replace(",", ".")
    return [rut, f"{dotted}-{digit}", f"{body}{digit}".lower(), f"{dotted} {digit}"]


def writings_of_code(code: str) -> list[str]:
    """The ways in which people type a code (given without dash)."""
    loose = code.replace("0", "O").replace("1", "l")
    return [f"{code[:4]}-{code[4:]}", code.lower(), f"{code[:4]} {code[4:]}", loose]


def slipped(code: str) -> str:
    """The code with its last symbol wrong, written with dash."""
    other = "2" if code[-1] != "2" else "3"
    return f"{code[:4]}-{code[4:-1]}{other}"


def lasting_certificate(facts: Facts) -> Certificate:
    """The certificate in force that lasts longest."""
    return max(facts.in_force, key=lambda one: one.facts["vigente_hasta"])


def expiring_certificate(facts: Facts) -> Certificate:
    """The certificate in force that ends first after tomorrow."""
    soon = (facts.day + timedelta(days=2)).isoformat()
    left = [one for one in facts.in_force if one.facts["vigente_hasta"] >= soon]
    return min(left, key=lambda one: one.facts["vigente_hasta"])


def ended_certificate(facts: Facts, state: str) -> Certificate:
    """A certificate in another state on the day of the data."""
    return next(one for one in facts.certificates if one.state(facts.today) == state)
