"""The field types of records: text as YAML gives it in, typed values or a worded fault out.

Every scalar reaches a model as the text that stands in the file; only the types here decide what
it means. A fault is raised as a `PydanticCustomError` whose type is the diagnostic's code.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import code, days, personal, rut, sectors, territory

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_ID = 80


class Coded:
    """Marks a type whose values are codes: numbers in looks, text in meaning, to be quoted."""


def fault(apl: str, **params: object) -> PydanticCustomError:
    """A field's fault with its diagnostic code; the words come from `generator.messages`."""
    return PydanticCustomError(apl, "{value}" if "value" in params else "", dict(params))


def _as_text(value: object) -> str:
    if not isinstance(value, str):
        raise fault("APL022")
    return value


def _text(value: object) -> str:
    text = _as_text(value)
    if not text.strip():
        raise fault("APL030")
    for found in personal.findings(text):
        raise fault(_PERSONAL[found.kind], value=found.text)
    return text


_PERSONAL = {"email": "APL061", "phone": "APL062", "rut": "APL063"}


def _id(value: object) -> str:
    text = _as_text(value)
    if len(text) > LONGEST_ID or not re.fullmatch(ID_PATTERN, text):
        raise fault("APL031", value=text)
    return text


def _element_ref(value: object) -> str:
    text = _as_text(value)
    if not re.fullmatch(f"{ID_PATTERN}/{ID_PATTERN}", text):
        raise fault("APL032", value=text)
    return text


def _day(value: object) -> date:
    text = _as_text(value)
    try:
        return days.parse_day(text)
    except ValueError:
        raise _date_fault("APL033", text) from None


def _partial_day(value: object) -> days.PartialDate:
    text = _as_text(value)
    try:
        return days.PartialDate.parse(text)
    except ValueError:
        raise _date_fault("APL034", text) from None


def _date_fault(apl: str, text: str) -> PydanticCustomError:
    if mended := _mended_date(text):
        return fault(apl, value=text, suggestion=mended)
    return fault(apl, value=text)


_LOOSE_DATE = (
    re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})"),
)


def _mended_date(text: str) -> str | None:
    """The ISO form of a day written another way (`9/9/2016`, `2024-3-1`), if it is a real day."""
    for pattern in _LOOSE_DATE:
        if match := pattern.fullmatch(text.strip()):
            candidate = f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}"
            try:
                days.parse_day(candidate)
            except ValueError:
                return None
            return candidate
    return None


def _integer(minimum: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = _as_text(value)
        if not re.fullmatch(r"[-+]?[0-9]{1,18}", text):
            mended = text.replace(".", "") if re.fullmatch(r"\d{1,3}(\.\d{3})+", text) else None
            raise fault("APL035", value=text, **({"suggestion": mended} if mended else {}))
        if (number := int(text)) < minimum:
            raise fault("APL036", value=text, minimum=minimum)
        return number

    return read


def _decimal(value: object) -> Decimal:
    text = _as_text(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,18}(\.[0-9]{1,9})?", text):
        mended = text.replace(",", ".") if re.fullmatch(r"-?\d+,\d+", text) else None
        raise fault("APL037", value=text, **({"suggestion": mended} if mended else {}))
    return Decimal(text)


def _quantity(value: object) -> Decimal:
    number = _decimal(value)
    if number < 0:
        raise fault("APL036", value=value, minimum=0)
    return number


def _between(low: int, high: int) -> Callable[[Decimal], Decimal]:
    def inside(number: Decimal) -> Decimal:
        if not low <= number <= high:
            raise fault("APL038", value=number, low=low, high=high)
        return number

    return inside


_TRUE_WORDS = {"sí", "si", "yes", "y", "on", "verdadero", "s"}
_FALSE_WORDS = {"no", "n", "off", "falso"}


def _boolean(value: object) -> bool:
    text = _as_text(value)
    if text in ("true", "false"):
        return text == "true"
    lowered = text.lower()
    if lowered in _TRUE_WORDS or lowered == "true":
        raise fault("APL039", value=text, suggestion="true")
    if lowered in _FALSE_WORDS or lowered == "false":
        raise fault("APL039", value=text, suggestion="false")
    raise fault("APL039", value=text)


def _region_code(value: object) -> str:
    text = _as_text(value)
    if territory.region(text):
        return text
    by_name = territory.suggest_region(text)
    if text.isdigit() and territory.region(text.zfill(2)):
        raise fault("APL040", value=text, suggestion=f'"{text.zfill(2)}"')
    if by_name:
        raise fault("APL040", value=text, suggestion=f'"{by_name[0].code}" ({by_name[0].name})')
    raise fault("APL040", value=text)


def _comuna_code(value: object) -> str:
    text = _as_text(value)
    if territory.comuna(text):
        return text
    if mended := territory.mend_comuna_code(text):
        named = territory.comunas()[mended].name
        raise fault("APL041", value=text, suggestion=f'"{mended}" ({named})')
    if near := territory.suggest_comuna(text):
        raise fault("APL041", value=text, suggestion=f'"{near[0].code}" ({near[0].name})')
    raise fault("APL041", value=text)


def _ciiu_code(value: object) -> str:
    text = _as_text(value)
    if sectors.is_valid(text):
        return text
    if text.isalpha() and len(text) == 1 and sectors.is_valid(text.upper()):
        raise fault("APL042", value=text, suggestion=f'"{text.upper()}"')
    if mended := sectors.mend(text):
        raise fault("APL042", value=text, suggestion=f'"{mended}" ({sectors.label(mended)})')
    raise fault("APL042", value=text)


def _rut(value: object) -> str:
    text = _as_text(value)
    try:
        return rut.canonical(text)
    except rut.RutError as error:
        if error.reason == "check_digit":
            raise fault("APL044", value=text) from None
        raise _rut_form_fault(text) from None


def _rut_form_fault(text: str) -> PydanticCustomError:
    try:
        return fault("APL043", value=text, suggestion=f'"{rut.parse(text)}"')
    except rut.RutError:
        return fault("APL043", value=text)


def _certificate_code(value: object) -> str:
    """The canonical `XXXX-XXXX`; any writing that look-up takes is read, as records promise."""
    text = _as_text(value)
    if not code.is_well_formed(text):
        raise fault("APL045", value=text)
    if not code.is_valid(text):
        raise fault("APL046", value=text)
    return code.display(text)


def _address(schemes: tuple[str, ...], apl: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _as_text(value)
        if not _is_address(text, schemes):
            mended = _mended_address(text, schemes)
            raise fault(apl, value=text, **({"suggestion": mended} if mended else {}))
        return text

    return read


_HOST = re.compile(r"(?=.{1,253}$)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*")


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    if len(text) > 2000 or any(c.isspace() or c in '<>"\\^`{|}' for c in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (
        parts.scheme in schemes
        and "@" not in parts.netloc
        and "." in host
        and _HOST.fullmatch(host) is not None
    )


def _mended_address(text: str, schemes: tuple[str, ...]) -> str | None:
    bare = re.sub(r"^(https?:)?/*", "", text.strip())
    candidate = f"https://{bare}"
    return candidate if candidate != text and _is_address(candidate, schemes) else None


def _cell(value: object) -> str | None:
    return None if value is None else _text(value)


_EMAIL = re.compile(r"[\w.+-]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")


def _email(value: object) -> str:
    text = _as_text(value)
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        raise fault("APL049", value=text)
    return text


def _schema(kind: str, **more: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Text = Annotated[str, PlainValidator(_text), _schema("string", minLength=1)]
"""Free text: shown as it stands; personal contact data in it is a fault."""

Name = Annotated[str, PlainValidator(_text), _schema("string", minLength=1)]
"""Free text that is one line long."""

ActionCode = Annotated[str, PlainValidator(_text), Coded(), _schema("string", minLength=1)]
"""A code of somebody else's: any text, but one that other YAML readers may take for a number."""

Id = Annotated[str, PlainValidator(_id), _schema("string", pattern=f"^{ID_PATTERN}$")]
ElementRef = Annotated[
    str, PlainValidator(_element_ref), _schema("string", pattern=f"^{ID_PATTERN}/{ID_PATTERN}$")
]
Day = Annotated[date, PlainValidator(_day), _schema("string", format="date")]
PartialDay = Annotated[
    days.PartialDate,
    PlainValidator(_partial_day),
    _schema("string", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
]
Flag = Annotated[bool, PlainValidator(_boolean), _schema("boolean")]
Integer = Annotated[int, PlainValidator(_integer(-(10**17))), _schema("integer")]
Count = Annotated[int, PlainValidator(_integer(0)), _schema("integer", minimum=0)]
Positive = Annotated[int, PlainValidator(_integer(1)), _schema("integer", minimum=1)]
Number = Annotated[Decimal, PlainValidator(_decimal), _schema("number")]
Quantity = Annotated[Decimal, PlainValidator(_quantity), _schema("number", minimum=0)]
Percentage = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(0, 100)(_decimal(v))),
    _schema("number", minimum=0, maximum=100),
]
Latitude = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(-90, -17)(_decimal(v))),
    _schema("number", minimum=-90, maximum=-17),
]
Longitude = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(-110, -53)(_decimal(v))),
    _schema("number", minimum=-110, maximum=-53),
]
RegionCode = Annotated[
    str, PlainValidator(_region_code), Coded(), _schema("string", pattern=r"^\d{2}$")
]
ComunaCode = Annotated[
    str, PlainValidator(_comuna_code), Coded(), _schema("string", pattern=r"^\d{5}$")
]
CiiuCode = Annotated[
    str, PlainValidator(_ciiu_code), Coded(), _schema("string", pattern=r"^([A-U]|\d{2,6})$")
]
RutCode = Annotated[
    str,
    PlainValidator(_rut),
    Coded(),
    _schema("string", pattern=r"^\d{1,3}(\.?\d{3})*-[\dkK]$"),
]
CertificateCode = Annotated[str, PlainValidator(_certificate_code), Coded(), _schema("string")]
HttpsUrl = Annotated[
    str, PlainValidator(_address(("https",), "APL047")), _schema("string", format="uri")
]
SourceUrl = Annotated[
    str, PlainValidator(_address(("http", "https"), "APL048")), _schema("string", format="uri")
]

Cell = Annotated[str | None, PlainValidator(_cell), _schema("string")]
"""A value of a published table: text here, read by its column's type in the rules."""

Email = Annotated[str, PlainValidator(_email), _schema("string", format="email")]
"""An institution's address; persons' addresses have no place in a record."""


def key(
    name: str,
    title: str,
    description: str,
    *examples: object,
    default: Any = None,
    at_least: int | None = None,
) -> Any:
    """A field under its Spanish key `name`; what it says here feeds schema, forms and guide.

    `default=...` makes the key required.
    """
    return Field(
        default=default,
        alias=name,
        title=title,
        description=description,
        examples=list(examples) or None,
        min_length=at_least,
    )


REQUIRED: Any = ...

__all__ = ["AfterValidator", "BeforeValidator", "Literal"]
