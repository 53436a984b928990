"""What day it is in Chile: the one place that asks the clock or the environment."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = "America/Santiago"
EPOCH = "SOURCE_DATE_EPOCH"


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH holds something that is no moment."""


def today() -> date:
    """Today in Chile, or the day of SOURCE_DATE_EPOCH (seconds, reproducible-builds.org)."""
    return _moment().astimezone(ZoneInfo(ZONE)).date()


def _moment() -> datetime:
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise EpochError(f"{EPOCH}={epoch}") from error
