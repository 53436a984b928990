"""Diagnostics and blocks → the Spanish sentence that an editor shows where a value does not fit."""

import re
from collections.abc import Mapping, Sequence

from generator.messages import CATALOGUE

_OWN: Mapping[str, str] = {
    "APL030": "va un texto, y no puede estar en blanco",
    "APL050": "va entre comillas: otros programas lo leen como número",
}
"""Where the diagnostic speaks of one case only, and an editor asks about all."""

_QUOTED = re.compile(r"(?:, y dice )?«\{value\}» ?")


def expected(code: str, bounds: str = "") -> str:
    """What the diagnostic `code` says of any value, with its hint and its number."""
    message = CATALOGUE[code]
    said = _OWN.get(code) or _QUOTED.sub("", message.es)
    hint = "" if code in _OWN else message.hint_es
    sentences = [f"{said[0].upper()}{said[1:]}.", *filter(None, [hint, bounds])]
    return f"{' '.join(sentences)} ({code})"


def between(low: object, high: object) -> str:
    """The range of a number, where it has one that is worth a word."""
    if low is None:
        return ""
    return f"Va de {low} a {high}." if high is not None else f"Va {low} o más."


def one_of(values: Sequence[str]) -> str:
    """The values that a field may have."""
    return f"No está entre los valores posibles: {', '.join(values)}. (APL025)"


def missing(key: str) -> str:
    """A key that the record cannot do without."""
    return f"Falta la clave «{key}». (APL020)"


def keys(title: str, needed: Sequence[str], others: Sequence[str]) -> str:
    """The keys of a block, where one is missing or one too many."""
    return f"Falta o sobra una clave en «{title}»: {_keys(needed, others)}. (APL020, APL021)"


def no_block(title: str, needed: Sequence[str], others: Sequence[str]) -> str:
    """The keys of a block, where something else stands."""
    return f"«{title}» es un bloque de claves, una por línea: {_keys(needed, others)}. (APL023)"


def _keys(needed: Sequence[str], others: Sequence[str]) -> str:
    parts = [f"necesita {', '.join(needed)}" if needed else ""]
    parts.append(f"puede llevar {', '.join(others)}" if others else "")
    return "; ".join(filter(None, parts))


NO_LIST = (
    "Va una lista: cada valor en su línea, con «- » adelante, o entre corchetes: [a, b]. (APL024)"
)
EMPTY_LIST = "La lista necesita al menos un valor. (APL026)"
