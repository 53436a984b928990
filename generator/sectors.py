"""Turns CIIU4.CL codes into the sections and divisions of Chile's economic classification.

A code is a section's letter, or 2 to 6 digits whose first two are a division (INE, CIIU4.CL 2012:
21 sections and 89 divisions; division 04, copper, is Chile's own). Longer codes are checked and
named by their division only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator import data

_DIGITS = re.compile(r"[0-9]{2,6}")


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its letter and title."""

    code: str
    title: str

    @property
    def slug(self) -> str:
        """Its part of an address: the letter in lower case."""
        return self.code.lower()


@dataclass(frozen=True, slots=True)
class Division:
    """A division: two digits, its title and its section's letter."""

    code: str
    title: str
    section: str

    @property
    def slug(self) -> str:
        """Its part of an address: the two digits."""
        return self.code


@cache
def sections() -> Mapping[str, Section]:
    """The 21 sections by letter, in order."""
    rows = filter(_is_section, _rows())
    return MappingProxyType({row["codigo"]: Section(row["codigo"], row["titulo"]) for row in rows})


@cache
def divisions() -> Mapping[str, Division]:
    """The 89 divisions by their two digits, in order."""
    return MappingProxyType(
        {
            row["codigo"]: Division(row["codigo"], row["titulo"], row["seccion"])
            for row in _rows()
            if not _is_section(row)
        }
    )


@cache
def _rows() -> list[dict[str, str]]:
    return data.rows("ciiu.csv")


def _is_section(row: dict[str, str]) -> bool:
    return not row["seccion"]


def is_valid(code: str) -> bool:
    """Whether a record may hold `code`: a capital letter A to U, or 2 to 6 digits of a division."""
    return code in sections() or division_of(code) is not None


def division_of(code: str) -> Division | None:
    """The division of a code of 2 to 6 digits; None for a letter or a code that is not valid."""
    return divisions().get(code[:2]) if _DIGITS.fullmatch(code) else None


def section_of(code: str) -> Section | None:
    """The section of a letter or of a code of digits; None where the code is not valid."""
    division = division_of(code)
    return sections().get(division.section if division else code)


def label(code: str) -> str:
    """The title of the code's division or section; a code that is not valid comes back as it is."""
    named = division_of(code) or section_of(code)
    return named.title if named else code


def slug(code: str) -> str | None:
    """The part of an address that lists this code's division or section: `11`, `a`."""
    named = division_of(code) or section_of(code)
    return named.slug if named else None


def mend(code: str) -> str | None:
    """The code with the leading zero it lost (`4000` → `04000`), where only that makes it valid.

    None for a code that is valid as written: `1102` may be meant, division 11 exists.
    """
    return f"0{code}" if not is_valid(code) and is_valid(f"0{code}") else None
