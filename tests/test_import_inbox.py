"""What happens to a spreadsheet that somebody dropped in registry/entrada/."""

import os
import subprocess
from pathlib import Path

import pytest

from generator.arguments import ROOT

TOOL = """#!/bin/sh
[ "$1" = import ] && [ "$3" = --write ] || exit 2
case "$2" in *mala*) echo "fila 3: RUT"; exit 1 ;; *.doc) echo "no es una planilla"; exit 2 ;; esac
echo "importado $2"
"""


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "registry" / "entrada"
    folder.mkdir(parents=True)
    (folder / "README.md").write_text("Aquí van las planillas.", encoding="utf-8")
    tool = tmp_path / "apl"
    tool.write_text(TOOL, encoding="utf-8")
    tool.chmod(0o755)
    return folder


def run(inbox: Path) -> tuple[int, str, set[str]]:
    """The exit code, what is told, and what is left."""
    top = inbox.parent.parent
    done = subprocess.run(
        ["sh", str(ROOT / "scripts" / "import_inbox.sh"), "resumen.md"],
        cwd=top,
        env={**os.environ, "APL": str(top / "apl")},
        capture_output=True,
        check=False,
    )
    told = (top / "resumen.md").read_text(encoding="utf-8")
    return done.returncode, told, {one.name for one in inbox.iterdir()}


def test_every_sheet_is_imported_and_taken_away(inbox: Path) -> None:
    """All of them, whatever their names; README.md stays."""
    for name in ("ceremonia ñ 2026.XLSX", "--write.csv", "a`b.csv"):
        (inbox / name).touch()

    code, told, left = run(inbox)

    assert (code, left) == (0, {"README.md"})
    assert told.count("importado registry/entrada/") == 3


def test_one_bad_sheet_stops_all(inbox: Path) -> None:
    """What is wrong is told, nothing is to be proposed, and the sheet is still there."""
    (inbox / "mala.xlsx").touch()

    code, told, left = run(inbox)

    assert code == 1 and "mala.xlsx" in left
    assert "fila 3: RUT" in told and "vuelve a subirla" in told


def test_other_files_are_not_left_lying(inbox: Path) -> None:
    """A file that is no spreadsheet is told, rather than passed over."""
    (inbox / "ceremonia.doc").touch()

    code, told, _ = run(inbox)

    assert code == 1 and "no es una planilla" in told
