"""Turns the decision table into the ES module that the browser decides by (`estado/tabla.js`)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.days import long_en, long_es, parse_day
from generator.decision import TABLE, Row, Subject
from generator.decision.company_facts import COMPANY_STATES, UNITS
from generator.decision.facts import AND, HOLDER, SCOPE_NOUNS, SCOPE_NOUNS_EN, SEAL_REASONS
from generator.decision.given_names import GIVEN_NAMES, NAMELESS_PERSON_OF
from generator.decision.remark_rows import STALE_ROW
from generator.decision.rolls import ITS_AGREEMENT, ROLL_NAMES, THIS_AGREEMENT
from generator.folding import LONGEST_WORD
from generator.language import gettext, is_spanish
from generator.lookup import MOST_MATCHES
from generator.names import SHORTEST_PREFIX
from generator.near_names import MOST_NEAR, SHORTEST_WORD, SPARED_FROM
from generator.rut import NATURAL_BELOW
from generator.state_tests import CERTIFICATE_TESTS, ELEMENT_TESTS, SEAL_TESTS, StateTest
from generator.vocabulary import LABELS, label

MODULE = "estado/tabla.js"
"""Where scripts import it from."""
OF_RECORDS: tuple[Subject, ...] = ("certificado", "sello", "elemento", "empresa", "nomina", "aviso")
"""What a record page's own words need; the rest answers questions."""


def script(subjects: Iterable[Subject] = tuple(TABLE)) -> str:
    """The module in the language spoken: tests, rows and the words they are filled with.

    `subjects` are those whose rows it holds.
    """
    body = json.dumps(table(subjects), ensure_ascii=False, separators=(",", ":"))
    return (
        f"/** The decision table, as the generator holds it. */\nexport const DECISIONS = {body};\n"
    )


def table(subjects: Iterable[Subject] = tuple(TABLE)) -> dict[str, Any]:
    """The table and all that the browser's engine needs beside it, as plain data."""
    return {
        "tests": {
            "certificado": _tests(CERTIFICATE_TESTS),
            "sello": _tests(SEAL_TESTS),
            "elemento": _tests(ELEMENT_TESTS),
        },
        "rows": {subject: [_row(one) for one in TABLE[subject]] for subject in subjects},
        "stale": _row(STALE_ROW),
        "scopes": _said(SCOPE_NOUNS),
        "scopesEnglish": SCOPE_NOUNS_EN,
        "units": {unit: list(words) for unit, words in UNITS.items()},
        **({} if is_spanish() else {"inSpanish": _in_spanish()}),
        "thisAgreement": gettext(THIS_AGREEMENT),
        "itsAgreement": gettext(ITS_AGREEMENT),
        "holder": gettext(HOLDER),
        "and": gettext(AND),
        "givenNames": {name: gettext(name) for name in GIVEN_NAMES},
        "namelessPerson": [NAMELESS_PERSON_OF, gettext(NAMELESS_PERSON_OF)],
        "sealReasons": _said(SEAL_REASONS),
        "companyStates": COMPANY_STATES,
        "uses": {use: label("seal_use", use).lower() for use in LABELS["seal_use"]},
        "rolls": [gettext(name) for name in ROLL_NAMES.values()],
        "months": {"es": _months(long_es, " de "), "en": _months(long_en, " ")},
        "naturalBelow": NATURAL_BELOW,
        "shortestPrefix": SHORTEST_PREFIX,
        "mostMatches": MOST_MATCHES,
        "nearNames": {
            "mostNear": MOST_NEAR,
            "shortestWord": SHORTEST_WORD,
            "longestWord": LONGEST_WORD,
            "sparedFrom": SPARED_FROM,
        },
    }


def _said(words: Mapping[str, str]) -> dict[str, str]:
    return {key: gettext(text) for key, text in words.items()}


def _in_spanish() -> dict[str, Any]:
    """The states as fingerprints keep them, which are the same in every language."""
    rows = (*(row for rows in TABLE.values() for row in rows), STALE_ROW)
    return {"states": {one.id: one.state for one in rows if one.state}, "reasons": SEAL_REASONS}


def _tests(tests: Iterable[StateTest]) -> list[list[str]]:
    return [[one.state, one.fact, one.operator, one.other] for one in tests]


def _row(row: Row) -> dict[str, Any]:
    """Its English line goes with the Spanish words only."""
    found = {
        "id": row.id,
        "when": {name: list(values) for name, values in row.when.items()},
        "level": row.level,
        "word": gettext(row.word),
        "state": gettext(row.state),
        "estado": row.estado,
        "sentence": gettext(row.sentence),
        "use": gettext(row.use),
        "now": gettext(row.now),
        "english": row.english if is_spanish() else "",
        "affirms": row.affirms,
    }
    return {key: value for key, value in found.items() if value}


def _months(words: Any, joint: str) -> list[str]:
    return [words(parse_day(f"2000-{month:02}-01")).split(joint)[1] for month in range(1, 13)]
