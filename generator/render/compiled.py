"""A template's source → its compiled code, as this build or an earlier one made it.

Compiling the templates of a site takes half a second, in each process that prints pages.
"""

import marshal
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator import store

_FOLDER = "plantillas"


class Compiled(BytecodeCache):
    """Lets the environments of one site share compiled templates, and keeps them below a cache.

    `program` tells what compiles them from any other program, `words` what language they speak.
    Without a cache they are only shared.
    """

    def __init__(self, cache: Path | None = None, program: str = "", words: str = "") -> None:
        self.cache = cache
        self._words = words
        self._folder = cache / _FOLDER if cache else None
        self._program = program
        self._codes: dict[tuple[str, str], CodeType] = {}

    def also(self, words: str) -> "Compiled":
        """The same for templates that are compiled in other words."""
        return Compiled(self.cache, self._program, words)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled from the same source."""
        name = (bucket.key, bucket.checksum)
        if name not in self._codes and self._folder:
            found = store.kept(self._file(bucket), self._key(bucket))
            if isinstance(found, bytes):
                self._codes[name] = marshal.loads(found)
        bucket.code = self._codes.get(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled."""
        if bucket.code is None:
            return
        self._codes[bucket.key, bucket.checksum] = bucket.code
        if self._folder:
            code = marshal.dumps(bucket.code)
            store.keep(self._file(bucket), self._key(bucket), code, most=None)

    def _file(self, bucket: Bucket) -> Path:
        return (self._folder or Path()) / f"{bucket.key}{self._words}.codigo"

    def _key(self, bucket: Bucket) -> str:
        return f"{self._program}-{self._words}-{bucket.checksum}"
