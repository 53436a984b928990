"""Options → the folders, files and day to work with; UsageError where they make no sense."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from generator import arguments, clock, report, zensical
from generator.engine import settings
from generator.messages import Language
from generator.sheets import journal
from generator.sources import ENGINES, Engine, Sources


class UsageError(Exception):
    """The command was called in a way that makes no sense; says why, in Spanish and English."""

    def __init__(self, es: str, en: str) -> None:
        super().__init__(en)
        self.words: dict[Language, str] = {"es": es, "en": en}


def registry(options: argparse.Namespace) -> Path:
    """The folder of the records, with nothing half done in it."""
    folder = _existing(options.registry or arguments.ROOT / "registry")
    if files := journal.finish(folder):
        print(_FINISHED[options.lang].format(files), file=sys.stderr)
    return folder


_FINISHED: dict[Language, str] = {
    "es": "Un cambio se había interrumpido; ahora está entero. Archivos que faltaban: {}.",
    "en": "A change had been interrupted; it is whole now. Files that were missing: {}.",
}


def sources(options: argparse.Namespace) -> Sources:
    """All that a site is made from, and the engine that prints it."""
    engine = _engine(options)
    records = registry(options)
    config: Path = options.config or arguments.ROOT / "mkdocs.yml"
    if not config.is_file():
        raise UsageError(f"no existe el archivo {config}", f"there is no file {config}")
    content = options.content or settings(config).content
    if not options.content and not content.is_dir():
        content = arguments.ROOT / "content"
    templates = options.templates or arguments.ROOT / "templates"
    return Sources(records, _existing(content), _existing(templates), config, engine)


def _engine(options: argparse.Namespace) -> Engine:
    """What is to print the prose, if it is there."""
    asked: Engine = getattr(options, "engine", ENGINES[0])
    if asked == "zensical" and not zensical.is_installed():
        package = f"zensical=={zensical.VERSION}"
        raise UsageError(
            f"Zensical no está instalado; instálalo con «pip install {package}»",
            f"Zensical is not installed; install it with “pip install {package}”",
        )
    return asked


def out(options: argparse.Namespace, sources: Sources) -> Path:
    """Where the site goes: never into what it is made from, nor around it."""
    out: Path = options.out
    place = out.resolve()
    for source in (sources.registry, sources.content, sources.templates):
        made_from = source.resolve()
        if place.is_relative_to(made_from) or made_from.is_relative_to(place):
            raise UsageError(
                f"el sitio no puede ir en {out}: de ahí sale {source}; elige otra con --out",
                f"the site cannot go to {out}, where {source} comes from; choose another --out",
            )
    return out


def _existing(path: Path) -> Path:
    if not path.is_dir():
        raise UsageError(f"no existe la carpeta {path}", f"there is no folder {path}")
    return path


def inside(path: Path, folder: Path) -> Path:
    """A path to look at; one that the registry does not hold would always look clean."""
    if not os.path.lexists(path):
        raise UsageError(f"no existe {path}", f"{path} does not exist")
    whole, places = folder.resolve(), (report.real(path), path.resolve())
    if not any(p.is_relative_to(whole) or whole.is_relative_to(p) for p in places):
        raise UsageError(
            f"{path} no está en {folder}; di con --registry en qué registro está",
            f"{path} is not in {folder}; name its registry with --registry",
        )
    return path


def day(options: argparse.Namespace) -> date:
    """The day asked about: today in Chile where none is."""
    return options.day or clock.today()
