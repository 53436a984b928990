"""A date in the right form that no calendar has → why there is no such day, in words."""

import re
from calendar import monthrange

from generator.days import FIRST_YEAR, LAST_YEAR, PartialDate, long_en, long_es

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def why_not(text: str) -> tuple[str, str] | None:
    """Why `2015-02-29` or `2016-13` is no date, in Spanish and English; None for other writings."""
    match = _FORM.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        first, last = FIRST_YEAR, LAST_YEAR
        return f"se espera un año de {first} a {last}", f"a year from {first} to {last}"
    if month is not None and not 1 <= month <= 12:
        return "los meses van de 01 a 12", "months go from 01 to 12"
    if month is not None and day is not None:
        return _no_such_day(PartialDate(year, month), day)
    return None


def _no_such_day(month: PartialDate, day: int) -> tuple[str, str] | None:
    length = monthrange(month.year, month.month or 1)[1]
    if 1 <= day <= length:
        return None
    es, en = long_es(month), long_en(month)
    return f"{es} tiene {length} días", f"{en} has {length} days"
