"""Turns codes and names into the regions, provinces and comunas of Chile.

Codes are the official ones (CUT): 2 digits for a region, 3 for a province, 5 for a comuna.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generator import data
from generator.folding import close_matches, fold, slug

_MOST_SUGGESTIONS = 3
_EVERYDAY_SLUGS = {"05502": "la-calera"}
_REGION_ALIASES = {
    "06": ("Libertador General Bernardo O'Higgins", "Libertador Bernardo O'Higgins"),
    "08": ("Bío Bío", "Región del Bío Bío"),
    "09": ("Araucanía", "Región de la Araucanía"),
    "11": ("Aisén", "Región de Aysén", "Región de Aisén"),
    "12": ("Región de Magallanes",),
    "13": ("Región Metropolitana", "Metropolitana de Santiago"),
}
FORMER_NUBLE = {
    "08401": "16101",
    "08402": "16102",
    "08403": "16202",
    "08404": "16203",
    "08405": "16302",
    "08406": "16103",
    "08407": "16104",
    "08408": "16204",
    "08409": "16303",
    "08410": "16105",
    "08411": "16106",
    "08412": "16205",
    "08413": "16107",
    "08414": "16201",
    "08415": "16206",
    "08416": "16301",
    "08417": "16304",
    "08418": "16108",
    "08419": "16305",
    "08420": "16207",
    "08421": "16109",
}
"""The comunas of Ñuble under the codes they bore until September 2018, when it left Biobío."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `order` counts from 1 in the north, `slug` is its part of an address."""

    code: str
    name: str
    official_name: str
    iso: str
    order: int
    slug: str


@dataclass(frozen=True, slots=True)
class Province:
    """A province; `region` is the region's code."""

    code: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class Comuna:
    """A comuna; `province` and `region` are codes, `aliases` other spellings of its name."""

    code: str
    name: str
    province: str
    region: str
    aliases: tuple[str, ...]
    slug: str


@cache
def regions() -> tuple[Region, ...]:
    """The 16 regions from north to south."""
    found = (
        Region(
            row["cut"],
            row["nombre_corto"],
            row["nombre_oficial"],
            row["iso_3166_2"],
            int(row["orden_norte_sur"]),
            slug(row["nombre_corto"]),
        )
        for row in data.rows("regiones.csv")
    )
    return tuple(sorted(found, key=lambda region: region.order))


@cache
def provinces() -> Mapping[str, Province]:
    """The 56 provinces by code."""
    rows = data.rows("provincias.csv")
    return MappingProxyType(
        {row["cut"]: Province(row["cut"], row["nombre"], row["region_cut"]) for row in rows}
    )


@cache
def comunas() -> Mapping[str, Comuna]:
    """The 346 comunas by code, in the order of their codes."""
    return MappingProxyType({row["cut"]: _comuna(row) for row in data.rows("comunas.csv")})


def _comuna(row: dict[str, str]) -> Comuna:
    return Comuna(
        row["cut"],
        row["nombre"],
        row["provincia_cut"],
        row["region_cut"],
        tuple(alias for alias in row["alias"].split("|") if alias),
        _EVERYDAY_SLUGS.get(row["cut"], slug(row["nombre"])),
    )


def region(code: str) -> Region | None:
    """The region with this code."""
    return _regions_by_code().get(code)


def comuna(code: str) -> Comuna | None:
    """The comuna with this code, as it is today."""
    return comunas().get(code)


@cache
def _regions_by_code() -> Mapping[str, Region]:
    return {region.code: region for region in regions()}


@cache
def _region_codes_by_name() -> Mapping[str, str]:
    """Region codes by every folded name: short, official, Roman, and as people write it."""
    return {
        fold(name): row["cut"]
        for row in data.rows("regiones.csv")
        for name in (
            row["nombre_corto"],
            f"Región de {row['nombre_corto']}",
            row["nombre_oficial"],
            row["romano"],
            f"{row['romano']} Región",
            *_REGION_ALIASES.get(row["cut"], ()),
        )
    }


@cache
def comuna_codes_by_name() -> Mapping[str, str]:
    """Comuna codes by every folded name and alias."""
    return {
        fold(name): comuna.code
        for comuna in comunas().values()
        for name in (comuna.name, *comuna.aliases)
    }


def find_region(text: str) -> Region | None:
    """The region of this name (short, official, Roman), accents and case ignored, or code."""
    return region(text.strip()) or region(_region_codes_by_name().get(fold(text), ""))


def find_comuna(text: str) -> Comuna | None:
    """The comuna of this name or alias, accents and case ignored, or of this code.

    A code that `mend_comuna_code` mends counts too.
    """
    code = text.strip()
    return comuna(mend_comuna_code(code) or code) or comuna(
        comuna_codes_by_name().get(fold(text), "")
    )


def mend_comuna_code(text: str) -> str | None:
    """The right code for one that lost its zero (`7101`) or is of Ñuble before 2018 (`08401`).

    None where there is nothing to mend: a code that is right as written, or any other text.
    """
    code = f"0{text}" if len(text) == 4 else text
    code = FORMER_NUBLE.get(code, code)
    return code if code != text and code in comunas() else None


def suggest_comuna(text: str) -> list[Comuna]:
    """At most three comunas whose name or alias is close to `text`, the likeliest first.

    The right one alone where `text` is a name, an alias or a code that can be mended.
    """
    if exact := find_comuna(text):
        return [exact]
    codes = comuna_codes_by_name()
    near = (codes[name] for name in close_matches(text, codes, 2 * _MOST_SUGGESTIONS))
    return [comunas()[code] for code in list(dict.fromkeys(near))[:_MOST_SUGGESTIONS]]


def suggest_region(text: str) -> list[Region]:
    """At most three regions whose name is close to `text`, the likeliest first.

    The right one alone where `text` is a name, as in `find_region`.
    """
    if exact := find_region(text):
        return [exact]
    codes = {name: code for name, code in _region_codes_by_name().items() if len(name) > 4}
    near = (codes[name] for name in close_matches(text, codes, 4 * _MOST_SUGGESTIONS))
    return [_regions_by_code()[code] for code in list(dict.fromkeys(near))[:_MOST_SUGGESTIONS]]
