"""A faulty value → what it was probably meant to be, as a person would type it into the record.

The types of `generator.model.fields` say that a value is wrong; here stand the guesses, apart,
because they take time that a file with a hundred thousand faults must not cost.
"""

import re
from collections.abc import Callable, Mapping

from generator import days, folding, rut, sectors, territory
from generator.model.addresses import is_address

QUOTES = "\"'“”„«»‘’`´ \u00a0"
MONTHS = {
    name: number
    for number, names in enumerate(
        "ene enero,feb febrero,mar marzo,abr abril,may mayo,jun junio,jul julio,ago agosto,"
        "sep sept set septiembre setiembre,oct octubre,nov noviembre,dic diciembre".split(","),
        start=1,
    )
    for name in names.split()
}
DAY_FORMS = (
    re.compile(r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})(?:[T ]\d\d:\d\d.*)?"),
    re.compile(r"(?P<d>\d{1,2})[-/. ](?P<m>\d{1,2})[-/. ](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<d>\d{1,2})[-/. ]+(?:de )?(?P<n>[a-z]+)[-/. ]+(?:del? )?(?P<y>\d{4})"),
)
_MONTH_FORMS = (
    re.compile(r"(?P<y>\d{4})[-/. ](?P<m>\d{1,2})"),
    re.compile(r"(?P<m>\d{1,2})[-/. ](?P<y>\d{4})"),
    re.compile(r"(?P<n>[a-z]+)[-/. ]+(?:del? )?(?P<y>\d{4})"),
)
_ROMAN = dict(
    zip(
        "I II III IV V VI VII VIII IX X XI XII XIV XV XVI RM XIII".split(),
        "01 02 03 04 05 06 07 08 09 10 11 12 14 15 16 13 13".split(),
        strict=True,
    )
)
TRUE_WORDS = frozenset("si yes y on verdadero s true 1 v x".split())
FALSE_WORDS = frozenset("no n off falso false 0 f".split())


_UNIT = (
    r"(?:\s*(?!(?:k|mm?|mil|miles|mill[a-zó]*|docenas?)(?!\w))"
    r"(?:%|(?:t ?co2e?q?|co2e?q?|[kdc]?m[23²³])(?:/\D*)?|[^\W\d_]{2,}\D*))?"
)
"""What may follow a number and be left out: a unit, and nothing that changes how much it is."""

_WHOLE = re.compile(
    rf"([-+]?(?:\d{{1,3}}(?:[.\u00a0 ]\d{{3}})+|\d{{1,15}}))(?:[.,]0+)?{_UNIT}", re.IGNORECASE
)
_DECIMAL_COMMA = re.compile(
    rf"([-+]?(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,15}}))(?:,(\d{{1,9}}))?{_UNIT}", re.IGNORECASE
)
_DECIMAL_POINT = re.compile(rf"([-+]?\d{{1,15}}\.\d{{1,9}}){_UNIT}", re.IGNORECASE)

PATTERNS = {"whole": _WHOLE, "comma": _DECIMAL_COMMA, "point": _DECIMAL_POINT}
"""What is read as a number; the browser's copy reads by the same."""


def suggestion(code: str, text: str) -> str | None:
    """What `text`, which has the fault `code`, was meant to be; None where nothing comes close."""
    mend = _MENDERS.get(code)
    return mend(text.strip(QUOTES)) if mend and len(text) <= 200 else None


def _day(text: str) -> str | None:
    return _dated(text, DAY_FORMS)


def _partial_day(text: str) -> str | None:
    if re.fullmatch(r"\d{4}", text):
        return f'"{text}"' if _exists(text) else None
    return _dated(text, DAY_FORMS) or _dated(text, _MONTH_FORMS)


def _dated(text: str, forms: tuple[re.Pattern[str], ...]) -> str | None:
    """The ISO form of a day or month written another way (`9/9/2016`), if there is such a one."""
    lowered = text.lower()
    for form in forms:
        if match := form.fullmatch(lowered):
            parts = match.groupdict()
            month = MONTHS.get(parts["n"]) if "n" in parts else int(parts["m"])
            day = f"-{int(parts['d']):02}" if "d" in parts else ""
            iso = f"{parts['y']}-{month or 0:02}{day}"
            return iso if _exists(iso) else None
    return None


def _exists(iso: str) -> bool:
    try:
        days.PartialDate.parse(iso)
    except ValueError:
        return False
    return True


def _whole(text: str) -> str | None:
    """`1.231` and `24 meses` without what is no digit."""
    match = _WHOLE.fullmatch(text)
    return re.sub(r"[.\u00a0 ]", "", match[1]) if match else None


def _decimal(text: str) -> str | None:
    """`18,4 %` and `1.231,5` with a decimal point and nothing else."""
    match = _DECIMAL_COMMA.fullmatch(text)
    if match:
        whole = match[1].replace(".", "") if match[2] or match[1].count(".") > 1 else match[1]
        return f"{whole}.{match[2]}" if match[2] else whole
    with_unit = _DECIMAL_POINT.fullmatch(text)
    return with_unit[1] if with_unit else None


def _boolean(text: str) -> str | None:
    word = folding.fold(text)
    if word in TRUE_WORDS:
        return "true"
    return "false" if word in FALSE_WORDS else None


def _id(text: str) -> str | None:
    return folding.slug(text) or None


def _element_ref(text: str) -> str | None:
    parts = [folding.slug(part) for part in re.split(r"\s*[/\\]\s*", text)]
    return "/".join(parts) if len(parts) == 2 and all(parts) else None


def _region(text: str) -> str | None:
    code = text.zfill(2) if text.isdigit() else _ROMAN.get(text.upper().removesuffix(" REGION"), "")
    found = territory.region(code) or territory.find_region(text)
    if not found and (near := territory.suggest_region(text)):
        found = near[0]
    return f'"{found.code}" ({found.name})' if found else None


def _comuna(text: str) -> str | None:
    found = territory.find_comuna(text)
    if not found and not text.isdigit() and (near := territory.suggest_comuna(text)):
        found = near[0]
    return f'"{found.code}" ({found.name})' if found else None


def _ciiu(text: str) -> str | None:
    compact = re.sub(r"[.\s-]", "", text).upper()
    code = compact if sectors.is_valid(compact) else sectors.mend(compact)
    return f'"{code}" ({sectors.label(code)})' if code else None


def _rut(text: str) -> str | None:
    try:
        return f'"{rut.parse(text)}"'
    except rut.RutError:
        return None


def _address(text: str) -> str | None:
    bare = re.sub(r"^(https?:?)?/*", "", re.sub(r"\s+", "", text), flags=re.IGNORECASE)
    candidate = f"https://{bare}"
    return candidate if candidate != text and is_address(candidate, ("https",)) else None


_MENDERS: Mapping[str, Callable[[str], str | None]] = {
    "APL031": _id,
    "APL032": _element_ref,
    "APL033": _day,
    "APL034": _partial_day,
    "APL035": _whole,
    "APL037": _decimal,
    "APL039": _boolean,
    "APL040": _region,
    "APL041": _comuna,
    "APL042": _ciiu,
    "APL043": _rut,
    "APL047": _address,
    "APL048": _address,
}
