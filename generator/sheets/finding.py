"""What a row says of an element, adhesion or certificate → which one of the record's it means."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from generator import code, folding, rut
from generator.model.fields import ID_PATTERN
from generator.sheets import usual_names, values
from generator.sheets.draft import Draft, Refusal
from generator.sheets.rows import Given, Part, Row
from generator.sheets.shelf import Spot, certificates, name_key
from generator.sheets.tables import tables

_SETTLED = ("adhesiones", "auditorias", "certificados")


def completed(row: Row, agreement: str) -> list[Part]:
    """The parts of a plain list's row from company to certificate, none left out between them."""
    given = {part.table.name: dict(part.given) for part in row.parts}
    given.setdefault("empresas", {})
    if not given["empresas"]:
        raise Refusal("no-company")
    if agreement and "acuerdo" not in given.get("adhesiones", {}):
        given.setdefault("adhesiones", {})["acuerdo"] = Given(agreement, row.place)
    if any(name in given for name in _SETTLED):
        given.setdefault("adhesiones", {})
    if "auditorias" in given:
        given["auditorias"].setdefault("tipo", Given("final", row.place))
    if "adhesiones" in given or "elementos" in given:
        given.setdefault("elementos", {})
    return [Part(tables()[name], given[name]) for name in tables() if name in given]


def parent(draft: Draft, part: Part) -> Spot:
    """The block that the columns before the row's own name: its record, or one inside it."""
    table, given = part.table, part.given
    collection = table.collection
    if "certificado" in table.parents:
        return _certificate(draft, given, "certificado")
    if table.name == "certificados" and "empresa" not in given:
        path, keys = _certificate(draft, given, "codigo")
        return path, keys[:-2]
    spot = _record(draft, collection, given)
    if len(table.path) == 1:
        return spot
    if collection == "acuerdos":
        return _numbered(draft, (spot[0], ("metas",)), given, "meta")
    number = _element(draft, spot, given)
    spot = spot[0], ("elementos", number)
    if len(table.path) == 2:
        return spot
    return _adhesion(draft, (spot[0], (*spot[1], "adhesiones")), given)


def _record(draft: Draft, collection: str, given: Mapping[str, Given]) -> Spot:
    name = {"empresas": "empresa", "acuerdos": "acuerdo", "sellos": "sello"}[collection]
    if name not in given:
        raise Refusal("no-parent", None, key=name)
    if path := draft.index.by_id.get((collection, given[name].text)):
        return path, ()
    paths = draft.index.by_name.get((collection, name_key(given[name].text)), set())
    if collection == "empresas" and not paths:
        paths = draft.index.by_rut.get(_rut(given[name].text), set())
    if len(paths) > 1:
        ids = ", ".join(sorted(draft.id_of(path) for path in paths))
        raise Refusal("several", given[name], ids=ids)
    if not paths:
        raise Refusal("unknown-record", given[name], table=collection)
    return next(iter(paths)), ()


def _rut(text: str) -> str:
    try:
        return rut.parse(text)
    except rut.RutError:
        return ""


def _numbered(draft: Draft, at: Spot, given: Mapping[str, Given], name: str) -> Spot:
    if name not in given:
        raise Refusal("no-parent", None, key=name)
    number = int(given[name].text)
    if number > len(draft.items(at)):
        raise Refusal("number-gap", given[name], last=len(draft.items(at)))
    return at[0], (*at[1], number - 1)


def _element(draft: Draft, spot: Spot, given: Mapping[str, Given]) -> int:
    elements = draft.items((spot[0], ("elementos",)))
    if "elemento" not in given:
        if len(elements) == 1:
            return 0
        raise Refusal("which-element", None)
    number = _by_id_or_name(elements, given["elemento"], given["elemento"])
    if number is None:
        raise Refusal("unknown-element", given["elemento"], id=draft.id_of(spot[0]))
    return number


def _adhesion(draft: Draft, at: Spot, given: Mapping[str, Given]) -> Spot:
    if "adhesion" in given:
        return _numbered(draft, at, given, "adhesion")
    agreement = agreement_id(draft, given["acuerdo"]) if "acuerdo" in given else None
    open_ones = [
        n
        for n, one in enumerate(draft.items(at))
        if agreement in (None, one.get("acuerdo")) and "retiro" not in one
    ]
    if len(open_ones) != 1:
        raise Refusal("which-adhesion", given.get("acuerdo"), count=len(open_ones))
    return at[0], (*at[1], open_ones[0])


def _certificate(draft: Draft, given: Mapping[str, Given], name: str) -> Spot:
    """By its code, in the company that the row names, if any: a merged one may still hold it."""
    if name not in given:
        raise Refusal("no-parent", None, key=name)
    wanted = code.display(given[name].text)
    spots = [spot for spot in draft.index.by_code.get(wanted, ()) if spot[1]]
    if "empresa" in given:
        path = _record(draft, "empresas", given)[0]
        inside = certificates(draft.record(path))
        spots = [(path, k) for k, one in inside if code.display(str(one.get("codigo"))) == wanted]
    if len(spots) != 1:
        raise Refusal("unknown-certificate", given[name])
    return spots[0]


def agreement_id(draft: Draft, given: Given) -> str:
    """The id of the agreement of this id or name; of an unknown id the checker will tell."""
    if re.fullmatch(ID_PATTERN, given.text):
        return given.text
    paths = draft.index.by_name.get(("acuerdos", name_key(given.text)), set())
    if len(paths) == 1:
        return draft.id_of(next(iter(paths)))
    if len(paths) > 1:
        ids = ", ".join(sorted(draft.id_of(path) for path in paths))
        raise Refusal("several", given, ids=ids)
    known = [id for collection, id in draft.index.by_id if collection == "acuerdos"]
    close = folding.closest(given.text, known)
    raise Refusal("unknown-agreement", given, **({"suggestion": close} if close else {}))


# Items of one list.


def element(items: Sequence[Mapping[str, Any]], part: Part) -> int | None:
    """Which element a row means: by its id, or its name; the only one where it says neither."""
    either = part.given.get("elemento")
    id, name = part.given.get("id"), part.given.get("nombre")
    if id:
        return _by_id_or_name(items, id, None)
    if either and (number := _by_id_or_name(items, either, either)) is not None:
        return number
    if name or either:
        return _by_id_or_name(items, None, name or either)
    return 0 if len(items) == 1 else None


def _by_id_or_name(
    items: Sequence[Mapping[str, Any]], id: Given | None, name: Given | None
) -> int | None:
    for number, item in enumerate(items):
        if id and item.get("id") == id.text:
            return number
    if not name:
        return None
    wanted = folding.fold(name.text)
    called = [n for n, one in enumerate(items) if folding.fold(str(one.get("nombre"))) == wanted]
    if len(called) > 1:
        raise Refusal("several", name, ids=", ".join(str(items[n].get("id")) for n in called))
    return called[0] if called else None


def name_element(draft: Draft, part: Part, spot: Spot) -> None:
    """A new element's id and name, from whichever its row gives."""
    name = part.given.get("nombre") or part.given.get("elemento") or part.given.get("id")
    if name and "nombre" not in part.given:
        draft.put(spot, ("nombre",), name.value)
    if "id" in part.given or not name:
        return
    if (either := part.given.get("elemento")) and re.fullmatch(ID_PATTERN, either.text):
        draft.put(spot, ("id",), either.value)
        return
    siblings = draft.items((spot[0], spot[1][:-1]))
    taken = {one.get("id") for one in siblings}
    slug = folding.slug(name.text)
    if not slug:
        raise Refusal("no-id", name)
    id, number = slug, 2
    while id in taken:
        id, number = f"{slug[: folding.LONGEST_SLUG - 4].rstrip('-')}-{number}", number + 1
    draft.put(spot, ("id",), id)


def is_establishment(part: Part) -> bool:
    """Whether the list calls it an installation, plant or the like rather than an element."""
    name = part.given.get("nombre")
    words = usual_names.plain(name.place.header) if name else ""
    return "alcance" not in part.given and bool(words) and "elemento" not in words


def certificate(
    draft: Draft, items: Sequence[Mapping[str, Any]], own: Given, at: Spot
) -> int | None:
    """Which certificate of the adhesion has this code; `Refusal` where it is another's."""
    wanted = code.display(own.text)
    for number, item in enumerate(items):
        if code.display(str(item.get("codigo", ""))) == wanted:
            return number
    elsewhere = [spot for spot in draft.index.by_code.get(wanted, ()) if spot[0] == at[0]]
    if elsewhere:
        raise Refusal("elsewhere", own, id=draft.id_of(elsewhere[0][0]))
    return None


def adhesion(
    items: Sequence[Mapping[str, Any]], part: Part, claimed: Collection[int]
) -> int | None:
    """Which adhesion a row means: the agreement's of that day; else its only one still open."""
    agreement, day = part.given.get("acuerdo"), part.given.get("fecha")
    of_it = [
        n for n, one in enumerate(items) if not agreement or one.get("acuerdo") == agreement.text
    ]
    if day and (exact := [n for n in of_it if items[n].get("fecha") == day.text]):
        return exact[0]
    left = [n for n in of_it if "retiro" not in items[n] and (not day or n not in claimed)]
    if len(left) == 1:
        return left[0]
    if len(left) > 1 or not agreement:
        raise Refusal("which-adhesion" if of_it else "no-agreement", agreement, count=len(left))
    return None


def alike(items: Sequence[Mapping[str, Any]], part: Part, keys: Sequence[str]) -> int | None:
    """The item that says the same as the row in all of these keys."""
    columns = [c for c in part.table.columns if c.name in keys and c.name in part.given]
    for number, item in enumerate(items):
        if columns and all(
            values.same(_within(item, c.path), part.given[c.name].value, c) for c in columns
        ):
            return number
    return None


def _within(item: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        item = item.get(key) if isinstance(item, Mapping) else None
    return tuple(item) if isinstance(item, list) else item
