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

from generator.code import compact as compact_code
from generator.decision import compact
from generator.decision.facts import iso, record_name
from generator.decision.rolls import WITHOUT_LISTS, roll
from generator.folding import fold
from generator.model.agreement import Agreement, Roll
from generator.names import name_key, names_of
from generator.registry import Registry, Tombstone
from generator.render.verified_company import verified_company

FOLDER = "verificar"
GLOBAL = "registroVerificar"
"""Where parts written as scripts put themselves, for a site opened as a folder."""
COMPANIES_A_PART = 256
KEYS_A_PART = 2048
"""Small enough for one question on a phone, large enough for a list to need few of them."""

Keys = dict[str, list[object]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some parts that are made together, and what it takes beside the registry to make them."""

    name: str
    make: Callable[[], Mapping[str, object]]
    known: object = ()


def shelves(registry: Registry) -> Iterator[Shelf]:
    """All parts but the index, a few at a time: an edited company changes few of them."""
    yield Shelf("claves", partial(_key_parts, registry))
    yield Shelf("nombres", partial(_names, registry))
    yield Shelf("codigos", partial(_codes, registry))
    for number, ids in enumerate(shares(registry)):
        make = partial(_company_part, registry, f"empresas/{number}", ids)
        yield Shelf(f"empresas/{number}", make, ids)


def file(name: str, content: object, *, offline: bool) -> tuple[str, bytes]:
    """A part as a file, with its path in the site: JSON, or a script where no server gives any."""
    text = _json(content)
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
    parts = {name: part for one in shelves(registry) for name, part in one.make().items()}
    hashes = {name: hash_of(part) for name, part in parts.items()}
    return {"indice": index(registry, day, hashes), **parts}


def part_of(key: str, parts: int) -> int:
    """In which of `parts` parts a key stands: FNV-1a of its UTF-8 bytes, as in the browser."""
    value = 0x811C9DC5
    for byte in key.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % parts


# Keys: what is looked up exactly.


def _key_parts(registry: Registry) -> Mapping[str, object]:
    keys = _keys(registry)
    count = max(1, -(-len(keys) // KEYS_A_PART))
    parts: list[Keys] = [{} for _ in range(count)]
    for key in sorted(keys):
        parts[part_of(key, count)][key] = keys[key]
    return {f"claves/{number}": part for number, part in enumerate(parts)}


def _keys(registry: Registry) -> Keys:
    """`c:` codes, `r:` RUTs, `p:` former RUTs, `m:` elements that moved, `t:` any other, folded.

    A value is a list of targets: `[kind, company id, detail]`, or a withdrawn record.
    """
    found: Keys = {}
    for key, target in (
        *_code_keys(registry),
        *_text_keys(registry),
        *_element_keys(registry),
    ):
        found.setdefault(key, []).append(target)
    return found


def _code_keys(registry: Registry) -> Iterator[tuple[str, object]]:
    for code, granted in registry.certificates.items():
        yield f"c:{compact_code(code)}", ["certificado", granted.company.id, code]
    for code, seal in registry.seals_by_code.items():
        yield f"c:{compact_code(code)}", ["sello", seal.record.holder.company_id, code]
    for code, stone in registry.withdrawn_codes.items():
        yield f"c:{compact_code(code)}", _stone(registry, stone)
    for rut, id in registry.ruts.items():
        yield f"r:{rut}", ["rut", id]
    for rut, id in registry.former_ruts.items():
        yield f"p:{rut}", ["rut_anterior", id]


def _text_keys(registry: Registry) -> Iterator[tuple[str, object]]:
    for code, granted in registry.certificates.items():
        if number := granted.certificate.official_number:
            yield f"t:{fold(number)}", ["numero", granted.company.id, code]
    for id in registry.companies:
        yield f"t:{fold(id)}", ["id", id, id]
    for former, id in registry.former["empresas"].items():
        if id in registry.companies:
            yield f"t:{fold(former)}", ["id_anterior", id, former]
        elif stone := registry.withdrawn.get(("empresas", id)):
            yield f"t:{fold(former)}", {**_stone(registry, stone), "i": former}
    for (collection, id), stone in registry.withdrawn.items():
        if collection == "empresas":
            yield f"t:{fold(id)}", {**_stone(registry, stone), "i": id}


def _element_keys(registry: Registry) -> Iterator[tuple[str, object]]:
    for former, (company, element) in registry.former_elements.items():
        yield f"m:{former}", ["elemento_anterior", company, element]


def _stone(registry: Registry, stone: Tombstone) -> dict[str, object]:
    """All that is published of a withdrawn record; `h` is the company that continues it."""
    heir = registry.living(stone.collection, stone.heir) if stone.heir else None
    found: dict[str, object] = {"k": stone.id, "m": stone.reason, "f": iso(stone.withdrawn_on)}
    if heir:
        found["t"] = record_name(heir)
    if heir and stone.collection == "empresas":
        found["h"] = heir.id
    if stone.example:
        found["x"] = 1
    return found


# Companies, names, and how far the lists go.


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
    codes = (*registry.certificates, *registry.seals_by_code)
    return {"codigos": "".join(map(compact_code, codes))}


def _names(registry: Registry) -> Mapping[str, object]:
    """`[key, company id, the name itself if it is a former one]` by what its words begin with."""
    found: dict[str, list[list[object]]] = {}
    for entry in registry.companies.values():
        seen: set[str] = set()
        for name, former in names_of(entry.record):
            key = name_key(name)
            if key and key not in seen:
                seen.add(key)
                row: list[object] = [key, entry.id, name] if former else [key, entry.id]
                for letter in sorted({initial(word) for word in key.split()}):
                    found.setdefault(letter, []).append(row)
    return {f"nombres/{letter}": found[letter] for letter in sorted(found)}


def initial(word: str) -> str:
    """The part in which names with this word stand: its first letter or digit, `_` for others."""
    return word[0] if word[0].isascii() else "_"


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


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def hash_of(content: object) -> str:
    """What tells a part from any other edition of it."""
    return sha256(_json(content).encode()).hexdigest()[:8]
