"""The versions that pyproject.toml allows: each is tried, the oldest and the newest."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from generator.arguments import ROOT
from scripts.sbom import Pinned, pinned
from tests.proof.repository import git

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NEEDED = [Requirement(one) for one in PROJECT["project"]["dependencies"]]
TOOLS = {
    group: [Requirement(one) for one in asked]
    for group, asked in PROJECT["dependency-groups"].items()
}
SCRIPT = ROOT / "scripts" / "versions.sh"
JOBS: dict[str, Any] = yaml.load(
    (ROOT / ".github/workflows/dependencias.yml").read_text("utf-8"), Loader=yaml.BaseLoader
)


def locked(name: str) -> dict[str, Pinned]:
    return pinned((ROOT / name).read_text(encoding="utf-8"))


def lowest(requirement: Requirement) -> Version:
    """The version that a requirement begins with."""
    bounds = [one for one in requirement.specifier if one.operator in (">=", "==")]
    assert len(bounds) == 1, requirement
    return Version(bounds[0].version)


@pytest.mark.parametrize("needed", [*NEEDED, *TOOLS["build"]], ids=lambda one: one.name)
def test_the_oldest_version_is_the_one_that_is_tried(needed: Requirement) -> None:
    """What pyproject.toml allows at least exists, and stands in the lock of the oldest."""
    assert Version(locked("requirements-oldest.lock")[needed.name].version) == lowest(needed)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_what_is_locked_is_allowed(lock: str) -> None:
    """Every direct need stands in the lock, with a version that pyproject.toml allows."""
    groups = ["build"] if lock == "requirements.lock" else sorted(TOOLS)
    asked = [*NEEDED, *(one for group in groups for one in TOOLS[group])]

    found = locked(lock)
    for one in asked:
        assert one.specifier.contains(found[one.name.lower()].version), one


def test_the_oldest_are_tried_with_every_tool() -> None:
    """The lock of the oldest brings all that the tests need, at versions that are allowed."""
    found = locked("requirements-oldest.lock")

    for one in (one for asked in TOOLS.values() for one in asked):
        assert one.specifier.contains(found[one.name.lower()].version), one
    needed = set(locked("requirements.lock")) - {"tomlkit"}  # asked for by newer hatchlings alone
    assert needed <= set(found)


def test_both_ends_are_tried_every_week() -> None:
    """A job for the oldest with the oldest Python, and one for the newest; neither is skipped."""
    job = JOBS["jobs"]["versiones"]
    tried = {one["cuales"]: one["python"] for one in job["strategy"]["matrix"]["include"]}

    assert set(tried) == {"oldest", "newest"}
    assert PROJECT["project"]["requires-python"] == f">={tried['oldest']}"
    assert Version(tried["newest"]) > Version(tried["oldest"])
    assert any(step.get("run") == 'make "$CUALES"' for step in job["steps"])
    assert not {"if", "continue-on-error"} & (
        set(job) | {key for one in job["steps"] for key in one}
    )
    assert job["strategy"]["fail-fast"] == "false"
    assert {"schedule", "pull_request", "workflow_dispatch"} <= set(JOBS["on"])
    (when,) = JOBS["on"]["schedule"]
    assert when["cron"].split()[2:4] == ["*", "*"] and when["cron"].split()[4].isdigit()


def test_known_faults_are_asked_for_and_block_nobody() -> None:
    """The job asks by `make audit`, and does not fail whatever comes."""
    job = JOBS["jobs"]["avisos"]

    assert job["continue-on-error"] == "true"
    assert any(step.get("run") == "make audit" for step in job["steps"])


FAKE = """#!/bin/sh
if [ "$1" = -m ] && [ "$2" = venv ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    exit 0
fi
echo "$@"
"""


def said(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """What the script asks of a Python that does nothing but repeat it."""
    fake = folder / "python"
    fake.write_text(FAKE, encoding="utf-8")
    fake.chmod(0o755)
    return subprocess.run(
        ["sh", SCRIPT, *words],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHON": str(fake)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_script_installs_and_tries(tmp_path: Path) -> None:
    """The oldest by hashes; the newest of every group, whatever is locked; then the tests."""
    oldest, newest = (said(tmp_path, which, "-x").stdout for which in ("oldest", "newest"))

    assert "--require-hashes --requirement requirements-oldest.lock" in oldest
    asked = re.search(
        r"install --upgrade --upgrade-strategy eager (.*) \.\[zensical\]$", newest, re.M
    )
    assert asked and "lock" not in newest
    assert {f"--group {group}" for group in TOOLS if group != "audit"} == set(
        re.findall(r"--group \w+", asked[1])
    )
    for told in (oldest, newest):
        *_, tests = told.splitlines()
        assert tests.startswith("-m pytest -m not slow") and tests.endswith(" -x")
        for ignored in re.findall(r"--ignore (\S+)", tests):
            assert (ROOT / ignored).exists()
        assert tests.count("--ignore") == 3


def test_the_script_takes_no_other_word(tmp_path: Path) -> None:
    """A misspelt one tries nothing."""
    done = said(tmp_path, "olderst")

    assert done.returncode == 2 and "neither oldest nor newest" in done.stderr
    assert "pytest" not in done.stdout


def test_the_environments_are_no_part_of_the_repository() -> None:
    """They lie where git looks away."""
    assert git(ROOT, "check-ignore", ".cache/versions/oldest", "dist/x").count("\n") == 1
