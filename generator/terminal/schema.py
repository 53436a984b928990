"""`apl schema`: the JSON Schemas of the records, printed together or written one a file."""

import argparse
import sys
from pathlib import Path

from generator import arguments, schema
from generator.arguments import CLEAN, USAGE
from generator.messages import Language
from generator.sheets.files import write_bytes
from generator.unchanged import Memory

_AMONG_RECORDS: dict[Language, str] = {
    "es": "apl: en {} van solo fichas; elige otra carpeta con --out",
    "en": "apl: {} is for records only; choose another --out",
}


def run(options: argparse.Namespace, _: Memory | None = None) -> int:
    """Print one object by name, or write the files of a folder and print their paths."""
    if options.out is None:
        print(schema.as_text({name: schema.schema(name) for name in schema.MODELS}), end="")
        return CLEAN
    registry: Path = options.registry or arguments.ROOT / "registry"
    if options.out.resolve().is_relative_to(registry.resolve()):
        print(_AMONG_RECORDS[options.lang].format(options.out), file=sys.stderr)
        return USAGE
    for file in _written(options.out):
        print(file)
    return CLEAN


def _written(out: Path) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    files = schema.files()
    for name, text in files.items():
        write_bytes(out / name, text.encode())
    return [out / name for name in files]
