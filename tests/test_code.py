"""Certificate codes: any writing reads as one code, one slip never passes, minted ones are new."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import luhn

from generator import code

BODIES = st.text(alphabet=code.ALPHABET, min_size=7, max_size=7)


def code_of(body: str) -> str:
    return body + code.check_symbol(body)


@pytest.mark.parametrize("text", ["ABCD-EFGG", "2345-6789", "0000-001Y"])
def test_the_data_models_examples_are_valid(text: str) -> None:
    """The three codes that the data model calls valid are."""
    assert code.is_valid(text)
    assert code.display(text) == text


@given(BODIES)
def test_exactly_one_check_symbol_is_right(body: str) -> None:
    """Of the 32 symbols one completes a code, and python-stdnum agrees on which."""
    accepted = [symbol for symbol in code.ALPHABET if code.is_valid(body + symbol)]

    assert accepted == [code.check_symbol(body)]
    assert accepted == [s for s in code.ALPHABET if luhn.is_valid(body + s, code.ALPHABET)]


@given(BODIES, st.integers(0, 7), st.sampled_from(code.ALPHABET))
def test_one_substitution_breaks_a_code(body: str, place: int, symbol: str) -> None:
    """No single wrong symbol gives another valid code."""
    right = code_of(body)
    assume(right[place] != symbol)

    assert not code.is_valid(right[:place] + symbol + right[place + 1 :])


@given(BODIES, st.randoms())
def test_any_writing_reads_as_the_same_code(body: str, rng: random.Random) -> None:
    """Case, spaces, dashes and the letters O, I and L in place of 0 and 1 make no difference."""
    written = "".join(
        rng.choice([symbol, symbol.lower(), *{"0": "oO", "1": "iIlL"}.get(symbol, "")])
        + rng.choice(["", "", " ", "-", "\u2013", "\u00a0", "\u2212"])
        for symbol in code_of(body)
    )

    assert code.normalise(written) == code.compact(written) == code_of(body)
    assert code.is_valid(written)


@given(BODIES)
def test_display_and_compact_lead_to_each_other(body: str) -> None:
    """The written form and the form of addresses are two views of one code."""
    written = code.display(code_of(body))

    assert written == f"{code_of(body)[:4]}-{code_of(body)[4:]}"
    assert code.compact(written) == code_of(body)
    assert code.display(code.compact(written)) == written


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ABCD",
        "ABCD-EFGGH",
        "ABCD-EFGU",
        "ABCD.EFGG",
        "ÁBCD-EFGG",
        "ABCD-EFG\u01f5",
        "ＡBCD-EFGG",
    ],
)
def test_other_symbols_or_lengths_are_not_well_formed(text: str) -> None:
    """Eight symbols of the alphabet, nothing else; U and foreign letters are not in it."""
    assert not code.is_well_formed(text)
    assert not code.is_valid(text)


@pytest.mark.parametrize("dotless", ["\u0131", "\u017f"])
def test_no_foreign_letter_becomes_a_symbol(dotless: str) -> None:
    """Letters whose capital is a plain I or S are not read as 1 or S."""
    assert not code.is_well_formed(f"ABCDEFG{dotless}")


def test_a_text_that_is_no_code_is_still_shown() -> None:
    """Messages about mistyped codes can show them."""
    assert code.display("abc") == "ABC"
    assert code.display("abcd efgh") == "ABCD-EFGH"


def test_check_symbol_wants_seven_symbols() -> None:
    """A body of another length or with another letter is a mistake of ours."""
    for body in ("ABCDEF", "ABCDEFGH", "ABCDEFU"):
        with pytest.raises(ValueError):
            code.check_symbol(body)


def test_near_misses_are_one_slip_away() -> None:
    """One wrong symbol or two swapped neighbours; not two slips, not itself, sorted."""
    known = ["BACD-EFGG", "ABCD-EFGG", "ABCD-EFGH", "ABCD-EFHH", "XBCD-EFGX", "CBAD-EFGG"]

    assert code.near_misses("abcdefgg", known) == ["ABCD-EFGH", "BACD-EFGG"]
    assert code.near_misses("ABCD", known) == []
    assert code.near_misses("", known) == []


@given(BODIES, st.data())
def test_a_slip_leads_back_to_the_code(body: str, data: st.DataObject) -> None:
    """A known code is offered after any substitution or swap of different neighbours."""
    right = code_of(body)
    place = data.draw(st.integers(0, 6))
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assume(swapped != right)

    assert code.near_misses(swapped, [code.display(right)]) == [code.display(right)]


@given(st.integers(0, 10_000))
def test_minted_codes_are_new_valid_and_no_rut(seed: int) -> None:
    """A minted code is valid, not taken, and cannot be read as a RUT."""
    first = code.mint(set(), random.Random(seed).randrange)
    second = code.mint({code.compact(first)}, random.Random(seed).randrange)

    for minted in (first, second):
        assert code.is_valid(minted) and minted == code.display(minted)
        assert not code.compact(minted)[:7].isdigit() or minted[-1] not in "0123456789K"
    assert first != second
    assert code.mint({first}, random.Random(seed).randrange) == second


def test_digits_alone_are_never_minted() -> None:
    """Random numbers that give digits only are thrown away until a letter comes."""
    draws = iter([2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16])

    assert code.mint(set(), lambda _: next(draws)) == "ABCD-EFGG"


def test_a_stuck_source_of_randomness_is_an_error() -> None:
    """Minting ends, even where every draw is the same."""
    with pytest.raises(RuntimeError):
        code.mint(set(), lambda _: 0)
