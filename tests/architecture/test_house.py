"""The house rules that a program can check: linters, types, floors, locks, documents."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.arguments import ROOT
from generator.cli import main

BIN = Path(sys.executable).parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        pytest.param(["mypy"], id="mypy", marks=pytest.mark.slow),
        ["lint-imports", "--no-cache"],
    ],
    ids=lambda command: command[0] + command[-1],
)
def test_linters_are_content(command: list[str]) -> None:
    """What `make lint` runs has nothing to say; the floors of the design among it."""
    told = subprocess.run(
        [BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stdout + told.stderr


def test_every_module_says_what_it_does() -> None:
    """A module opens with a sentence; that it is one line makes it a sentence."""
    openings = {path: ast.get_docstring(ast.parse(path.read_text("utf-8"))) for path in MODULES}

    wordless = [str(path) for path, words in openings.items() if not words and _holds_code(path)]
    assert wordless == []


def _holds_code(path: Path) -> bool:
    return path.stat().st_size > 0


@pytest.mark.parametrize(
    "lock", ["requirements.lock", "requirements-test.lock", "requirements-oldest.lock"]
)
def test_locks_hold_hashes_and_no_address(lock: str) -> None:
    """Every package is pinned with its hashes, and any registry or mirror may serve it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.strip())

    assert all(re.match(r"[a-z0-9-]+==[^ ]+ ", entry) for entry in entries)
    assert all("--hash=sha256:" in entry for entry in entries)
    assert re.search(r"https?:|://|--index|--find-links", text) is None


def test_the_locks_agree() -> None:
    """Tests run with the versions that the site is built with."""
    pinned = [
        set(re.findall(r"^([a-z0-9-]+==\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-test.lock")
    ]

    assert pinned[0] < pinned[1]


def test_the_engine_is_pinned_exactly() -> None:
    """MkDocs and Material are the versions that `serve` and the moulds were written for."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert '"mkdocs==1.6.1"' in text and '"mkdocs-material==9.8.1"' in text


COMMANDS = (
    "check build serve status fmt new import export schema explain diff verify-site migrate".split()
)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    """A command that the README does not know is a command nobody finds."""
    assert f"apl {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_registry_is_in_canonical_form(capsys: pytest.CaptureFixture[str]) -> None:
    """`apl fmt` mends what this names."""
    code = main(["fmt", "--check"])

    assert (code, capsys.readouterr().out) == (0, "")


def test_the_menu_is_told() -> None:
    """Every target of the Makefile that has a description is named in CONTRIBUTING."""
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert [name for name in targets if name != "help" and f"`{name}`" not in told] == []


def test_links_of_the_documents_lead_somewhere() -> None:
    """README, CONTRIBUTING and CHANGELOG link to files that are there."""
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []
