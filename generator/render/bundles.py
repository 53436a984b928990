"""Front-end sources of `templates/assets/` → the few files that pages load (`recursos/`)."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.render.assets import join
from generator.views.cards import CARDS

FOLDER = "recursos/"


def files(templates: Path, generated: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """One style sheet, one script a kind of page, the mark, and the pictures of shared links.

    Scripts are `guiones/*.js`; `generated` maps a module's path below `assets/` to text that the
    generator writes itself (the decision table), so that the browser decides by the same rows.
    """
    sources = templates / "assets"
    sheets = sorted(sources.rglob("*.css"))
    yield f"{FOLDER}registro.css", "\n".join(_text(s) for s in sheets).encode()
    for entry in sorted((sources / "guiones").glob("*.js")):
        yield f"{FOLDER}{entry.name}", join(entry, generated_modules(sources, generated)).encode()
    for name in ("marca.svg", *(card.file for card in CARDS)):
        yield f"{FOLDER}{name}", (sources / "marca" / name).read_bytes()


def generated_modules(sources: Path, generated: Mapping[str, str]) -> dict[Path, str]:
    """Generated modules by the path that an import of them resolves to."""
    return {(sources / name).resolve(): text for name, text in generated.items()}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() + "\n"
