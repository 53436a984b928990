"""Builds on request, each in a process of its own; tried in processes that have no threads."""

import subprocess
import sys

from tests.small_project import ROOT, Project

ORDER = """
import os, signal, sys, time
from generator.rebuilding import Died, Outcome, Shown, builds

class Order:
    def __init__(self, do): self.do = do
    def build(self, show): return self.do(show)
"""


def told(script: str) -> list[str]:
    """What a script prints that has orders at hand, line by line."""
    done = subprocess.run(
        [sys.executable, "-c", ORDER + script],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def test_each_build_is_a_process_of_its_own() -> None:
    """Nothing of one build is left for the next, and none is the server's own process."""
    script = """
seen = []
def do(show):
    seen.append(1)
    return Outcome(summary=f"{os.getpid()} {len(seen)}")
made = builds(Order(do))
first, second = ([news.summary.split() for news in made.build()][0] for _ in range(2))
made.close()
print(len({first[0], second[0], str(os.getpid())}), first[1], second[1])
"""
    assert told(script) == ["3 1 1"]


def test_what_is_shown_early_is_told_early() -> None:
    """The outcome comes last, after what can be looked at before it."""
    script = """
def do(show):
    show({'uno': b'1'})
    return Outcome(summary="all")
made = builds(Order(do))
print([type(news).__name__ for news in made.build()])
made.close()
"""
    assert told(script) == ["['Shown', 'Outcome']"]


def test_a_build_that_is_killed_is_told() -> None:
    """Whoever waits learns of it, and the next build is made."""
    script = """
def do(show):
    os.kill(os.getpid(), signal.SIGKILL)
made = builds(Order(do))
print([type(news).__name__ for _ in range(2) for news in made.build()])
made.close()
"""
    assert told(script) == ["['Died', 'Died']"]


def test_without_the_nursery_builds_are_told_as_died() -> None:
    """Whoever asks is answered, and does not wait for ever."""
    script = """
made = builds(Order(lambda show: Outcome()))
made._nursery.kill()
made._nursery.join()
print([type(news).__name__ for _ in range(2) for news in made.build()])
made.close()
"""
    assert told(script) == ["['Died', 'Died']"]


def test_no_process_outlives_the_server() -> None:
    """Closing ends a build under way, and does not wait for it."""
    script = """
import threading
read, write = os.pipe()
def do(show):
    os.write(write, f"{os.getpid()}\\n".encode())
    time.sleep(600)
made = builds(Order(do))
threading.Thread(target=lambda: list(made.build()), daemon=True).start()
pid = int(os.read(read, 99))
made.close()
for _ in range(100):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        print("gone"); break
    time.sleep(0.1)
sys.stdout.flush(); os._exit(0)
"""
    assert told(script) == ["gone"]


def test_a_real_site_is_built(project: Project) -> None:
    """Twice, the second time after an edit: its company is shown before the outcome."""
    script = f"""
from datetime import date
from pathlib import Path
from generator.rebuilding import Order
from generator.sources import Sources
folder = Path({str(project.folder)!r})
company = folder / "registry/empresas/conservas.yaml"
sources = Sources(folder / "registry", folder / "content", Path("templates"), folder / "mkdocs.yml")
made = builds(Order(sources, folder / "site", lambda: date(2024, 6, 1), "es", folder / "cache"))
print([type(news).__name__ for news in made.build()])
time.sleep(0.2)
list(made.build())  # nothing is known of files that were written a moment before they were read
company.write_text(company.read_text().replace("Planta Talca", "Planta Lircay"))
time.sleep(0.2)
*early, outcome = made.build()
print([type(news).__name__ for news in early], outcome.touched > 0, outcome.fault == "")
made.close()
"""
    assert told(script) == ["['Outcome']", "['Shown'] True True"]
    page = project.out / "empresas/conservas/index.html"
    assert "Planta Lircay" in page.read_text(encoding="utf-8")
