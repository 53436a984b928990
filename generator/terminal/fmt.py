"""`apl fmt`: the records of a registry → their canonical form, or a list of those without it."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import report
from generator.arguments import CLEAN, FAULTS
from generator.edit import canonical
from generator.edit.files import replace
from generator.leftovers import RECORDS, sweep
from generator.load.files import RecordFile, listing
from generator.load.reading import bytes_of
from generator.load.records import read
from generator.messages import Language, level
from generator.model import COLLECTIONS, SINGLE_FILES
from generator.paths import shown, typed
from generator.problem import Problem
from generator.render.wording import counted
from generator.terminal import asked
from generator.unchanged import Memory


@dataclass(frozen=True, slots=True)
class Formatted:
    """The canonical text of a file and the one it has; its faults where it has none."""

    path: Path
    before: str = ""
    after: str = ""
    faults: tuple[Problem, ...] = ()


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Format what lies at or below the paths asked for; all of the registry without any."""
    folder = asked.registry(options)
    only = [asked.inside(path, folder) for path in options.paths]
    found = listing(folder)
    strays = report.only_below((shown(p, folder) for p in found.problems), only)
    wanted = set(report.files_below((folder / file.path for file in found.files), only))
    results = list(_formatted(folder, [f for f in found.files if folder / f.path in wanted]))
    faults = [*strays, *(shown(p, folder) for one in results for p in one.faults)]
    changed = [one for one in results if one.after != one.before]
    print(report.as_text(faults, options.lang), end="")
    if not options.check:
        sweep(folder, RECORDS)
        changed = [one for one in changed if _is_written(one, options.lang)]
    for one in changed:
        print(typed(one.path))
    same = sum(not one.faults for one in results) - len(changed)
    print(_summary(len(changed), same, len(results), options), file=sys.stderr)
    return FAULTS if faults or (options.check and changed) else CLEAN


def _is_written(one: Formatted, spoken: Language) -> bool:
    """Whether it was: not where somebody saved the file since it was read."""
    if one.path.read_bytes() != one.before.encode():
        print(f"apl: {_MOVED[spoken].format(typed(one.path))}", file=sys.stderr)
        return False
    replace(one.path, one.after)
    return True


_MOVED: dict[Language, str] = {
    "es": "alguien cambió {} mientras tanto, y quedó como está; repite la orden",
    "en": "somebody changed {} meanwhile, and it was left as it is; run this again",
}


def _formatted(folder: Path, files: Sequence[RecordFile]) -> Iterator[Formatted]:
    for file in files:
        path = folder / file.path
        raw = bytes_of(str(path))
        loaded = read(file, raw)
        faults = tuple(p for p in loaded.problems if level(p) == "error")
        if faults or not loaded.is_sound or isinstance(raw, str):
            yield Formatted(path, faults=faults)
            continue
        text = raw.decode("utf-8")
        model = COLLECTIONS.get(file.collection) or SINGLE_FILES[file.path]
        yield Formatted(path, text, canonical(text, model))


def _summary(changed: int, same: int, files: int, options: argparse.Namespace) -> str:
    """What was done, or would be, in one line."""
    faulty = files - changed - same
    return _WORDS[options.lang](changed, same, faulty, bool(options.check))


def _in_spanish(changed: int, same: int, faulty: int, check: bool) -> str:
    verbs = ("cambiaría", "cambiarían") if check else ("cambió", "cambiaron")
    told = f"{counted(changed, 'archivo', 'archivos')} {verbs[changed != 1]}"
    told += f", {counted(same, 'ya estaba', 'ya estaban')} en su forma"
    if faulty:
        told += f"; {counted(faulty, 'quedó como estaba', 'quedaron como estaban')}, por sus faltas"
    return told


def _in_english(changed: int, same: int, faulty: int, check: bool) -> str:
    told = f"{changed} files {'would change' if check else 'changed'}, {same} were in form already"
    return f"{told}; {faulty} left as they were, for their faults" if faulty else told


_WORDS = {"es": _in_spanish, "en": _in_english}
