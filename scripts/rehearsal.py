"""A guide in Markdown → what happens when somebody does, block by block, all that it says.

The blocks of a guide that can be done are marked as writers and readers know them:

- `yaml` and `csv` blocks with a `title`: a file, written whole;
- `diff` blocks with a `title`: lines of that file taken away and added;
- `console` blocks: after `$` a command (`apl`, `git`, `diff` or `cd`), below it what it says. `…`
  stands for any words, and a line of it alone for any lines; a command without lines below it has
  only to succeed. How many pages change is not compared, because every new kind of page changes it.

All happens in a clone of a register of its own, whose origin is a folder: nothing leaves the
machine, and no real record is needed. A guide about the whole repository is done in a clone of this
one, where `apl` is the clone's own program.
"""

import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.cli import main

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ROOT / "content" / "equipo"
DAY = date(2022, 5, 20)
"""When the guides take place: their story has a certificate in force then."""

ADDRESSES = {
    "https://registro-apl.example/repositorio": "origen.git",
    "https://otra-casa.example/registro": "otra-casa.git",
}
"""Where the repositories of a story lie, beside the clone: git takes one for the other."""

FENCE = re.compile(
    r'^(?P<indent> *)```(?P<kind>yaml|csv|diff|console)(?: title="(?P<title>[^"]+)")?\n'
    r"(?P<body>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
ANY = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the file it is of, and its text without the indent."""

    kind: str
    title: str
    text: str


def blocks(markdown: str) -> list[Block]:
    """The blocks that can be done, in the order of the guide."""
    return [_block(found) for found in FENCE.finditer(markdown)]


def _block(found: re.Match[str]) -> Block:
    lines = found["body"].splitlines()
    inner = "".join(f"{line.removeprefix(found['indent'])}\n" for line in lines)
    return Block(found["kind"], found["title"] or "", inner)


def examples() -> dict[str, str]:
    """The whole examples of the guide on editing, by their path: what is published at first."""
    told = blocks((GUIDES / "editar.md").read_text(encoding="utf-8"))
    return {one.title: one.text for one in told if one.kind == "yaml" and one.title}


class Mismatch(RuntimeError):
    """A guide says something that cannot be done as it says."""


@dataclass(slots=True)
class Stage:
    """A clone where a guide is done, on a day; `here` is the folder that it has come to."""

    clone: Path
    day: date
    here: Path = field(init=False)

    def __post_init__(self) -> None:
        self.here = self.clone

    def rehearse(self, markdown: str) -> str:
        """Do all that a guide says; gives its text with what the commands really said."""
        parts, end = [], 0
        for found in FENCE.finditer(markdown):
            body = self.do(_block(found))
            lines = (f"{found['indent']}{line}".rstrip() for line in body.splitlines())
            parts += [markdown[end : found.start("body")], *(f"{line}\n" for line in lines)]
            end = found.end("body")
        return "".join([*parts, markdown[end:]])

    def do(self, block: Block) -> str:
        """Do one block; gives its text as it should stand in the guide."""
        if block.kind == "console":
            return "".join(self._said(*one) for one in _commands(block.text))
        if not block.title:
            return block.text
        file = self.here / block.title
        file.parent.mkdir(parents=True, exist_ok=True)
        text = block.text
        if block.kind == "diff":
            text = _patched(file.read_text(encoding="utf-8"), block)
        file.write_text(text, encoding="utf-8")
        return block.text

    def _said(self, command: str, expected: list[str]) -> str:
        code, said = self.run(command)
        said = said.replace(str(self.clone.parent), "~")
        if not expected and code:
            raise Mismatch(f"{command}: {code}\n{said}")
        shown = said.splitlines() if expected else []
        if _fits(shown, expected):
            shown = expected
        return f"$ {command}\n" + "".join(f"{line}\n" for line in shown)

    def run(self, command: str) -> tuple[int, str]:
        """The exit code of a command in the clone, and what it says on both channels."""
        words = shlex.split(command.replace("\\\n", " "))
        with chdir(self.here), _environment(self.day, self.clone.parent):
            if words[0] in ("git", "diff"):
                return _ran(words)
            if words[0] == "apl":
                is_whole = Path("generator").is_dir()
                return _ran(_own(words[1:])) if is_whole else _apl(words[1:])
            if words[0] == "cd":
                self.here = Path(words[1]).resolve(strict=True)
                return 0, ""
        raise Mismatch(f"{words[0]}: not a command of a guide")


def stage(folder: Path, day: date, files: dict[str, str]) -> Stage:
    """A clone in `folder`, where `files` are what is published."""
    one = _cloned(folder, day)
    for path, text in files.items():
        one.do(Block("yaml", path, text))
    _succeed(one, "git add --all", "git commit --quiet -m Base", "git push --quiet")
    return one


def whole_stage(folder: Path, day: date) -> Stage:
    """A clone of this whole repository, as it is committed, with another house nearby."""
    one = _cloned(folder, day)
    with _environment(day, folder):
        for words in (
            ["git", "-C", ROOT, "push", "--quiet", folder / "origen.git", "HEAD:refs/heads/main"],
            ["git", "init", "--quiet", "--bare", "-b", "main", folder / "otra-casa.git"],
        ):
            subprocess.run(words, check=True, capture_output=True)
    _succeed(one, "git pull --quiet origin main")
    return one


def _cloned(folder: Path, day: date) -> Stage:
    origin, clone = folder / "origen.git", folder / "registro"
    with _environment(day, folder):
        for words in (
            ["git", "init", "--quiet", "--bare", "--initial-branch", "main", str(origin)],
            ["git", "-C", str(origin), "config", "receive.shallowUpdate", "true"],
            ["git", "clone", "--quiet", next(iter(ADDRESSES)), str(clone)],
        ):
            subprocess.run(words, check=True, capture_output=True)
    return Stage(clone, day)


def _succeed(one: Stage, *commands: str) -> None:
    for words in commands:
        code, said = one.run(words)
        if code:
            raise Mismatch(said)


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a block with the lines that stand below it."""
    command, said = "", list[str]()
    for line in text.splitlines():
        if command.endswith("\\"):
            command += f"\n{line}"
        elif line.startswith("$ "):
            if command:
                yield command, said
            command, said = line.removeprefix("$ "), []
        else:
            said.append(line)
    if command:
        yield command, said


def _fits(lines: list[str], expected: list[str]) -> bool:
    pattern = "".join(r"(?:.*\n)*" if one == ANY else f"{_pattern(one)}\n" for one in expected)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines)) is not None


OUTPUTS = re.compile(r"\d+(?= (?:páginas?|calendarios?|canales|canal|insignias?|QR)\b)")


def _pattern(line: str) -> str:
    pieces = re.split(f"({ANY}|{OUTPUTS.pattern})", line)
    return "".join(
        ".*" if one == ANY else r"\d+" if place % 2 else re.escape(one)
        for place, one in enumerate(pieces)
    )


def _patched(text: str, block: Block) -> str:
    lines = [line for line in block.text.splitlines(keepends=True) if line.strip()]
    old = "".join(line[1:] for line in lines if line[0] in " -")
    new = "".join(line[1:] for line in lines if line[0] in " +")
    if text.count(old) != 1:
        raise Mismatch(f"{block.title}: {text.count(old)} times\n{old}")
    return text.replace(old, new)


def _apl(words: list[str]) -> tuple[int, str]:
    where = [] if "--registry" in words else ["--registry", "registry"]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        try:
            code = main([*words, *where])
        except SystemExit as left:
            code = int(str(left.code))
    return code, said.getvalue()


def _own(words: list[str]) -> list[str]:
    """The program of the clone, and not the one that runs this."""
    return [sys.executable, "-m", "generator", *words]


def _ran(words: list[str]) -> tuple[int, str]:
    around = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(words, check=False, env=around, **both)  # as a terminal has them
    return done.returncode, done.stdout.decode()


@contextmanager
def _environment(day: date, folder: Path) -> Iterator[None]:
    """The day of the guide for the program, and a git that knows nothing of who runs this."""
    noon = datetime.combine(day, time(15), tzinfo=UTC)
    new = {
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "GIT_AUTHOR_DATE": noon.isoformat(),
        "GIT_COMMITTER_DATE": noon.isoformat(),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_COUNT": str(len(ADDRESSES)),
        **dict(_git_settings(folder)),
        **{f"GIT_{who}_NAME": "Equipo" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "equipo@registro.example" for who in ("AUTHOR", "COMMITTER")},
    }
    old = dict(os.environ)
    os.environ.update(new)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(old)


def _git_settings(folder: Path) -> Iterator[tuple[str, str]]:
    """What makes git take the repositories of a story for those that it names."""
    for number, (address, name) in enumerate(ADDRESSES.items()):
        yield f"GIT_CONFIG_KEY_{number}", f"url.{folder / name}.insteadOf"
        yield f"GIT_CONFIG_VALUE_{number}", address
