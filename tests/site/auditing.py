"""A page in a browser → what axe finds wrong in it, on desk and phone, in light and dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Page

from tests.outside_tools import axe
from tests.site.reading import Reader

DESK = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 812}

_RUN = """(rules) => axe.run(document, {
  resultTypes: ["violations"],
  ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}),
}).then((found) => found.violations.flatMap((one) =>
  one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`)))"""
_UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true })"
_AT_ONCE = "*, ::before, ::after { transition: none !important; animation: none !important }"
"""What fades has colours that nobody stops at."""

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_NAMES = {"light": "default", "dark": "slate"}
_STANDS = """(scheme) => document.body.dataset.mdColorScheme === scheme
  && new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"""


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody sees a page; `rules` of axe are tried, all where none is named."""

    scheme: Scheme
    size: dict[str, Any]
    rules: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.scheme}, {self.size['width']}"


LOOKS = (
    Look("light", DESK),
    Look("dark", DESK, ("color-contrast",)),
    Look("dark", PHONE),
    Look("light", PHONE, ("color-contrast",)),
)
"""Every rule at both widths and in both schemes; colours, which both decide, in all four."""
WHOLE_LOOKS = tuple(look for look in LOOKS if not look.rules)


def faults(reader: Reader, looks: Sequence[Look] = LOOKS) -> list[str]:
    """Every violation on the page that stands open, its folds unfolded."""
    page = reader.page
    page.evaluate(axe())
    page.evaluate(_UNFOLD)
    page.add_style_tag(content=_AT_ONCE)
    return [f"{look}: {fault}" for look in looks for fault in _seen(page, look)]


def _seen(page: Page, look: Look) -> list[str]:
    page.set_viewport_size(look.size)  # type: ignore[arg-type]
    turn(page, look.scheme)
    found: list[str] = page.evaluate(_RUN, list(look.rules))
    return found


def turn(page: Page, scheme: Scheme) -> None:
    """Make the page that stands open light or dark, and wait until it is."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(_STANDS, arg=_NAMES[scheme])
