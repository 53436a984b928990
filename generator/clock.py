"""What day it is in Chile: the one place that asks the clock or the environment."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ZONE = "America/Santiago"


def today() -> date:
    """Today in Chile, or the day of SOURCE_DATE_EPOCH (seconds, reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(ZoneInfo(ZONE)).date()
