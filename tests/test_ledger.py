"""Ledgers: long mappings of which few entries change from one time to the next."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.ledger import Ledger
from generator.store import Keeper

ENTRIES = st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.integers(0, 3))


@given(st.lists(ENTRIES, min_size=1, max_size=6))
def test_what_is_held_is_what_was_kept_last(tmp_path_factory, states) -> None:  # type: ignore[no-untyped-def]
    """In order, whatever came, changed and went in between, and whether whole or beside."""
    keeper, stamp = Keeper(tmp_path_factory.mktemp("cache"), "owner", "key"), ""
    for entries in states:
        ledger = Ledger(keeper, "kind")
        ledger.held(stamp)
        old, stamp = stamp, ledger.keep(entries)

        assert list(Ledger(keeper, "kind").held(stamp).items()) == list(entries.items())
        assert old not in ("", stamp) or Ledger(keeper, "kind").held(old) == {}


def test_a_whole_that_was_replaced_is_not_mixed_with_what_stood_beside(tmp_path: Path) -> None:
    """Two builds at once: the entries of one are never those of the other."""
    keeper = Keeper(tmp_path, "owner", "key")
    first = Ledger(keeper, "kind")
    base = first.keep({str(n): n for n in range(40)})
    other = Ledger(keeper, "kind")
    other.held(base)
    other.keep({str(n): -n for n in range(40)})
    stamp = first.keep({str(n): n + (n == 7) for n in range(40)})

    assert Ledger(keeper, "kind").held(stamp) == {}
