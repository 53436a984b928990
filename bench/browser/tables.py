"""What was measured in a browser, as plain data → its sections of bench/RESULTS.md."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from bench.search.tools import EXPLORER, HEADER
from bench.verdict import verdict

Entry = Mapping[str, Any]
_KB = 1000
_ANSWER_MS = {"chile": 50, "chile10": 150}
_FIRST_KB = {"chile": 500, "chile10": 1500}
_READY_MS = 1000
_PHONE_SLOW = 4.0
_PAGE_KB = 40
_SCORE = 95
_SEARCH_HEAD = (
    "| | CPU | link | KB at load | KB before first result | with its page"
    " | first result ms | keystroke ms | KB before first facet | first facet ms | facet click ms |"
)


def search(size: str, entry: Entry) -> Iterator[str]:
    """One line a tool and set of conditions; what is missing; the targets."""
    yield "\n### Search in a browser\n"
    yield f"Taken on {entry['day']} with {entry['browser']}, {entry['visits']} visits each.\n"
    yield _SEARCH_HEAD
    yield "|---" * 11 + "|"
    yield from (_search_row(one) for one in entry["rows"])
    yield ""
    yield from (f"- {name} is missing: {why}" for name, why in entry["missing"].items())
    yield f"- our whole index: {entry['index'] / _KB:,.0f} KB (gzip -9)"
    yield from _search_verdicts(size, entry)


def _search_row(one: Entry) -> str:
    cells = [
        one["tool"],
        f"{one['slow']:g}×",
        one["link"],
        _kb(one["at_load"]),
        _kb(one["first_bytes"]),
        _kb(one["page_bytes"]),
        _ms(one["first"]),
        _spread(one["keystrokes"]),
        _kb(one["facet_bytes"]),
        _ms(one["first_facet"]),
        _spread(one["clicks"]),
    ]
    return f"| {' | '.join(cells)} |"


def _kb(values: Sequence[float]) -> str:
    return f"{median(values) / _KB:,.0f}" if values else "–"


def _ms(values: Sequence[float | None]) -> str:
    """The median; one answer that never came is told, and not averaged away."""
    if not values:
        return "–"
    came = [value for value in values if value is not None]
    lost = len(values) - len(came)
    told = f"{median(came):,.0f}" if came else ""
    return " ".join(filter(None, [told, f"({lost} of {len(values)} never)" if lost else ""]))


def _spread(values: Sequence[float | None]) -> str:
    """Median and 95th percentile."""
    came = [value for value in values if value is not None]
    if len(came) < 2:
        return _ms(values)
    return f"{_ms(values)}, p95 {_p95(came):,.0f}"


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def _search_verdicts(size: str, entry: Entry) -> Iterator[str]:
    if size not in _ANSWER_MS:
        return
    for one in (row for row in entry["rows"] if row["tool"] in (HEADER.name, EXPLORER.name)):
        told = f"{one['tool']}, {one['slow']:g}×, {one['link']}"
        if one["tool"] == HEADER.name:
            before = max(one["at_load"])
            yield verdict(f"{told}: bytes before it is touched {before}", before, 0)
        kilobytes = median(one["first_bytes"]) / _KB
        first = f"{told}: before the first result {kilobytes:.0f} KB"
        yield verdict(first, kilobytes, _FIRST_KB[size], "KB")
        if one["slow"] == _PHONE_SLOW and one["link"] == "local":
            yield from _times(told, one, _ANSWER_MS[size])


def _times(told: str, one: Entry, limit: float) -> Iterator[str]:
    """What is budgeted after the download, on a phone's processor; never is too long."""
    forever = float("inf")
    first = median(forever if value is None else value for value in one["first"])
    yield verdict(f"{told}: first result {first:.0f} ms", first, _READY_MS, "ms")
    for name, key in (("keystroke", "keystrokes"), ("facet click", "clicks")):
        if one[key]:
            slowest = _p95([forever if value is None else value for value in one[key]])
            yield verdict(f"{told}: {name}, p95 {slowest:.0f} ms", slowest, limit, "ms")


def pages(size: str, entry: Entry) -> Iterator[str]:
    """Compressed bytes of a first visit by file, then Lighthouse's scores."""
    del size
    yield f"\n### Pages on a phone\n\nTaken on {entry['day']} with {entry['browser']}.\n"
    yield "| | own KB | theme KB | of its own: bytes (gzip -9) |\n|---|---|---|---|"
    for one in entry["rows"]:
        files = ", ".join(f"{path or 'the page'} {size:,}" for path, size in one["own"].items())
        yield f"| {one['name']} | {_total(one):.1f} | {one['theme'] / _KB:.1f} | {files} |"
    yield ""
    for one in entry["rows"]:
        if "company" in one["name"]:
            told = f"{one['name']}, beyond the theme: {_total(one):.1f} KB"
            yield verdict(told, _total(one), _PAGE_KB, "KB")
    yield from (f"- {name} is missing: {why}" for name, why in entry["missing"].items())
    yield from _lighthouse(entry)


def _total(one: Entry) -> float:
    sizes: Mapping[str, int] = one["own"]
    return sum(sizes.values()) / _KB


def _lighthouse(entry: Entry) -> Iterator[str]:
    if not entry["scores"]:
        return
    yield f"\n{entry['lighthouse']}, phone profile, median of {entry['runs']}:\n"
    yield "| | performance | accessibility | best practices | SEO | what cost points |"
    yield "|---|---|---|---|---|---|"
    for name, one in entry["scores"].items():
        numbers = " | ".join(f"{value}" for value in one["scores"].values())
        yield f"| {name} | {numbers} | {', '.join(one['faults']) or '–'} |"
    yield ""
    for name, one in entry["scores"].items():
        if name in ("company", "certificate"):
            score = one["scores"]["performance"]
            met = "met" if score >= _SCORE else "**not met**"
            yield f"- {name}: performance {score}; target at least {_SCORE}: {met}"


def preview(size: str, entry: Entry) -> Iterator[str]:
    """How long whoever edits waits, and the target."""
    shown, whole = (f"{_spread(entry[name])} ms" for name in ("shown", "whole"))
    yield "\n### `apl serve`, from saving a company's file\n"
    yield f"Taken on {entry['day']} with {entry['browser']}, {len(entry['shown'])} edits.\n"
    yield f"- until its page says so in the browser: {shown}"
    yield f"- until the browser loads it again, because the rest of the site is there: {whole}"
    if size == "chile":
        yield verdict(f"shown after {median(entry['shown']):.0f} ms", median(entry["shown"]), 1000)


SECTIONS: Mapping[str, Callable[[str, Entry], Iterator[str]]] = {
    "search": search,
    "pages": pages,
    "preview": preview,
}
"""Every section by the name that `--only` takes."""
