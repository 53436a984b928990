"""`apl import`: a book of spreadsheets → what it would change in the registry, or the change."""

import argparse
import secrets
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator import checking, report
from generator.arguments import CLEAN, FAULTS, USAGE
from generator.messages import level
from generator.paths import shown, typed
from generator.sheets import book, files, rows, shelf, told
from generator.sheets.entering import Settings
from generator.sheets.plan import Plan, plan
from generator.sheets.sheet import Place, Trouble, Unreadable
from generator.sheets.tables import tables


def run(registry: Path, day: date, options: argparse.Namespace) -> int:
    """Show what each row does; with `--write` do it, all or nothing."""
    if options.table and options.table not in tables():
        print(f"apl: {no_table(options)}", file=sys.stderr)
        return USAGE
    if not options.file.is_file():
        print(f"apl: {_NO_FILE[options.lang].format(options.file)}", file=sys.stderr)
        return USAGE
    checked = checking.check(registry, day)
    faults = [shown(p, registry) for p in checked.problems if level(p) == "error"]
    if faults:
        print(report.as_text(faults, options.lang), end="")
        print(_FAULTY[options.lang], file=sys.stderr)
        return FAULTS
    try:
        found = rows.reading(book.read(options.file, typed(options.file)), options.table or "")
    except Unreadable as unreadable:
        trouble = Trouble(unreadable.code, Place(typed(options.file)), unreadable.params)
        return _told(Plan((), {}, {}, troubles=(trouble,)), options, written=False)
    known = {record.path: record for record in shelf.records(registry)}
    if options.acuerdo and not _is_agreement(options.acuerdo, known):
        print(f"apl: {_NO_AGREEMENT[options.lang].format(options.acuerdo)}", file=sys.stderr)
        return USAGE
    settings = Settings(secrets.randbelow, options.acuerdo or "", options.estado or "")
    made = plan(registry, checked.problems, found, settings, day, known)
    may = options.write and (options.skip_refused or not made.has_refused) and not made.troubles
    if may:
        try:
            files.write_all(registry, made.files, made.originals)
        except files.Moved as path:
            print(f"apl: {_MOVED[options.lang].format(path)}", file=sys.stderr)
            return FAULTS
    return _told(made, options, written=may)


def no_table(options: argparse.Namespace) -> str:
    """That there is no table of the name in `--table`, and which ones there are."""
    return _NO_TABLE[options.lang].format(options.table, ", ".join(tables()))


def _is_agreement(wanted: str, known: Mapping[str, shelf.Record]) -> bool:
    """Whether it is an agreement's id, which unlike a name means one alone."""
    return any(r.collection == "acuerdos" and r.id == wanted for r in known.values())


def _told(made: Plan, options: argparse.Namespace, written: bool) -> int:
    made = made if written else made.unwritten
    if options.format == "json":
        print(told.as_json(made, written, options.lang), end="")
    else:
        print(told.as_text(made, options.lang), end="")
        if made.outcomes or not made.troubles:
            print(told.summary(made, written, options.lang))
        if options.write and not written and made.outcomes:
            print(_NOT_HALF[options.lang], file=sys.stderr)
    return FAULTS if made.has_refused else CLEAN


_FAULTY = {
    "es": "El registro tiene faltas: corrígelas antes de importar.",
    "en": "The registry has faults: mend them before you import.",
}
_NO_FILE = {"es": "no existe el archivo {}", "en": "there is no file {}"}
_NO_TABLE = {
    "es": "no hay una tabla «{}»; hay: {}",
    "en": "there is no table “{}”; there are: {}",
}
_NO_AGREEMENT = {
    "es": "no hay un acuerdo con el id «{}»",
    "en": "there is no agreement with the id “{}”",
}
_MOVED = {
    "es": "alguien cambió {} mientras tanto, y no se escribió nada; repite la orden",
    "en": "somebody changed {} meanwhile, and nothing was written; run this again",
}
_NOT_HALF = {
    "es": "Hay filas rechazadas y no se escribió nada. Corrígelas en la planilla, "
    "o usa --skip-refused para escribir las demás.",
    "en": "Rows were refused and nothing was written. Mend them in the sheet, "
    "or write the others with --skip-refused.",
}
