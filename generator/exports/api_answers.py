"""A code or RUT → the public answer on it, as the terminal and the pages give it."""

from typing import Any

from generator.answer import Answer
from generator.load import Entry
from generator.model.company import Company
from generator.model.seal import Seal
from generator.record_answers import (
    certificate_answer,
    company_answer,
    seal_answer,
    withdrawn_answer,
)
from generator.registry import Granted, Registry, Tombstone
from generator.views.survey import Survey

Json = dict[str, Any]


def certificate(survey: Survey, granted: Granted) -> Json:
    """The answer on a certificate's code."""
    code = granted.certificate.code
    found = certificate_answer(survey.registry, code, granted, survey.day)
    place = (granted.company.id, granted.element.id, granted.adhesion.agreement_id)
    return _answer(found, *place)


def seal(survey: Survey, entry: Entry[Seal]) -> Json:
    """The answer on a seal's code."""
    found = seal_answer(survey.registry, entry.record.code, entry, survey.day)
    return _answer(found, entry.record.holder.company_id, entry.record.holder.element_id)


def withdrawn(survey: Survey, code: str, stone: Tombstone) -> Json:
    """The answer on a code whose record was withdrawn, with the company that continues it."""
    found = withdrawn_answer(survey.registry, code, stone, survey.day, code)
    return _answer(found, _heir(survey.registry, stone))


def _heir(registry: Registry, stone: Tombstone) -> str | None:
    if not stone.heir or stone.collection != "empresas":
        return None
    living = registry.living("empresas", stone.heir)
    return living.id if living else None


def company(survey: Survey, rut: str, entry: Entry[Company], *, is_former: bool) -> Json:
    """The answer on the RUT of a company, or on one that it had before."""
    via = {"rut_anterior": "si"} if is_former else None
    found = company_answer(survey.registry, rut, entry, survey.day, via, listed=False)
    return _answer(found, entry.id)


def _answer(
    found: Answer,
    company_id: str | None,
    element_id: str | None = None,
    agreement_id: str | None = None,
) -> Json:
    """`estado`, `palabra` and all sentences come from the decision table of the site."""
    return {
        **found.as_json(),
        "palabra": found.word,
        "frase": found.sentence,
        "significado": found.meaning or None,
        "que_hacer": found.what_now or None,
        "observaciones": list(found.remarks),
        "en": {
            "frase": found.english,
            "significado": found.english_use or None,
            "que_hacer": found.english_now or None,
            "observaciones": list(found.english_remarks),
        },
        "empresa": company_id,
        "elemento": element_id,
        "acuerdo": agreement_id,
        "ejemplo": found.example,
    }
