"""`apl diff`: two states of a registry → what the change means to the public, told in one form."""

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date

from generator import checking, collector, engine, prose
from generator.arguments import CLEAN, FAULTS, USAGE
from generator.changes import Difference, difference
from generator.changes.addresses import Around
from generator.messages import Language, level
from generator.revisions import Lack, NoRevision, State, ahead_of, state
from generator.sources import Sources
from generator.terminal import asked
from generator.terminal.diff_forms import FORMS, Told, Which
from generator.unchanged import Memory
from generator.views.page import Site

REVIEW = 3
"""How the command ends where nothing is wrong, but a second person has to look."""


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Compare, and print it; a state that cannot be had is wrong usage, with how to get it."""
    sources, day = asked.sources(options), asked.day(options)
    try:
        with ExitStack() as stack:
            base = stack.enter_context(state(options.base, sources.registry))
            head = State(sources.registry, "")
            if options.head:
                head = stack.enter_context(state(options.head, sources.registry))
            told = _compared(base, head, sources, day, options.lang)
    except NoRevision as why:
        print(f"apl: {_lacking(why, options.lang)}", file=sys.stderr)
        return USAGE
    print(FORMS[options.format](told, options.lang), end="")
    if told.found.breaches or told.head.faults:
        return FAULTS
    return REVIEW if told.found.review.is_needed else CLEAN


def _compared(base: State, head: State, sources: Sources, day: date, spoken: Language) -> Told:
    was = checking.check(base.folder, day, keep=True)
    now = checking.check(head.folder, day, was.after, keep=True)
    url = engine.settings(sources.config, sources.content).site_url
    pages = prose.prose_pages(sources.content)
    with collector.at_rest():
        around = Around(Site(url, day), sources.templates, pages)
        found = difference(was.loaded, now.loaded, day, around)
    sides = (_which(base, was), _which(head, now))
    return Told(found, *sides, tuple(_remarks(found, *sides, sources, spoken)))


def _which(which: State, checked: checking.Checked) -> Which:
    faults = sum(level(one) == "error" for one in checked.problems)
    return Which(which.name, which.commit, which.is_there, faults)


# What has to be known to read it rightly.


def _remarks(
    found: Difference, base: Which, head: Which, sources: Sources, spoken: Language
) -> Iterator[str]:
    for which in (base, head):
        name = which.called(spoken)
        if not which.is_there:
            yield _WORDS["nothing"][spoken].format(name=name)
        if which.faults:
            yield _WORDS["faults"][spoken].format(name=name, count=which.faults)
    if found.untold:
        yield _WORDS["untold"][spoken].format(list=", ".join(found.untold))
    if base.commit and (head.commit or not head.name):
        ahead = ahead_of(base.commit, head.commit, sources.registry)
        if ahead:
            yield _WORDS["ahead"][spoken].format(name=base.name, count=ahead)
    if found.demonstration[0] != found.demonstration[1]:
        yield _WORDS["shown" if found.demonstration[1] else "hidden"][spoken]


_WORDS: dict[str, dict[Language, str]] = {
    "nothing": {
        "es": "En {name} no había registro: todo sale como nuevo.",
        "en": "There was no registry in {name}: everything is told as new.",
    },
    "faults": {
        "es": "Faltas de {name} que muestra «apl check»: {count}. Lo que no se puede leer por "
        "ellas no se compara.",
        "en": "Faults of {name} that “apl check” shows: {count}. What cannot be read because of "
        "them is not compared.",
    },
    "untold": {"es": "Sin comparar: {list}.", "en": "Not compared: {list}."},
    "ahead": {
        "es": "Commits de «{name}» que aquí faltan: {count}. Lo que agregaron sale como quitado; "
        "únelos primero con «git merge».",
        "en": "Commits of “{name}” that are missing here: {count}. What they added is told as "
        "gone; merge them first.",
    },
    "hidden": {
        "es": "Termina la demostración: las fichas de ejemplo dejan de mostrarse, y no se "
        "cuentan una por una.",
        "en": "The demonstration ends: example records are no longer shown, nor told one by one.",
    },
    "shown": {
        "es": "Empieza la demostración: se muestran las fichas de ejemplo, y no se cuentan una "
        "por una.",
        "en": "The demonstration begins: example records are shown, and not told one by one.",
    },
}


# What is missing.


def _lacking(why: NoRevision, spoken: Language) -> str:
    """How to get what is missing; «HEAD~1» cannot be fetched by its name."""
    fetch = f"git fetch --depth=1 origin {why.name}"
    if re.search(r"[~^@:]", why.name):
        fetch = "git fetch --deepen=50"
    return _LACKS[why.lack][spoken].format(name=why.name, fetch=fetch)


_LACKS: dict[Lack, dict[Language, str]] = {
    "no_git": {
        "es": "git no está en este equipo; compara con una carpeta que tenga el otro registro",
        "en": "git is not on this machine; compare with a folder that holds the other registry",
    },
    "no_repository": {
        "es": "el registro no está en un repositorio git, y «{name}» no es una carpeta",
        "en": "the registry is in no git repository, and “{name}” is no folder",
    },
    "distrusted": {
        "es": "git no lee este repositorio, porque es de otro usuario; permítelo con "
        "«git config --global --add safe.directory CARPETA»",
        "en": "git does not read this repository, which belongs to another user; allow it with "
        "“git config --global --add safe.directory FOLDER”",
    },
    "shallow": {
        "es": "este clon es superficial y no tiene «{name}»; tráelo con «{fetch}», o con todo: "
        "«git fetch --unshallow»",
        "en": "this clone is shallow and lacks “{name}”; fetch it with “{fetch}”, or everything "
        "with “git fetch --unshallow”",
    },
    "unknown": {
        "es": "no hay una revisión ni una carpeta «{name}»; «git branch -a» muestra las ramas",
        "en": "there is no revision and no folder “{name}”; “git branch -a” lists the branches",
    },
    "missing_objects": {
        "es": "a este clon le faltan archivos de esa revisión (objeto {name}); tráelos con "
        "«git fetch --refetch»",
        "en": "this clone lacks files of that revision (object {name}); fetch them with "
        "“git fetch --refetch”",
    },
}
