"""The collector of cycles while a registry is read."""

import gc

from generator import collector


def test_it_rests_meanwhile_and_works_again() -> None:
    """Inside it is off; outside it is as it was, and need not look at what came meanwhile."""
    before = gc.get_freeze_count()
    with collector.at_rest():
        assert not gc.isenabled()
        kept = [[n] for n in range(100)]

    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)


def test_it_works_again_after_a_failure() -> None:
    """An exception leaves no collector switched off."""
    try:
        with collector.at_rest():
            raise ValueError
    except ValueError:
        pass

    assert gc.isenabled()
