"""Builds as real processes, with real faults: no room, closed files, a death, two at once."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import placing
from generator.arguments import ROOT
from generator.placing import NOTE, STAGING
from tests.small_project import VALID_DAY, Project, tree

LIMITED = ["prlimit", "--fsize=40000"]


def start(
    project: Project, *more: str, before: list[str] | None = None, day: str = VALID_DAY
) -> "subprocess.Popen[str]":
    command = [*(before or []), sys.executable, "-m", "generator", "build", *project.options()]
    return subprocess.Popen(
        [*command, "--out", str(project.out), "--day", day, *more],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def build(
    project: Project, *more: str, before: list[str] | None = None, day: str = VALID_DAY
) -> tuple[int, str]:
    """The exit code, and what was said."""
    process = start(project, *more, before=before, day=day)
    told = "".join(process.communicate())
    return process.returncode, told


def small_disk(folder: Path) -> list[str]:
    """What makes a command find a disk of 700 KB in a folder; a limit on files where none can."""
    mount = f'mount -t tmpfs -o size=700k tmpfs "{folder}" && exec "$0" "$@"'
    words = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount]
    try:
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    except FileNotFoundError:
        pass
    return LIMITED


@pytest.mark.parametrize("where", [pytest.param("disk", marks=pytest.mark.slow), "limit"])
def test_no_room_is_told_and_leaves_nothing(project: Project, where: str) -> None:
    """Exit code 2, in words that people understand, without a trace of Python's own."""
    (project.folder / "site").mkdir()
    before = small_disk(project.out) if where == "disk" else LIMITED

    code, told = build(project, before=before)

    assert code == 2, told
    assert "no queda espacio en el disco" in told or "más grande de lo que aquí se permite" in told
    assert "Traceback" not in told
    assert tree(project.out) == {}


def without_rights() -> list[str]:
    """A superuser reads what is closed; not without these two of its powers."""
    if os.geteuid():
        return []
    powers = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}"]


@pytest.mark.parametrize("closed", ["content/acuerdos", "content/index.md"])
def test_what_cannot_be_read_is_named(project: Project, closed: str) -> None:
    """No page is lost in silence because its folder does not open."""
    place = project.folder / closed
    place.chmod(0)
    try:
        code, told = build(project, before=without_rights())
    finally:
        place.chmod(0o755)

    assert code == 2, told
    assert f"{place}: no tienes permiso" in told and "Traceback" not in told
    assert not project.out.exists()


@pytest.mark.slow
def test_a_build_that_is_killed_and_the_next_one(project: Project) -> None:
    """Killed where files are moved: the next build is as a first one is.

    Another command that comes meanwhile waits, and says that it does.
    """
    first, other = start(project), start(project, "--no-cache", day="2024-06-02")
    told = "".join(first.communicate()) + "".join(other.communicate())
    assert (first.returncode, other.returncode) == (0, 0), told
    assert "espero a que termine" in told
    done = start(project, day="2024-06-03")
    ends = time.monotonic() + 60
    while done.poll() is None and time.monotonic() < ends:
        if placing.has_journal(project.out):
            break
        time.sleep(0.0005)
    done.send_signal(signal.SIGKILL)
    done.communicate()

    code, told = build(project)

    assert code == 0 and "Traceback" not in told
    after = tree(project.out)
    assert NOTE not in after and not (project.out / STAGING).exists()
    project.out.rename(project.folder / "interrupted")
    assert build(project, "--no-cache")[0] == 0
    assert after == tree(project.out)


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["at once", "while it writes"])
def test_a_record_that_is_edited_while_a_build_runs(project: Project, moment: str) -> None:
    """Whatever that build saw of it, the next one is as a first one is, and forgets nothing."""
    assert build(project)[0] == 0
    running = start(project, day="2024-06-02")
    ends = time.monotonic() + 60
    while moment != "at once" and running.poll() is None and time.monotonic() < ends:
        if (project.out / STAGING).exists():
            break
        time.sleep(0.0005)
    text = project.company.read_text(encoding="utf-8")
    project.company.write_text(text.replace("Prueba SpA", "Otra SpA"), encoding="utf-8")
    told = "".join(running.communicate())
    assert running.returncode == 0, told

    assert build(project, day="2024-06-02")[0] == 0

    after = tree(project.out)
    project.out.rename(project.folder / "edited")
    assert build(project, "--no-cache", day="2024-06-02")[0] == 0
    assert after == tree(project.out)
    assert "Otra SpA" in (project.out / "empresas/conservas/index.html").read_text("utf-8")
