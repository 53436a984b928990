"""What each kind of file costs, as plain data → its section of bench/RESULTS.md."""

from collections.abc import Iterator, Mapping
from typing import Any


def section(entry: Mapping[str, Any]) -> Iterator[str]:
    """One line a kind, the dearest first."""
    yield "\n### What each kind of file costs\n"
    yield f"Taken on {entry['day']}, once; {entry['files']:,} files in all. Kinds are those of"
    yield "`apl build --profile`; of what shows the seal each is told apart, made alone.\n"
    yield "| kind | CPU s | files | µs a file |"
    yield "|---|---|---|---|"
    for kind, seconds, files in entry["rows"]:
        each = f"{seconds / files * 1e6:,.0f}" if files else "–"
        yield f"| {kind} | {seconds:.2f} | {f'{files:,}' if files else '–'} | {each} |"
