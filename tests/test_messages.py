"""Messages: every diagnostic has words in both languages, and they always come out as one line."""

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check
from generator.messages import CATALOGUE, hint, level, message
from generator.messages.form import FORM
from generator.messages.rules import AGREEMENTS, RULES
from generator.problem import Place, Problem
from tests.scratch import TODAY

BROKEN = Path(__file__).parent / "broken"
CODES = sorted({**FORM, **RULES})


def names(template: str) -> set[str]:
    """The params that a template asks for, English variants under their Spanish name."""
    return {name.removesuffix("_en") for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code: str) -> None:
    """Spanish and English both exist, ask for the same params, and have a hint both or neither."""
    entry = CATALOGUE[code]
    assert entry.es and entry.en
    assert names(entry.es) == names(entry.en)
    assert bool(entry.hint_es) == bool(entry.hint_en)
    assert names(entry.hint_es) == names(entry.hint_en)
    assert entry.level in ("error", "warning", "info")


@pytest.mark.parametrize("code", CODES)
def test_messages_read_like_the_rest(code: str) -> None:
    """A message starts in lower case and ends without a full stop; a hint is a sentence."""
    entry = CATALOGUE[code]
    assert not entry.es[0].isupper() and not entry.es.endswith(".")
    assert not entry.hint_es or re.match(r"[A-ZÁÉÍÓÚÑ¿]", entry.hint_es)
    assert not entry.hint_es or entry.hint_es.endswith((".", "]", "?"))


def test_no_code_stands_for_two_things() -> None:
    """The catalogue's parts do not overlap, and their codes are APL and three digits."""
    assert not set(FORM) & set(RULES)
    assert sum(map(len, (FORM, RULES))) <= len(CATALOGUE)
    assert all(re.fullmatch(r"APL\d{3}", code) for code in CATALOGUE)
    assert all(code < "APL100" for code in FORM)
    assert all("APL200" <= code < "APL800" for code in RULES)
    assert set(AGREEMENTS) <= set(RULES)


@pytest.mark.parametrize("case", sorted(BROKEN.iterdir()), ids=lambda folder: folder.name)
def test_every_template_is_filled(case: Path) -> None:
    """What each broken registry says formats in both languages, in one line, with its hint."""
    for problem in check(case / "registry", TODAY).problems:
        for said in (message(problem, "es"), message(problem, "en"), hint(problem, "es")):
            assert "\n" not in said
        assert message(problem, "es") != message(problem, "en")
        assert bool(hint(problem, "es")) == bool(hint(problem, "en"))


def test_a_suggestion_is_the_hint() -> None:
    """Where something close is known, it takes the place of the general advice."""
    problem = Problem(Place("a.yaml"), "APL041", {"value": "7101", "suggestion": '"07101" (Talca)'})

    assert hint(problem) == '¿Quisiste decir "07101" (Talca)?'
    assert hint(problem, "en") == 'Did you mean "07101" (Talca)?'


@given(st.text())
def test_quoted_input_never_breaks_the_line(value: str) -> None:
    """Line breaks, control characters, braces and a megabyte of text leave one readable line."""
    for written in (value, value * 1000, f"{{{value}}}"):
        said = message(Problem(Place("a.yaml"), "APL031", {"value": written}))
        assert said.isprintable()
        assert len(said) < 200


def test_own_lists_are_shown_to_their_end() -> None:
    """The values to choose from are not cut, however many there are."""
    choices = ", ".join(f"valor-{n}" for n in range(50))
    problem = Problem(Place("a.yaml"), "APL025", {"value": "x", "choices": choices})

    assert message(problem).endswith("valor-49")
    assert level(problem) == "error"
