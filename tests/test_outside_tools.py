"""What happens where a tool is missing."""

from pathlib import Path

import pytest

from scripts import find_browser
from tests.outside_tools import chromium_path, without


def test_a_laptop_skips_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the tool a test is skipped, with the tool and its remedy in the reason."""
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"Node is not on this machine \(apt-get"):
        without("Node", "apt-get install nodejs")


def test_ci_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """In CI a missing tool is a failure: no test is silently left out there."""
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="Node is not on this machine"):
        without("Node", "apt-get install nodejs")


def a_program(path: Path, code: int) -> str:
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_browser_that_does_not_start_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A stub that only asks for another package is passed over for one that starts."""
    a_program(tmp_path / "chromium", 1)
    real = a_program(tmp_path / "google-chrome", 0)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert find_browser.find_browser() == real


def test_playwrights_own_build_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system has none, the build that Playwright put below `.cache/` serves."""
    folder = tmp_path / "chromium-1255" / "chrome-linux64"
    folder.mkdir(parents=True)
    own = a_program(folder / "chrome", 0)
    monkeypatch.setattr(find_browser, "OWN", tmp_path)
    monkeypatch.setenv("CHROMIUM", "none-of-this-name")

    assert chromium_path() == own
