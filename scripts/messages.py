"""Texts marked as messages → the catalogue of the English edition, with what is still to be said.

`python -m scripts.messages` writes new messages into it, untranslated, and takes out those that
nothing says any more; `--check` only tells. Messages come from the templates (`_("…")`,
`{% trans %}`, `contados(n, "…", "…")`), from Python and JavaScript (`gettext("…")`,
`ngettext("…", "…", n)`, `gettext_noop("…")`) and from the tables that `WORDED` names.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from generator.decision import TABLE
from generator.decision.facts import AND, HOLDER, SCOPE_NOUNS, SEAL_REASONS
from generator.decision.given_names import GIVEN_NAMES, NAMELESS_PERSON_OF
from generator.decision.rolls import ITS_AGREEMENT, ROLL_NAMES, THIS_AGREEMENT
from generator.views import badges, lookup_labels
from generator.views.agreement_counts import UNITS
from generator.views.figures import SINGULARS
from generator.vocabulary import LABELS

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "generator/data/idiomas/en.po"

_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "contados": (2, 3),
}
_JINJA = {"trimmed": "true", "encoding": "utf-8"}
_PLACES = (
    ("templates", [("assets/ajeno/**", "ignore"), ("**.html", "jinja2"), ("**.svg", "jinja2"),
                   ("assets/**.js", "javascript")]),
    ("generator", [("**.py", "python")]),
)  # fmt: skip

_FACT_WORDS = (
    *(AND, HOLDER, THIS_AGREEMENT, ITS_AGREEMENT, NAMELESS_PERSON_OF),
    *(*GIVEN_NAMES, *SCOPE_NOUNS.values(), *SEAL_REASONS.values(), *ROLL_NAMES.values()),
)
"""What facts of the decision table are said in."""

_SHOWN_LISTS = (
    "agreement_kind",
    "agreement_state",
    "audit_kind",
    "certificate_state",
    "company_kind",
    "coverage",
    "document_kind",
    "element_state",
    "figure",
    "figure",
    "figure_unit",
    "figure_unit_singular",
    "indicator",
    "integrated_kind",
    "reach",
    "register_character",
    "responsible",
    "roll",
    "scope",
    "seal_reason",
    "seal_state",
    "seal_use",
    "size",
    "withdrawal_reason",
)
"""The vocabularies whose words stand on English pages, and mean one thing wherever they stand."""

Told = str | tuple[str, ...]


def messages() -> dict[Told, set[str]]:
    """Every message, by the files that say it."""
    found: dict[Told, set[str]] = {}
    for told, file in (*_marked(), *_worded()):
        if told and told != ("",):
            found.setdefault(told, set()).add(file)
    return found


def _marked() -> Iterator[tuple[Told, str]]:
    for folder, methods in _PLACES:
        for file, _, told, _, _ in extract_from_dir(
            ROOT / folder,
            method_map=methods,
            options_map={"**.html": _JINJA, "**.svg": _JINJA},
            keywords=_KEYWORDS,
        ):
            yield told, f"{folder}/{file}"


def _worded() -> Iterator[tuple[Told, str]]:
    """The texts of tables, which are said where it is not known which one."""
    answers = (
        text
        for rows in TABLE.values()
        for row in rows
        for text in (row.word, row.state, row.sentence, row.use, row.now)
    )
    listed = (text for name in _SHOWN_LISTS for text in LABELS[name].values())
    facets = (text for names in lookup_labels.OWN for text in names.values())
    tables: dict[str, Iterable[Told]] = {
        "generator/decision": (*answers, *_FACT_WORDS),
        "generator/vocabulary.py": listed,
        "generator/views/badges.py": badges.worded(),
        "generator/views/agreement_counts.py": UNITS,
        "generator/views/figures.py": ((one, many) for many, one in SINGULARS.items()),
        "generator/views/lookup_labels.py": facets,
    }
    for file, texts in tables.items():
        for told in texts:
            yield told, file


def wanting(held: Catalog, said: Iterable[Told]) -> list[Told]:
    """The messages that the catalogue does not translate."""
    return [told for told in said if not _is_said(held, told)]


def _is_said(held: Catalog, told: Told) -> bool:
    message = held.get(told if isinstance(told, str) else told[0])
    if message is None or message.fuzzy:
        return False
    said = message.string
    if not said:
        return False
    return isinstance(said, str) or all(said)


def catalogue() -> Catalog:
    """The catalogue as it stands."""
    return read_po(BytesIO(CATALOGUE.read_bytes()), locale="en")


def renewed(held: Catalog, said: dict[Told, set[str]]) -> Catalog:
    """The catalogue of just these messages, with the translations that it has."""
    made = Catalog(locale="en", charset="utf-8", fuzzy=False, header_comment="")
    for told in sorted(said, key=lambda one: (sorted(said[one]), str(one))):
        known = held.get(told if isinstance(told, str) else told[0])
        kept = known.string if known and isinstance(known.id, str) == isinstance(told, str) else ""
        files = [(file, 0) for file in sorted(said[told])]
        made.add(told, kept or (("", "") if isinstance(told, tuple) else ""), locations=files)
    return made


def written(made: Catalog) -> bytes:
    """The catalogue as a file: no dates, no line numbers, one message a line."""
    out = BytesIO()
    write_po(out, made, width=0, omit_header=True, include_lineno=False)
    head = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + out.getvalue()


def main() -> int:
    """Renew the catalogue, or only tell what is missing."""
    parser = argparse.ArgumentParser(prog="python -m scripts.messages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    held, said = catalogue(), messages()
    if not options.check:
        CATALOGUE.write_bytes(written(renewed(held, said)))
    missing = wanting(held, said)
    for told in missing:
        print(told)
    print(f"{len(said)} messages, {len(missing)} without a translation")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
