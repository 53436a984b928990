"""What GitHub runs and shows: workflows, templates and hooks, by their schemas and by our rules."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_jsonschema
import pytest
import yaml
from click.testing import CliRunner

from generator import arguments
from generator.arguments import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
COMMANDS = set(
    "check build serve new fmt import export diff status schema verify-site explain".split()
)


def read(path: Path) -> Any:
    """A file as YAML 1.2 has it: `on` is a text there, not a truth."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def steps(path: Path) -> Iterator[dict[str, Any]]:
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def scripts(path: Path) -> Iterator[str]:
    yield from (step["run"] for step in steps(path) if "run" in step)


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.github-issue-forms", FORMS),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_schemas_have_nothing_to_say(schema: str, files: list[Path]) -> None:
    """Every file is what GitHub expects, and every job has its limit of time."""
    words = ["--builtin-schema", schema, *map(str, files)]
    done = CliRunner().invoke(check_jsonschema.main, words)

    assert files and done.exit_code == 0, done.output


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_nothing_is_allowed_but_what_is_said(path: Path) -> None:
    """No permission for all, the least for each job; no secret, and no stranger runs with ours."""
    text, workflow = path.read_text(encoding="utf-8"), read(path)

    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"] and set(job["permissions"].values()) <= {"read", "write"}
    assert "secrets." not in text and "pull_request_target" not in text
    if "pull_request" in workflow["on"]:
        granted = {
            level for job in workflow["jobs"].values() for level in job["permissions"].values()
        }
        assert granted == {"read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_actions_are_pinned(path: Path) -> None:
    """By the whole hash of a commit, with its version beside; and they keep no credentials."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))

    assert used
    for one in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)
    for step in steps(path):
        if str(step.get("uses", "")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


def test_an_action_has_one_version() -> None:
    """The same action is the same commit everywhere."""
    used = {
        one for path in WORKFLOWS for one in re.findall(r"uses: (\S+)", path.read_text("utf-8"))
    }

    assert len({one.partition("@")[0] for one in used}) == len(used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_scripts_hold_no_input(path: Path) -> None:
    """Nothing that strangers write is put into a script: it comes by the environment, quoted."""
    for script in scripts(path):
        assert "${{" not in script
        done = subprocess.run(["bash", "-n"], input=script, text=True, check=False)
        assert done.returncode == 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_scripts_use_commands_that_are_there(path: Path) -> None:
    """Every `apl …` of a workflow is a command of the design, with flags that it takes."""
    for script in scripts(path):
        for words in re.findall(r"\.venv/bin/apl ([^|>&\n]*)", script):
            command = shlex.split(words)
            assert command[0] in COMMANDS
            assert arguments.parsed(command, "es").command == command[0]
        for file in re.findall(r"\bscripts/\S+", script):
            assert (ROOT / file).is_file()


def test_proposals_are_checked_told_and_shown() -> None:
    """The steps that every proposal goes through; a guard of its own name waits for a label."""
    said = "\n".join(scripts(GITHUB / "workflows" / "revision.yml"))
    assert "check --format github" in said and "diff" in said and "build" in said
    guard = read(GITHUB / "workflows" / "segunda-revision.yml")
    assert list(guard["jobs"]) == ["segunda-revision"]
    assert {"labeled", "unlabeled", "synchronize"} <= set(guard["on"]["pull_request"]["types"])


def test_the_site_is_built_every_night() -> None:
    """After midnight in Chile, whatever the season: three or four hours behind."""
    (when,) = read(GITHUB / "workflows" / "publicar.yml")["on"]["schedule"]
    minute, hour, *days = when["cron"].split()

    assert days == ["*"] * 3 and int(hour) >= 4 and 0 <= int(minute) < 60


@pytest.mark.parametrize("path", [*FORMS, GITHUB / "pull_request_template.md"], ids=name)
def test_whoever_writes_is_told_that_it_is_public(path: Path) -> None:
    """Templates ask for no contact, and say that anyone can read them."""
    text = path.read_text(encoding="utf-8").lower()

    assert "público" in text or "leer cualquiera" in text
    assert "teléfonos" in text and "rut" in text


def test_hooks_run_commands_that_are_there() -> None:
    """Hooks for other registries and for this one name commands that the program has."""
    offered = read(ROOT / ".pre-commit-hooks.yaml")
    assert {"apl-check", "apl-fmt"} == {hook["id"] for hook in offered}
    own = [
        hook for repo in read(ROOT / ".pre-commit-config.yaml")["repos"] for hook in repo["hooks"]
    ]
    for hook in (*offered, *own):
        assert {"id", "name", "entry", "language"} <= set(hook)
        tool, *words = shlex.split(hook["entry"])
        if tool.endswith("apl"):
            assert arguments.parsed(words, "es").command == words[0]
            assert hook["pass_filenames"] == "false"
            assert re.match(hook["files"], "registry/empresas/vina-x.yaml")


def test_every_place_has_an_owner() -> None:
    """CODEOWNERS names paths that exist, and somebody for each."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]

    assert rules[0][0] == "*"
    for pattern, *owners in rules:
        assert owners and all(owner.startswith("@") for owner in owners)
        assert pattern == "*" or list(ROOT.glob(pattern.strip("/")))
