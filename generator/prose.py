"""The Markdown folder → its pages: address, mould, and mentions of slots and records."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator import slots
from generator.folding import closest
from generator.problem import Place, Problem


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A Markdown page: its file below `content/`, its address, its mould's table or None."""

    file: str
    path: str
    mould: str | None
    script: str | None
    title: str
    description: str
    text: str
    language: str = "es"


def prose_pages(content: Path) -> list[ProsePage]:
    """Every page of `content` that the engine prints, in a fixed order."""
    found = sorted(p for p in content.rglob("*.md") if not _is_hidden(content, p))
    return [_page(content, path) for path in found]


def _is_hidden(content: Path, path: Path) -> bool:
    """Dot files; and a README.md beside an index.md, whose place it would take."""
    if any(part.startswith(".") for part in path.relative_to(content).parts):
        return True
    return path.name == "README.md" and path.with_name("index.md").exists()


def _page(content: Path, path: Path) -> ProsePage:
    relative = path.relative_to(content)
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    meta = _front_matter(text)
    return ProsePage(
        file=relative.as_posix(),
        path=address_of(relative),
        mould=_word(meta.get("molde")),
        script=_word(meta.get("guion")),
        title=str(meta.get("title") or ""),
        description=str(meta.get("description") or ""),
        text=text,
        language=str(meta.get("idioma") or "es"),
    )


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def address_of(relative: Path) -> str:
    """`acerca/index.md` → `acerca/`; `acerca/metodo.md` → `acerca/metodo/`."""
    folder = relative.parent if relative.stem in ("index", "README") else relative.with_suffix("")
    return "" if folder == Path(".") else f"{folder.as_posix()}/"


def _front_matter(text: str) -> dict[str, Any]:
    if not text.startswith("---\n"):
        return {}
    head, closed, _ = text[4:].partition("\n---")
    try:
        loaded = yaml.safe_load(head) if closed else None
    except yaml.YAMLError:
        return {}  # the engine will say what is wrong with it
    return loaded if isinstance(loaded, dict) else {}


def problems(
    pages: list[ProsePage], known_slots: Collection[str], target: Callable[[str], str | None]
) -> Iterator[Problem]:
    """Unknown slots are faults; links to records that this registry lacks are warnings."""
    for page in pages:
        for mention in slots.mentions(page.text):
            place = Place(page.file, mention.line, mention.column)
            if mention.kind == "slot" and mention.name not in known_slots:
                yield Problem(place, "APL901", _unknown_slot(mention.name, known_slots))
            elif mention.kind == "link" and target(mention.name) is None:
                yield Problem(place, "APL902", {"name": mention.name})


def _unknown_slot(name: str, known: Collection[str]) -> dict[str, object]:
    close = closest(name, sorted(known))
    params: dict[str, object] = {"name": name, "known": ", ".join(sorted(known))}
    return {**params, "suggestion": close} if close else params
