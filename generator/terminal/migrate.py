"""`apl migrate`: a registry of an earlier schema → the same in this program's, all or nothing."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from generator import report
from generator.arguments import CLEAN, FAULTS
from generator.leftovers import RECORDS, sweep
from generator.messages import Language, level
from generator.migration.plan import Plan, plan
from generator.migration.steps import STEPS
from generator.paths import shown, typed
from generator.problem import Problem
from generator.render.wording import counted
from generator.rules import register
from generator.sheets import files, trial
from generator.terminal.asked import day, registry
from generator.unchanged import Memory


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Do the steps that are due, if what they make is free of faults; or show them."""
    root, known, spoken = registry(options), register.SCHEMA_VERSION, options.lang
    made = plan(root, STEPS, known)
    if made.faults:
        return _refused(made.faults, root, spoken)
    if made.before > known:
        print(f"apl: {_NEWER[spoken].format(made.before, known)}", file=sys.stderr)
        return FAULTS
    if not made.steps:
        print(_NOTHING[spoken].format(known))
        return CLEAN
    problems = trial.problems(root, made.texts, day(options))
    faults = [one for one in problems if level(one) == "error"]
    for line in _told(made, root, spoken, whole=options.dry_run or bool(faults)):
        print(line)
    if faults:
        return _refused(faults, root, spoken)
    return CLEAN if options.dry_run else _written(root, made, spoken)


def _refused(faults: Iterable[Problem], root: Path, spoken: Language) -> int:
    print(report.as_text([shown(one, root) for one in faults], spoken), end="")
    print(f"apl: {_FAULTY[spoken]}", file=sys.stderr)
    return FAULTS


def _written(root: Path, made: Plan, spoken: Language) -> int:
    sweep(root, RECORDS)
    try:
        files.write_all(root, made.texts, made.originals)
    except files.Moved as path:
        print(f"apl: {_MOVED[spoken].format(path)}", file=sys.stderr)
        return FAULTS
    return CLEAN


def _told(made: Plan, root: Path, spoken: Language, *, whole: bool) -> Iterator[str]:
    """The steps, the files, and a line that counts them; `whole` shows what changes in each."""
    for version, step in enumerate(made.steps, made.before + 1):
        yield _STEP[spoken].format(version - 1, version, step.words[spoken])
    for path in sorted(made.texts):
        yield from _difference(made, path, root) if whole else [typed(root / path)]
    last = made.before + len(made.steps)
    yield _SUMMARY[spoken][whole].format(_counted(len(made.texts), spoken), last)


def _difference(made: Plan, path: str, root: Path) -> Iterator[str]:
    before = made.originals.get(path, b"").decode("utf-8").splitlines()
    name = typed(root / path)
    return unified_diff(before, made.texts[path].splitlines(), name, name, n=1, lineterm="")


def _counted(number: int, spoken: Language) -> str:
    if spoken == "en":
        return f"{number} {'file' if number == 1 else 'files'}"
    return counted(number, "archivo", "archivos")


_NOTHING: dict[Language, str] = {
    "es": "El registro ya está en el esquema {}, el que lee este programa: no hay nada que hacer.",
    "en": "The registry is of schema {} already, the one this program reads: nothing to do.",
}
_NEWER: dict[Language, str] = {
    "es": "el registro dice esquema {}, y este programa lee hasta el {}: actualiza el programa",
    "en": "the registry says schema {}, and this program reads up to {}: update the program",
}
_STEP: dict[Language, str] = {
    "es": "Del esquema {} al {}: {}",
    "en": "From schema {} to {}: {}",
}
_SUMMARY: dict[Language, tuple[str, str]] = {
    "es": ("Pasan {} al esquema {}.", "Pasarían {} al esquema {}; no se escribió nada."),
    "en": ("{} taken to schema {}.", "{} would be taken to schema {}; nothing was written."),
}
"""What is being done, and what would be."""
_FAULTY: dict[Language, str] = {
    "es": "así no se puede pasar a otro esquema, y no se escribió nada; corrige esas faltas",
    "en": "this cannot be taken to another schema, and nothing was written; mend these faults",
}
_MOVED: dict[Language, str] = {
    "es": "alguien cambió {} mientras tanto, y no se escribió nada; repite la orden",
    "en": "somebody changed {} meanwhile, and nothing was written; run this again",
}
