"""A record as it was and as it is → the values in it that differ, with both as people read them."""

from collections.abc import Iterator, Sequence, Set
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from generator import territory, vocabulary
from generator.changes.model import FieldChange
from generator.days import PartialDate, long_es
from generator.model.record import Block
from generator.render.wording import number

NOTHING: frozenset[str] = frozenset()
_NAMES = ("id", "codigo", "numero", "anio", "acuerdo", "empresa", "titulo", "indicador", "desde")
"""Keys by which an item of a list is known again; the first that it has."""

_LISTS = {
    ("Acuerdo", "tipo"): "agreement_kind",
    ("Acuerdo", "estado"): "agreement_state",
    ("Empresa", "tipo"): "company_kind",
    ("Auditoría", "tipo"): "audit_kind",
    ("Sello", "usos"): "seal_use",
}
_LISTS_OF_ANY = {
    "alcance": "scope",
    "tamano": "size",
    "cobertura": "coverage",
    "caracter": "register_character",
}
"""The listed values that have words of their own, by the title of their block and their key."""


def field_changes(
    old: Block, new: Block, left_out: Set[str] = NOTHING, above: str = "", titles: str = ""
) -> Iterator[FieldChange]:
    """The values that differ, but for those of the keys `left_out`; what is alike is passed by."""
    for name, info in type(new).model_fields.items():
        key = info.alias or name
        was, now = getattr(old, name, None), getattr(new, name)
        if was == now or key in left_out:
            continue
        keys, title = f"{above}{key}", f"{titles}{info.title or key}"
        if isinstance(was, Block) and isinstance(now, Block):
            yield from field_changes(was, now, NOTHING, f"{keys}.", f"{title} › ")
        elif _are_blocks(was) and _are_blocks(now):
            yield from _list_changes(was or (), now or (), keys, title)
        else:
            kind = str(type(new).model_config.get("title") or "")
            yield FieldChange(keys, title, words(was, key, kind), words(now, key, kind))


def _are_blocks(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, Block) for one in value)


def _list_changes(
    old: Sequence[Block], new: Sequence[Block], keys: str, title: str
) -> Iterator[FieldChange]:
    """Items that differ: those known by the same name are compared, others are new or gone."""
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    if not gone and not come:
        yield FieldChange(keys, title, words(old, ""), words(new, ""))  # only the order
        return
    for one in gone:
        heir = next((two for two in come if known_by(two) == known_by(one) != ""), None)
        if heir is None and len(gone) == len(come) == 1:
            heir = come[0]
        if heir is None:
            yield FieldChange(keys, title, words(one, ""), "")
            continue
        come.remove(heir)
        mark = known_by(heir)
        yield from field_changes(
            one, heir, NOTHING, f"{keys}[{mark}].", f"{title}{' ' if mark else ''}{mark} › "
        )
    for one in come:
        yield FieldChange(keys, title, "", words(one, ""))


def known_by(block: BaseModel) -> str:
    """What tells an item of a list from others; "" where nothing does."""
    by_key = {info.alias or name: name for name, info in type(block).model_fields.items()}
    key = next((one for one in _NAMES if one in by_key), "")
    return str(getattr(block, by_key[key])) if key else ""


def words(value: Any, key: str, kind: str = "") -> str:
    """A value as people read it, "" for none; `key` and `kind` tell which list it is one of."""
    match value:
        case None | ():
            return ""
        case bool():
            return "sí" if value else "no"
        case date() | PartialDate():
            return long_es(value)
        case int() | Decimal() | float():
            return str(value) if key == "anio" else number(value)
        case Block():
            return _block(value)
        case tuple():
            joint = "; " if _are_blocks(value) else ", "
            return joint.join(words(one, key, kind) for one in value)
    return _text(str(value), key, kind)


def _block(block: Block) -> str:
    kind = str(type(block).model_config.get("title") or "")
    said = (
        (info.title or name, words(getattr(block, name), info.alias or name, kind))
        for name, info in type(block).model_fields.items()
    )
    return ", ".join(f"{title[:1].lower()}{title[1:]}: {text}" for title, text in said if text)


def _text(text: str, key: str, kind: str) -> str:
    if key in ("comuna", "comunas"):
        comuna = territory.comuna(text)
        return f"{comuna.name} ({text})" if comuna else text
    if key in ("region", "regiones"):
        region = territory.region(text)
        return f"{region.name} ({text})" if region else text
    listed = _LISTS.get((kind, key)) or _LISTS_OF_ANY.get(key)
    return vocabulary.label(listed, text) if listed else text
