"""Commands of `apl` for tests, run in this process."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did: its exit code, and what it said on both channels."""

    code: int
    out: str
    err: str


class Shell:
    """Runs commands on the registry in a folder, and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], registry: Path) -> None:
        self._capsys = capsys
        self.registry = registry

    def apl(self, command: str, *words: object) -> Run:
        given = [command, "--registry", str(self.registry), "--day", "2026-11-23"]
        try:
            code = main([*given, *map(str, words)])
        except SystemExit as left:
            code = int(str(left.code))
        return Run(code, *self._capsys.readouterr())

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.registry / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def state(self) -> dict[str, bytes]:
        """Every file of the registry, hidden ones too."""
        files = (path for path in self.registry.rglob("*") if path.is_file())
        return {str(path.relative_to(self.registry)): path.read_bytes() for path in files}
