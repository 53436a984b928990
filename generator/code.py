"""Turns a certificate or seal code in any writing into its symbols, and checks or mints codes.

A code has 8 symbols of Crockford's base 32, the last a Luhn mod 32 check symbol over the values 0
to 31 in the alphabet's order; it is written `ABCD-EFGG` and stands in addresses as `ABCDEFGG`.
"""

import re
from collections.abc import Callable, Container, Iterable
from functools import lru_cache
from string import ascii_lowercase

from stdnum import luhn

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8

_TRIES = 10_000
_FILLER = re.compile("[\\s\\-\u00ad\u200b\u2010-\u2015\u2043\u2212\ufe58\ufe63\ufeff\uff0d]+")
_READ_AS = str.maketrans(ascii_lowercase + "OIL", "ABCDEFGH1JK1MN0PQRSTUVWXYZ" + "011")
_WELL_FORMED = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_LIKE_A_RUT = re.compile(r"[0-9]{7}[0-9K]")


def normalise(text: str) -> str:
    """The symbols of `text`: upper case, no spaces or dashes, O read as 0, I and L as 1.

    Whatever else it holds is left in, and it may have any length. Only ASCII letters change case,
    so that no foreign letter turns into a symbol.
    """
    return _FILLER.sub("", text).translate(_READ_AS)


def is_well_formed(text: str) -> bool:
    """Whether `text` reads as 8 symbols of the alphabet, the check symbol right or not."""
    return _WELL_FORMED.fullmatch(normalise(text)) is not None


def is_valid(text: str) -> bool:
    """Whether `text` reads as a code whose check symbol is right."""
    return is_well_formed(text) and luhn.is_valid(normalise(text), ALPHABET)


def check_symbol(body7: str) -> str:
    """The symbol that makes 7 symbols a code; ValueError if one of them is none."""
    if len(body7) != LENGTH - 1:
        raise ValueError(body7)
    return luhn.calc_check_digit(body7, ALPHABET)


def display(code: str) -> str:
    """A code as it is written: `ABCD-EFGG`. A text that is no code comes back as its symbols."""
    symbols = normalise(code)
    return f"{symbols[:4]}-{symbols[4:]}" if len(symbols) == LENGTH else symbols


@lru_cache(maxsize=16384)
def compact(code: str) -> str:
    """A code as it stands in addresses: `ABCDEFGG`."""
    return normalise(code)


def near_misses(text: str, known: Iterable[str]) -> list[str]:
    """The `known` codes one wrong symbol or one swap of neighbours away, as given, sorted."""
    symbols = normalise(text)
    return sorted(code for code in known if _is_one_slip(symbols, normalise(code)))


def _is_one_slip(typed: str, meant: str) -> bool:
    if len(typed) != len(meant) or typed == meant:
        return False
    wrong = [i for i, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    first, second = wrong[0], wrong[1]
    swapped = typed[first] == meant[second] and typed[second] == meant[first]
    return len(wrong) == 2 and second == first + 1 and swapped


def mint(taken: Container[str], random: Callable[[int], int]) -> str:
    """A new code in its written form, in `taken` neither so nor compact.

    `random(n)` gives 0 to n-1. Never digits alone nor digits and a final K, which a reader would
    take for a RUT. RuntimeError if `random` keeps giving codes that cannot be used.
    """
    for _ in range(_TRIES):
        body = "".join(ALPHABET[random(len(ALPHABET))] for _ in range(LENGTH - 1))
        symbols = body + check_symbol(body)
        if _LIKE_A_RUT.fullmatch(symbols):
            continue
        if symbols not in taken and display(symbols) not in taken:
            return display(symbols)
    raise RuntimeError("the source of randomness gives no usable code")
