"""CIIU4.CL codes: complete tables, prefixes checked by division, lost zeros mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import sectors


def test_the_classification_is_complete() -> None:
    """CIIU4.CL has the sections A to U and 89 divisions, one more than ISIC Rev. 4."""
    missing = {0, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89}
    expected = [f"{number:02}" for number in range(100) if number not in missing]

    assert "".join(sectors.sections()) == "ABCDEFGHIJKLMNOPQRSTU"
    assert list(sectors.divisions()) == expected
    assert len(expected) == 89


def test_divisions_follow_their_sections() -> None:
    """Every division has a section, in the order of the letters, and no section is empty."""
    letters = [division.section for division in sectors.divisions().values()]

    assert letters == sorted(letters)
    assert set(letters) == set(sectors.sections())


def test_copper_is_chiles_own_division() -> None:
    """Division 04 exists and belongs to mining."""
    copper = sectors.division_of("040000")

    assert copper is not None and copper.title == "Extracción y procesamiento de cobre"
    assert copper.section == "B"


def test_titles_are_clean_and_unique_in_their_kind() -> None:
    """No title is empty, padded or given twice."""
    for named in (sectors.sections(), sectors.divisions()):
        titles = [entry.title for entry in named.values()]
        assert all(title and title == title.strip() for title in titles)
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("code", ["A", "U", "01", "04", "011", "0111", "01110", "110200", "999999"])
def test_letters_and_prefixes_of_divisions_are_valid(code: str) -> None:
    """A section's letter, or 2 to 6 digits that start with a division."""
    assert sectors.is_valid(code)
    assert sectors.section_of(code) is not None


@pytest.mark.parametrize(
    "code", ["", "V", "a", "AB", "1", "34", "00", "0111011", "01.1", "٠١", "01 ", "A1", "-1"]
)
def test_anything_else_is_not(code: str) -> None:
    """Other letters, lengths, digits or divisions are not codes."""
    assert not sectors.is_valid(code)
    assert sectors.section_of(code) is None
    assert sectors.division_of(code) is None
    assert sectors.slug(code) is None
    assert sectors.label(code) == code


@given(st.sampled_from(sorted(sectors.divisions())), st.from_regex("[0-9]{0,4}", fullmatch=True))
def test_longer_codes_bear_their_divisions_name(division: str, rest: str) -> None:
    """Whatever follows, a code is named and listed by its division."""
    expected = sectors.divisions()[division]

    assert sectors.division_of(division + rest) == expected
    assert sectors.label(division + rest) == expected.title
    assert sectors.slug(division + rest) == division


def test_a_letter_is_a_section_not_a_division() -> None:
    """A section's letter has its own name and address, and no division."""
    assert sectors.label("C") == "Industria manufacturera"
    assert sectors.slug("C") == "c"
    assert sectors.division_of("C") is None


@pytest.mark.parametrize(
    ("code", "mended"),
    [
        ("4000", "04000"),
        ("40000", "040000"),
        ("4", "04"),
        ("1", "01"),
        ("1102", None),
        ("0111", None),
        ("A", None),
        ("hola", None),
        ("0", None),
        ("", None),
        ("400000", None),
    ],
)
def test_a_lost_zero_is_given_back_where_only_that_helps(code: str, mended: str | None) -> None:
    """Division 40 does not exist and 04 does; 1102 is valid as it stands."""
    assert sectors.mend(code) == mended
