"""The rows of a register, as its own CSV gives them → what people would type to find them."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from random import Random

Row = Mapping[str, str]

SEED = 5
NAMES, SLIPS, RUTS, CODES, PLACES = 12, 8, 3, 3, 3
OTHERS = ("vino maule", "panaderia nuble", "sello azul", "que es un apl", "ñuñoa", "xqzwvkjh")

_LEGAL = re.compile(r" (SpA|S\.A\.|Ltda\.?|Limitada|E\.I\.R\.L\.)$")
_LETTERS = re.compile(r"[^\W\d_]{2,}( [^\W\d_]+)+")


def rows_of(text: str) -> list[Row]:
    """The rows of the file that the explorer hands over."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def questions(rows: Sequence[Row], seed: int = SEED) -> Iterator[str]:
    """The same questions for the same rows: names, slips of the hand, RUTs, codes, places."""
    chance = Random(seed)
    companies = [row for row in rows if row["tipo"] == "Empresa" and row["codigos"]]
    certificates = [row for row in rows if row["tipo"] == "Certificado"]
    for row in chance.sample(companies, NAMES):
        yield bare(row["nombre"])
    for row in chance.sample(companies, SLIPS):
        yield slipped(bare(row["nombre"]), chance)
    for row in chance.sample(companies, RUTS):
        yield row["codigos"].split(",")[0]
    for row in chance.sample(certificates, CODES):
        yield row["codigos"].split(",")[0].lower().replace("0", "o")
    for row in chance.sample(companies, PLACES):
        yield f"{bare(row['nombre']).split()[0]} {bare(row['Comuna'].split(',')[0])}"
    yield from OTHERS


def plain_names(rows: Sequence[Row], count: int, seed: int = SEED) -> list[str]:
    """Names of companies as written, without legal form, that every search can be asked for.

    Material finds no word without its accents, and what is neither letter nor space means something
    else to each search.
    """
    named = {_LEGAL.sub("", row["nombre"]) for row in rows if row["tipo"] == "Empresa"}
    fit = sorted(name for name in named if _LETTERS.fullmatch(name))
    return Random(seed).sample(fit, min(count, len(fit)))


def bare(text: str) -> str:
    """Lower case, without accents."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in spread if not unicodedata.combining(one))


def slipped(text: str, chance: Random) -> str:
    """The text with two letters swapped inside its longest word."""
    word = max(text.split(), key=len)
    at = chance.randrange(1, max(2, len(word) - 2))
    return text.replace(word, f"{word[:at]}{word[at + 1 : at + 2]}{word[at]}{word[at + 2 :]}")
