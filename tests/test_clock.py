"""What day it is in Chile."""

from datetime import UTC, date, datetime

import pytest

from generator import clock


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 24, 2, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 24, 3, 0, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 7, 1, 3, 59, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 7, 1, 4, 0, 0, tzinfo=UTC), date(2026, 7, 1)),
    ],
)
def test_the_day_turns_at_midnight_in_santiago(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date
) -> None:
    """Midnight is Chile's, in summer and in winter, wherever the machine stands."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert clock.today() == day


def test_without_an_epoch_the_clock_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty SOURCE_DATE_EPOCH is none: the day is within one of that in UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert abs((clock.today() - datetime.now(UTC).date()).days) <= 1


@pytest.mark.parametrize(
    ("said", "commit"),
    [("36CD2AD0\n", "36cd2ad0"), ("main", ""), ("", ""), ("<b>36cd2ad</b>", "")],
)
def test_a_commit_is_one_or_none(monkeypatch: pytest.MonkeyPatch, said: str, commit: str) -> None:
    """What is no hash of a commit is not published as one."""
    monkeypatch.setenv("APL_COMMIT", said)
    assert clock.commit() == commit


@pytest.mark.parametrize("epoch", ["ayer", "1e9", "9" * 30, "2026-11-23"])
def test_an_epoch_that_is_no_moment_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """A wrong SOURCE_DATE_EPOCH is named, not overlooked."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(clock.EpochError, match="SOURCE_DATE_EPOCH="):
        clock.today()
