"""A build → the lines that tell of it while it goes on and when it is done."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.messages import Language, level
from generator.pipeline import Built, Stage
from generator.render.wording import counted, number

STAGES: Mapping[Language, Mapping[Stage, str]] = {
    "es": {
        "wait": "Otra orden está escribiendo en la misma carpeta: espero a que termine …",
        "finish": "Una orden anterior se interrumpió mientras escribía el sitio: ya está entero.",
        "check": "Revisando los registros …",
        "print": "Imprimiendo los textos …",
        "pour": "Vertiendo los registros …",
    },
    "en": {
        "wait": "Another command is writing to the same folder: waiting for it to end …",
        "finish": "An earlier command was interrupted while writing the site: it is whole now.",
        "check": "Checking the records …",
        "print": "Printing the prose …",
        "pour": "Pouring the records …",
    },
}


def unchanged(built: Built, out: Path, language: Language) -> str:
    """The closing line of a later build without changes; its `{seconds}` are to be filled in."""
    assert built.published is not None
    same = replace(built.published, written=0, removed=0)
    line = summary(replace(built, published=same), 0.0, out, language)
    zero = "0" if language == "es" else "0.0"
    return line.removesuffix(f"{zero} s") + "{seconds} s"


def summary(built: Built, seconds: float, out: Path, language: Language) -> str:
    """One closing line: records, pages, files, faults, warnings, seconds."""
    levels = [level(problem) for problem in built.problems]
    faults, warnings = levels.count("error"), levels.count("warning")
    if built.published is None:
        if language == "en":
            return f"{faults} faults, {warnings} warnings; the site was left as it was"
        told = f"{counted(faults, 'falta', 'faltas')} y {counted(warnings, 'aviso', 'avisos')}"
        return f"{told}; el sitio quedó como estaba"
    records, files = sum(built.records.values()), built.published
    if language == "en":
        return (
            f"{out}: {records} records, {built.pages} pages, {files.files} files "
            f"({files.written} changed), {warnings} warnings, {seconds:.1f} s"
        )
    return (
        f"{out}: {counted(records, 'registro', 'registros')}, "
        f"{counted(built.pages, 'página', 'páginas')}, "
        f"{counted(files.files, 'archivo', 'archivos')} "
        f"({counted(files.written, 'cambió', 'cambiaron')}), "
        f"{counted(warnings, 'aviso', 'avisos')}, {number(round(seconds, 1))} s"
    )


_WORK: Mapping[Language, Mapping[str, str]] = {
    "es": {
        "recall": "recordar lo hecho",
        "check": "leer y revisar",
        "plan": "planear las páginas",
        "print": "imprimir los textos",
        "pour": "verter y publicar",
        "keep": "guardar lo hecho",
        "poured": "De verter, por clase de archivos, en segundos de procesador:",
    },
    "en": {
        "recall": "recall what was done",
        "check": "read and check",
        "plan": "plan the pages",
        "print": "print the prose",
        "pour": "pour and publish",
        "keep": "keep what was done",
        "poured": "Of pouring, by kind of files, in seconds of processor time:",
    },
}


def profile(built: Built, language: Language) -> str:
    """Where the time of a build went: a line for each stage, then for each kind of files."""
    words = _WORK[language]
    stages = {words[stage]: seconds for stage, seconds in built.stages.items()}
    kinds = dict(sorted(built.poured.items(), key=lambda pair: -pair[1]))
    return "\n".join([*_table(stages, language), words["poured"], *_table(kinds, language)])


def _table(spent: Mapping[str, float], language: Language) -> Iterator[str]:
    whole, width = sum(spent.values()) or 1.0, max(map(len, spent), default=0)
    for name, seconds in spent.items():
        told = f"{seconds:.2f}" if language == "en" else f"{seconds:.2f}".replace(".", ",")
        yield f"  {name:<{width}}  {told:>8} s  {100 * seconds / whole:3.0f} %"
