"""The loader and files that nobody meant to write: always a judgement, never a crash or a hang."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.fuzz import bombs
from bench.fuzz.judging import FILES, BrokenPromise, judge
from bench.hostile import records
from bench.hostile.writing import written
from tests.small_project import ROOT

SOUND = [
    written(one.tree)[0].splitlines()
    for one in records.records(1, lambda kind, path: f"{kind} {path[-1]}")
]
"""A whole record of every type, in lines."""

SIGNS = (
    *("- ", ": ", "? ", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!!x ", "|", ">", "#", "---\n"),
    *("\t", "\r", "\0", "\ufeff", "\u2028", "\u202e", "%YAML 1.1\n", "<<: ", "~", "  ", "\n"),
)
"""What means something to a reader of YAML, or may not stand in a record."""


@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_any_bytes_are_judged(file, raw):  # type: ignore[no-untyped-def]
    """Bytes of any kind give faults with a place in the file and words to show, or a record."""
    judge(file, raw)


@settings(max_examples=150)
@given(st.data())
def test_broken_records_are_judged(data):  # type: ignore[no-untyped-def]
    """So does a sound record with lines moved, lost, doubled, and with signs of YAML put in."""
    lines = list(data.draw(st.sampled_from(SOUND)))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines.pop(at) if len(lines) > 1 else lines[0]
        cut = data.draw(st.integers(0, len(line)))
        line = line[:cut] + data.draw(st.sampled_from(SIGNS) | st.text(max_size=5)) + line[cut:]
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    text = "\n".join(lines).encode("utf-8", "surrogatepass")

    judge(data.draw(st.sampled_from(FILES)), text)


def test_a_broken_promise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loader that lets a fault go without a word does not pass."""
    monkeypatch.setattr("bench.fuzz.judging.message", lambda *_: "")

    with pytest.raises(BrokenPromise):
        judge(FILES[0], b"nombre: [")


def test_readers_that_differ_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does one whose fast reader of YAML says something else than the careful one."""
    monkeypatch.setattr("bench.fuzz.judging.plain.read", lambda *_: {"nombre": "otro"})

    with pytest.raises(BrokenPromise, match="differ"):
        judge(FILES[0], b"nombre: uno")


@pytest.mark.slow
def test_no_file_takes_too_much() -> None:
    """Bombs of a mebibyte are read with a gibibyte of memory and two minutes of a processor."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.fuzz.bombs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-800:]
    assert f"{len(bombs.bombs())} files" in done.stdout
