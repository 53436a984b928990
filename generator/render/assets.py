"""Small ES modules that import one another → one classic script, as pages without a server need.

The modules keep to a form that makes this safe: imports stand at the top, are relative and by
name, exports are named declarations, and no two modules declare the same name. Whatever breaks
the form is our own mistake and raises AssetError.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.language import SPANISH, Language
from generator.render.spoken import UnreadMessage, spoken

_IMPORT = re.compile(
    r'^import\s*(?:\{([^}]*)\}\s*from\s*)?"(\.{1,2}/[^"]+)";[ \t]*\n?', re.MULTILINE
)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+function|function|const|let|class)\b)", re.MULTILINE)
_MODULE_WORD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_DECLARED = re.compile(
    r"^(export\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s+([\w$]+|[\[{])",
    re.MULTILINE,
)
_DOC_COMMENT = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n+")


class AssetError(Exception):
    """A front-end source that cannot be joined."""


@dataclass(slots=True)
class _Bundle:
    """What has been joined so far, and who declared which name."""

    generated: Mapping[Path, str]
    language: Language
    texts: list[str] = field(default_factory=list)
    done: dict[Path, set[str]] = field(default_factory=dict)
    owners: dict[str, Path] = field(default_factory=dict)


def join(
    entry: Path, generated: Mapping[Path, str] | None = None, language: Language = SPANISH
) -> str:
    """The script of `entry` and of all it imports, each module once, what is imported first.

    `generated` holds the text of modules by the path they have, or would have if they were files.
    """
    bundle = _Bundle(generated or {}, language)
    _add(entry.resolve(), (), bundle)
    body = "\n".join(bundle.texts)
    return f'(() => {{\n"use strict";\n{body}\n}})();\n'


def _add(path: Path, trail: tuple[Path, ...], bundle: _Bundle) -> set[str]:
    """Join the module at `path` after what it imports; the names that it exports."""
    if path in bundle.done:
        return bundle.done[path]
    if path in trail:
        circle = " → ".join(one.name for one in (*trail, path))
        raise AssetError(f"modules import one another in a circle: {circle}")
    source = bundle.generated[path] if path in bundle.generated else _read(path, trail)
    for names, target in _IMPORT.findall(source):
        exported = _add((path.parent / target).resolve(), (*trail, path), bundle)
        _check_names(names, exported, f'{path.name}: import … from "{target}"')
    bundle.done[path] = _declare(source, path, bundle)
    bundle.texts.append(_spoken(_stripped(source, path), path, bundle.language))
    return bundle.done[path]


def _read(path: Path, trail: tuple[Path, ...]) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        wanted = f", wanted by {trail[-1].name}" if trail else ""
        raise AssetError(f"no module {path.name}{wanted}") from error


def _check_names(names: str, exported: set[str], place: str) -> None:
    for name in filter(None, (part.strip() for part in names.split(","))):
        if " as " in name:
            raise AssetError(f"{place}: an import may not be renamed ({name})")
        if name not in exported:
            raise AssetError(f"{place}: {name} is not exported")


def _declare(source: str, path: Path, bundle: _Bundle) -> set[str]:
    exported = set()
    for export, name in _DECLARED.findall(source):
        if name in "[{":
            raise AssetError(f"{path.name}: declare top-level names one by one")
        if name in bundle.owners:
            raise AssetError(f"{path.name}: {name} is declared in {bundle.owners[name].name} too")
        bundle.owners[name] = path
        if export:
            exported.add(name)
    return exported


def _stripped(source: str, path: Path) -> str:
    """The module without imports, the word export, and comments that fill whole lines."""
    text = _LINE_COMMENT.sub("", _DOC_COMMENT.sub("", source))
    text = _EXPORT.sub("", _IMPORT.sub("", text))
    left = _MODULE_WORD.search(text)
    if left:
        raise AssetError(f"{path.name}: cannot join `{left[0].strip()}`")
    return _BLANK.sub("\n", text).strip()


def _spoken(text: str, path: Path, language: Language) -> str:
    try:
        return spoken(text, language)
    except UnreadMessage as error:
        raise AssetError(f"{path.name}: a message is one plain text: {error}") from error
