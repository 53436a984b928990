"""Templates' texts and pictures' sources → what a build makes of them, once for all tests.

Compiling templates and drawing cards is most of what building a small site takes, and the same text
always gives the same. Commands in a process of their own do all the work themselves.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
import resvg_py
from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from generator.language import SPANISH

DRAW: Callable[..., bytes] = resvg_py.svg_to_bytes
"""Draws for certain; `resvg_py`'s own may give what was drawn before."""


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates by kind of environment, language, name and text."""

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """The compiled form, as if it came from `filename`: faults are told with it."""
        kind = f"{type(environment).__module__}.{type(environment).__name__}"
        key = _key(kind, _words(environment), name, source)
        bucket = Bucket(environment, key, key)
        self.load_bytecode(bucket)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket


class _OfAll:
    """Stands where each environment keeps a cache of its own, or none."""

    def __init__(self, cache: _Compiled) -> None:
        self._cache = cache

    def __get__(self, environment: object, kind: type | None = None) -> _Compiled:
        return self._cache

    def __set__(self, environment: object, value: object) -> None:
        """What an environment is made with gives way."""


def _words(environment: Environment) -> str:
    """What tells the words that templates are compiled in from any others."""
    language = getattr(environment, "language", SPANISH)
    return f"{language.code} {language.digest}"


def _key(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()


@contextmanager
def made_once(folder: Path) -> Iterator[None]:
    """While it lasts, builds in this process take from `folder` what was made before."""
    compiled, drawn = folder / "templates", folder / "pictures"
    for one in (compiled, drawn):
        one.mkdir(parents=True, exist_ok=True)

    def picture(*, svg_string: str, font_files: list[str], **options: object) -> bytes:
        faces = (sha256(Path(face).read_bytes()).hexdigest() for face in font_files)
        file = drawn / f"{_key(svg_string, repr(options), *faces)}.png"
        if not file.exists():
            new = file.with_suffix(f".{os.getpid()}")
            new.write_bytes(DRAW(svg_string=svg_string, font_files=font_files, **options))
            new.replace(file)
        return file.read_bytes()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(resvg_py, "svg_to_bytes", picture)
        patch.setattr(
            Environment, "bytecode_cache", _OfAll(_Compiled(str(compiled))), raising=False
        )
        yield
