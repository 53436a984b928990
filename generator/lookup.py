"""Turns what somebody typed, a code, RUT, number, name or brand, into the public answer."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from generator import code, decision, rut
from generator.answer import Answer, Kind, Match, answered
from generator.decision import rolls
from generator.decision.facts import joined, yes
from generator.folding import fold
from generator.names import Named, companies_named
from generator.near_names import near_names
from generator.record_answers import (
    certificate_answer,
    certificate_match,
    company_answer,
    company_match,
    element_answer,
    seal_answer,
    withdrawn_answer,
)
from generator.registry import Registry

MOST_MATCHES = 20
"""How many records a list of several matches shows."""

_CODE_SHAPE = re.compile(r"[0-9A-Za-z]{4}[ -][0-9A-Za-z]{3,5}")
_TWO_FOURS = re.compile(r"[0-9A-Za-z]{4}-[0-9A-Za-z]{4}")
_ADDRESS = re.compile(r"/v/([0-9A-Za-z]{8})(?:[/?#]|$)")
_COMPANY_ADDRESS = re.compile(
    r"/empresas/([a-z0-9-]+)(?:/(?:index\.html)?)?(?:\?[^#]*)?(?:#([a-z0-9-]+))?$"
)
_LIKE_A_RUT = re.compile(r"[0-9]{7}[0-9K]")

__all__ = ["Answer", "Match", "answer", "answer_code", "answer_name", "answer_rut"]


def answer(registry: Registry, query: str, day: date) -> Answer:
    """The public answer to whatever was typed.

    What is on record comes first, whatever it looks like; only then does the look of the text
    decide what is said of its absence.
    """
    text = _without_address(query.strip())
    if len(sought := fold(text)) < 2:
        return _nothing(text, day, "vacia", "corta" if sought else "vacia")
    return (
        _known_code(registry, text, day)
        or _known_rut(registry, text, day)
        or _numbered(registry, text, day)
        or _known_id(registry, text, day)
        or _known_element(registry, text, day)
        or _known_name(registry, text, day)
        or _absent(registry, text, day)
    )


def _without_address(text: str) -> str:
    """The code in the address of a certificate's page, as a QR gives it; the id in a company's.

    Else the text itself.
    """
    if match := _ADDRESS.search(text):
        return match[1]
    if match := _COMPANY_ADDRESS.search(text):
        return "/".join(part for part in match.groups() if part)
    return text


def answer_code(registry: Registry, text: str, day: date) -> Answer:
    """The answer for a code in any writing, or an official number."""
    typed = _without_address(text.strip())
    return (
        _known_code(registry, typed, day)
        or _numbered(registry, typed, day)
        or _absent_code(registry, typed, day)
    )


def answer_rut(registry: Registry, text: str, day: date) -> Answer:
    """The answer for a RUT in any writing, former ones too."""
    typed = text.strip()
    return _known_rut(registry, typed, day) or _absent_rut(registry, typed, day)


def answer_name(registry: Registry, text: str, day: date) -> Answer:
    """The answer for a name or brand, former names too."""
    typed = text.strip()
    return _known_name(registry, typed, day) or _absent_name(registry, typed, day)


# What is on record.


def _known_code(registry: Registry, text: str, day: date) -> Answer | None:
    if not code.is_valid(text):
        return None
    written = code.display(text)
    if granted := registry.certificates.get(written):
        return certificate_answer(registry, text, granted, day)
    if seal := registry.seals_by_code.get(written):
        return seal_answer(registry, text, seal, day)
    if stone := registry.withdrawn_codes.get(written):
        return withdrawn_answer(registry, text, stone, day, written)
    return None


def _known_rut(registry: Registry, text: str, day: date) -> Answer | None:
    try:
        wanted = rut.parse(text)
    except rut.RutError:
        return None
    if id := registry.ruts.get(wanted):
        return company_answer(registry, text, registry.companies[id], day)
    if id := registry.former_ruts.get(wanted):
        via = {"rut_anterior": "si"}
        return company_answer(registry, text, registry.companies[id], day, via)
    return None


def _numbered(registry: Registry, text: str, day: date) -> Answer | None:
    """By the official number of the issuing body, case and punctuation ignored."""
    wanted = fold(text)
    found = [
        granted
        for granted in registry.certificates.values()
        if granted.certificate.official_number
        and fold(granted.certificate.official_number) == wanted
    ]
    if len(found) == 1:
        return certificate_answer(registry, text, found[0], day)
    matches = [certificate_match(one, decision.certificate(registry, one, day)) for one in found]
    return _several(text, day, matches) if found else None


def _known_id(registry: Registry, text: str, day: date) -> Answer | None:
    """By a company's id, former ids too: what an old address or another system still holds."""
    if entry := registry.companies.get(text):
        return company_answer(registry, text, entry, day)
    id = registry.former.get("empresas", {}).get(text, text)
    if entry := registry.companies.get(id):
        return company_answer(registry, text, entry, day, {"id_anterior": "si"})
    stone = registry.withdrawn.get(("empresas", id))
    return withdrawn_answer(registry, text, stone, day, text) if stone else None


def _known_element(registry: Registry, text: str, day: date) -> Answer | None:
    """By `empresa/elemento`, as the table of elements and the address of its place have it."""
    company_id, _, element_id = text.partition("/")
    former = registry.former_elements.get(text)
    if not element_id:
        return None
    wanted = former or (registry.former["empresas"].get(company_id, company_id), element_id)
    entry = registry.companies.get(wanted[0])
    via = {"elemento_anterior": yes(wanted != (company_id, element_id))}
    for element in entry.record.elements if entry else ():
        if entry and element.id == wanted[1]:
            return element_answer(registry, text, entry, element, day, via)
    return None


def _known_name(registry: Registry, text: str, day: date) -> Answer | None:
    found = companies_named(registry, text)
    if len(found) == 1:
        return company_answer(registry, text, found[0].company, day, _via_name(found[0]))
    matches = [company_match(registry, one.company, day) for one in found]
    return _several(text, day, matches) if found else None


def _via_name(named: Named) -> Mapping[str, str]:
    return {"nombre_anterior": yes(named.former), "nombre_hallado": named.name}


# What is not.


def _absent(registry: Registry, text: str, day: date) -> Answer:
    """What the look of the text says of its absence."""
    if _is_meant_as_code(text) or _near(registry, text):
        return _absent_code(registry, text, day)
    if rut.looks_like(text) or _is_rut(text):
        return _absent_rut(registry, text, day)
    return _absent_name(registry, text, day)


def _is_meant_as_code(text: str) -> bool:
    """A name of eight letters is no code, nor are eight digits, unless written in two fours."""
    symbols = code.normalise(text)
    has_digit = re.search("[0-9]", text) is not None
    if _TWO_FOURS.fullmatch(text) and (has_digit or text in (text.upper(), text.lower())):
        return True
    if _CODE_SHAPE.fullmatch(text) and has_digit:
        return not rut.looks_like(text)
    if not code.is_well_formed(text) or _LIKE_A_RUT.fullmatch(symbols):
        return False
    return has_digit or code.is_valid(text)


def _is_rut(text: str) -> bool:
    try:
        rut.parse(text)
    except rut.RutError:
        return False
    return True


def _absent_code(registry: Registry, text: str, day: date) -> Answer:
    if code.is_valid(text):
        return _nothing(code.display(text), day, "codigo", "codigo_desconocido", query=text)
    near = _near(registry, text)
    case = {
        "hay_parecidos": yes(bool(near)),
        "parecidos": joined(near),
        "bien_formado": yes(code.is_well_formed(text)),
    }
    return _nothing(
        text, day, "codigo", "codigo_invalido", case, _near_matches(registry, near, day)
    )


def _near(registry: Registry, text: str) -> list[str]:
    """The codes of the register that may have been meant, if the text has the form of one."""
    if not code.is_well_formed(text):
        return []
    known = (*registry.certificates, *registry.seals_by_code)
    return code.near_misses(text, known)[:MOST_MATCHES]


def _near_matches(registry: Registry, codes: Iterable[str], day: date) -> Iterable[Match]:
    for written in codes:
        known = _known_code(registry, written, day)
        yield from known.matches if known else ()


def _absent_rut(registry: Registry, text: str, day: date) -> Answer:
    try:
        wanted = rut.parse(text)
    except rut.RutError:
        return _nothing(text, day, "rut", "rut_invalido")
    if rut.is_natural(wanted):
        return _nothing(text, day, "rut", "rut_no_publicado")
    return _nothing(text, day, "rut", "rut_ausente", _reach(registry, day))


def _absent_name(registry: Registry, text: str, day: date) -> Answer:
    if not fold(text):
        return _nothing(text, day, "vacia", "vacia")
    near = near_names(registry, text)
    matches = [company_match(registry, one.company, day) for one in near]
    return _nothing(text, day, "nombre", "nombre_ausente", _reach(registry, day), matches)


def _reach(registry: Registry, day: date) -> Mapping[str, str]:
    """How far this register's lists of companies go."""
    complete, asked = rolls.company_lists(registry, day)
    fictional = rolls.company_lists(registry, day, examples=True)
    return {
        "nominas": "completas" if 0 < asked == complete else "incompletas",
        "alguna_completa": yes(complete > 0),
        "completas": str(complete),
        "completas_ejemplo": str(fictional[0] or ""),
        "acuerdos": str(asked),
        "acuerdos_ejemplo": str(fictional[1] or ""),
    }


def _nothing(
    shown: str,
    day: date,
    kind: Kind,
    result: str,
    case: Mapping[str, str] | None = None,
    matches: Iterable[Match] = (),
    query: str | None = None,
) -> Answer:
    facts = {"resultado": result, "consulta": shown, **(case or {})}
    decided, offered = decision.decided("consulta", facts), tuple(matches)
    via = {"hay_nombres_parecidos": yes(kind == "nombre" and bool(offered))}
    return answered(
        query or shown, day, kind, decided, label=shown, found=False, matches=offered, via=via
    )


def _several(text: str, day: date, matches: list[Match]) -> Answer:
    facts = {"resultado": "varias", "consulta": text, "cuantas": str(len(matches))}
    shown = matches[:MOST_MATCHES]
    return answered(text, day, "varias", decision.decided("consulta", facts), matches=shown)
