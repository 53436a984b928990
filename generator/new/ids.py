"""The name of a thing → its id, made as those of this register are."""

import re
from collections.abc import Callable, Container
from typing import Any

from generator import code, folding

_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ORDINALS = "primer|primero|segundo|tercer|tercero|cuarto|quinto|sexto"
_OPENING = re.compile(
    rf"^(?:(?:{_ORDINALS}|acuerdo de produccion limpia|apl|del?|l[aeo]s?|para|por|en|sectore?s?"
    r"|industria|productor(?:es)?|i|ii|iii|iv|v) )+"
)
_REGION = re.compile(r" (?:en )?(?:de )?(?:la )?(?:region|comuna) (?:del? )?")
_METROPOLITAN = re.compile(r" region metropolitana(?: de santiago)?")
_LONGEST = 5
"""Words of an agreement's name that its id keeps."""

_LETTERS = code.ALPHABET.lower()
_TRIES = 1000


def company_id(data: dict[str, Any], random: Callable[[int], int], taken: Container[str]) -> str:
    """From the name without SpA, Ltda., S.A.; of a natural person at random."""
    if data.get("tipo") == "persona_natural":
        for _ in range(_TRIES):
            found = "productor-" + "".join(_LETTERS[random(len(_LETTERS))] for _ in range(6))
            if found not in taken:
                return found
    name = str(data.get("razon_social") or data.get("nombre_fantasia") or "")
    return folding.slug(folding.without_legal_suffix(folding.fold(_initials(name))))


def _initials(name: str) -> str:
    """`S.A.` as one word, so that it is known for what it is."""
    return re.sub(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_]\b)", r"\1", name)


def agreement_id(data: dict[str, Any]) -> str:
    """What it is about, `ii` for a second one, and the year of its signing: `huevos-ii-2018`."""
    name = re.sub(r"\([^)]*\)", " ", str(data.get("nombre", "")))
    folded = _METROPOLITAN.sub(" rm", f" {folding.fold(name)}")
    words = _OPENING.sub("", _REGION.sub(" ", folded).strip() + " ").split()[:_LONGEST]
    while words and words[-1] in ("de", "del", "y", "la", "el", "los", "las", "en", "con", "para"):
        words.pop()
    ordinal, dates = str(data.get("ordinal", "")), data.get("fechas", {})
    if ordinal.isdigit() and int(ordinal) < len(_ROMAN):
        words.append(_ROMAN[int(ordinal)])
    words.append(str(dates.get("firma", ""))[:4])
    return folding.slug(" ".join(["ejemplo" if data.get("ejemplo") == "true" else "", *words]))


def seal_id(data: dict[str, Any], taken: Container[str]) -> str:
    """The holder and the year; with the element too where the company has such a seal already."""
    holder = data.get("titular", {})
    company, element = str(holder.get("empresa", "")), str(holder.get("elemento", ""))
    year = str(data.get("desde", ""))[:4]
    short = folding.slug(f"{company} {year}")
    return folding.slug(f"{company} {element} {year}") if short in taken and element else short


def id_of(
    kind: str, data: dict[str, Any], random: Callable[[int], int], taken: Container[str]
) -> str:
    """The id of a new record or part; empty where its name gives none."""
    match kind:
        case "empresa":
            return company_id(data, random, taken)
        case "acuerdo":
            return agreement_id(data)
        case "sello":
            return seal_id(data, taken)
    name = str(data.get("nombre") or data.get("proyecto") or "")
    prefix = "ejemplo " if data.get("ejemplo") == "true" else ""
    return folding.slug(prefix + re.sub(r"\((?:ejemplo|fictici[oa])\)", " ", name))
