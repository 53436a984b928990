"""Turns the registry into the small files from which /verificar/ answers any question, on any day.

The page loads `indice` once its box is used, then only the parts that a question needs:

- `claves/N`: what is looked up exactly (codes, RUTs, official numbers, ids) → companies
- `empresas/N`: companies with all that bears on an answer, and their agreements
- `nombres/x`: names, by the first letter of each of their words
- `codigos`: every code, for the near misses of a mistyped one

Everything comes from the published registry, so what privacy withholds is in none of them. The
index names a hash of each part, so that no cache can mix two editions of the register.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

from generator import code
from generator.decision import compact
from generator.decision.facts import iso
from generator.decision.rolls import WITHOUT_LISTS, roll
from generator.model.agreement import Agreement, Roll
from generator.portions import Portions
from generator.reads import Reads
from generator.registry import Registry
from generator.render.verified_company import verified_company
from generator.render.verified_keys import Json, as_json, key_parts, name_parts, part_of

FOLDER = "verificar"
GLOBAL = "registroVerificar"
"""Where parts written as scripts put themselves, for a site opened as a folder."""
COMPANIES_A_PART = 256


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some parts that are made together, and what it takes beside the registry to make them."""

    name: str
    make: Callable[[], Mapping[str, object]]
    known: object = ()

    def parts(self) -> Mapping[str, Json]:
        """The parts in JSON, by name."""
        return {name: as_json(part) for name, part in self.make().items()}


def shelves(registry: Registry, portions: Callable[[], Portions]) -> Iterator[Shelf]:
    """All parts but the index, a few at a time: an edited company changes few of them.

    What companies add to the longest is kept as `portions`.
    """
    yield Shelf("claves", lambda: key_parts(registry, portions()))
    yield Shelf("nombres", lambda: name_parts(registry, portions()))
    yield Shelf("codigos", partial(_codes, registry))
    for number, ids in enumerate(shares(registry)):
        make = partial(_company_part, registry, f"empresas/{number}", ids)
        yield Shelf(f"empresas/{number}", make, ids)


def file(name: str, part: Json, *, offline: bool) -> tuple[str, bytes]:
    """A part as a file, with its path in the site: JSON, or a script where no server gives any."""
    text: str = part
    if offline:
        text = f"(self.{GLOBAL}=self.{GLOBAL}||{{}})[{json.dumps(name)}]={text};\n"
    return f"{FOLDER}/{name}.{'js' if offline else 'json'}", text.encode()


def index(
    registry: Registry, day: date, parts: Mapping[str, str], url: str = "", commit: str = ""
) -> Mapping[str, object]:
    """The first part to be read: what the register is like, and a hash of each other part.

    `url` is the public address of the site, which a copy of it elsewhere goes by too; `commit` the
    state of the sources that it was made from.
    """
    settings = registry.settings
    return {
        "dia": iso(day),
        "sitio": url,
        "commit": commit,
        "nombre": settings.name,
        "pronto": settings.expiring_days,
        "confianza": settings.trusted_days,
        "listas": _lists(registry),
        "partes": dict(sorted(parts.items())),
        "claves": sum(name.startswith("claves/") for name in parts),
        "empresas": sum(name.startswith("empresas/") for name in parts),
    }


def facts(registry: Registry, day: date) -> Mapping[str, object]:
    """All parts as plain data, by name; `indice` comes first."""
    every = shelves(registry, lambda: Portions(Reads()))
    parts = {name: part for one in every for name, part in one.parts().items()}
    hashes = {name: hash_of(part) for name, part in parts.items()}
    plain = {name: json.loads(part) for name, part in parts.items()}
    return {"indice": index(registry, day, hashes), **plain}


# Companies, and how far the lists go.


def shares(registry: Registry) -> list[tuple[str, ...]]:
    """The ids of the companies that stand together in a part."""
    count = max(1, -(-len(registry.companies) // COMPANIES_A_PART))
    groups: list[list[str]] = [[] for _ in range(count)]
    for id in registry.companies:
        groups[part_of(id, count)].append(id)
    return [tuple(ids) for ids in groups]


def _company_part(registry: Registry, name: str, ids: Iterable[str]) -> Mapping[str, object]:
    entries = [registry.companies[id] for id in ids]
    elements = [element for entry in entries for element in entry.record.elements]
    return {
        name: {
            "e": {entry.id: verified_company(registry, entry) for entry in entries},
            "g": compact.agreements(registry, elements),
        }
    }


def _codes(registry: Registry) -> Mapping[str, object]:
    every = (*registry.certificates, *registry.seals_by_code)
    return {"codigos": "".join(map(code.compact, every))}


def _lists(registry: Registry) -> list[list[object]]:
    """How many agreements share each reach of their lists, and how many are examples.

    `[first day they can have any, adherents' coverage and day, certificates', count, examples]`.
    """
    found: dict[tuple[str, ...], list[bool]] = {}
    for entry in registry.agreements.values():
        agreement = entry.record
        reach = (
            _lists_from(agreement),
            *_coverage(roll(agreement, "adhered")),
            *_coverage(roll(agreement, "certified")),
        )
        found.setdefault(reach, []).append(agreement.example)
    return [[*reach, len(flags), sum(flags)] for reach, flags in sorted(found.items())]


def _lists_from(agreement: Agreement) -> str:
    """The first day on which anybody can have adhered, as far as the record tells."""
    if agreement.state in WITHOUT_LISTS:
        return iso(date.max)
    signed = agreement.dates.signed if agreement.dates else None
    return iso(signed.first()) if signed else ""


def _coverage(held: Roll | None) -> tuple[str, str]:
    return (held.coverage, iso(held.as_of)) if held else ("sin_nomina", "")


def hash_of(part: Json) -> str:
    """What tells a part from any other edition of it."""
    return sha256(part.encode()).hexdigest()[:8]
