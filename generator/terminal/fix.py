"""`apl check --fix`: the records of a registry → the same with all mended that needs no guess."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import report
from generator.edit.files import replace
from generator.edit.mends import Mend, What, mended
from generator.load.files import listing
from generator.load.text import LARGEST, point
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.paths import typed


def run(folder: Path, only: Sequence[Path], options: argparse.Namespace) -> None:
    """Mend the files at or below the paths in `only`, all without any, and tell each mend.

    The mends are told where a person reads: not in between what a program is to parse.
    """
    stream = sys.stdout if options.format == "text" else sys.stderr
    files = {folder / file.path: file for file in listing(folder).files}
    for path in report.files_below(files, only):
        file = files[path]
        model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
        raw = _bytes(path)
        found = mended(raw, model) if raw is not None else None
        if not found or not found[1]:
            continue
        replace(path, found[0])
        for mend in found[1]:
            print(_told(path, mend, options.lang), file=stream)


def _bytes(path: Path) -> bytes | None:
    """What stands in a file, if it may be a record at all; the check tells why it may not."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError:
        return None


def _told(path: Path, mend: Mend, language: str) -> str:
    spanish, english = _WORDS[mend.what]
    label, words = ("mended", english) if language == "en" else ("corregido", spanish)
    said = words.format(
        before=" ".join(mend.before.split()),
        after=mend.after,
        point=point(mend.before[0]) if mend.before else "",
    )
    return f"{typed(path)}:{mend.line}:{mend.column}: {label}: {said}"


_WORDS: Mapping[What, tuple[str, str]] = {
    "bom": ("se quitó la marca de orden de bytes (BOM)", "the byte-order mark (BOM) is gone"),
    "line_ends": ("los fines de línea ahora son LF", "line ends are LF now"),
    "invisible": ("se quitó un carácter invisible ({point})", "an invisible {point} is gone"),
    "accents": ("el acento se unió a su letra: {after}", "an accent joined its letter: {after}"),
    "spaces": ("se quitaron espacios al final de la línea", "spaces at the line's end are gone"),
    "end": ("se agregó el fin de la última línea", "the last line has its end now"),
    "value": ("{before} → {after}", "{before} → {after}"),
    "quotes": ("{before} → {after}, entre comillas", "{before} → {after}, in quotes"),
    "key": ("la clave «{before}» → {after}", "the key “{before}” → {after}"),
}
