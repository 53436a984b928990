"""`apl new`: flags, and answers at a terminal → a record written, or what is missing or wrong."""

import argparse
import re
import secrets
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from generator import folding, report
from generator.arguments import CLEAN, FAULTS, USAGE
from generator.edit.files import create, replace
from generator.load import load
from generator.messages import Language, hint, level, message
from generator.model.fields import ID_PATTERN, LONGEST_ID
from generator.new import asking, planning
from generator.new.answers import Data, Repeated, put
from generator.new.asking import Terminal
from generator.new.completing import complete
from generator.new.ids import id_of
from generator.new.kinds import Kind
from generator.new.known import Known, Names, place_names
from generator.new.leaves import Leaf
from generator.new.missing import Need, needs
from generator.new.planning import NoPlace, Plan
from generator.paths import shown, typed
from generator.problem import Place, Problem
from generator.terminal import asked
from generator.terminal.new_arguments import PLACE, described, parsed
from generator.trial import problems_of
from generator.unchanged import Memory

REFERENCES = {
    ("adhesion", ("acuerdo",)): "acuerdos",
    ("acuerdo", ("acuerdo_anterior",)): "acuerdos",
    ("acuerdo", ("organismos",)): "organismos",
    ("sello", ("titular", "empresa")): "empresas",
    ("programa", ("participantes", "empresa")): "empresas",
}
"""Keys that name another record."""


class Refused(Exception):
    """Nothing was written; `lines` say why, and `code` is how the command ends."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__(*lines)
        self.code, self.lines = code, lines


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Make what the words say; the registry and the day are known once they are understood."""
    options = parsed(options)
    maker = _Maker(options, asked.registry(options), asked.day(options))
    try:
        plan = maker.plan()
        maker.write(plan)
    except Refused as why:
        for line in why.lines:
            print(line, file=sys.stderr)
        return why.code
    return CLEAN


class _Maker:
    """One new record or part, from what was said to what is written."""

    def __init__(self, options: argparse.Namespace, root: Path, day: date) -> None:
        self._options = options
        self._kind: Kind = options.kind
        self._root = root
        self._day = day
        self._known = Known(load(root))
        self._place: dict[str, str] = dict(options.place)
        self._data: Data = {}
        self._terminal = Terminal(_read, _say, options.lang)
        self._asks = sys.stdin.isatty() and sys.stderr.isatty()

    def plan(self) -> Plan:
        """The file to be written, with all that it needs."""
        try:
            for leaf, said in self._options.given:
                put(self._data, leaf, said)
            self._find_place()
            self._refuse_damaged()
            self._fill_in()
            return self._complete()
        except Repeated as twice:
            raise self._wrong(f"{twice} va una sola vez", f"{twice} is given once only") from None
        except NoPlace as nowhere:
            raise self._nowhere(nowhere.key, nowhere.said, nowhere.names) from None
        except EOFError:
            raise self._wrong("no se escribió nada", "nothing was written") from None

    def write(self, plan: Plan) -> None:
        """Write the file if it brings no fault, and print its path."""
        problems = problems_of(self._root, self._day, {plan.path: plan.text})
        if any(level(problem) == "error" for problem in problems):
            print(self._as_text(problems), end="")
            raise Refused(FAULTS, self._word("no se escribió nada", "nothing was written"))
        path = self._root / plan.path
        if plan.before is None:
            try:
                create(path, plan.text)
            except FileExistsError:
                raise self._exists(path) from None
        elif path.read_bytes() == plan.before.encode():
            replace(path, plan.text)
        else:
            raise Refused(
                FAULTS,
                self._word(
                    f"{typed(path)} cambió mientras tanto; no se escribió nada",
                    f"{typed(path)} has changed meanwhile; nothing was written",
                ),
            )
        print(self._as_text(problems), end="", file=sys.stderr)
        print(typed(path))

    # What there has to be.

    def _find_place(self) -> None:
        for key in self._kind.place if self._asks else ():
            if key not in self._place:
                _say(f"\n{key.capitalize()}.")
                names = place_names(key, self._place, self._known)
                self._place[key] = self._insist(partial(asking.choose, self._terminal, names))
        lacking = [key for key in self._kind.place if key not in self._place]
        if lacking:
            needed = [self._missing(f"--{key}", self._word(*PLACE[key])) for key in lacking]
            raise Refused(USAGE, *needed, *map(self._told, self._needs()))
        if self._kind.within:
            planning.find(self._kind, self._place, self._data, self._known)

    def _fill_in(self) -> None:
        """Ask for what is missing until nothing is; away from a terminal, say what it is."""
        while found := self._needs():
            if not self._asks:
                raise Refused(USAGE, *map(self._told, found))
            self._ask(found[0])

    def _needs(self) -> list[Need]:
        return needs(self._kind, self._data, self._place.get("acuerdo", ""), self._known)

    def _ask(self, need: Need) -> None:
        """Any of several leaves will do: an empty answer goes on to the next."""
        for leaf in need[:-1]:
            if said := asking.ask(self._terminal, leaf, self._names(leaf)):
                put(self._data, leaf, said)
                return
        last = need[-1]
        ask = partial(asking.ask, self._terminal, last, self._names(last))
        put(self._data, last, self._insist(ask))

    def _insist(self, ask: Callable[[], str]) -> str:
        while not (said := ask()):
            _say(self._word("  Hace falta un valor.", "  A value is needed."))
        return said

    def _names(self, leaf: Leaf) -> Names:
        if self._kind.name == "sello" and leaf.path == ("certificados",):
            holder = self._data.get("titular", {})
            return self._known.certificates(holder.get("empresa", ""), holder.get("elemento"))
        collection = REFERENCES.get((self._kind.name, leaf.path))
        return self._known.names(collection) if collection else {}

    # What is made of it.

    def _refuse_damaged(self) -> None:
        """A file with faults is not built upon: what it says is not sure."""
        company = self._known.company(self._place.get("empresa", ""))
        path = company.path if company else self._kind.single
        faults = [
            problem
            for problem in self._known.loaded.problems
            if problem.place.path == path and level(problem) == "error"
        ]
        if faults:
            print(self._as_text(faults), end="")
            raise Refused(FAULTS, self._word("no se escribió nada", "nothing was written"))

    def _complete(self) -> Plan:
        kind, known = self._kind, self._known
        company = known.company(self._place.get("empresa", ""))
        taken = {one.id for one in company.record.elements} if company else set()
        minted = complete(kind.model, self._data, secrets.randbelow, known.codes, taken)
        for code in minted:
            _say(self._word(f"código nuevo: {code}", f"new code: {code}"))
        if kind.is_record:
            return self._record()
        if kind.single:
            return planning.entry(self._root, kind, self._data)
        return planning.part(self._root, kind, self._place, self._data, known)

    def _record(self) -> Plan:
        kind, options = self._kind, self._options
        ids = self._known.ids(kind.collection)
        id_ = options.id or id_of(kind.name, self._data, secrets.randbelow, ids)
        if not id_:
            raise self._wrong(
                "el nombre no da para un id; elige uno con --id",
                "the name makes no id; choose one with --id",
            )
        if len(id_) > LONGEST_ID or not re.fullmatch(ID_PATTERN, id_):
            raise self._wrong(*_no_id(id_))
        if not re.fullmatch(r"(?:[^./\\][^/\\]*/?)*", options.carpeta):
            raise self._wrong(
                f"--carpeta: «{options.carpeta}» no es una subcarpeta de la colección",
                f"--carpeta: “{options.carpeta}” is no sub-folder of the collection",
            )
        plan = planning.record(kind, id_, options.carpeta, self._data)
        if id_ in ids or (self._root / plan.path).exists():
            raise self._exists(self._root / plan.path)
        return plan

    # What is said.

    def _word(self, es: str, en: str) -> str:
        return en if self._options.lang == "en" else es

    def _as_text(self, problems: tuple[Problem, ...] | list[Problem]) -> str:
        return report.as_text([shown(p, self._root) for p in problems], self._options.lang)

    def _told(self, need: Need) -> str:
        either = self._word(" o ", " or ").join(leaf.flag for leaf in need)
        return self._missing(either, described(need[0], self._word))

    def _missing(self, flags: str, words: str) -> str:
        return f"apl new {self._kind.name}: {self._word('falta', 'missing')} {flags}: {words}"

    def _wrong(self, es: str, en: str) -> Refused:
        return Refused(USAGE, f"apl new {self._kind.name}: {self._word(es, en)}")

    def _nowhere(self, key: str, said: str, names: Names) -> Refused:
        close = ", ".join(asking.near(said, names) or list(names)[: asking.MOST_LISTED])
        es, en = f"--{key}: no hay «{said}»", f"--{key}: there is no “{said}”"
        tip = self._word(f"; ¿quisiste decir {close}?", f"; did you mean {close}?") if close else ""
        return Refused(USAGE, f"apl new {self._kind.name}: {self._word(es, en)}{tip}")

    def _exists(self, path: Path) -> Refused:
        shown_path = typed(path)
        es = f"el id «{path.stem}» ya está en uso ({shown_path}); elige otro con --id"
        en = f"the id “{path.stem}” is taken ({shown_path}); choose another one with --id"
        return Refused(FAULTS, f"apl new {self._kind.name}: {self._word(es, en)}")


def _no_id(id_: str) -> tuple[str, str]:
    """Why an id will not do, in the words of the check."""
    params = {"value": id_, "suggestion": folding.slug(id_)}
    wrong = Problem(Place(""), "APL031", params if params["suggestion"] else {"value": id_})

    def worded(spoken: Language) -> str:
        return f"--id: {message(wrong, spoken)}. {hint(wrong, spoken)}"

    return worded("es"), worded("en")


def _read() -> str:
    """A line typed by a person; EOFError where there are no more."""
    print("> ", end="", file=sys.stderr, flush=True)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""
    if not line:
        raise EOFError
    return line.strip()


def _say(line: str) -> None:
    print(line, file=sys.stderr)
