"""A browser and a site's address → somebody who reads it, and notes whatever goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from tests.site.building import DAY
from tests.tabs import tab

_CHILE = {"locale": "es-CL", "timezone_id": "America/Santiago"}


@dataclass
class Reader:
    """A tab on a site; `home` is the address of its first page."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to an address of the site (`empresas/x/`)."""
        self.page.goto(f"{self.home}{address}")
        return self.page

    def watch(self) -> None:
        """Note every fault from now on: in scripts, in requests, and requests to other hosts."""
        for event, note in self._notes().items():
            self.page.on(event, note)  # type: ignore[call-overload]

    def leave(self) -> None:
        """What happens in the tab from now on is another one's."""
        for event, note in self._notes().items():
            self.page.remove_listener(event, note)

    def _notes(self) -> dict[str, Callable[[Any], None]]:
        return {
            "console": self._console,
            "pageerror": self._error,
            "requestfailed": self._failed,
            "request": self._request,
            "response": self._response,
        }

    def _error(self, error: Error) -> None:
        self.faults.append(f"{self.page.url}: {error}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{self.page.url}: {message.text}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it came
            self.faults.append(f"{request.failure}: {request.url}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"{self.page.url} asked {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    # The header's search box.

    def suggestions(self, text: str) -> Locator:
        """What the header's search box offers for `text`, but for its last line."""
        box = self.page.locator("header [data-buscador] input")
        box.click()
        box.fill(text)
        status = self.page.locator("header [data-buscador] [role=status]")
        expect(status).not_to_be_empty()
        return self.page.locator("header [role=option]:not(.apl-sugerencia--todos)")

    # The explorer.

    def explore(self, state: str = "") -> Page:
        """Open /registro/ with a state in its address, and wait until it has answered."""
        self.open(f"registro/{state}")
        expect(self.page.locator("[data-busca=aplicacion]")).to_have_attribute("data-listo", "")
        return self.page

    def results(self) -> list[str]:
        """The names in the list of results."""
        return self.page.locator("[data-busca=lista] h3").all_inner_texts()

    # The verifier.

    def verify(self, question: str, day: date | None = None) -> Locator:
        """Ask /verificar/ and return the answer."""
        self.open("verificar/")
        self.page.get_by_label("Código, número oficial, RUT, nombre o marca").fill(question)
        if day:
            self.page.get_by_label("Para el día").fill(day.isoformat())
        self.page.get_by_role("button", name="Verificar", exact=True).click()
        answer = self.page.locator("[data-verifica=respuesta] .apl-respuesta")
        expect(answer).to_be_visible()
        return answer


@contextmanager
def reading(
    browser: Browser, home: str, *, day: date = DAY, quiet: bool = True, **options: Any
) -> Iterator[Reader]:
    """A tab without a past, on noon of `day`; with `quiet`, a fault fails the test."""
    with tab(browser, noon=day, **options, **_CHILE) as page:
        page.context.set_default_timeout(15_000)
        reader = Reader(page, home)
        reader.watch()
        try:
            yield reader
        finally:
            reader.leave()
        assert not (quiet and reader.faults), reader.faults
