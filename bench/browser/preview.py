"""A stock → how long whoever edits a record waits for it in the preview, in a real browser."""

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from bench import ours
from bench.search import beside
from bench.stock import Stock
from generator.arguments import ROOT

_ADDRESS = re.compile(r"http://\S+")
_LONGEST = 120_000  # ms
_REST = 5.0
"""Seconds between two edits: whoever edits reads what came of it."""
_SAYS = "name => document.querySelector('h1')?.textContent.includes(name)"
_LOADED = "document.documentElement.dataset.bench = 'seen'"
_LOADED_AGAIN = "() => !document.documentElement.dataset.bench && document.querySelector('h1')"


def preview(stock: Stock, edits: int) -> dict[str, Any]:
    """Milliseconds from saving a company's file to its new name, and to the whole site, each."""
    change = ours.edit(stock.registry)
    shown, whole = list[float](), list[float]()
    with _served(stock.project(), stock.room("preview")) as home, beside.browser() as browser:
        page = browser.new_page()
        page.set_default_timeout(_LONGEST)
        page.goto(f"{home}{change.page}/")
        for number in range(1 + edits):  # the first finds the way
            time.sleep(_REST)
            times = _edited(page, change, f"Nombre Cambiado {number} SpA")
            if number:
                shown.append(times[0])
                whole.append(times[1])
    return {"browser": beside.version(), "shown": shown, "whole": whole}


def _edited(page: Page, change: ours.Edit, name: str) -> tuple[float, float]:
    """Until the page says so, and until it is loaded again because all the rest is there."""
    began = time.monotonic()
    change.rename(name)
    page.wait_for_function(_SAYS, arg=name, polling=10)
    shown = time.monotonic() - began
    page.evaluate(_LOADED)
    page.wait_for_function(_LOADED_AGAIN, polling=10)
    return 1000 * shown, 1000 * (time.monotonic() - began)


@contextmanager
def _served(project: ours.Project, out: Path) -> Iterator[str]:
    """The address of a preview that runs meanwhile."""
    words = project.serve(out).words
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        try:
            lines = (_ADDRESS.search(line) for line in running.stdout)
            yield next(found[0] for found in lines if found)
        finally:
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=60)
