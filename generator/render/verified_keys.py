"""What companies are looked up by → the parts of /verificar/ that lead from it to their ids.

What a run of companies adds to them is kept from build to build, as JSON. Each key has a list of
targets: `[kind, company id, detail]`, or a withdrawn record.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter

from generator.code import compact
from generator.decision.facts import iso, record_name
from generator.folding import fold
from generator.names import name_key, names_of
from generator.portions import Portions
from generator.registry import Registry, Tombstone
from generator.runs import portions_of_runs

KEYS_A_PART = 2048
"""Small enough for one question on a phone, large enough for a list to need few of them."""


class Json(str):
    """What is in JSON already."""

    __slots__ = ()


def as_json(content: object) -> Json:
    """A value in JSON, unless it is so already."""
    if isinstance(content, Json):
        return content
    return Json(_encoder.encode(content))


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_quoted = json.encoder.encode_basestring


def part_of(key: str, parts: int) -> int:
    """In which of `parts` parts a key stands."""
    return _number(key) % parts


@lru_cache(maxsize=16_384)
def _number(key: str) -> int:
    """FNV-1a of its UTF-8 bytes, as in the browser."""
    value = 0x811C9DC5
    for byte in key.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


# Keys: what is looked up exactly.


Target = tuple[str, str, str, int]
"""A key, where it stands among those of the same key, where it leads in JSON, the key's number."""


def key_parts(registry: Registry, portions: Portions) -> Mapping[str, Json]:
    """`c:` codes, `r:` RUTs, `p:` former RUTs, `m:` elements that moved, `t:` any other, folded."""

    def of_run(ids: Iterable[str]) -> list[Target]:
        return sorted(_target(*one) for id in ids for one in _of_company(registry, id))

    runs = portions_of_runs(portions, "claves", registry.companies, of_run)
    others = (_target(*one) for one in _of_others(registry))
    found = sorted(chain(chain.from_iterable(runs), others))
    count = max(1, -(-len({one[0] for one in found}) // KEYS_A_PART))
    parts: list[list[str]] = [[] for _ in range(count)]
    for key, alike in groupby(found, itemgetter(0)):
        _, _, texts, numbers = zip(*alike, strict=True)
        parts[numbers[0] % count].append(f"{_quoted(key)}:[{','.join(texts)}]")
    return {f"claves/{number}": Json(f"{{{','.join(part)}}}") for number, part in enumerate(parts)}


Found = tuple[str, str, Sequence[str] | Mapping[str, object]]
"""A key, where its target stands among those of the same key, and the target."""


def _target(key: str, place: str, target: Sequence[str] | Mapping[str, object]) -> Target:
    is_stone = isinstance(target, Mapping)
    text = as_json(target) if is_stone else f"[{','.join(map(_quoted, target))}]"
    return key, place, text, _number(key)


def _of_company(registry: Registry, id: str) -> Iterator[Found]:
    record = registry.companies[id].record
    for one in record.certificates:
        code = one.code
        yield f"c:{compact(code)}", f"0 {code}", ["certificado", id, code]
        if number := one.official_number:
            yield f"t:{fold(number)}", f"0 {code}", ["numero", id, code]
    for seal in registry.seals_by_company.get(id, ()):
        code = seal.record.code
        yield f"c:{compact(code)}", f"1 {code}", ["sello", id, code]
    if record.rut:
        yield f"r:{record.rut}", f"0 {id}", ["rut", id]
    yield f"t:{fold(id)}", f"1 {id}", ["id", id, id]


def _of_others(registry: Registry) -> Iterator[Found]:
    """What led to a company before, or leads to what was withdrawn."""
    for code, gone in registry.withdrawn_codes.items():
        yield f"c:{compact(code)}", f"2 {code}", _stone(registry, gone)
    for rut, id in registry.former_ruts.items():
        yield f"p:{rut}", f"0 {id}", ["rut_anterior", id]
    for former, id in registry.former["empresas"].items():
        if id in registry.companies:
            yield f"t:{fold(former)}", f"2 {former}", ["id_anterior", id, former]
        elif stone := registry.withdrawn.get(("empresas", id)):
            yield f"t:{fold(former)}", f"2 {former}", {**_stone(registry, stone), "i": former}
    for (collection, id), gone in registry.withdrawn.items():
        if collection == "empresas":
            yield f"t:{fold(id)}", f"3 {id}", {**_stone(registry, gone), "i": id}
    for former, (company, element) in registry.former_elements.items():
        yield f"m:{former}", f"0 {former}", ["elemento_anterior", company, element]


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


# Names.


def name_parts(registry: Registry, portions: Portions) -> Mapping[str, Json]:
    """`[key, company id, the name itself if it is a former one]` by what its words begin with."""

    def of_run(ids: Sequence[str]) -> Mapping[str, str]:
        found: dict[str, list[str]] = {}
        for letter, row in chain.from_iterable(_names_of(registry, id) for id in ids):
            found.setdefault(letter, []).append(row)
        return {letter: ",".join(rows) for letter, rows in found.items()}

    runs = portions_of_runs(portions, "nombres", registry.companies, of_run)
    letters = sorted(frozenset(chain.from_iterable(runs)))
    rows = {letter: [run[letter] for run in runs if letter in run] for letter in letters}
    return {f"nombres/{letter}": Json(f"[{','.join(found)}]") for letter, found in rows.items()}


def _names_of(registry: Registry, id: str) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for name, former in names_of(registry.companies[id].record):
        key = name_key(name)
        if key and key not in seen:
            seen.add(key)
            row = as_json([key, id, name] if former else [key, id])
            for letter in sorted({initial(word) for word in key.split()}):
                yield letter, row


def initial(word: str) -> str:
    """The part in which names with this word stand: its first letter or digit, `_` for others."""
    return word[0] if word[0].isascii() else "_"
