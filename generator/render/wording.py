"""Days and numbers as people in Chile write them: `9 de septiembre de 2016`, `1.231`, `18,4`."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal

from generator.days import PartialDate, long_en, long_es
from generator.language import is_spanish, spoken


def long_day(day: date | PartialDate | None) -> str:
    """`9 de septiembre de 2016`; less where less is known."""
    if day is None:
        return ""
    return long_es(day) if is_spanish() else long_en(day)


def short_day(day: date) -> str:
    """`09-09-2016`; in English, where nobody could tell the month, `2016-09-09`."""
    return day.strftime("%d-%m-%Y") if is_spanish() else day.isoformat()


def number(value: int | Decimal | float) -> str:
    """`1.231`, `18,4`; all decimals that there are."""
    return _number(value, spoken().locale)


@lru_cache(maxsize=4096)
def _number(value: int | Decimal | float, locale: str) -> str:
    plain = int(value) if isinstance(value, Decimal) and value == value.to_integral() else value
    return str(format_decimal(plain, locale=locale, decimal_quantization=False))


def counted(count: int, singular: str, plural: str) -> str:
    """`1 instalación`, `1.231 instalaciones`."""
    return f"{number(count)} {singular if count == 1 else plural}"
