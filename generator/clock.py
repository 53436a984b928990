"""What day it is in Chile, and what is built: the one place that asks clock and environment."""

import os
import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = "America/Santiago"
EPOCH = "SOURCE_DATE_EPOCH"
COMMIT = "APL_COMMIT"
_HASH = re.compile("[0-9a-f]{7,64}")


class EpochError(ValueError):
    """SOURCE_DATE_EPOCH holds something that is no moment."""


def today() -> date:
    """Today in Chile, or the day of SOURCE_DATE_EPOCH (seconds, reproducible-builds.org)."""
    return _moment().astimezone(ZoneInfo(ZONE)).date()


def commit() -> str:
    """The commit that APL_COMMIT says is built, as whoever publishes knows it; else ""."""
    said = os.environ.get(COMMIT, "").strip().lower()
    return said if _HASH.fullmatch(said) else ""


def _moment() -> datetime:
    epoch = os.environ.get(EPOCH)
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise EpochError(f"{EPOCH}={epoch}") from error
