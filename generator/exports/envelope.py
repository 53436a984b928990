"""A result of the API → the file that carries it, with what every answer says of its data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.exports.cells import encoded

SCHEMA_VERSION = 1
"""It goes up, and the address with it, when a field goes or changes its meaning or type."""

FOLDER = f"api/v{SCHEMA_VERSION}"


@dataclass(frozen=True, slots=True)
class Origin:
    """The day of the data, and the commit that they were made from; "" where there is none."""

    day: date
    commit: str = ""


def path(name: str) -> str:
    """The file of `empresas/x` in the site."""
    return f"{FOLDER}/{name}.json"


def one(origin: Origin, result: object) -> bytes:
    """A single result."""
    return f"{_head(origin, 1)}{encoded(result)}}}\n".encode()


def many(origin: Origin, lines: Sequence[str]) -> bytes:
    """A list of results, each in JSON already."""
    return b"%b%b%b" % (head(origin, len(lines)), ",\n".join(lines).encode(), END)


def head(origin: Origin, total: int) -> bytes:
    """What stands before the items of a list."""
    return f"{_head(origin, total)}[\n".encode()


END = b"\n]}\n"
"""What stands after them."""


def _head(origin: Origin, total: int) -> str:
    commit = f'"{origin.commit}"' if origin.commit else "null"
    return (
        f'{{"schema_version":{SCHEMA_VERSION},"day":"{origin.day}",'
        f'"source_commit":{commit},"total":{total},"result":'
    )
