"""`apl export`: the records of a registry → a book that `apl import` reads back."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import checking, report
from generator.arguments import CLEAN, FAULTS
from generator.messages import level
from generator.paths import shown
from generator.render.wording import counted
from generator.sheets import shelf, written
from generator.sheets.files import write_bytes
from generator.sheets.flat import Rows, flat, list_headers, listed
from generator.sheets.tables import tables
from generator.sheets.xlsx import TooLong, as_xlsx
from generator.terminal.asked import UsageError, day, registry
from generator.terminal.import_books import refuse_unknown_table
from generator.unchanged import Memory

_BY_SUFFIX = {".xlsx": "xlsx", ".csv": "csv", ".zip": "csv", ".json": "json"}


def run(options: argparse.Namespace, _: Memory | None = None) -> int:
    """Write the tables; a registry with faults is not written, for what has them would lack."""
    root = registry(options)
    form = options.format or _BY_SUFFIX.get(options.out.suffix.lower(), "")
    _refuse_misuse(root, form, options)
    problems = checking.check(root, day(options)).problems
    faults = [shown(p, root) for p in problems if level(p) == "error"]
    if faults:
        print(report.as_text(faults, options.lang), end="")
        print(_FAULTY[options.lang], file=sys.stderr)
        return FAULTS
    records = list(shelf.records(root))
    if form == "csv" and not options.table and options.out.suffix.lower() != ".zip":
        return _list(records, options)
    found = flat(records)
    chosen = {options.table: found[options.table]} if options.table else found
    try:
        data = _bytes(form, chosen, options)
    except TooLong as where:
        print(f"apl: {_TOO_LONG[options.lang].format(where)}", file=sys.stderr)
        return FAULTS
    write_bytes(options.out, data)
    print(_summary(chosen, options))
    return CLEAN


def _list(records: Sequence[shelf.Record], options: argparse.Namespace) -> int:
    """One CSV file holds one table; without a name it is the list of all installations."""
    rows = list(listed(records))
    write_bytes(options.out, written.as_csv_with(list_headers(), rows))
    print(_summary({"": rows}, options))
    return CLEAN


def _refuse_misuse(root: Path, form: str, options: argparse.Namespace) -> None:
    out: Path = options.out
    refuse_unknown_table(options.table)
    if not form:
        raise UsageError(
            "di en qué forma, con --format xlsx, csv o json, o con el final del nombre en --out",
            "name the form with --format xlsx, csv or json, or by how the name in --out ends",
        )
    if out.is_dir():
        raise UsageError(
            f"{out} es una carpeta; --out es un archivo", f"{out} is a folder; --out is a file"
        )
    if out.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            f"{out} está dentro de {root}, donde solo van registros; elige otro lugar con --out",
            f"{out} lies in {root}, which holds records only; choose another --out",
        )


def _bytes(form: str, found: Rows, options: argparse.Namespace) -> bytes:
    if form == "xlsx":
        return as_xlsx(found)
    if form == "json":
        return written.as_json(found)
    if options.out.suffix.lower() == ".zip":
        return written.as_zip(found)
    return written.as_csv(tables()[options.table], found[options.table])


def _summary(found: Rows, options: argparse.Namespace) -> str:
    rows = sum(map(len, found.values()))
    if options.lang == "en":
        return f"{options.out}: {len(found)} tables, {rows} rows"
    told = f"{counted(len(found), 'tabla', 'tablas')}, {counted(rows, 'fila', 'filas')}"
    return f"{options.out}: {told}"


_FAULTY = {
    "es": "El registro tiene faltas, y lo que las tiene no saldría: corrígelas antes de exportar.",
    "en": "The registry has faults, and what has them would be left out: mend them first.",
}
_TOO_LONG = {
    "es": "hay un texto que no cabe en una celda ({}); usa --format csv o --format json",
    "en": "a text is too long for a cell ({}); use --format csv or --format json",
}
