"""Files that git cannot hold: what cannot be read is told, and nothing else stops."""

import builtins
import os
from pathlib import Path
from typing import Any

import pytest

from tests.scratch import lines, write

RECORD = (
    "nombre: Acuerdo\ntipo: sin_informacion\nsector: x\nterritorio: {alcance: nacional}\n"
    "estado: sin_informacion\nejemplo: true\n"
)


def test_a_pipe_is_told(tmp_path: Path) -> None:
    """What is neither file nor folder is not opened, for that might take forever."""
    write(tmp_path, {"acuerdos/a.yaml": RECORD})
    os.mkfifo(tmp_path / "acuerdos" / "b.yaml")

    said = lines(tmp_path)

    assert said == [
        "acuerdos/b.yaml:1:1: error APL095: «b.yaml» no es un archivo común, y no se leerá"
    ]


def test_a_closed_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system keeps from us is a fault; the others are read."""
    write(tmp_path, {"acuerdos/a.yaml": RECORD, "acuerdos/b.yaml": "nombre: ["})
    opened = builtins.open

    def refuse(path: Any, *args: Any, **more: Any) -> Any:
        if str(path).endswith("a.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **more)

    monkeypatch.setattr(builtins, "open", refuse)

    assert [one.split(": ")[1] for one in lines(tmp_path)] == ["error APL002", "error APL010"]


def test_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system keeps from us is a fault; the others are read."""
    write(tmp_path, {"acuerdos/norte/a.yaml": RECORD, "acuerdos/b.yaml": "nombre: ["})
    listed = os.scandir

    def refuse(path: Any) -> Any:
        if str(path).endswith("norte"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert [one.split(": ")[1] for one in lines(tmp_path)] == ["error APL010", "error APL094"]
