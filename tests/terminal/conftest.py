"""A small sound registry and a shell in its folder."""

from pathlib import Path

import pytest

from tests.small_project import write_registry
from tests.terminal.commands import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    registry = tmp_path / "registry"
    write_registry(registry)
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, registry)
