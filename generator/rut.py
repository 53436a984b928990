"""Turns a RUT in any usual writing into its canonical form `12345678-5`, or says what is wrong.

The check digit is modulo 11 over the weights 2 to 7 (python-stdnum computes it). That library
refuses RUTs below 1.000.000 and takes full-width digits; this module does the opposite.
"""

import re
from typing import Literal

from stdnum.cl.rut import calc_check_digit

Reason = Literal["format", "check_digit", "denied"]

NATURAL_BELOW = 50_000_000
"""Below this body a RUT is taken for a natural person's, from it on for an entity's."""

_LARGEST_BODY = 99_999_999
_LONGEST_TEXT = 40
_DASHES = "\\-\u00ad\u2010-\u2015\u2212\ufe63\uff0d"
_LABEL = re.compile(r"\s*R\.?U\.?[TN]\.?\s*(?:N[°º]\s*)?:?", re.IGNORECASE)
_FILLER = re.compile(r"[\s.]+")
_USUAL = re.compile(rf"([0-9]{{1,3}}(?:[{_DASHES}]?[0-9]{{3}}){{0,2}})[{_DASHES}]?([0-9Kk])")
_RECORDED = re.compile(r"([0-9]{1,8}|[0-9]{1,3}(?:\.[0-9]{3}){1,2})-([0-9Kk])")
_CANONICAL = re.compile(r"([1-9][0-9]{0,7})-([0-9K])")


class RutError(ValueError):
    """A text that is no RUT; `reason` says why: its writing, its check digit, or the number 0."""

    def __init__(self, reason: Reason, text: str) -> None:
        super().__init__(f"{reason}: {text[:_LONGEST_TEXT]}")
        self.reason: Reason = reason


def parse(text: str) -> str:
    """The canonical form of a RUT as people write it; RutError if it is none.

    Dots, spaces, any dash or none, `k`, leading zeros and a "RUT" in front are all usual. Dashes
    may only stand between groups of three or before the check digit: a date is no RUT.
    """
    match = _loose(text)
    if not match:
        raise RutError("format", text)
    return _checked(re.sub(r"[^0-9]", "", match[1]), match[2], text)


def canonical(text: str) -> str:
    """The canonical form of a RUT as a record may hold it; RutError if it may not.

    Digits, dots only as thousands separators, a dash, and a digit, `k` or `K`.
    """
    match = _RECORDED.fullmatch(text)
    if not match:
        raise RutError("format", text)
    return _checked(match[1].replace(".", ""), match[2], text)


def _loose(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST_TEXT:
        return None
    label = _LABEL.match(text)
    return _USUAL.fullmatch(_FILLER.sub("", text[label.end() :] if label else text))


def _checked(digits: str, written: str, text: str) -> str:
    number = int(digits)
    if number > _LARGEST_BODY:
        raise RutError("format", text)
    if number == 0:
        raise RutError("denied", text)
    if written.upper() != check_digit(number):
        raise RutError("check_digit", text)
    return f"{number}-{written.upper()}"


def check_digit(body: int) -> str:
    """The check digit, `0` to `9` or `K`, of the number `body`."""
    return calc_check_digit(str(body))


def body(rut: str) -> int:
    """The number of a canonical RUT, without its check digit; ValueError for any other text."""
    match = _CANONICAL.fullmatch(rut)
    if not match:
        raise ValueError(rut)
    return int(match[1])


def is_natural(rut: str) -> bool:
    """Whether a canonical RUT is in the range of natural persons: personal data, not published."""
    return body(rut) < NATURAL_BELOW


def display(rut: str) -> str:
    """A canonical RUT as Chile reads it: `12.345.678-5`."""
    thousands = f"{body(rut):,}".replace(",", ".")
    return f"{thousands}-{rut[-1]}"


def looks_like(text: str) -> bool:
    """Whether who types `text` means a RUT: 7 to 9 symbols, the check digit right or not."""
    match = _loose(text)
    return match is not None and 7 <= len(re.sub(r"[^0-9Kk]", "", match[0])) <= 9
