"""The files for download → what the pages about the data show of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.exports.dictionary import KINDS
from generator.exports.downloads import FOLDER, WHOLE, DataFile, listed
from generator.exports.envelope import path as api_path
from generator.exports.index import SUMS, index
from generator.exports.notes import citation
from generator.exports.queries import QUERIES
from generator.exports.tables import TABLES
from generator.language import gettext, gettext_noop, is_spanish
from generator.views.page import Slot
from generator.views.survey import Survey

SLOT = "datos"
"""The slot that tells of the files: what it shows is known only when they are made."""

_LABELS = {
    ".csv": gettext_noop("CSV"),
    "-excel.csv": gettext_noop("CSV para Excel"),
    ".ndjson": gettext_noop("NDJSON"),
    ".geojson": gettext_noop("GeoJSON"),
}
_ABOUT = {
    "registro.xlsx": (
        gettext_noop("Planilla"),
        gettext_noop("Una hoja por tabla. La mejor para Excel: guarda los ceros."),
    ),
    "registro.sqlite": (
        gettext_noop("Base de datos SQLite"),
        gettext_noop("Con índices y búsqueda de texto sin tildes."),
    ),
    "diccionario.csv": (
        gettext_noop("Diccionario"),
        gettext_noop("Qué dice cada columna, en español y en inglés."),
    ),
    "datapackage.json": (
        gettext_noop("Data Package"),
        gettext_noop("Los CSV con sus tipos, para programas (versión 2)."),
    ),
    "catalogo.jsonld": (
        gettext_noop("Catálogo DCAT 3"),
        gettext_noop("Para portales de datos abiertos."),
    ),
    "metadata.yml": (
        gettext_noop("Datasette"),
        gettext_noop("Títulos y preguntas para mirar la base con Datasette."),
    ),
    "LICENCIA.txt": (
        gettext_noop("Licencia"),
        gettext_noop("Bajo qué condiciones se entregan, y cómo citar."),
    ),
}


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a file; `amount` of `unit` is its size."""

    label: str
    path: str
    amount: Decimal
    unit: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A table with its files; `examples` of its rows are fictional."""

    name: str
    title: str
    about: str
    rows: int
    examples: int
    downloads: tuple[Download, ...]


def slots() -> Mapping[str, Slot]:
    """Those that are the same for every registry; `datos` is filled once the files are there."""
    return {
        SLOT: Slot("fragments/data_files.html", {"tables": ()}),
        "diccionario": Slot("fragments/dictionary.html", {"tables": _dictionary(0), "lang": "es"}),
        "diccionario:en": Slot(
            "fragments/dictionary.html", {"tables": _dictionary(1), "lang": "en"}
        ),
        "consultas": Slot("fragments/queries.html", {"queries": QUERIES}),
    }


def _dictionary(language: int) -> list[Mapping[str, object]]:
    return [
        {
            "name": name,
            "title": table.title[language],
            "about": table.about[language],
            "columns": [
                {
                    "name": one.name,
                    "kind": KINDS[one.kind][language],
                    "words": ((one.title, one.description), (one.title_en, one.description_en))[
                        language
                    ],
                    "choices": one.choices,
                    "derived": one.derived,
                }
                for one in table.columns
            ],
        }
        for name, table in TABLES.items()
    ]


def slot(survey: Survey, files: Sequence[DataFile]) -> Slot:
    """What there is to download, with sizes and counts."""
    telling = [one for made in index(survey, files) if (one := listed(made))]
    context = {
        "tables": tuple(_listed(name, files) for name in TABLES),
        "whole": tuple(_about(one) for one in files[::-1] if one.table == WHOLE),
        "others": tuple(_about(one) for one in telling),
        "sums": f"{FOLDER}/{SUMS}",
        "openapi": api_path("openapi"),
        "day": survey.day,
        "citation": citation(survey.registry.settings, survey),
    }
    return Slot("fragments/data_files.html", context)


def _listed(name: str, files: Iterable[DataFile]) -> Listed:
    table, found = TABLES[name], [one for one in files if one.table == name]
    by_end = {one.name.removeprefix(name): one for one in found}
    downloads = tuple(
        _download(by_end[end], gettext(_LABELS[end])) for end in _LABELS if end in by_end
    )
    first = found[0]
    words = int(not is_spanish())
    title, about = table.title[words], table.about[words]
    return Listed(name, title, about, first.rows, first.examples, downloads)


def _about(file: DataFile) -> Download:
    label, about = _ABOUT[file.name]
    return _download(file, gettext(label), gettext(about))


def _download(file: DataFile, label: str, about: str = "") -> Download:
    return Download(label, f"{FOLDER}/{file.name}", *_size(file.size), about)


def _size(size: int) -> tuple[Decimal, str]:
    """In kilobytes or megabytes, to one decimal; of a small file never nothing."""
    unit, of = ("MB", 1_000_000) if size >= 1_000_000 else ("kB", 1_000)
    amount = (Decimal(size) / of).quantize(Decimal("0.1"))
    return max(amount, Decimal("0.1")), unit
