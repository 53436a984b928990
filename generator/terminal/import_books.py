"""`apl import`: a book of spreadsheets → what it would change in the registry, or the change."""

import argparse
import secrets
import sys
from datetime import date
from pathlib import Path

from generator import checking, report
from generator.arguments import CLEAN, FAULTS
from generator.messages import level
from generator.pipeline import shown
from generator.sheets import book, files, rows, shelf, told
from generator.sheets.entering import Settings
from generator.sheets.plan import Plan, plan
from generator.sheets.sheet import Place, Trouble, Unreadable


def run(registry: Path, day: date, options: argparse.Namespace) -> int:
    """Show what each row does; with `--write` do it, all or nothing."""
    checked = checking.check(registry, day)
    faults = [shown(p, registry) for p in checked.problems if level(p) == "error"]
    if faults:
        print(report.as_text(faults, options.lang), end="")
        print(_FAULTY[options.lang], file=sys.stderr)
        return FAULTS
    try:
        found = rows.reading(book.read(options.file), options.table or "")
    except Unreadable as unreadable:
        trouble = Trouble(unreadable.code, Place(str(options.file)), unreadable.params)
        return _told(Plan((), {}, {}, troubles=(trouble,)), options, written=False)
    known = {record.path: record for record in shelf.records(registry)}
    settings = Settings(secrets.randbelow, options.acuerdo or "", options.estado or "")
    made = plan(registry, checked.problems, found, settings, day, known)
    may = options.write and (options.skip_refused or not made.has_refused) and not made.troubles
    if may:
        files.write_all(registry, made.files, made.originals)
    return _told(made, options, written=may)


def _told(made: Plan, options: argparse.Namespace, written: bool) -> int:
    if options.format == "json":
        print(told.as_json(made, written, options.lang), end="")
    else:
        print(told.as_text(made, options.lang), end="")
        print(told.summary(made, written, options.lang))
        if options.write and not written and made.outcomes:
            print(_NOT_HALF[options.lang], file=sys.stderr)
    return FAULTS if made.has_refused else CLEAN


_FAULTY = {
    "es": "El registro tiene faltas: corrígelas antes de importar.",
    "en": "The registry has faults: mend them before you import.",
}
_NOT_HALF = {
    "es": "Hay filas rechazadas y no se escribió nada. Corrígelas en la planilla, "
    "o usa --skip-refused para escribir las demás.",
    "en": "Rows were refused and nothing was written. Mend them in the sheet, "
    "or write the others with --skip-refused.",
}
