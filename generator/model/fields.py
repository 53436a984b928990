"""The field types of records: text as YAML gives it in, typed values or a worded fault out.

Every scalar reaches a model as the text that stands in the file; only the types here decide what
it means. A fault is raised as a `PydanticCustomError` whose type is the diagnostic's code.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import code, days, personal, rut, sectors, territory
from generator.model import calendar, shapes
from generator.model.addresses import is_address

D = TypeVar("D", date, days.PartialDate)

ID_PATTERN = shapes.ID
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
    if found := [(PERSONAL[one.kind], one.text) for one in personal.findings(text)]:
        raise fault(found[0][0], value=found[0][1], found=found)
    return text


PERSONAL = {"email": "APL061", "phone": "APL062", "rut": "APL063"}
"""The diagnostic for each kind of personal data."""


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


def _date_by(parse: Callable[[str], D], apl: str) -> Callable[[object], D]:
    def read(value: object) -> D:
        text = _as_text(value)
        try:
            return parse(text)
        except ValueError:
            why = calendar.why_not(text)
        if why:
            raise fault("APL054", value=text, reason=why[0], reason_en=why[1])
        raise fault(apl, value=text)

    return read


def _integer(minimum: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        text = _as_text(value)
        if not re.fullmatch(r"[-+]?[0-9]{1,18}", text):
            raise fault("APL035", value=text)
        if (number := int(text)) < minimum:
            raise fault("APL036", value=text, minimum=minimum)
        return number

    return read


def _year(value: object) -> int:
    year = _integer(1)(value)
    if not days.FIRST_YEAR <= year <= days.LAST_YEAR:
        raise fault("APL038", value=year, low=days.FIRST_YEAR, high=days.LAST_YEAR)
    return year


def _decimal(value: object) -> Decimal:
    text = _as_text(value)
    if not re.fullmatch(r"[-+]?[0-9]{1,18}(\.[0-9]{1,9})?", text):
        raise fault("APL037", value=text)
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


def _boolean(value: object) -> bool:
    text = _as_text(value)
    if text not in ("true", "false"):
        raise fault("APL039", value=text)
    return text == "true"


def _region_code(value: object) -> str:
    text = _as_text(value)
    if not territory.region(text):
        raise fault("APL040", value=text)
    return text


def _comuna_code(value: object) -> str:
    text = _as_text(value)
    if not territory.comuna(text):
        raise fault("APL041", value=text)
    return text


def _ciiu_code(value: object) -> str:
    text = _as_text(value)
    if not sectors.is_valid(text):
        raise fault("APL042", value=text)
    return text


def _rut(value: object) -> str:
    text = _as_text(value)
    try:
        return rut.canonical(text)
    except rut.RutError as error:
        apl = "APL044" if error.reason == "check_digit" else "APL043"
        raise fault(apl, value=text) from None


def _certificate_code(value: object) -> str:
    """The canonical `XXXX-XXXX`; any writing that look-up takes is read, as records promise."""
    text = _as_text(value)
    if not code.is_valid(text):
        raise fault("APL046" if code.is_well_formed(text) else "APL045", value=text)
    return code.display(text)


def _address(schemes: tuple[str, ...], apl: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        text = _as_text(value)
        if not is_address(text, schemes):
            raise fault(apl, value=text)
        return text

    return read


def _cell(value: object) -> str | None:
    return None if value is None else _text(value)


_EMAIL = re.compile(r"[\w.+-]{1,64}@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")


def _email(value: object) -> str:
    text = _as_text(value)
    if len(text) > 254 or not _EMAIL.fullmatch(text):
        raise fault("APL049", value=text)
    return text


Text = Annotated[str, PlainValidator(_text), WithJsonSchema(shapes.TEXT)]
"""Free text: shown as it stands; personal contact data in it is a fault."""

ActionCode = Annotated[str, PlainValidator(_text), Coded(), WithJsonSchema(shapes.ACTION_CODE)]
"""A code of somebody else's: any text, but one that other YAML readers may take for a number."""

Id = Annotated[str, PlainValidator(_id), WithJsonSchema(shapes.IDENTIFIER)]
ElementRef = Annotated[str, PlainValidator(_element_ref), WithJsonSchema(shapes.ELEMENT_REF)]
Day = Annotated[
    date, PlainValidator(_date_by(days.parse_day, "APL033")), WithJsonSchema(shapes.DAY)
]
PartialDay = Annotated[
    days.PartialDate,
    PlainValidator(_date_by(days.PartialDate.parse, "APL034")),
    WithJsonSchema(shapes.PARTIAL_DAY),
]
Flag = Annotated[bool, PlainValidator(_boolean), WithJsonSchema(shapes.FLAG)]
Integer = Annotated[int, PlainValidator(_integer(-(10**17))), WithJsonSchema(shapes.INTEGER)]
Count = Annotated[int, PlainValidator(_integer(0)), WithJsonSchema(shapes.COUNT)]
Positive = Annotated[int, PlainValidator(_integer(1)), WithJsonSchema(shapes.POSITIVE)]
Year = Annotated[int, PlainValidator(_year), WithJsonSchema(shapes.YEAR)]
Number = Annotated[Decimal, PlainValidator(_decimal), WithJsonSchema(shapes.NUMBER)]
Quantity = Annotated[Decimal, PlainValidator(_quantity), WithJsonSchema(shapes.QUANTITY)]
Percentage = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(0, 100)(_decimal(v))),
    WithJsonSchema(shapes.PERCENTAGE),
]
Latitude = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(-90, -17)(_decimal(v))),
    WithJsonSchema(shapes.LATITUDE),
]
Longitude = Annotated[
    Decimal,
    PlainValidator(lambda v: _between(-110, -53)(_decimal(v))),
    WithJsonSchema(shapes.LONGITUDE),
]
RegionCode = Annotated[str, PlainValidator(_region_code), Coded(), WithJsonSchema(shapes.REGION)]
ComunaCode = Annotated[str, PlainValidator(_comuna_code), Coded(), WithJsonSchema(shapes.COMUNA)]
CiiuCode = Annotated[str, PlainValidator(_ciiu_code), Coded(), WithJsonSchema(shapes.CIIU)]
RutCode = Annotated[str, PlainValidator(_rut), Coded(), WithJsonSchema(shapes.RUT)]
CertificateCode = Annotated[
    str, PlainValidator(_certificate_code), Coded(), WithJsonSchema(shapes.CERTIFICATE_CODE)
]
HttpsUrl = Annotated[
    str, PlainValidator(_address(("https",), "APL047")), WithJsonSchema(shapes.HTTPS_URL)
]
SourceUrl = Annotated[
    str, PlainValidator(_address(("http", "https"), "APL048")), WithJsonSchema(shapes.SOURCE_URL)
]

Cell = Annotated[str | None, PlainValidator(_cell), WithJsonSchema(shapes.CELL)]
"""A value of a published table: text here, read by its column's type in the rules."""

Email = Annotated[str, PlainValidator(_email), WithJsonSchema(shapes.EMAIL)]
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
