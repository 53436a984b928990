"""Outside tools that tests call; one that is missing is a skip with its reason, in CI a failure."""

import os
from typing import NoReturn

import pytest

from scripts.find_browser import find_browser


def without(tool: str, remedy: str) -> NoReturn:
    """Leave a test that needs an outside `tool`: skipped on a laptop, failed in CI."""
    reason = f"{tool} is not on this machine ({remedy})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def chromium_path() -> str:
    """The path of a Chromium that starts."""
    return find_browser() or without("Chromium", "apt-get install chromium")
