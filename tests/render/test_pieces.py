"""The smallest pieces of pages."""

from dataclasses import dataclass
from datetime import date

import pytest

from generator.days import PartialDate
from generator.render import pieces


@dataclass(frozen=True)
class Name:
    text: str
    path: str


@pytest.mark.parametrize(
    ("day", "html"),
    [
        (date(2016, 9, 9), '<time datetime="2016-09-09">9 de septiembre de 2016</time>'),
        (PartialDate(2016, 9), '<time datetime="2016-09">septiembre de 2016</time>'),
        (PartialDate(2016), '<time datetime="2016">2016</time>'),
    ],
)
def test_a_day_is_for_people_and_machines(day: date | PartialDate, html: str) -> None:
    """In words, and in the form of HTML's `time`."""
    assert pieces.time(day) == html


def test_a_name_leads_on_where_it_has_a_page() -> None:
    """And is text like any other where it has none; both are escaped."""
    enlace = pieces.anchor(lambda path: f"../{path}")

    assert enlace(Name("A & B <x>", 'a"/')) == '<a href="../a&#34;/">A &amp; B &lt;x&gt;</a>'
    assert enlace(Name("A & B", "")) == "A &amp; B"


def test_facts_stand_between_single_quotes() -> None:
    """Nothing in a reason that an editor wrote ends the attribute or reads as an entity."""
    assert pieces.facts_attribute("") == ""
    assert (
        pieces.facts_attribute("""{"a":"b'c&amp;<"}""")
        == """ data-estado='{"a":"b&#39;c&amp;amp;&lt;"}'"""
    )


@pytest.mark.parametrize(
    ("text", "end"), [("Viña SpA", "."), ("Viña S.A.", ""), ("¿Y ahora?", ""), ("Sigue…", "")]
)
def test_a_sentence_has_one_full_stop(text: str, end: str) -> None:
    """A name that brings its own gets no second one."""
    assert pieces.full_stop(text) == end
