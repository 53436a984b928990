"""What pip-audit says, told without stopping anybody."""

import json
from pathlib import Path

import pytest

from scripts import audit

FAULT = {
    "name": "jinja2",
    "version": "3.1.6",
    "vulns": [{"id": "PYSEC-2099-1", "fix_versions": ["3.1.7", "4.0"], "aliases": []}],
}
SOUND = {"name": "babel", "version": "2.18.0", "vulns": []}
SKIPPED = {"name": "segno", "skip_reason": "Dependency not found"}


def tool(folder: Path, said: str, code: int = 0) -> Path:
    """Something that is called like pip-audit and says this, if it is asked for both locks."""
    file = folder / "pip-audit"
    wanted = " && ".join(f'case "$*" in *{lock}*) ;; *) exit 9;; esac' for lock in audit.LOCKS)
    file.write_text(f"#!/bin/sh\n{wanted}\ncat <<'END'\n{said}\nEND\nexit {code}\n", "utf-8")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(
    ("packages", "code", "told"),
    [
        ([SOUND], 0, ["Ningún paquete de los candados tiene fallas conocidas."]),
        ([SOUND, FAULT], 1, ["jinja2 3.1.6: PYSEC-2099-1; lo corrige 3.1.7, 4.0."]),
        ([SOUND, SKIPPED], 0, ["No se pudo preguntar por 1 de 2 paquetes: segno."]),
    ],
)
def test_faults_are_told_and_stop_nobody(
    packages: list[object],
    code: int,
    told: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line a fault; what was not asked for is not called sound."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    assert audit.main(tool(tmp_path, json.dumps({"dependencies": packages}), code)) == 0
    assert capsys.readouterr().out.splitlines() == told


@pytest.mark.parametrize(
    "said", ["", "Connection refused", "{}", "[]", '{"dependencies": []}', '{"dependencies": 3}']
)
def test_no_answer_is_no_praise(
    said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a network, or without the tool, GitHub shows that nothing is known."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert audit.main(tool(tmp_path, said, 1)) == 0
    assert audit.main(tmp_path / "nowhere") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert all(one.startswith("::warning title=pip-audit::No se pudo preguntar") for one in lines)
