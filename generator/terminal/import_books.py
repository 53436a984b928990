"""`apl import`: a book of spreadsheets → what it would change in the registry, or the change."""

import argparse
import secrets
import sys
from pathlib import Path

from generator import checking, report
from generator.arguments import CLEAN, FAULTS
from generator.leftovers import RECORDS, sweep
from generator.messages import level
from generator.paths import shown, typed
from generator.sheets import book, files, rows, shelf, told
from generator.sheets.entering import Settings
from generator.sheets.plan import Plan, plan
from generator.sheets.sheet import Place, Trouble, Unreadable
from generator.sheets.tables import tables
from generator.terminal.asked import UsageError, day, registry
from generator.unchanged import Memory


def run(options: argparse.Namespace, _: Memory | None = None) -> int:
    """Show what each row does; with `--write` do it, all or nothing."""
    root, today = registry(options), day(options)
    refuse_unknown_table(options.table)
    _refuse_no_file(options.file)
    checked = checking.check(root, today)
    faults = [shown(p, root) for p in checked.problems if level(p) == "error"]
    if faults:
        print(report.as_text(faults, options.lang), end="")
        print(_FAULTY[options.lang], file=sys.stderr)
        return FAULTS
    try:
        found = rows.reading(book.read(options.file, typed(options.file)), options.table or "")
    except Unreadable as unreadable:
        trouble = Trouble(unreadable.code, Place(typed(options.file)), unreadable.params)
        return _told(Plan((), {}, {}, troubles=(trouble,)), options, written=False)
    known = {record.path: record for record in shelf.records(root)}
    settings = Settings(secrets.randbelow, _agreement(options.acuerdo, known), options.estado or "")
    made = plan(root, checked.problems, found, settings, today, known)
    try:
        return _told(made, options, written=options.write and _is_written(root, made, options))
    except files.Moved as path:
        print(f"apl: {_MOVED[options.lang].format(path)}", file=sys.stderr)
        return FAULTS


def refuse_unknown_table(wanted: str | None) -> None:
    """`UsageError` where no table is called so."""
    if wanted and wanted not in tables():
        names = ", ".join(tables())
        raise UsageError(
            f"no hay una tabla «{wanted}»; hay: {names}",
            f"there is no table “{wanted}”; there are: {names}",
        )


def _refuse_no_file(file: Path) -> None:
    if not file.is_file():
        raise UsageError(f"no existe el archivo {file}", f"there is no file {file}")


def _agreement(wanted: str | None, known: dict[str, shelf.Record]) -> str:
    """It has to be an id, which unlike a name means one alone."""
    ids = {record.id for record in known.values() if record.collection == "acuerdos"}
    if wanted and wanted not in ids:
        raise UsageError(
            f"no hay un acuerdo con el id «{wanted}»",
            f"there is no agreement with the id “{wanted}”",
        )
    return wanted or ""


def _is_written(root: Path, made: Plan, options: argparse.Namespace) -> bool:
    """Whether it was: not where a row was refused, unless the others were asked for."""
    if made.troubles or (made.has_refused and not options.skip_refused):
        return False
    sweep(root, RECORDS)
    files.write_all(root, made.files, made.originals)
    return True


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
