"""Prints where a Chromium that the tests can drive stands, and fails where there is none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OWN = Path(__file__).resolve().parent.parent / ".cache" / "browsers"
"""Where `scripts/browser.sh` lets Playwright put its build."""


def find_browser() -> str | None:
    """The path of the first Chromium that starts; CHROMIUM=… names one."""
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else NAMES:
        if path := shutil.which(name):
            yield path
    yield from sorted(map(str, OWN.glob("chromium-*/chrome-*/chrome")), reverse=True)


def _starts(path: str) -> bool:
    """A stub (Ubuntu's package asks for snap) does not even tell its version."""
    try:
        told = subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0


if __name__ == "__main__":
    found = find_browser()
    if found is None:
        sys.exit(1)
    print(found)
