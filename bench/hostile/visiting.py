"""A built site and a browser → whatever any of its pages did that none may do."""

import mimetypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from generator.render.environment import file_address

HOME = "https://registro.example/"
"""No host at all: every request is answered from the site's folder, or noted."""
DAY = "2026-11-23T15:00:00Z"

_LISTENER = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass
class Visit:
    """A tab of the site; `faults` is what went wrong so far."""

    site: Path
    headers: dict[str, str]
    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        """The page in the file `name`, until it has loaded and its scripts had their turn."""
        self.page.goto(HOME + name.removesuffix("index.html"))
        if self.page.evaluate("window.asaltada") is not None:
            self.faults.append(f"{name}: a text ran")

    def answer(self, route: Route) -> None:
        """A file of the site with the headers that hosts are asked to send; nothing else."""
        url = route.request.url
        path = url.removeprefix(HOME).partition("#")[0].partition("?")[0]
        file = self.site / file_address(path)
        if url.startswith(HOME) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "text/plain"
            headers = {**self.headers, "Content-Type": f"{kind}; charset=utf-8"}
            route.fulfill(body=file.read_bytes(), headers=headers)
        else:
            self.faults.append(f"{self.page.url} asked {url}")
            route.abort()


def sent(site: Path) -> dict[str, str]:
    """The headers that `_headers` asks for."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.strip().partition(": ") for line in lines)
    return {name: value for name, _, value in pairs}


@contextmanager
def visiting(browser: Browser, site: Path) -> Iterator[Visit]:
    """A fresh tab whose every fault is noted."""
    context = browser.new_context(locale="es-CL", timezone_id="America/Santiago")
    page = context.new_page()
    visit = Visit(site, sent(site), page)
    page.clock.set_fixed_time(DAY)
    page.add_init_script(_LISTENER)
    page.route("**/*", visit.answer)
    page.on("console", lambda m: visit.faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: visit.faults.append(f"{page.url}: {error}"))
    page.on("dialog", lambda box: visit.faults.append(f"{page.url}: a dialog, {box.message}"))
    try:
        yield visit
    finally:
        context.close()


def visited(browser: Browser, site: Path, names: Iterable[str]) -> list[str]:
    """The faults of these pages."""
    with visiting(browser, site) as visit:
        for name in names:
            if b'http-equiv="refresh"' not in (site / name).read_bytes():
                visit.open(name)
        return visit.faults
