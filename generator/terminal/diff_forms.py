"""What a change means → the text, Markdown or JSON in which somebody reads it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.changes import Difference
from generator.changes.model import Breach, Change, Review
from generator.changes.verdicts import LABEL, asked, broken, mend, reason
from generator.changes.words import day_words, quoted, sentence, summary, tells_values
from generator.messages import Language

LONGEST = 200
"""Characters of a value that text and Markdown show; JSON has all of it."""

MOST_CHANGES, MOST_ADDRESSES = 300, 40
"""What Markdown shows one by one: GitHub takes a megabyte, and nobody reads so much."""


@dataclass(frozen=True, slots=True)
class Which:
    """A state that was compared: what it was asked for by ("" for today's folder), its faults."""

    name: str
    commit: str
    is_there: bool
    faults: int

    def called(self, spoken: Language) -> str:
        """How it is named in a sentence."""
        if not self.name:
            return "la carpeta de trabajo" if spoken == "es" else "the working tree"
        commit = f" ({self.commit[:8]})" if self.commit and not self._is_commit else ""
        return f"«{self.name}»{commit}" if spoken == "es" else f"“{self.name}”{commit}"

    @property
    def _is_commit(self) -> bool:
        return self.commit.startswith(self.name)


@dataclass(frozen=True, slots=True)
class Told:
    """A difference, between what, and what one has to know to read it rightly."""

    found: Difference
    base: Which
    head: Which
    remarks: tuple[str, ...]


Form = Callable[[Told, Language], str]

_TITLES: Mapping[str, Mapping[Language, str]] = {
    "head": {"es": "Qué cambia para el público", "en": "What changes for the public"},
    "from": {"es": "De {base} a {head}; datos al {day}.", "en": "From {base} to {head}, on {day}."},
    "broken": {"es": "No se puede publicar así", "en": "This cannot be published"},
    "changes": {"es": "Los cambios", "en": "The changes"},
    "addresses": {"es": "Las direcciones", "en": "The addresses"},
    "changed": {"es": "cambian", "en": "changed"},
    "new": {"es": "nuevas", "en": "new"},
    "gone": {"es": "dejan de existir", "en": "gone"},
    "more": {"es": "y {n} más", "en": "and {n} more"},
    "from_day": {"es": "desde el", "en": "from"},
}
_PARTS = ("changed", "new", "gone")


def _title(name: str, spoken: Language, **more: object) -> str:
    return _TITLES[name][spoken].format(**more)


def _between(told: Told, spoken: Language) -> str:
    base, head = told.base.called(spoken), told.head.called(spoken)
    return _title("from", spoken, base=base, head=head, day=day_words(told.found.day, spoken))


def _summed(told: Told, spoken: Language) -> str:
    return summary(told.found.changes, told.found.addresses, spoken)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


# Text.


def as_text(told: Told, spoken: Language) -> str:
    """For a person at a terminal."""
    lines = [_title("head", spoken), _between(told, spoken), *told.remarks, ""]
    lines += [_summed(told, spoken), *_text_verdicts(told, spoken)]
    if told.found.changes:
        lines += ["", f"{_title('changes', spoken)}:"]
    for change in told.found.changes:
        lines.append(f"  - {sentence(change, spoken)}")
        lines += [f"      {one}" for one in _fields(change, spoken)]
    if told.found.addresses:
        lines += ["", f"{_title('addresses', spoken)}:", *_text_addresses(told, spoken)]
    return "\n".join((*lines, ""))


def _text_verdicts(told: Told, spoken: Language) -> Iterator[str]:
    found = told.found
    if found.breaches:
        yield from ("", f"{_title('broken', spoken)}:")
    for one in found.breaches:
        yield f"  - {_file(one.file)}: {broken(one, spoken)} [{one.kind}]"
        yield f"      {mend(one, spoken)}"
    if found.review.is_needed:
        yield from ("", asked(found.review, spoken))
        yield from (f"  - {line}" for line in _reasons(told, spoken))


def _file(path: str) -> str:
    return f"registry/{path}" if path else "registry"


def _reasons(told: Told, spoken: Language) -> Iterator[str]:
    review = told.found.review
    if review.is_mass:
        for one in review.losses:
            since = f"{_title('from_day', spoken)} {day_words(one.since, spoken)}"
            yield f"{one.name}: {one.what}, {since}"
    yield from (sentence(one, spoken) for one in review.removed)


def _fields(change: Change, spoken: Language) -> Iterator[str]:
    for one in () if tells_values(change) else change.fields:
        before, after = quoted(_cut(one.before), spoken), quoted(_cut(one.after), spoken)
        yield f"{one.title}: {before} → {after}"


def _text_addresses(told: Told, spoken: Language) -> Iterator[str]:
    for kind, one in told.found.addresses.items():
        for part in _PARTS:
            paths: Sequence[str] = getattr(one, part)
            if paths:
                yield f"  {kind}, {_title(part, spoken)} ({len(paths)}):"
                yield from (f"    /{path}" for path in paths)


# Markdown: whatever a record holds is shown as it stands, never obeyed.

_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def plain(text: str) -> str:
    """Text that Markdown and HTML leave alone, and that calls nobody."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKS.sub(r"\\\1", safe).replace("@", "&#64;").replace("://", "&#58;//")


def as_markdown(told: Told, spoken: Language) -> str:
    """For the summary of a pull request."""
    parts = [f"## {_title('head', spoken)}", plain(_between(told, spoken))]
    parts += [f"> {plain(one)}" for one in told.remarks]
    parts.append(f"**{plain(_summed(told, spoken))}**")
    parts += _markdown_verdicts(told, spoken)
    if told.found.changes:
        listed = list(_markdown_changes(told.found.changes, spoken))
        parts += [f"### {_title('changes', spoken)}", _limited(listed, MOST_CHANGES, spoken)]
    if told.found.addresses:
        parts += [f"### {_title('addresses', spoken)}", *_markdown_addresses(told, spoken)]
    return "\n\n".join(parts) + "\n"


def _markdown_verdicts(told: Told, spoken: Language) -> Iterator[str]:
    found = told.found
    if found.breaches:
        yield f"### ❌ {_title('broken', spoken)}"
        listed = [
            f"- {plain(broken(one, spoken))} (`{_file(one.file)}`, `{one.kind}`)  \n"
            f"  {plain(mend(one, spoken))}"
            for one in found.breaches
        ]
        yield _limited(listed, MOST_CHANGES, spoken)
    if found.review.is_needed:
        yield f"### ⚠️ {LABEL}"
        yield plain(asked(found.review, spoken))
        listed = [f"- {plain(line)}" for line in _reasons(told, spoken)]
        yield _limited(listed, MOST_CHANGES, spoken)


def _markdown_changes(changes: Sequence[Change], spoken: Language) -> Iterator[str]:
    for change in changes:
        inner = [f"\n  - {plain(one)}" for one in _fields(change, spoken)]
        yield f"- {plain(sentence(change, spoken))}{''.join(inner)}"


def _limited(lines: Sequence[str], most: int, spoken: Language) -> str:
    left = len(lines) - most
    shown = [*lines[:most], *([f"- {_title('more', spoken, n=left)}"] if left > 0 else [])]
    return "\n".join(shown)


def _markdown_addresses(told: Told, spoken: Language) -> Iterator[str]:
    for kind, one in told.found.addresses.items():
        for part in _PARTS:
            paths: Sequence[str] = getattr(one, part)
            if paths:
                head = f"{kind}, {_title(part, spoken)} ({len(paths)})"
                listed = _limited([f"- `/{path}`" for path in paths], MOST_ADDRESSES, spoken)
                yield f"<details><summary>{head}</summary>\n\n{listed}\n\n</details>"


# JSON.


def as_json(told: Told, spoken: Language) -> str:
    """For programs: keys in Spanish, days as AAAA-MM-DD, every list whole."""
    found = told.found
    data = {
        "dia": found.day.isoformat(),
        "base": _side(told.base),
        "head": _side(told.head),
        "resumen": _summed(told, spoken),
        "notas": list(told.remarks),
        "faltas": [_breach(one, spoken) for one in found.breaches],
        "segunda_revision": _review(found.review, spoken),
        "cambios": [_change(one, spoken) for one in found.changes],
        "sin_comparar": list(found.untold),
        "direcciones": {
            kind: {"cambian": one.changed, "nuevas": one.new, "desaparecen": one.gone}
            for kind, one in found.addresses.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _breach(one: Breach, spoken: Language) -> Mapping[str, str]:
    return {
        "tipo": one.kind,
        "id": one.id,
        "archivo": one.file,
        "mensaje": broken(one, spoken),
        "consejo": mend(one, spoken),
    }


def _review(review: Review, spoken: Language) -> Mapping[str, object]:
    return {
        "hace_falta": review.is_needed,
        "motivo": reason(review, spoken),
        "umbral_cambios": review.threshold,
        "pierden_vigencia": [
            {"id": one.id, "nombre": one.name, "desde": str(one.since), "que": one.what}
            for one in review.losses
        ],
        "se_quitan": [
            {"tabla": one.table, "id": one.id, "nombre": one.name, "tipo": one.kind}
            for one in review.removed
        ],
    }


def _side(which: Which) -> Mapping[str, object]:
    return {
        "nombre": which.name,
        "commit": which.commit,
        "hay_registro": which.is_there,
        "faltas": which.faults,
    }


def _change(one: Change, spoken: Language) -> Mapping[str, object]:
    return {
        "tipo": one.kind,
        "tabla": one.table,
        "id": one.id,
        "nombre": one.name,
        "direccion": one.path,
        "archivo": one.file,
        "empresa": one.who,
        "elemento": one.what,
        "acuerdo": one.where,
        "antes": one.before,
        "despues": one.after,
        "desde": one.since.isoformat() if one.since else None,
        "campos": [
            {"campo": f.keys, "titulo": f.title, "antes": f.before, "despues": f.after}
            for f in one.fields
        ],
        "ejemplo": one.example,
        "frase": sentence(one, spoken),
    }


FORMS: Mapping[str, Form] = {"text": as_text, "markdown": as_markdown, "json": as_json}
