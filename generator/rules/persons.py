"""Natural persons: nothing of theirs is published without consent, not even through an id."""

import re
from collections.abc import Iterator, Mapping

from generator import folding, rut
from generator.load import Entry, is_lost
from generator.model.company import Company
from generator.problem import Finding
from generator.rules.here import Here, each
from generator.rules.index import Index

SHORTEST_NAME = 3
NO_NAMES = frozenset(
    "de del la las los el y e san santa productor productora agricultor agricultora spa ltda "
    "eirl empresa comercial sociedad".split()
)
_DIGITS = re.compile(r"[0-9]{6,8}-?[0-9k]")


def _natural_persons(index: Index) -> Iterator[tuple[Entry[Company], Here]]:
    for entry in index.companies:
        if entry.record.kind == "persona_natural":
            yield entry, Here(entry.path)


def _consented(company: Company, field: str) -> bool:
    """Whether a field may be published; also true where the consent could not be read."""
    consent = company.consent
    if consent is None:
        return False
    return is_lost(consent, consent.fields, *consent.fields) or field in consent.fields


def persons_rut_needs_consent(index: Index) -> Iterator[Finding]:
    """The RUT of a natural person is recorded only where that person agreed to it."""
    for entry, here in _natural_persons(index):
        if _consented(entry.record, "rut"):
            continue
        if entry.record.rut is not None:
            yield Finding(here.spot("rut", on="key"), "APL342")
        for name, there in each(entry.record.former_names, here, "nombres_anteriores"):
            if name.rut is not None:
                yield Finding(there.spot("rut", on="key"), "APL342")


def consent_is_of_a_natural_person(index: Index) -> Iterator[Finding]:
    """Only natural persons consent."""
    for entry in index.companies:
        if entry.record.kind == "persona_juridica" and entry.record.consent is not None:
            yield Finding(Here(entry.path).spot("consentimiento", on="key"), "APL343")


def persons_id_does_not_name_them(index: Index) -> Iterator[Finding]:
    """The id, today's or a former one, is not made from the person's name or RUT."""
    for entry, here in _natural_persons(index):
        if _may_be_a_firm(entry.record):
            continue
        names = _name_words(entry.record)
        if found := _telling(entry.id, entry.record, names):
            yield Finding(here.spot(on="key"), "APL202", {"id": entry.id, **found})
        for number, old in enumerate(entry.record.former_ids):
            if not is_lost(old) and (found := _telling(old, entry.record, names)):
                spot = here.spot("ids_anteriores", number)
                yield Finding(spot, "APL202", {"id": old, **found})


def _may_be_a_firm(company: Company) -> bool:
    """Whether the RUT is a firm's: then `tipo` is the likely slip, and the RUT tells."""
    return bool(company.rut) and not rut.is_natural(company.rut or "")


def _name_words(company: Company) -> frozenset[str]:
    """The words of the legal name; of the trade name too, unless names may be published."""
    names = [company.legal_name, *(one.legal_name for one in company.former_names)]
    if not _consented(company, "nombre"):
        names.append(company.trade_name)
    words = {word for name in names if name for word in folding.fold(name).split()}
    return frozenset(word for word in words - NO_NAMES if len(word) >= SHORTEST_NAME)


_ITS_RUT = {"found": "su RUT", "found_en": "the RUT"}


def _telling(id: str, company: Company, names: frozenset[str]) -> Mapping[str, object]:
    """What in an id tells who the person is, in words; nothing where it keeps quiet."""
    for part in id.split("-"):
        if part in names:
            return {"found": f"«{part}»", "found_en": f"“{part}”"}
    if company.rut and str(rut.body(company.rut)) in id.replace("-", ""):
        return _ITS_RUT
    return _ITS_RUT if any(_is_rut(match[0]) for match in _DIGITS.finditer(id)) else {}


def _is_rut(text: str) -> bool:
    try:
        return rut.is_natural(rut.parse(text))
    except rut.RutError:
        return False


def elements_do_not_name_the_person(index: Index) -> Iterator[Finding]:
    """Without consent to the name, no element's id or name holds the person's."""
    for entry, here in _natural_persons(index):
        if _consented(entry.record, "nombre") or _may_be_a_firm(entry.record):
            continue
        names = _name_words(entry.record)
        for element, there in each(entry.record.elements, here, "elementos"):
            for key, text in (("id", element.id), ("nombre", element.name)):
                found = [word for word in folding.fold(str(text)).split() if word in names]
                if found:
                    params = {"value": text, "found": " ".join(found)}
                    yield Finding(there.spot(key), "APL209", params)


RULES = (
    persons_rut_needs_consent,
    consent_is_of_a_natural_person,
    persons_id_does_not_name_them,
    elements_do_not_name_the_person,
)
