"""Front-end sources of `templates/assets/` → the few files that pages load (`recursos/`)."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.language import SPANISH, Language
from generator.render.assets import join

FOLDER = "recursos/"
SPANISH_ALONE = frozenset({"ceremonia", "tema"})
"""Scripts of pages that stay Spanish, and the one that is the same on every page."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DEEPEST = 9
"""As deep as blocks may ever lie in a record of the field guide."""


Modules = Mapping[str, str]
"""Texts of modules by their path below `assets/`."""
Own = Mapping[str, Modules]
"""Modules that one script has in another form than the rest, by the script."""


def files(templates: Path, generated: Modules, own: Own) -> Iterator[tuple[str, bytes]]:
    """One style sheet, one script a kind of page, and the mark.

    `ajeno/` holds libraries of others: that which draws QRs is a script of its own, loaded when
    somebody wants a record of a consultation.

    Scripts are `guiones/*.js`; `generated` are modules that the generator writes itself (the
    decision table), so that the browser decides by the same rows.
    """
    sources = templates / "assets"
    sheets = [_text(one) for one in sorted(sources.rglob("*.css"))]
    yield f"{FOLDER}registro.css", bare("\n".join((*sheets, _measures()))).encode()
    yield from _scripts(sources, generated, own, SPANISH)
    yield f"{FOLDER}qr.js", _foreign(sources / "ajeno" / "lean-qr", "registroQR").encode()
    yield f"{FOLDER}marca.svg", (sources / "marca" / "marca.svg").read_bytes()


def translated(
    templates: Path, generated: Modules, own: Own, language: Language
) -> Iterator[tuple[str, bytes]]:
    """The scripts of the pages of another language; the rest serves every edition."""
    yield from _scripts(templates / "assets", generated, own, language, SPANISH_ALONE)


def _scripts(
    sources: Path,
    generated: Modules,
    own: Own,
    language: Language,
    but: Collection[str] = (),
) -> Iterator[tuple[str, bytes]]:
    for entry in sorted((sources / "guiones").glob("*.js")):
        if entry.stem not in but:
            name = f"{FOLDER}{language.prefix}{entry.name}"
            made = {**generated, **own.get(entry.stem, {})}
            yield name, join(entry, generated_modules(sources, made), language).encode()


def generated_modules(sources: Path, generated: Modules) -> dict[Path, str]:
    """Generated modules by the path that an import of them resolves to."""
    return {(sources / name).resolve(): text for name, text in generated.items()}


def bare(sheet: str) -> str:
    """A style sheet without its comments and indents, which are a sixth of what a visit fetches."""
    lines = (line.strip() for line in _COMMENT.sub("", sheet).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _measures() -> str:
    """How long a bar is and how deep a key lies, as rules: a strict policy takes no `style=""`."""
    parts = (f'[data-parte="{n}"]{{--parte:{n}%}}' for n in range(101))
    depths = (f'[data-nivel="{n}"]{{--nivel:{n}}}' for n in range(1, DEEPEST + 1))
    return "\n".join((*parts, *depths)) + "\n"


def _foreign(folder: Path, name: str) -> str:
    """A library as its package has it, under its licence, as a classic script that sets `name`."""
    (library,) = folder.glob("*.js")
    licence, code = _text(folder / "LICENSE"), _text(library)
    return (
        f"/*! {library.stem}\n\n{licence}*/\n"
        f"self.{name} = ((exports) => {{\n{code}return exports;\n}})({{}});\n"
    )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip() + "\n"
