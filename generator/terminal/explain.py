"""`apl explain`: rules in words, with a bad and a good example; or the list of them all."""

import argparse
import re
import sys

from generator import explanations, folding
from generator.arguments import CLEAN, USAGE
from generator.messages import CATALOGUE, Language
from generator.unchanged import Memory

_UNKNOWN: dict[Language, str] = {
    "es": "apl: no hay una regla «{code}»; {near}",
    "en": "apl: there is no rule “{code}”; {near}",
}
_NEAR: dict[Language, str] = {"es": "¿quisiste decir {near}?", "en": "did you mean {near}?"}
_LIST: dict[Language, str] = {
    "es": "«apl explain» las muestra todas",
    "en": "“apl explain” lists them all",
}


def run(options: argparse.Namespace, _: Memory | None = None) -> int:
    """Print what is asked for; a code that no rule has is wrong usage, and nothing is printed."""
    spoken: Language = options.lang
    codes = [_code(word) for word in options.codes]
    unknown = [code for code in codes if code not in CATALOGUE]
    for code in unknown:
        print(_UNKNOWN[spoken].format(code=code, near=_near(code, spoken)), file=sys.stderr)
    if unknown:
        return USAGE
    said = [explanations.as_text(code, spoken) for code in codes]
    print("\n\n".join(said) if codes else explanations.listed(spoken))
    return CLEAN


def _code(word: str) -> str:
    """`APL041` as people type it: `apl041`, `APL 41`, `41`."""
    match = re.fullmatch(r"\s*(?:APL)?[\s-]*([0-9]{1,9})\s*", word, re.IGNORECASE | re.ASCII)
    return f"APL{int(match[1]):03}" if match else word.strip()


def _near(code: str, spoken: Language) -> str:
    """The code that was most likely meant: the one that looks like it, or the nearest number."""
    near = folding.closest(code, CATALOGUE)
    if not near and re.fullmatch("APL[0-9]{3}", code):
        near = min(CATALOGUE, key=lambda one: abs(int(one[3:]) - int(code[3:])))
    return _NEAR[spoken].format(near=near) if near else _LIST[spoken]
