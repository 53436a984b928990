"""Blocks of records, kept and taken up again."""

import pickle
from pathlib import Path

import pytest

from generator.load import load
from generator.model.record import Block, Source
from tests.scratch import sound_files, write


def test_what_comes_back_is_what_was_kept(tmp_path: Path) -> None:
    """Each value, the fields that were given, and those left at their defaults, in their order."""
    found = load(write(tmp_path, sound_files())).entries.values()
    for entry in (one for held in found for one in held.values()):
        back = pickle.loads(pickle.dumps(entry))

        assert back == entry
        assert repr(back) == repr(entry)
        assert back.record.model_fields_set == entry.record.model_fields_set


def test_what_came_back_can_be_kept_again() -> None:
    """Also a block in which nothing was given."""
    empty = Source()
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(empty))))

    assert again == empty and again.model_fields_set == set()


def test_a_changed_copy_leaves_others_alone() -> None:
    """Blocks that came back share what tells their given fields; a copy has its own."""
    one, other = (
        pickle.loads(pickle.dumps(Source.model_validate({"documento": name})))
        for name in ("a", "b")
    )
    changed: Block = one.model_copy(update={"note": "c"})

    assert changed.model_fields_set == {"document", "note"}
    assert one.model_fields_set == other.model_fields_set == {"document"}


def test_what_was_kept_shares_the_set_of_its_names() -> None:
    """Blocks in which the same was given need one set between them, also those that stay here."""
    one, other = (Source.model_validate({"documento": name}) for name in ("a", "b"))
    back = pickle.loads(pickle.dumps([one, other]))[0]

    assert one.model_fields_set == {"document"}
    assert one.model_fields_set is other.model_fields_set is back.model_fields_set


def test_what_came_back_is_frozen() -> None:
    """As any block is."""
    with pytest.raises(ValueError, match="frozen"):
        pickle.loads(pickle.dumps(Source.model_validate({"documento": "a"}))).note = "b"
