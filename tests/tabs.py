"""A browser → its tabs, each as new but used again: opening one takes longer than most tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page

FRESH = {"width": 1280, "height": 720}
"""The window of who says nothing of it."""
_FORGET = """() => {
  for (const kept of ["localStorage", "sessionStorage"]) {
    try { window[kept].clear(); } catch {}  // about:blank has none
  }
}"""

_idle: dict[tuple[int, str], list[Page]] = {}
"""Tabs that nobody uses, by browser and by what cannot be changed of them."""


@contextmanager
def tab(
    browser: Browser,
    *,
    noon: date | None = None,
    viewport: dict[str, int] = FRESH,
    color_scheme: Any = "null",
    reduced_motion: Any = "null",
    **options: Any,
) -> Iterator[Page]:
    """A tab without a past, whose clock may stand at noon of a day."""
    waiting = _idle.setdefault((id(browser), repr((noon is None, sorted(options.items())))), [])
    page = waiting.pop() if waiting else browser.new_context(**options).new_page()
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=color_scheme, reduced_motion=reduced_motion)
    if noon:
        page.clock.set_fixed_time(f"{noon.isoformat()}T15:00:00Z")
    marked: list[str] = []
    page.add_init_script = partial(_marking, marked, page)  # type: ignore[method-assign]
    try:
        yield page
    except BaseException:
        page.context.close()
        raise
    if marked:
        page.context.close()
    else:
        fresh(page)
        waiting.append(page)


def _marking(marked: list[str], page: Page, script: str) -> None:
    """Such a script stays in a tab, which nobody uses after that."""
    marked.append(script)
    Page.add_init_script(page, script)


def fresh(page: Page) -> None:
    """Leave nothing of what was done: nothing kept, nothing held up, nothing shown."""
    for other in page.context.pages:
        if other != page:
            other.close()
    page.unroute_all(behavior="ignoreErrors")
    page.evaluate(_FORGET)
    page.context.clear_cookies()
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null")
