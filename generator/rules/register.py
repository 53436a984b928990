"""The register's own settings."""

from collections.abc import Iterator

from generator.problem import Finding
from generator.rules.here import Here
from generator.rules.index import Index

SCHEMA_VERSION = 1
"""The version of the records' form that this generator reads."""


def schema_is_understood(index: Index) -> Iterator[Finding]:
    """A registry of a later form than this generator knows is not guessed at."""
    entry = index.single("registro.yaml")
    if entry and entry.record.schema_version != SCHEMA_VERSION:
        params = {"value": entry.record.schema_version, "known": SCHEMA_VERSION}
        yield Finding(Here(entry.path).spot("esquema"), "APL560", params)


RULES = (schema_is_understood,)
