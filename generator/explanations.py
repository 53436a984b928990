"""The rules by their code → why each exists, with a bad and a good example, in either language."""

import textwrap
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator import data
from generator.messages import CATALOGUE, Language, in_general, since

_LANGUAGES: tuple[Language, Language] = ("es", "en")
_FILES = ("archivos", "valores", "fichas", "acuerdos", "empresas", "sellos", "sitio")


@dataclass(frozen=True, slots=True)
class Example:
    """Some lines of a file; `words`, by language, where lines cannot show what is meant.

    `times` is how often the last line stands there; `note` what stands elsewhere and matters here.
    """

    file: str
    text: str
    words: Mapping[Language, str] = field(default_factory=dict)
    times: int = 1
    note: Mapping[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule exists, by language, and its examples.

    The last three tell whoever tries the examples what they do not show: what stands in the place
    of the good one, the bad file's encoding, and other files that must be there.
    """

    code: str
    why: Mapping[Language, str]
    bad: Example
    good: Example
    place: str
    encoding: str
    also: Mapping[str, str]


@cache
def explanations() -> Mapping[str, Explanation]:
    """Every rule's explanation, in the order of the codes."""
    found: dict[str, Any] = {}
    for name in _FILES:
        found |= tomllib.loads(data.text(f"reglas/{name}.toml"))
    return {code: _explanation(code, found[code]) for code in sorted(found)}


def _explanation(code: str, told: Mapping[str, Any]) -> Explanation:
    good = Example(told["file"], told.get("good", ""), _words(told, "good"))
    bad = Example(
        told.get("bad_file", told["file"]),
        told.get("bad", good.text),
        _words(told, "bad"),
        told.get("times", 1),
        dict(zip(_LANGUAGES, told.get("note", ()), strict=False)),
    )
    return Explanation(
        code,
        {"es": told["es"], "en": told["en"]},
        bad,
        good,
        told.get("place", good.text),
        told.get("encoding", "utf-8"),
        told.get("also", {}),
    )


def _words(told: Mapping[str, Any], which: str) -> Mapping[Language, str]:
    if f"{which}_es" not in told:
        return {}
    return {"es": told[f"{which}_es"], "en": told[f"{which}_en"]}


_HEADS: Mapping[Language, tuple[str, str, str]] = {
    "es": ("Por qué", "Mal", "Bien"),
    "en": ("Why", "Bad", "Good"),
}


def as_text(code: str, language: Language) -> str:
    """One rule for a terminal: what it says, why it exists, the two examples."""
    message, found = CATALOGUE[code], explanations()[code]
    why, bad, good = _HEADS[language]
    said = f"{code}, {message.level}: {in_general(message.text(language))}"
    hint = in_general(message.hint(language))
    return "\n".join(
        [
            said,
            *(_paragraph(text) for text in (hint, since(code, language)) if text),
            f"\n{why}:\n{_paragraph(found.why[language])}",
            f"\n{bad}, {found.bad.file}:\n{_indented(shown(found.bad, language))}",
            f"\n{good}, {found.good.file}:\n{_indented(shown(found.good, language))}",
        ]
    )


def _paragraph(text: str) -> str:
    return textwrap.fill(text, 88, initial_indent="    ", subsequent_indent="    ")


def listed(language: Language) -> str:
    """Every rule, one a line."""
    return "\n".join(
        f"{code} {CATALOGUE[code].level:7} {in_general(CATALOGUE[code].text(language))}"
        for code in explanations()
    )


def shown(example: Example, language: Language) -> str:
    """The lines of an example, its note as a comment; unseen signs are named: `<U+FEFF>`."""
    text = textwrap.dedent("".join(map(_visible, example.text))).rstrip("\n")
    lines = [example.words.get(language) or text]
    if example.times > 1:
        times = f"{example.times:,}"
        lines.append(
            f"… ({times.replace(',', '.')} veces)" if language == "es" else f"… ({times} times)"
        )
    if note := example.note.get(language):
        lines.append(f"# {note}")
    return "\n".join(lines)


def _indented(text: str) -> str:
    return textwrap.indent(text, "    ")


def _visible(sign: str) -> str:
    return sign if sign.isprintable() or sign == "\n" else f"<U+{ord(sign):04X}>"
