"""The words for what stays out of the register."""

import re
from string import Formatter

import pytest

from generator.arguments import ROOT
from generator.sheets.sheet import Place, Trouble
from generator.sheets.words import CATALOGUE, severity, told

SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "generator" / "sheets").glob("*.py")
    if path.name != "words.py"
)


def test_every_code_has_its_words_and_every_word_its_use() -> None:
    """No refusal is without words, and no words are left over."""
    quoted = set(re.findall(r'"([a-z][a-z-]+)"', SOURCES))
    assert CATALOGUE.keys() - quoted == set()
    raised = re.findall(r'(?:Refusal|Refused|Unreadable|Trouble|note)\(\s*"([a-z-]+)"', SOURCES)
    assert set(raised) <= CATALOGUE.keys()


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_say_the_same_things(code: str) -> None:
    """What the Spanish quotes of the sheet, the English quotes too; hints come in both or none."""
    words = CATALOGUE[code]
    spanish, english = (_fields(text) for text in (words.es, words.en))

    assert spanish == english
    assert bool(words.hint_es) == bool(words.hint_en)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_personal_data_is_not_repeated() -> None:
    """A refused telephone, or a wrong RUT that may be a person's, is not printed."""
    for code, value in (("APL062", "+56 9 8765 4321"), ("APL044", "11.111.111-2")):
        said, hint = told(Trouble(code, Place("n"), {"value": value, "suggestion": value}), "es")
        assert value not in said + hint and said
        assert severity(Trouble(code, Place("n"), {"value": value})) == "error"
