"""The field types → what JSON Schema can tell of them: type, pattern, and whose words to say.

A value of a record is text whether it is quoted or not, so a number may stand as either. A pattern
takes all that the type's own reader takes; where no pattern can tell, as with check digits, more.
Codes of regions, comunas and sectors get theirs, with their names, in `generator.schema.codes`.
"""

from typing import Any

from generator.days import FIRST_YEAR, LAST_YEAR

Shape = dict[str, Any]
"""A JSON Schema; under `apl` stands the diagnostic whose words say what was expected."""

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_YEAR = "(?:19[0-9]{2}|20[0-9]{2}|2100)"
_LEAP = "(?:19(?:0[48]|[2468][048]|[13579][26])|20(?:[02468][048]|[13579][26]))"
_DAY = (
    f"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP}-02-29)"
)
_DIGITS = r"(?=[-+]?[0-9]{1,18}(?:\.|$))"
_FRACTION = r"(?:\.[0-9]{1,9})?"
_FILLER = r"[\s\-\u00ad\u200b\u2010-\u2015\u2043\u2212\ufe58\ufe63\ufeff\uff0d]*"
_NOT_IN_ADDRESSES = r'\s<>"\\^`{|}'
_HOST_PART = rf"[^{_NOT_IN_ADDRESSES}/?#@:.]+"


def _shape(apl: str, *types: str, pattern: str = "", **more: object) -> Shape:
    kind: object = types[0] if len(types) == 1 else list(types)
    return {"type": kind, **({"pattern": f"^{pattern}$"} if pattern else {}), **more, "apl": apl}


def _address(scheme: str, apl: str) -> Shape:
    pattern = (
        rf"(?=.{{1,2000}}$){scheme}://{_HOST_PART}(?:\.{_HOST_PART})+\.?(?::[0-9]{{0,5}})?"
        rf"(?:[/?#][^{_NOT_IN_ADDRESSES}]*)?"
    )
    return _shape(apl, "string", pattern=pattern, format="iri")


ABSENT = "^(?:~|null)?$"
"""A text, in quotes or not, that counts as no value at all."""

PRESENT = "^(?!(?:~|null)?$)"
"""Any other text."""

TEXT: Shape = {
    "type": ["string", "number"],
    "pattern": r"^(?!(?:~|null)$)[\s\S]*\S",
    "apl": "APL030",
}
ACTION_CODE: Shape = {"type": "string", "pattern": r"\S", "apl": "APL050"}
IDENTIFIER = _shape("APL031", "string", "integer", pattern=f"(?=.{{1,80}}$){ID}", minimum=0)
ELEMENT_REF = _shape("APL032", "string", pattern=f"{ID}/{ID}")
DAY = _shape("APL033", "string", pattern=_DAY, format="date")
PARTIAL_DAY = _shape(
    "APL034",
    "string",
    "integer",
    pattern=f"(?:{_YEAR}(?:-(?:0[1-9]|1[0-2]))?|{_DAY})",
    minimum=FIRST_YEAR,
    maximum=LAST_YEAR,
)
FLAG = _shape("APL039", "boolean", "string", pattern="(?:true|false)")
INTEGER = _shape("APL035", "integer", "string", pattern="[-+]?[0-9]{1,18}")
COUNT = _shape("APL035", "integer", "string", pattern=r"(?:\+?[0-9]{1,18}|-0{1,18})", minimum=0)
POSITIVE = _shape(
    "APL035", "integer", "string", pattern=r"\+?(?=[0-9]{1,18}$)0*[1-9][0-9]*", minimum=1
)
YEAR = _shape(
    "APL035",
    "integer",
    "string",
    pattern=rf"\+?0{{0,14}}{_YEAR}",
    minimum=FIRST_YEAR,
    maximum=LAST_YEAR,
)
NUMBER = _shape("APL037", "number", "string", pattern=f"[-+]?[0-9]{{1,18}}{_FRACTION}")
QUANTITY = _shape(
    "APL037",
    "number",
    "string",
    pattern=rf"(?:\+?[0-9]{{1,18}}{_FRACTION}|-0{{1,18}}(?:\.0{{1,9}})?)",
    minimum=0,
)
PERCENTAGE = _shape(
    "APL037",
    "number",
    "string",
    pattern=rf"{_DIGITS}(?:\+?0*(?:100(?:\.0{{1,9}})?|[0-9]{{1,2}}{_FRACTION})|-0{{1,18}}(?:\.0{{1,9}})?)",
    minimum=0,
    maximum=100,
)
LATITUDE = _shape(
    "APL037",
    "number",
    "string",
    pattern=rf"{_DIGITS}-0*(?:90(?:\.0{{1,9}})?|(?:1[7-9]|[2-8][0-9]){_FRACTION})",
    minimum=-90,
    maximum=-17,
)
LONGITUDE = _shape(
    "APL037",
    "number",
    "string",
    pattern=rf"{_DIGITS}-0*(?:110(?:\.0{{1,9}})?|(?:5[3-9]|[6-9][0-9]|10[0-9]){_FRACTION})",
    minimum=-110,
    maximum=-53,
)
REGION = _shape("APL040", "string")
COMUNA = _shape("APL041", "string")
CIIU = _shape("APL042", "string")
RUT = _shape(
    "APL043",
    "string",
    pattern=r"(?=.*[1-9].*-)(?:[0-9]{1,8}|[0-9]{1,3}(?:\.[0-9]{3}){1,2})-[0-9Kk]",
)
CERTIFICATE_CODE = _shape(
    "APL045", "string", pattern=f"{_FILLER}(?:[0-9A-TV-Za-tv-z]{_FILLER}){{8}}"
)
HTTPS_URL = _address("[Hh][Tt][Tt][Pp][Ss]", "APL047")
SOURCE_URL = _address("[Hh][Tt][Tt][Pp][Ss]?", "APL048")
EMAIL = _shape(
    "APL049",
    "string",
    pattern=r"(?=.{1,254}$)[\w.+\-]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+",
    format="email",
)
CELL: Shape = {
    "type": ["string", "number", "boolean", "null"],
    "pattern": r"^$|\S",
    "apl": "APL030",
}
