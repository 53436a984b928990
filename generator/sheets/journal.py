"""Records that wait beside their places → all of them there, though what wrote them was killed.

A list of them lies in the registry as a dot file, which no record is, from the moment in which all
are written until the last one is in its place.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.occupancy import alone_in

NAME = ".importacion"


def write(root: Path, asides: Mapping[str, Path]) -> None:
    """From here on the change is done, whatever happens."""
    body = json.dumps({path: aside.name for path, aside in asides.items()})
    new = root / f"{NAME}.nueva"
    try:
        with new.open("w", encoding="ascii") as stream:
            stream.write(f"{_digest(body)}\n{body}")
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(new, root / NAME)
    finally:
        new.unlink(missing_ok=True)


def clear(root: Path) -> None:
    """The change is done, or undone."""
    (root / NAME).unlink(missing_ok=True)


def finish(root: Path) -> int:
    """Put what was left waiting in its place; how many files that were."""
    if not os.path.lexists(root / NAME):
        return 0
    with alone_in(root):  # a command that is at it right now is no interrupted one
        waiting = _waiting(root)
        left = [(path, aside) for path, aside in waiting.items() if aside.is_file()]
        for path, aside in left:
            os.replace(aside, root / path)
        clear(root)
    return len(left)


def _waiting(root: Path) -> Mapping[str, Path]:
    try:
        told, _, body = (root / NAME).read_text(encoding="ascii").partition("\n")
        held: Any = json.loads(body) if told == _digest(body) else {}
        return {
            path: (root / path).with_name(aside)
            for path, aside in held.items()
            if _is_ours(path, aside)
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _is_ours(path: str, aside: str) -> bool:
    """Only a record's own file beside its place, and only within the registry."""
    parts = path.split("/")
    inside = all(one and not one.startswith(".") for one in parts)
    return inside and "/" not in aside and aside.startswith(f".{parts[-1]}.")


def _digest(body: str) -> str:
    return sha256(body.encode("ascii")).hexdigest()
