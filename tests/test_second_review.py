"""Whether a second person has looked: who set the label, and when."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.second_review import LABEL, main, verdict

NEEDED = {"hace_falta": True, "motivo": "se quita 1 ficha o elemento"}
SEEN = "2026-11-23T10:00:00Z"


def event(kind: str, who: str, at: str, name: str = LABEL, type_: str = "User") -> dict[str, Any]:
    return {
        "id": 1,
        "event": kind,
        "label": {"name": name},
        "actor": {"login": who, "type": type_},
        "created_at": f"2026-11-23T{at}:00Z",
    }


CASES: dict[str, tuple[list[dict[str, Any]], bool, str]] = {
    "no label": ([], False, "otra persona tiene que mirar"),
    "another label": ([event("labeled", "beto", "11:00", "correccion")], False, "otra persona"),
    "the author's own": ([event("labeled", "ana", "11:00")], False, "no ana"),
    "a machine's": ([event("labeled", "robot", "11:00", type_="Bot")], False, "no robot"),
    "before the last change": ([event("labeled", "beto", "09:00")], False, "mirar de nuevo"),
    "taken off again": (
        [event("labeled", "beto", "11:00"), event("unlabeled", "beto", "12:00")],
        False,
        "otra persona",
    ),
    "a second person's": ([event("labeled", "beto", "11:00")], True, "beto"),
    "set again": (
        [
            event("labeled", "beto", "09:00"),
            event("unlabeled", "beto", "11:00"),
            event("labeled", "beto", "11:01"),
        ],
        True,
        "beto",
    ),
    "told in any order": (
        [event("labeled", "beto", "12:00"), event("labeled", "ana", "11:00")],
        True,
        "beto",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_whose_label_counts(case: str) -> None:
    """Somebody else's, set after the last change and still there."""
    events, passes, words = CASES[case]

    found = verdict(NEEDED, "ana", events, SEEN)

    assert found[0] is passes and words in found[1]


def test_nothing_to_wait_for() -> None:
    """A change that takes nothing away needs no label."""
    assert verdict({"hace_falta": False, "motivo": ""}, "ana", [], SEEN)[0]


@pytest.mark.parametrize(("at", "code"), [("11:00", 0), ("09:00", 1)])
def test_as_the_workflow_calls_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], at: str, code: int
) -> None:
    """Four files as `gh api --paginate --slurp` writes them; the exit code is the check's."""
    files = {
        "cambios": {"segunda_revision": NEEDED},
        "propuesta": {"user": {"login": "ana"}},
        "sucesos": [[], [event("labeled", "beto", at)]],
        "corridas": [{"workflow_runs": [{"created_at": SEEN}, {"created_at": "2026-11-24"}]}],
    }
    for name, content in files.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")

    assert main([str(tmp_path / name) for name in files]) == code
    assert "segunda revisión" in capsys.readouterr().out.lower()
