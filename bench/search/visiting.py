"""A tool, a slowed processor and a link → what visitors with an empty cache pay for its search."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from bench.browser.serving import Link, Traffic
from bench.browser.slowing import slowed
from bench.search.tools import Tool

PHONE = {"width": 375, "height": 740}
CLICKS = 12
SHORTEST = 2
"""Our box in the header answers from two letters on, so all are asked from there."""
_PATIENCE = 600_000
_WARM_UP = "antes"
"""An address that is not there: its page starts the process in which the visit will run."""

Milliseconds = float | None
"""None is an answer that did not come in two minutes."""


@dataclass(slots=True)
class Figures:
    """One entry a visit, a keystroke or a click; bytes are those of the search's own files."""

    at_load: list[int] = field(default_factory=list)
    first: list[Milliseconds] = field(default_factory=list)
    first_bytes: list[int] = field(default_factory=list)
    page_bytes: list[int] = field(default_factory=list)
    """Everything up to the first result, the page and its theme included."""
    keystrokes: list[Milliseconds] = field(default_factory=list)
    first_facet: list[Milliseconds] = field(default_factory=list)
    facet_bytes: list[int] = field(default_factory=list)
    clicks: list[Milliseconds] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Conditions:
    """How much slower the processor is, and over which link everything comes."""

    slow: float
    link: Link


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with a browser whose cache is empty, at a served site."""

    browser: Browser
    home: str
    traffic: Traffic
    tool: Tool

    def ask(self, names: Sequence[str], under: Conditions, into: Figures) -> None:
        """Ask the first name at once, then type all of them letter by letter."""
        with self._at_page(under) as page:
            into.at_load.append(self._bytes())
            first = names[0]
            into.first.append(page.evaluate("([a, b]) => driver.first(a, b)", [first, first]))
            into.first_bytes.append(self._bytes())
            into.page_bytes.append(sum(size for _, size in self.traffic.sent))
            for name in names:
                page.evaluate("driver.empty()")
                for text in as_typed(name):
                    into.keystrokes.append(page.evaluate("text => driver.type(text)", text))

    def choose(self, under: Conditions, into: Figures) -> None:
        """Click a value of a facet at once, then others, each from the whole register."""
        with self._at_page(under) as page:
            into.first_facet.append(page.evaluate("driver.firstFacet()"))
            into.facet_bytes.append(self._bytes())
            into.clicks += [page.evaluate("n => driver.choose(n)", n) for n in range(1, CLICKS + 1)]

    def _bytes(self) -> int:
        return sum(size for path, size in self.traffic.sent if self.tool.owns(path))

    @contextmanager
    def _at_page(self, under: Conditions) -> Iterator[Page]:
        context = self.browser.new_context(viewport=PHONE, locale="es-CL")  # type: ignore[arg-type]
        context.set_default_timeout(_PATIENCE)
        page = context.new_page()
        page.goto(f"{self.home}{_WARM_UP}")
        page.add_init_script(self.tool.script())
        self.traffic.start(under.link)
        try:
            with slowed(under.slow):
                page.goto(f"{self.home}{self.tool.page}")
                yield page
        finally:
            context.close()


def as_typed(name: str) -> Iterator[str]:
    """A name letter by letter; a space alone asks nothing new."""
    for end in range(SHORTEST, len(name) + 1):
        if not name[end - 1].isspace():
            yield name[:end]


def figures(visitor: Visitor, names: Sequence[str], under: Conditions, visits: int) -> Figures:
    """So many visits after one that does not count; each asks other names."""
    found = Figures()
    share = max(1, len(names) // visits)
    for visit in range(-1, visits):
        into = Figures() if visit < 0 else found
        own = names[max(0, visit) * share :][:share]
        visitor.ask(own, under, into)
        if visitor.tool.has_facets:
            visitor.choose(under, into)
    return found
