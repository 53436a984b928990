"""What a row says of a company → the record it means, or a new one with what every record needs."""

from collections.abc import Callable
from dataclasses import replace

from generator import folding, rut
from generator.new.ids import company_id
from generator.sheets.draft import Draft, Refusal
from generator.sheets.rows import Given, Part
from generator.sheets.shelf import Spot, name_key, ruts

_CALLED = ("razon_social", "empresa", "nombre_fantasia", "id")
Random = Callable[[int], int]
"""`random(n)` gives 0 to n-1."""


def without_persons_rut(draft: Draft, part: Part) -> Part:
    """The RUT of a natural person who did not consent to it is not even looked at again."""
    given = part.given.get("rut")
    if not given or not rut.is_natural(given.text):
        return part
    consents = part.given.get("consentimiento_campos")
    own_id = part.given.get("id")
    own = draft.index.by_id.get(("empresas", own_id.text)) if own_id else None
    is_recorded = own is not None and given.text in ruts(draft.record(own))
    if is_recorded or given.text in draft.index.by_rut or (consents and "rut" in consents.value):
        return part
    draft.note("person-rut")
    kept = {name: one for name, one in part.given.items() if name != "rut"}
    if "tipo" not in kept:
        kept["tipo"] = replace(given, value="persona_natural")
    return Part(part.table, kept)


def found(draft: Draft, part: Part) -> Spot | None:
    """By id, then RUT, then name; None where nothing fits. `Refusal` where several do."""
    index = draft.index
    by_rut = index.by_rut.get(part.given["rut"].text, set()) if "rut" in part.given else set()
    given = part.given.get("id") or _known_id(draft, part)
    if given and (path := index.by_id.get(("empresas", given.text))):
        if by_rut - {path} and "baja" not in draft.record(path):
            raise Refusal("other-rut", part.given["rut"], id=_ids(draft, by_rut))
        return path, ()
    if by_rut:
        spot = _only(draft, by_rut, part.given["rut"])
        if given:
            draft.note("other-id", given, id=draft.id_of(spot[0]))
        return spot
    if given:
        return None
    name = part.given.get("razon_social") or part.given.get("empresa")
    name = name or part.given.get("nombre_fantasia")
    paths = index.by_name.get(("empresas", name_key(name.text)), set()) if name else set()
    if not name or not paths:
        return None
    spot = _only(draft, paths, name)
    recorded = draft.record(spot[0]).get("rut")
    if "rut" in part.given and recorded and rut.canonical(recorded) != part.given["rut"].text:
        raise Refusal("other-name", part.given["rut"], id=draft.id_of(spot[0]))
    return spot


def _known_id(draft: Draft, part: Part) -> Given | None:
    """The column "empresa" holds an id or a name."""
    given = part.given.get("empresa")
    return given if given and ("empresas", given.text) in draft.index.by_id else None


def _only(draft: Draft, paths: set[str], given: Given) -> Spot:
    if len(paths) > 1:
        raise Refusal("several", given, ids=_ids(draft, paths))
    return next(iter(paths)), ()


def _ids(draft: Draft, paths: set[str]) -> str:
    return ", ".join(sorted(draft.id_of(path) for path in paths))


def created(draft: Draft, part: Part, random: Random) -> Spot:
    """A new company; the id of a natural person tells nothing of it."""
    name = part.given.get("razon_social") or part.given.get("empresa")
    name = name or part.given.get("nombre_fantasia")
    given = part.given.get("id")
    if given:
        return draft.create("empresas", given.text, given.text)
    if not name:
        by_rut = part.given.get("rut")
        raise Refusal("unknown-company", by_rut) if by_rut else Refusal("no-company")
    said = {"razon_social": name.text, "tipo": "persona_natural" if _is_person(part) else ""}
    id = free_id(draft, "empresas", company_id(said, random, draft.index.taken_ids["empresas"]))
    if not id:
        raise Refusal("no-id", name)
    return draft.create("empresas", id, id)


def _is_person(part: Part) -> bool:
    kind = part.given.get("tipo")
    return kind is not None and kind.text == "persona_natural"


def free_id(draft: Draft, collection: str, wanted: str) -> str:
    """The id, with a number behind it where another record has or had it."""
    id, number = wanted, 2
    while id in draft.index.taken_ids[collection]:
        id = f"{wanted[: folding.LONGEST_SLUG - 4].rstrip('-')}-{number}"
        number += 1
    return id


def complete(draft: Draft, spot: Spot, part: Part) -> None:
    """What a new company must say and a list seldom does: what it is, and its size."""
    data = draft.record(spot[0])
    if "baja" in data:
        return
    name = next((part.given[key] for key in _CALLED if key in part.given), None)
    if "tipo" not in data:
        if "rut" not in part.given:
            raise Refusal("no-rut", name)
        natural = rut.is_natural(part.given["rut"].text)
        draft.put(spot, ("tipo",), "persona_natural" if natural else "persona_juridica")
    if "razon_social" not in data and (name := part.given.get("empresa")):
        draft.put(spot, ("razon_social",), name.value)
    if "tamano" not in data:
        draft.put(spot, ("tamano",), "sin_informacion")
        draft.note("size-unknown")
