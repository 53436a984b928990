"""Pictures as any reader of XML gets them: well formed, true to scale, without a style."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures.chile import CLASSES, shade
from generator.figures.draw import draw
from generator.figures.scale import part, ticks, top
from generator.views.charts import (
    Bar,
    Bars,
    Cell,
    Columns,
    Grid,
    Lines,
    Series,
    Shades,
    Upright,
)

DECK = Bars(
    (
        Bar("Micro", (519, 80)),
        Bar("Pequeña", (505, 178)),
        Bar("Mediana", (207, 139)),
        Bar("Grande", (270, 189)),
    ),
    ("adhieren", "certifican"),
)
CHARTS = {
    "bars": DECK,
    "steps": Bars((Bar("Adhieren", (1501,)), Bar("Certifican", (586,))), (), of_first=True),
    "columns": Columns(
        (Upright("enero de 2027", 4, "2027"), Upright("mayo", 0, "")), "certificados"
    ),
    "lines": Lines(("2024", "2025", "2026"), (Series("Adhieren", (0, None, 12)),)),
    "one point": Lines(("2026",), (Series("Adhieren", (3,)),), percent=True, small=True),
    "nothing yet": Lines(("2026",), (Series("Adhieren", (None,)),), percent=True),
    "grid": Grid(
        ("Micro", "Grande"), (("Ñuble", (Cell(1, 2), Cell(0, 0))), ("Maule", (Cell(9, 10),) * 2))
    ),
    "map": Shades({"07": Cell(9, 10), "13": Cell(1, 2, 2), "15": Cell(0, 9, 2)}),
}
HOSTILE = '</title><script>alert("x")</script>&'


def parsed(chart, title="Cumplimiento"):
    return ElementTree.fromstring(draw(chart, "figura-1", title))


def texts(picture):
    return [one.text for one in picture.iter("text")]


@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_is_named_described_and_has_no_style(name):
    """`role=img`, a title and a description by id; attributes and classes, never `style`."""
    picture = parsed(CHARTS[name])
    ids = {one.get("id"): one.text for one in picture.iter() if one.get("id")}

    assert picture.get("role") == "img"
    assert ids[picture.get("aria-labelledby")] == "Cumplimiento"
    assert len(ids[picture.get("aria-describedby")]) > 8
    assert not [one.tag for one in picture.iter() if "style" in one.attrib or one.tag == "style"]
    assert not [one for one in picture.iter("text") if one.get("aria-hidden") != "true"]


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_leaves_the_picture(name):
    """Every per cent lies between 0 and 100, every length is one, and no two ids are the same."""
    picture = parsed(CHARTS[name])
    for one in picture.iter():
        for key in ("x", "x1", "x2", "cx", "width"):
            value = one.get(key, "")
            assert not value.endswith("%") or 0 <= float(value[:-1]) <= 100, (one.tag, key, value)
        for key in ("y", "y1", "y2", "cy", "height"):
            if one.get(key) and picture.get("viewBox") is None:
                assert 0 <= int(one.get(key)) <= int(picture.get("height"))


def test_the_deck_is_drawn_to_scale_and_in_its_own_words():
    """519 take the whole width, 80 of them 80/519 of it; the words are the deck's per cents."""
    picture = parsed(DECK)
    bars = [one for one in picture.iter("rect") if "apl-paso" in one.get("class")]
    widths = [float(one.get("width")[:-1]) for one in bars]
    values = [value for row in DECK.rows for value in row.values]

    assert widths == [pytest.approx(100 * value / 519, abs=0.006) for value in values]
    assert texts(picture)[1::2] == [
        "80 de 519 · 15 %",
        "178 de 505 · 35 %",
        "139 de 207 · 67 %",
        "189 de 270 · 70 %",
    ]
    assert "Micro: 80 de 519 · 15 %; Pequeña: 178 de 505 · 35 %" in picture.find("desc").text


def test_numbers_are_written_as_in_chile():
    """1.501, and a part of the first row."""
    assert texts(parsed(CHARTS["steps"])) == ["Adhieren", "1.501", "Certifican", "586 · 39 %"]


@pytest.mark.parametrize(
    "chart",
    [
        Bars((Bar(HOSTILE, (2, 1)),), ("adhieren", "certifican")),
        Columns((Upright(HOSTILE, 1, HOSTILE),), "x"),
        Lines((HOSTILE,), (Series(HOSTILE, (1,)),)),
        Grid((HOSTILE,), ((HOSTILE, (Cell(7, 9),)),)),
    ],
    ids=lambda chart: type(chart).__name__,
)
def test_texts_stay_texts(chart):
    """What a record is called cannot end a picture or begin a script."""
    picture = parsed(chart, HOSTILE)

    assert not list(picture.iter("script"))
    assert picture.find("title").text == HOSTILE


def test_a_long_name_takes_two_lines_and_its_numbers_go_below():
    """A phone's line holds some forty letters; what two cannot hold is cut. It is one text."""
    drawn = parsed(Bars((Bar("Acuerdo " * 12, (10, 5)), Bar("Otro", (3, 1))), ("a", "b")))
    first, second = (one.text for one in drawn.iter("tspan"))
    named, *told = ["".join(one.itertext()) for one in drawn.iter("text")]

    assert first == " ".join(["Acuerdo"] * 5)
    assert len(second) <= 40 and second.endswith("…")
    assert named == f"{first} {second}"
    assert told == ["5 de 10 · 50 %", "Otro", "1 de 3 · 33 %"]


def test_of_few_no_per_cent_is_drawn():
    """Half of two companies is 1/2; of ten it is a per cent with a bar; of none, a dash."""
    picture = parsed(CHARTS["grid"])

    assert texts(picture)[3:5] == ["1/2", "—"]
    assert texts(picture)[-2:] == ["90 %", "90 %"]
    assert [CLASSES[shade(one)] for one in (Cell(0, 0), Cell(2, 4), Cell(0, 9), Cell(9, 9))] == [
        "sin datos",
        "menos de cinco",
        "hasta 33 %",
        "67 a 100 %",
    ]


def test_the_map_has_16_regions_and_a_shade_for_each():
    """Each region is named with its figure, and is as dark as its part is large."""
    regions = list(parsed(CHARTS["map"]).iter("g"))
    told = {(one.find("title").text, one.get("class")) for one in regions}

    assert len(regions) == 16
    assert {
        ("Maule: 9 de 10 · 90 %", "apl-region apl-region--4"),
        ("Arica y Parinacota: 0 de 9 · 0 % (2 de ejemplo)", "apl-region apl-region--2"),
        ("Metropolitana: 1 de 2 (de ejemplo)", "apl-region apl-region--1"),
        ("Ñuble: sin datos", "apl-region apl-region--0"),
    } <= told


@given(st.integers(0, 10**7))
def test_axes_end_on_round_numbers_not_far_above(most):
    """The top is 1, 2, 2.5 or 5 times a power of ten, times 4, and reaches what it must."""
    assert top(most) >= most
    assert top(most) <= max(4, 2.6 * most)
    marks = ticks(most)
    assert marks[0] == 0 and marks[-1] >= most
    assert len({b - a for a, b in pairwise(marks)}) == 1


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_part_is_never_longer_than_its_whole(value, whole):
    """Nothing of nothing is nothing."""
    assert 0 <= part(min(value, whole), whole) <= 100
