"""A site in a browser → milliseconds to a ready explorer, to each keystroke, to each click."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.search.questions import questions, rows_of

PROBE = Path(__file__).with_name("probe.js")
PHONE = {"width": 375, "height": 740}
CHOICES = 30
ROUNDS = 3
"""Each keystroke and choice counts as the best of so many: a machine does other work too."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds; the first two after the last part that was needed had been downloaded."""

    first_list: float
    ready: float
    keystrokes: Sequence[float]
    openings: Sequence[float]
    choices: Sequence[float]
    crowded: Sequence[float]
    """Choices with every facet open, the most that there can be to draw."""


def questions_of(browser: Browser, home: str) -> list[str]:
    """What to ask, from the file that the explorer itself hands over."""
    return list(questions(rows_of(explorers_file(browser, home))))


def explorers_file(browser: Browser, home: str) -> str:
    """The rows of the whole register, as the explorer offers them to its readers."""
    page = browser.new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{home}registro/")
    page.wait_for_selector("[data-listo]", state="attached")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Descargar").click()
    text = taken.value.path().read_text(encoding="utf-8")
    page.context.close()
    return text


def times(browser: Browser, home: str, asked: Sequence[str], slow: float) -> Times:
    """One visit by a phone `slow` times slower than this machine, its cache empty."""
    with _visit(browser, slow) as page:
        page.goto(f"{home}registro/")
        page.wait_for_selector("[data-listo]", state="attached")
        first, ready = page.evaluate(
            "() => [probe.first - probe.arrived(probe.first),"
            " probe.ready - probe.arrived(probe.ready)]"
        )
        typed = list(_as_typed(asked))
        keystrokes = _best(
            [page.evaluate("probe.type", text) for text in typed] for _ in range(ROUNDS)
        )
        page.locator("[data-busca=cajon]").evaluate("drawer => (drawer.open = true)")
        rounds = [[_opened_and_chosen(page, n) for n in range(CHOICES)] for _ in range(ROUNDS)]
        openings = _best([opening for opening, _ in one] for one in rounds)
        choices = _best([choice for _, choice in one] for one in rounds)
        page.evaluate("probe.clear")
        page.evaluate("probe.fold", False)
        crowded = _best([_choice(page, 7 * n) for n in range(CHOICES)] for _ in range(ROUNDS))
        return Times(first, ready, keystrokes, openings, choices, crowded)


def _opened_and_chosen(page: Page, n: int) -> tuple[float, float]:
    """The times to open a facet, and to choose one of its values, from the whole register."""
    page.evaluate("probe.clear")
    page.evaluate("probe.fold", True)
    opening: float = page.evaluate("probe.open", n)
    return opening, _choice(page, n)


def _choice(page: Page, n: int) -> float:
    """The time of a choice, each time from the whole register."""
    page.evaluate("probe.clear")
    taken: float = page.evaluate("probe.choose", n)
    return taken


def _best(rounds: Iterable[Sequence[float]]) -> list[float]:
    return [min(values) for values in zip(*rounds, strict=True)]


@contextmanager
def _visit(browser: Browser, slow: float) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="es-CL")  # type: ignore[arg-type]
    context.set_default_timeout(120_000)
    context.add_init_script(path=PROBE)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    try:
        yield page
    finally:
        context.close()


def _as_typed(asked: Sequence[str]) -> Iterator[str]:
    """Each question letter by letter, then an emptied box."""
    for text in asked:
        yield from (text[: n + 1] for n in range(len(text)))
        yield ""
