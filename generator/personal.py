"""Turns free text into the personal contact data it holds: e-mails, telephones, persons' RUTs.

The rule is the data model's ("No personal contact data anywhere"). Text is first made plain, so
that full-width digits, odd spaces and dashes, accents and invisible characters hide nothing.
Every pattern has bounded repeats: a mebibyte of hostile text takes linear time.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator import rut

Kind = Literal["email", "phone", "rut"]
Span = tuple[Kind, int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """Personal contact data in a text: `text[start:end]`, as it is written there."""

    kind: Kind
    start: int
    end: int
    text: str


def findings(text: str) -> list[Finding]:
    """All personal contact data in `text`, in order, none overlapping another.

    Found: e-mail addresses; telephones (`+56` and 8 or 9 digits in any grouping; `9 dddd dddd`,
    `2 dddd dddd`; 8 or 9 digits after tel, fono, cel, contacto, WhatsApp); RUTs below 50.000.000
    with the right check digit. Not found: sums of money, years, dates, coordinates, BIP codes,
    other RUTs.
    """
    if not _MAY_HOLD_ANY.search(text):
        return []
    plain, places = _plain(text)
    spans = [*_emails(plain), *_phones(plain), *_announced_phones(plain), *_ruts(plain)]
    return [
        Finding(kind, places[start], places[end - 1] + 1, text[places[start] : places[end - 1] + 1])
        for kind, start, end in _apart(spans)
    ]


_MAY_HOLD_ANY = re.compile(r"[@\uff20\ufe6b\d]")


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans in order, without those that begin inside an earlier or longer one."""
    reached = 0
    for span in sorted(spans, key=lambda span: (span[1], -span[2])):
        if span[1] >= reached:
            reached = span[2]
            yield span


# Plain text: one ASCII character for each of its many look-alikes.

_DROPPED = "\x00"


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """`text` in plain characters, and for each of them its place in `text`."""
    if text.isascii():
        return text.replace("\t", " "), range(len(text))
    plain = text.translate(_PLAINER)
    kept = [place for place, character in enumerate(plain) if character != _DROPPED]
    return plain.replace(_DROPPED, ""), kept


class _Plainer(dict[int, str]):
    """The plain character for each character, worked out when first met."""

    def __missing__(self, point: int) -> str:
        self[point] = _plain_character(chr(point))
        return self[point]


def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if character == _DROPPED or category in ("Cf", "Mn"):
        return _DROPPED
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs" or character == "\t":
        return " "
    if category == "Pd" or character == "\u2212":
        return "-"
    is_wide = "\uff01" <= character <= "\uff5e" or "\ufe50" <= character <= "\ufe6b"
    if category[0] == "L" or is_wide or character == "\u2024":
        return unicodedata.normalize("NFKD", character)[0]
    return character


_PLAINER = _Plainer()


# E-mail addresses: found from the @ outwards, so that long words cost nothing.

_DOMAIN = re.compile(r"(?:\w(?:[\w-]{0,61}\w)?\.){1,6}[^\W\d_]{2,24}(?!\w)")
_LONGEST_LOCAL = 64


def _emails(plain: str) -> Iterator[Span]:
    for at in re.finditer("@", plain):
        start = _local_start(plain, at.start())
        domain = _DOMAIN.match(plain, at.end())
        if start < at.start() and domain:
            yield "email", start, domain.end()


def _local_start(plain: str, at: int) -> int:
    """Where the part before the @ starts; `at` itself where there is none."""
    start = at
    while start > max(0, at - _LONGEST_LOCAL) and _is_local(plain[start - 1]):
        start -= 1
    while start < at and plain[start] in ".'-":
        start += 1
    return start


def _is_local(character: str) -> bool:
    return character.isalnum() or character in "._+%'-"


# Telephones that show by their own form.

_MONEY_BEFORE = re.compile(r"(?:\$|\b(?:UF|UTM|CLP|USD))\s{0,2}$", re.IGNORECASE)
_MONEY_AFTER = re.compile(
    r"\s{0,2}(?:%|(?:pesos|dolares|millones|miles|UF|UTM|UTA|CLP|USD|US\$)(?!\w))", re.IGNORECASE
)
_INTERNATIONAL = re.compile(r"\+[ (]{0,2}56(?:[ .()/\r\n-]{0,3}[0-9]){8,9}(?![0-9])")
_GROUPED = tuple(
    re.compile(
        r"(?<![\w$])(?<![0-9][.,])(?<![^\W\d_][-/])"
        rf"(?:0|56)?\(?{first}[){between}]{{1,3}}([0-9]{{4}})[{between}]{{1,3}}([0-9]{{4}})"
        r"(?![0-9]|-\w)"
    )
    for first, between in (("9", " .-"), ("2", " "))  # 2-2345-6789 is an invoice or a code
)


def _phones(plain: str) -> Iterator[Span]:
    for match in _INTERNATIONAL.finditer(plain):
        if not _is_money(plain, match.start(), match.end()):
            yield "phone", match.start(), match.end()
    for grouped in _GROUPED:
        for match in grouped.finditer(plain):
            are_years = _is_year(match[1]) and _is_year(match[2])
            if not are_years and not _is_money(plain, match.start(), match.end()):
                yield "phone", match.start(), match.end()


def _is_money(plain: str, start: int, end: int) -> bool:
    before = plain[max(0, start - 6) : start]
    return bool(_MONEY_BEFORE.search(before) or _MONEY_AFTER.match(plain, end))


def _is_year(digits: str) -> bool:
    return "1800" <= digits <= "2100"


# Telephones that a word announces.

_ANNOUNCES = re.compile(
    r"(?<![^\W\d_])(?:tel(?:ef[a-z]{0,8}|fs?|s)?|fonos?|cel(?:s|ular(?:es)?)?"
    r"|contact(?:os?|anos|ame|ar(?:se|nos|la|le|lo|me)?|en?(?:se|nos|me)?)"
    r"|whats ?app|wsp|wa\.me)(?![a-z])",
    re.IGNORECASE,
)
_GAP = re.compile(r"[^0-9@$+]{0,40}")
_SENTENCE_END = re.compile(r"\w{4}[.;!?]\s")
_NEXT = re.compile(r"[^\w$]{0,5}(?:[yo] )?(?=[0-9+])")
_SUBSCRIBER = r"[0-9](?:[ .()/-]{0,3}[0-9]){7,8}(?![0-9])"
_NUMBER = re.compile(rf"(?:\+|00)?[ (]?56[ .()/-]{{0,3}}{_SUBSCRIBER}|0?{_SUBSCRIBER}")
_SPACED_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3}){2}(?![0-9])")
_DATE = re.compile(
    r"(?:[0-9]{1,2}([-/. ])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}([-/. ])[0-9]{1,2}\2[0-9]{1,2})(?![0-9])"
)
_YEARS = re.compile(r"([0-9]{4})[ /-]{1,3}([0-9]{4})(?![0-9])")
_MEASURE_AFTER = re.compile(
    r"\s{0,2}(?:m[23²³]|k?m|kwh|mwh|gwh|kg|t|ton[a-z]*|tco2e?|litros|ha|hectareas|personas"
    r"|empresas|instalaciones|habitantes|unidades|productos)(?!\w)",
    re.IGNORECASE,
)


def _announced_phones(plain: str) -> Iterator[Span]:
    """8 or 9 digits close behind a word that announces them, and those listed after them."""
    for word in _ANNOUNCES.finditer(plain):
        gap = _GAP.match(plain, word.end())
        if gap is None or _SENTENCE_END.search(gap[0]):
            continue
        is_near = not re.search(r"[^\W_]{3}", gap[0])
        start = gap.end()
        while (end := _announced_end(plain, start, is_near)) is not None:
            yield "phone", start, end
            following = _NEXT.match(plain, end)
            if following is None:
                break
            start = following.end()


def _announced_end(plain: str, start: int, is_near: bool) -> int | None:
    """Where the telephone that begins at `start` ends; None where none begins there.

    `is_near`: nothing but punctuation stands between it and its word. Only there does a number
    with points (`987.654.321`) or with a measure behind it count as a telephone.
    """
    number = _NUMBER.match(plain, start)
    if not number or _is_date_or_years(plain, start) or _RUT.match(plain, start):
        return None
    end = number.end()
    if _is_money(plain, start, end) or (not is_near and _is_quantity(plain, start, end)):
        return None
    return end


def _is_quantity(plain: str, start: int, end: int) -> bool:
    is_grouped = "." in plain[start:end] or _SPACED_THOUSANDS.match(plain, start)
    return bool(is_grouped or _MEASURE_AFTER.match(plain, end))


def _is_date_or_years(plain: str, start: int) -> bool:
    years = _YEARS.match(plain, start)
    if years and _is_year(years[1]) and _is_year(years[2]):
        return True
    return _DATE.match(plain, start) is not None


# RUTs of natural persons.

_RUT = re.compile(
    r"(?<![\w$])(?<![0-9][.,])(?<![^\W\d_]-)"
    r"(0{0,2}[0-9]{1,3}(?:\.[0-9]{3}){1,2}|[0-9]{1,2}(?: [0-9]{3}){2}|[0-9]{6,10})"
    r"(?:-([0-9K])(?!\w|-\w|[.,][0-9])| ?- ?([0-9K])(?=\s{0,3}(?:$|[.,;:)\]](?![0-9]))))",
    re.IGNORECASE,
)
_BUDGET_CODE = re.compile(r"\b(?:BIP|codigo|cod|folio)\W{0,3}(?:n\W{0,3}|no )?$", re.IGNORECASE)
_RUT_LABEL = re.compile(  # not up to the open part of a masked RUT: **.***.678-5
    r"(?<!\w)(?:r\.?u\.?[tn]\.?|cedula|carnet)(?![^\W\d_])[^0-9$\n]{0,20}(?<![*x]\.)(?<!\*)",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[0-9](?:[. -]{0,3}[0-9]){0,9}(?:[. -]{0,3}K)?(?!\w)", re.IGNORECASE)
_FEWEST_UNDASHED = 7


def _ruts(plain: str) -> Iterator[Span]:
    for match in _RUT.finditer(plain):
        digits = re.sub(r"\D", "", match[1])
        if _is_persons(f"{digits}-{match[2] or match[3]}") and not _is_code(plain, match):
            yield "rut", match.start(), match.end()
    for label in _RUT_LABEL.finditer(plain):
        labelled = _LABELLED.match(plain, label.end())
        if labelled and _is_whole(labelled[0]) and _is_persons(labelled[0]):
            yield "rut", labelled.start(), labelled.end()


def _is_persons(written: str) -> bool:
    try:
        return rut.is_natural(rut.parse(written))
    except rut.RutError:
        return False


def _is_code(plain: str, match: re.Match[str]) -> bool:
    """Whether the number is money, or the text calls it a code; BIP codes look like RUTs."""
    before = plain[max(0, match.start() - 16) : match.start()]
    is_code = _BUDGET_CODE.search(before) is not None
    return is_code or _is_money(plain, match.start(), match.end())


def _is_whole(written: str) -> bool:
    return "-" in written or len(re.sub(r"[^0-9Kk]", "", written)) >= _FEWEST_UNDASHED


PATTERNS = {
    "mayHold": _MAY_HOLD_ANY,
    "domain": _DOMAIN,
    "moneyBefore": _MONEY_BEFORE,
    "moneyAfter": _MONEY_AFTER,
    "international": _INTERNATIONAL,
    "groupedNine": _GROUPED[0],
    "groupedTwo": _GROUPED[1],
    "announces": _ANNOUNCES,
    "gap": _GAP,
    "sentenceEnd": _SENTENCE_END,
    "next": _NEXT,
    "number": _NUMBER,
    "spacedThousands": _SPACED_THOUSANDS,
    "date": _DATE,
    "years": _YEARS,
    "measureAfter": _MEASURE_AFTER,
    "rut": _RUT,
    "budgetCode": _BUDGET_CODE,
    "rutLabel": _RUT_LABEL,
    "labelled": _LABELLED,
}
"""All patterns by name; the browser's copy of this module finds by the same."""
