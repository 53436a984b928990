"""Turns a natural person's record into what that person consented to publish, and nothing more.

`registry()` calls this before anything else sees the record, so no page or export can leak.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import BaseModel

from generator import rut, territory
from generator.folding import fold
from generator.model.company import Company, Consent, Element
from generator.model.seal import Seal

RESERVED = "[reservado]"
"""What stands in a text where a withheld value stood."""

EVERY_FIELD = frozenset({"nombre", "rut", "direccion", "ubicacion", "sitio_web"})

Redactor = Callable[[str], str]

_WORD = re.compile(r"[^\W_]+")
_CONNECTIVES = frozenset(("de", "del", "la", "las", "los", "y", "e", "san", "santa"))
_CORRECTED_FIELDS = {
    "nombre": "nombre razon social fantasia marca marcas identificador patente serie",
    "rut": "rut run rol",
    "direccion": "direccion calle domicilio",
    "ubicacion": "ubicacion lat lon latitud longitud coordenadas",
    "sitio_web": "sitio web pagina",
}


def consented(company: Company) -> frozenset[str]:
    """The personal fields that may be published: all of a legal person's, else those agreed to."""
    if company.kind == "persona_juridica":
        return EVERY_FIELD
    return frozenset(company.consent.fields) if company.consent else frozenset()


def is_indexable(company: Company) -> bool:
    """Whether search engines may list its page; a nameless natural person's is `noindex`."""
    return "nombre" in consented(company)


def reduced(company: Company) -> Company:
    """The record as anyone may see it. A legal person's comes back as it is."""
    if company.kind == "persona_juridica":
        return company
    allowed = consented(company)
    redact = redactor(company)
    ids = public_element_ids(company)
    changes: dict[str, Any] = {
        "former_names": () if "nombre" not in allowed else _former_names(company, allowed),
        "former_ids": tuple(one for one in company.former_ids if redact(one) == one),
        "consent": _consent(company.consent),
        "corrections": tuple(_correction(one, allowed) for one in company.corrections),
        "elements": tuple(_element(one, allowed, ids, redact) for one in company.elements),
    }
    if "nombre" not in allowed:
        changes |= {"legal_name": public_name(company), "trade_name": None, "brands": ()}
    if "rut" not in allowed:
        changes["rut"] = None
    if "sitio_web" not in allowed:
        changes["website"] = None
    cleaned: Company = _redacted(company.model_copy(update=changes), redact, keep=("legal_name",))
    return cleaned


def public_name(company: Company) -> str:
    """What a natural person without a published name is called: `Productor(a), Talca`."""
    codes = (company.comuna, *(element.comuna for element in company.elements))
    code = next((one for one in codes if one), None)
    comuna = territory.comuna(code) if code else None
    return f"Productor(a), {comuna.name}" if comuna else "Productor(a)"


def reduced_seal(seal: Seal, holder: Company) -> Seal:
    """A seal's record without what its holder, as recorded, did not consent to publish."""
    if holder.kind == "persona_juridica":
        return seal
    redact = redactor(holder)
    kept = tuple(one for one in seal.former_ids if redact(one) == one)
    element_id = public_element_ids(holder).get(seal.holder.element_id or "")
    named = seal.holder.model_copy(update={"element_id": element_id})
    changes = {"former_ids": kept, "holder": named if element_id else seal.holder}
    cleaned: Seal = _redacted(seal.model_copy(update=changes), redact)
    return cleaned


def _former_names(company: Company, allowed: frozenset[str]) -> tuple[Any, ...]:
    if "rut" in allowed:
        return company.former_names
    return tuple(one.model_copy(update={"rut": None}) for one in company.former_names)


def _consent(consent: Consent | None) -> Consent | None:
    """Which document it is concerns staff alone."""
    return consent.model_copy(update={"document": RESERVED}) if consent else None


def _correction(correction: Any, allowed: frozenset[str]) -> Any:
    """A correction of a withheld field says that there was one, not what it was."""
    words = set(fold(correction.field).split())
    hidden = any(
        field not in allowed and words & set(names.split())
        for field, names in _CORRECTED_FIELDS.items()
    )
    return (
        correction.model_copy(update={"said": RESERVED, "says": RESERVED}) if hidden else correction
    )


def public_element_ids(company: Company) -> dict[str, str]:
    """The id under which each element is published; one made of a withheld value is replaced."""
    redact = redactor(company)
    return {
        one.id: one.id if redact(one.id) == one.id else f"elemento-{number}"
        for number, one in enumerate(company.elements, start=1)
    }


def _element(
    element: Element, allowed: frozenset[str], ids: dict[str, str], redact: Redactor
) -> Element:
    kept = tuple(one for one in element.former_ids if redact(one) == one)
    changes: dict[str, Any] = {"id": ids[element.id], "former_ids": kept}
    if "direccion" not in allowed:
        changes["address"] = None
    if "ubicacion" not in allowed:
        changes["location"] = None
    if "nombre" not in allowed:
        changes["identifier"] = None
    return element.model_copy(update=changes)


# Withheld values inside other texts.


def redactor(company: Company) -> Redactor:
    """A function that blots out of any text what `company` (as recorded) does not publish.

    Case, accents and punctuation make no difference. Of a legal name or an address two words side
    by side are enough, whatever stands for the rest.
    """
    allowed = consented(company)
    phrases = [words for text in _withheld_texts(company, allowed) if (words := _words(text))]
    names = (_telling_words(texts) for texts in _told_by_parts(company, allowed))
    tellers = [words for words in names if words]
    numbers = _number_pattern(_withheld_ruts(company, allowed), _withheld_points(company, allowed))

    def redact(text: str) -> str:
        if numbers:
            text = numbers.sub(RESERVED, text)
        return _blot(text, phrases, tellers)

    return redact


def _withheld_texts(company: Company, allowed: frozenset[str]) -> Iterable[str]:
    if "nombre" not in allowed:
        yield from filter(None, (company.legal_name, company.trade_name, *company.brands))
        yield from (one.legal_name for one in company.former_names if one.legal_name)
        yield from (one.identifier for one in company.elements if one.identifier)
    if "direccion" not in allowed:
        yield from (one.address for one in company.elements if one.address)
    if "sitio_web" not in allowed and company.website:
        yield re.sub(r"^https://(www\.)?", "", company.website)


def _withheld_ruts(company: Company, allowed: frozenset[str]) -> list[str]:
    if "rut" in allowed:
        return []
    return [one for one in (company.rut, *(n.rut for n in company.former_names)) if one]


def _withheld_points(company: Company, allowed: frozenset[str]) -> list[str]:
    if "ubicacion" in allowed:
        return []
    places = (element.location for element in company.elements if element.location)
    return [str(abs(value)) for place in places for value in (place.latitude, place.longitude)]


def _number_pattern(ruts: list[str], points: list[str]) -> re.Pattern[str] | None:
    """Matches the RUTs in any usual writing, check digit or not, and the coordinates."""
    found = [_any_writing(one) for one in ruts]
    found += [re.escape(one).replace(r"\.", "[.,]") for one in points if "." in one]
    return re.compile(rf"(?<!\d)(?:{'|'.join(found)})(?!\d)", re.IGNORECASE) if found else None


def _any_writing(one: str) -> str:
    digits = r"[.\s]?".join(str(rut.body(one)))
    return rf"0{{0,2}}{digits}(?:\s?[-\u2010-\u2015]?\s?{one[-1]})?"


def _told_by_parts(company: Company, allowed: frozenset[str]) -> Iterable[list[str]]:
    """Texts of which a part gives away the whole, together where a mixture does too."""
    if "nombre" not in allowed:
        names = (company.legal_name, *(one.legal_name for one in company.former_names))
        yield [name for name in names if name]
    if "direccion" not in allowed:
        yield from ([one.address] for one in company.elements if one.address)


def _telling_words(texts: list[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _words(text)) - _CONNECTIVES


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text))


def _blot(text: str, phrases: list[tuple[str, ...]], tellers: list[frozenset[str]]) -> str:
    found = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in found]
    at, pieces, reached = 0, [], 0
    while at < len(words):
        runs = (_run_length(words, at, telling) for telling in tellers)
        length = max(_phrase_length(words, at, phrases), *runs, 0)
        if length:
            pieces += [text[reached : found[at].start()], RESERVED]
            reached = found[at + length - 1].end()
        at += length or 1
    return "".join((*pieces, text[reached:])) if pieces else text


def _phrase_length(words: list[str], at: int, phrases: list[tuple[str, ...]]) -> int:
    """How many words the longest withheld value that starts here has; 0 if none does."""
    return max((len(p) for p in phrases if tuple(words[at : at + len(p)]) == p), default=0)


def _run_length(words: list[str], at: int, telling: frozenset[str]) -> int:
    """How far a run of two or more telling words reaches, connectives between them included."""
    end, count = at, 0
    for place in range(at, len(words)):
        if words[place] in telling:
            end, count = place + 1, count + 1
        elif words[place] not in _CONNECTIVES or not count:
            break
    return end - at if count > 1 else 0


_CODES_AND_LISTS = frozenset(
    (
        *("id", "kind", "state", "size", "scope", "ciiu", "rubro", "comuna", "code", "renews"),
        *("agreement_id", "company_id", "element_id", "former_ids", "consent"),
    )
)
_ADDRESSES = frozenset({"url", "document", "website"})


def _redacted(block: Any, redact: Redactor, keep: tuple[str, ...] = ()) -> Any:
    """A copy of `block` with every free text redacted, in all that it holds."""
    changes: dict[str, Any] = {}
    for name in type(block).model_fields:
        value = getattr(block, name)
        if value is None or name in _CODES_AND_LISTS or name in keep:
            continue
        new = _redacted_value(name, value, redact)
        if new is not value:
            changes[name] = new
    return block.model_copy(update=changes) if changes else block


def _redacted_value(name: str, value: Any, redact: Redactor) -> Any:
    if isinstance(value, str):
        clean = redact(value)
        # An address with a hole in it leads nowhere.
        return value if clean == value else None if _is_address(name, value) else clean
    if isinstance(value, BaseModel):
        return _redacted(value, redact)
    if isinstance(value, tuple) and value:
        new = tuple(_redacted_value(name, one, redact) for one in value)
        return value if all(a is b for a, b in zip(new, value, strict=True)) else new
    return value


def _is_address(name: str, value: str) -> bool:
    return name in _ADDRESSES and value.startswith(("https://", "http://"))
