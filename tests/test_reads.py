"""What is asked of indexes is noted by name."""

from hypothesis import given
from hypothesis import strategies as st

from generator.reads import Reads, Watched

HELD = {"a": (1,), "b": (2,), "empty": ()}


def asked(question) -> frozenset[str]:  # type: ignore[no-untyped-def]
    """What a question to an index named `index` leaves noted."""
    reads = Reads()
    index = Watched(HELD, "index", reads)
    return reads.collect(lambda: question(index))[1]


def test_an_entry_is_noted_whether_it_is_there_or_not() -> None:
    """That there was none is something to go by as well."""
    assert asked(lambda index: index["a"]) == {"index:a"}
    assert asked(lambda index: index.get("b")) == {"index:b"}
    assert asked(lambda index: "nothing" in index) == {"index:nothing"}


def test_going_through_an_index_is_asking_for_the_whole() -> None:
    """By keys, values, pairs, or how many there are."""
    for question in (list, len, dict.fromkeys, lambda i: list(i.values()), lambda i: i.items()):
        assert asked(question) == {"index:*"}


def test_whoever_collects_around_has_it_too() -> None:
    """And what nobody collects is not kept."""
    reads = Reads()
    index = Watched(HELD, "index", reads)

    def outer() -> frozenset[str]:
        index.get("a")
        return reads.collect(lambda: index.get("b"))[1]

    assert reads.collect(outer) == ({"index:b"}, {"index:a", "index:b"})
    with reads.unnoted():
        index.get("a")
    assert reads.collect(lambda: None)[1] == frozenset()


def test_the_names_of_an_index_are_those_of_entries_that_hold_anything() -> None:
    """An index that holds nothing at all has not even a whole."""
    assert Watched(HELD, "index", Reads()).tokens() == {"index:a", "index:b", "index:*"}
    assert Watched({"empty": ()}, "index", Reads()).tokens() == frozenset()


@given(st.dictionaries(st.text(), st.integers(1)))
def test_an_index_answers_as_what_it_watches(held: dict[str, int]) -> None:
    """To be watched changes no answer."""
    index = Watched(held, "index", Reads())

    assert dict(index.items()) == held == dict(zip(index.keys(), index.values(), strict=True))
    assert [index[key] for key in index] == list(held.values())
    assert all(index.get(key) == value for key, value in held.items())
