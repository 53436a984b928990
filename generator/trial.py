"""Files that are not written yet, and the registry they would go into → the problems they bring."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.checking import check
from generator.load.files import INBOX
from generator.messages import level, message
from generator.problem import Problem


def problems_of(root: Path, day: date, texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """What would be wrong in the registry in `root` with these texts in it, and is not wrong now.

    `texts` are by their path in the registry, as are the places of the problems. Nothing is
    written there: the trial is made in a temporary folder. Warnings of other files are left out.
    """
    now = check(root, day, keep=True)
    with tempfile.TemporaryDirectory(prefix="apl-") as folder:
        trial = Path(folder)
        for path in _files(root):
            if path not in texts:
                _copy(root / path, trial / path)
        for path, text in texts.items():
            (trial / path).parent.mkdir(parents=True, exist_ok=True)
            (trial / path).write_text(text, encoding="utf-8", newline="\n")
        found = check(trial, day, now.after, keep=True).problems
    ours = (one for one in found if one.place.path in texts or level(one) == "error")
    return tuple(_new(ours, now.problems))


def _new(found: Iterable[Problem], known: Iterable[Problem]) -> Iterator[Problem]:
    """Those that were not there; a line may have moved, what is said of it has not."""
    left = Counter(map(_said, known))
    for problem in found:
        if left[_said(problem)]:
            left[_said(problem)] -= 1
        else:
            yield problem


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, message(problem)


def _files(root: Path) -> Iterator[str]:
    """Every ordinary file that the check looks at."""
    for folder, names, files in os.walk(root):
        names[:] = [name for name in names if not name.startswith(".")]
        inside = os.path.relpath(folder, root)
        if inside == ".":
            names[:] = [name for name in names if name != INBOX]
        for name in files:
            file = Path(folder, name)
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                yield file.relative_to(root).as_posix()


def _copy(file: Path, to: Path) -> None:
    """The same file under another name where the disk allows it, which takes no time."""
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, to)
    except OSError:
        shutil.copyfile(file, to)
