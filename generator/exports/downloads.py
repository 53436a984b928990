"""A file of the site → what is said of it where the downloads are listed."""

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from generator.strands import Strand

FOLDER = "datos"

WHOLE = "registro"
"""What stands for a table where a file holds all of them."""


class DataFile(NamedTuple):
    """A file for download: its name below `datos/`, its rows, bytes and SHA-256.

    `examples` of the rows are fictional.

    `table` is the table that it holds, `registro` where it holds all, "" where it tells of others.
    """

    name: str
    table: str
    rows: int
    examples: int
    size: int
    sha256: str


class Made(NamedTuple):
    """A file: its path in the site and its bytes; `rows` of a `table` if it is for download.

    `examples` of them are fictional. A long file has strands, which can be gone through once.
    """

    path: str
    content: bytes | Iterable[Strand]
    table: str | None = None
    rows: int = 0
    examples: int = 0

    def listed(self, size: int, sha256: str) -> DataFile | None:
        """What is said of it, given what is known of its bytes; None if it is not for download."""
        if self.table is None:
            return None
        name = self.path.removeprefix(f"{FOLDER}/")
        return DataFile(name, self.table, self.rows, self.examples, size, sha256)


def listed(made: Made) -> DataFile | None:
    """What is said of a file that is no long one."""
    if made.table is None or not isinstance(made.content, bytes):
        return None
    return made.listed(len(made.content), sha256(made.content).hexdigest())


MEDIA_TYPES = {
    "csv": "text/csv",
    "ndjson": "application/x-ndjson",
    "geojson": "application/geo+json",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "txt": "text/plain",
    "yml": "application/yaml",
}
"""By the end of a file's name, as IANA lists them."""


def media_type(name: str) -> str:
    """What a file of this name holds."""
    return MEDIA_TYPES[name.rpartition(".")[2]]
