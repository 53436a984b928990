"""What all tests share: hypothesis without a stop-watch, outside tools, and expected outputs."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from bench import trying
from tests.made_once import made_once
from tests.outside_tools import chromium_path
from tests.small_project import Project, small_project

GOLDEN = Path(__file__).parent / "golden"

# Each of hundreds of processes would compile the whole program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile(
    "steady",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("CI") == "true",
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the files of tests/golden/ anew")
    parser.addoption("--note", action="store_true", help="put pages checked into bench/trying.json")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Count the pages that tests say they looked at (`record_property`), if none found a fault."""
    if config.getoption("--note") and not exitstatus:
        checked: Counter[str] = Counter()
        for report in terminalreporter.stats["passed"]:
            checked.update(dict(report.user_properties))
        trying.note("pages", checked)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that parallel test processes have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session", autouse=True)
def _templates_and_pictures(shared_folder: Path) -> Iterator[None]:
    """Compiled and drawn once."""
    with made_once(shared_folder / "made"):
        yield


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium that starts."""
    return chromium_path()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A Chromium without a window: one for all tests, as Playwright starts once in a process."""
    with sync_playwright() as tools:
        started = tools.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of tests/golden/; `make golden` writes it instead."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project that builds in little time, to be changed and broken."""
    return small_project(tmp_path / "proyecto")
