"""Dates of records: exact forms, an honest order for partial ones, terms of years, words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import days
from generator.days import PartialDate

FULL = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
PRECISIONS = st.sampled_from([4, 7, 10])


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    return PartialDate.parse(draw(FULL).isoformat()[: draw(PRECISIONS)])


@given(FULL, PRECISIONS)
def test_a_partial_date_is_written_as_it_was_read(day: date, precision: int) -> None:
    """Reading and writing gives the same text, and the day lies within it."""
    text = day.isoformat()[:precision]
    partial = PartialDate.parse(text)

    assert str(partial) == text
    assert partial.first() <= day <= partial.last()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "16",
        "2016-9",
        "2016-9-9",
        "2016-09-9",
        "2016-13",
        "2016-00",
        "2016-02-30",
        "2015-02-29",
        "20160909",
        "2016/09/09",
        "09-09-2016",
        "2016-09-09T00:00",
        " 2016",
        "2016\n",
        "1899-12-31",
        "2101",
        "２０１６",
        "2016-W36",
    ],
)
def test_other_forms_are_refused(text: str) -> None:
    """Only AAAA, AAAA-MM and AAAA-MM-DD of a real calendar, 1900 to 2100, are dates."""
    with pytest.raises(ValueError):
        PartialDate.parse(text)
    with pytest.raises(ValueError):
        days.parse_day(text)


@pytest.mark.parametrize("text", ["2016", "2016-09"])
def test_a_full_day_is_never_partial(text: str) -> None:
    """Where a day is asked for, a month or a year will not do."""
    with pytest.raises(ValueError):
        days.parse_day(text)


def test_a_day_without_its_month_cannot_be_built() -> None:
    """A partial date knows its parts from the year down, without gaps."""
    with pytest.raises(ValueError):
        PartialDate(2016, None, 9)


def test_last_day_of_a_month_follows_the_calendar() -> None:
    """February of a leap year lasts to the 29th, a year to 31 December."""
    assert PartialDate.parse("2016-02").last() == date(2016, 2, 29)
    assert PartialDate.parse("2015-02").last() == date(2015, 2, 28)
    assert PartialDate.parse("2016").last() == date(2016, 12, 31)


@pytest.mark.parametrize(
    ("earlier", "later", "surely"),
    [
        ("2015", "2016", True),
        ("2015", "2016-01-01", True),
        ("2016", "2016-09", False),
        ("2016-09", "2016", False),
        ("2016-08", "2016-09-01", True),
        ("2016-09-08", "2016-09", False),
        ("2016-09-08", "2016-09-09", True),
        ("2016", "2016", False),
    ],
)
def test_before_only_as_far_as_both_are_known(earlier: str, later: str, surely: bool) -> None:
    """A partial date is before another only if its last possible day is."""
    assert PartialDate.parse(earlier).surely_before(PartialDate.parse(later)) is surely


@given(partial_dates(), partial_dates())
def test_order_has_two_sides_and_no_contradiction(one: PartialDate, other: PartialDate) -> None:
    """Before and after mirror each other, never both hold, and nothing is before itself."""
    assert one.surely_before(other) == other.surely_after(one)
    assert not (one.surely_before(other) and other.surely_before(one))
    assert not one.surely_before(one)


@given(partial_dates(), partial_dates(), partial_dates())
def test_order_is_transitive(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    """Before and before again is before."""
    if a.surely_before(b) and b.surely_before(c):
        assert a.surely_before(c)


@given(partial_dates(), partial_dates())
def test_order_compares_the_parts_both_know(one: PartialDate, other: PartialDate) -> None:
    """Comparing possible days is the same as comparing year, month and day while both have them."""
    known = min(len(str(one)), len(str(other)))

    assert one.surely_before(other) == (str(one)[:known] < str(other)[:known])


@given(partial_dates(), FULL)
def test_full_days_compare_as_dates_do(partial: PartialDate, day: date) -> None:
    """A full date may stand on the other side."""
    assert partial.surely_before(day) == (partial.last() < day)
    assert partial.surely_after(day) == (partial.first() > day)


def test_leap_day_ends_on_the_28th() -> None:
    """N years after 29 February is the 28th, unless that year has a 29th."""
    assert days.years_later(date(2016, 2, 29), 3) == date(2019, 2, 28)
    assert days.years_later(date(2016, 2, 29), 4) == date(2020, 2, 29)


@given(FULL, st.integers(1, 30))
def test_terms_end_on_the_same_day_or_the_day_before(start: date, years: int) -> None:
    """Both usual ends of a term are accepted, the days around them are not."""
    end = days.years_later(start, years)

    assert days.term_matches(start, end, years)
    assert days.term_matches(start, end - timedelta(days=1), years)
    assert not days.term_matches(start, end + timedelta(days=1), years)
    assert not days.term_matches(start, end - timedelta(days=2), years)
    assert days.term_gap_days(start, end + timedelta(days=40), years) == 40
    assert days.term_gap_days(start, end - timedelta(days=41), years) == 40


def test_absurd_terms_are_no_crash() -> None:
    """A record may say a hundred thousand years; that is a wrong term, not a traceback."""
    assert days.years_later(date(2016, 9, 9), 10**17) == date.max
    assert not days.term_matches(date(2016, 9, 9), date(2019, 9, 9), 10**17)


@pytest.mark.parametrize(
    ("text", "spanish", "english"),
    [
        ("2016-09-09", "9 de septiembre de 2016", "9 September 2016"),
        ("2016-03-01", "1 de marzo de 2016", "1 March 2016"),
        ("2016-09", "septiembre de 2016", "September 2016"),
        ("2016", "2016", "2016"),
    ],
)
def test_dates_in_words(text: str, spanish: str, english: str) -> None:
    """Dates read as Chile writes them, without a nought in front or an ordinal."""
    partial = PartialDate.parse(text)

    assert days.long_es(partial) == spanish
    assert days.long_en(partial) == english
    if partial.day:
        assert days.long_es(partial.first()) == spanish
