"""`apl status`: the public answer, in the terminal."""

import argparse
import json
import sys
from collections.abc import Mapping

from generator import clock, inspection, lookup
from generator.answer import Answer, as_known
from generator.arguments import CLEAN, NOTHING_FOUND
from generator.messages import Language
from generator.registry import registry
from generator.terminal import asked
from generator.unchanged import Memory

FAULTY: Mapping[Language, str] = {
    "es": "El registro tiene faltas, y lo que las tiene no responde: míralas con «apl check».",
    "en": "The registry has faults, and what has them does not answer: see “apl check”.",
}


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Run it; gives the exit code."""
    query = " ".join(options.query).strip()
    if not query:
        raise asked.UsageError(
            "escribe un RUT, un código o un nombre", "write a RUT, a code or a name"
        )
    checked = inspection.check(asked.registry(options), asked.day(options))
    found = as_known(
        lookup.answer(registry(checked.loaded), query, asked.day(options)), clock.today()
    )
    if checked.has_faults:
        print(FAULTY[options.lang], file=sys.stderr)
        if not found.found:  # it may stand in a file with a fault: silence would be a false no
            return NOTHING_FOUND
    if options.format == "json":
        print(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        print(answer_text(found, options.lang))
    return CLEAN if found.found else NOTHING_FOUND


def answer_text(found: Answer, language: Language) -> str:
    """The answer in the terminal: the promised first line, what it means, what it is about.

    The first line and the list of records are in the register's own words in either language.
    """
    if language == "en":
        words = [found.english, found.english_use, found.english_now, *found.english_remarks]
    else:
        words = [found.sentence, found.meaning, found.what_now, *found.remarks]
    matches = [f"  - {match.name}: {match.state}" for match in found.matches]
    return "\n".join([found.first_line, *filter(None, words), *matches])
