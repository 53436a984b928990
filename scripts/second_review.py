"""What a change means, and GitHub's account of its proposal → whether a second person has looked.

Reads four JSON files: `apl diff --format json`, the pull request, its events, and the workflow runs
of its last commit. The label counts if somebody else than its author set it, after that commit.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

LABEL = "segunda-revision"

Json = Mapping[str, Any]


def verdict(review: Json, author: str, events: Sequence[Json], seen_at: str) -> tuple[bool, str]:
    """Whether the change may pass, and a sentence that says why."""
    if not review["hace_falta"]:
        return True, "No hace falta una segunda revisión."
    why = f"Hace falta una segunda revisión ({review['motivo']})"
    held = _holder(events)
    if held is None:
        return False, f"{why}: otra persona tiene que mirar y poner la etiqueta «{LABEL}»."
    who, set_at, is_person = held
    if who == author or not is_person:
        return False, f"{why}: la etiqueta «{LABEL}» la tiene que poner otra persona, no {who}."
    if set_at < seen_at:
        again = f"{who} tiene que mirar de nuevo, quitarla y volver a ponerla"
        return False, f"{why}: la etiqueta es anterior al último cambio; {again}."
    return True, f"Segunda revisión hecha por {who} ({review['motivo']})."


def _holder(events: Sequence[Json]) -> tuple[str, str, bool] | None:
    """Who set the label last, when, and whether that is a person; None where it is not set."""
    held: tuple[str, str, bool] | None = None
    for event in sorted(events, key=lambda one: (str(one["created_at"]), int(one.get("id") or 0))):
        if (event.get("label") or {}).get("name") != LABEL:
            continue
        actor = event.get("actor") or {}
        if event["event"] == "labeled":
            is_person = actor.get("type") == "User"
            held = (str(actor.get("login") or "?"), str(event["created_at"]), is_person)
        elif event["event"] == "unlabeled":
            held = None
    return held


def _flat(pages: Sequence[Any], key: str = "") -> Iterator[Json]:
    """The rows of all pages that `gh api --paginate --slurp` gives."""
    for page in pages:
        yield from page[key] if key else page


def main(names: Sequence[str]) -> int:
    """Say the verdict; 0 lets the change pass."""
    changes, proposal, events, runs = (
        json.loads(Path(name).read_text(encoding="utf-8")) for name in names
    )
    seen = min((str(run["created_at"]) for run in _flat(runs, "workflow_runs")), default="9999")
    author = str(proposal["user"]["login"])
    passes, words = verdict(changes["segunda_revision"], author, list(_flat(events)), seen)
    print(words)
    return 0 if passes else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
