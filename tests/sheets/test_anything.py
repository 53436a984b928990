"""Sheets of anything at all: each row is entered or refused, and a sound registry stays sound."""

import secrets
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.checking import check
from generator.messages import level
from generator.sheets import rows, shelf, told, usual_names
from generator.sheets.entering import Settings
from generator.sheets.plan import plan
from generator.sheets.sheet import Cell, ErrorCell, Sheet
from generator.sheets.tables import tables
from tests.scratch import TODAY
from tests.sheets.small_register import register

LIKELY = st.sampled_from(
    "conservas Conservas 99910234-4 99900002-9 11111111-1 planta Planta 07101 8401 Talca ABCD-EFGG "
    "2345-6789 2021-08-30 3/5/2024 persona_juridica establecimiento aceptada micro final 1 2 3 "
    "true sí 42 https://a.example web;envase - #N/A".split()
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    LIKELY,
    LIKELY,
    LIKELY,
    st.none(),
    st.text(max_size=12),
    st.integers(-10, 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.booleans(),
    st.just(ErrorCell("#N/A")),
)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """A sheet of a table, or a plain list, with cells that may fit their columns."""
    name = draw(st.sampled_from(["Lista", *tables()]))
    known = sorted(usual_names.wide()) if name == "Lista" else list(tables()[name].headers)
    width = draw(st.integers(3, 9))
    head = draw(st.lists(st.sampled_from(known), min_size=2, max_size=width))
    body = draw(st.lists(st.tuples(*[CELLS] * len(head)), min_size=1, max_size=4))
    return Sheet("n.xlsx", name, (tuple(head), *body))


@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(found=st.lists(sheets(), min_size=1, max_size=3))
def test_anything_is_entered_or_refused(
    tmp_path_factory: pytest.TempPathFactory, found: list[Sheet]
) -> None:
    """No sheet is a crash, and what its plan would write has no fault."""
    root = register(tmp_path_factory.mktemp("r"))
    known = {record.path: record for record in shelf.records(root)}
    reading = rows.reading(found)

    made = plan(root, check(root, TODAY).problems, reading,
                Settings(secrets.randbelow, "conservas"), TODAY, known)  # fmt: skip

    assert len(made.outcomes) == len(reading.rows)
    assert told.as_text(made, "es") is not None and told.as_json(made, False, "en")
    for path, text in made.files.items():
        (root / path).parent.mkdir(exist_ok=True)
        Path(root / path).write_text(text, encoding="utf-8", newline="\n")
    assert [p for p in check(root, TODAY).problems if level(p) == "error"] == []
