"""`apl schema`: what it prints and writes, and where the site publishes the same."""

import json
from pathlib import Path

import pytest

from generator import schema
from generator.cli import main


def test_without_out_one_object_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output gets one JSON object with every schema, and nothing else."""
    assert main(["schema"]) == 0

    said = json.loads(capsys.readouterr().out)
    assert said == {name: schema.schema(name) for name in schema.MODELS}


def test_out_gets_a_file_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is made, each schema is a file of it, and the paths are told."""
    out = tmp_path / "nueva" / "carpeta"
    assert main(["schema", "--out", str(out)]) == 0

    written = {file.name: file.read_text(encoding="utf-8") for file in out.iterdir()}
    assert written == dict(schema.files())
    assert capsys.readouterr().out.splitlines() == [str(out / name) for name in schema.files()]


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    """What stands in the folder besides is not ours to remove."""
    (tmp_path / "mio.txt").write_text("hola", encoding="utf-8")
    main(["schema", "--out", str(tmp_path)])

    assert (tmp_path / "mio.txt").read_text(encoding="utf-8") == "hola"


def test_nothing_is_written_among_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The registry holds records only: its folder is refused, with 2."""
    inside = tmp_path / "esquemas"
    words = ["schema", "--registry", str(tmp_path), "--out", str(inside)]

    assert main(words) == 2
    assert "solo fichas" in capsys.readouterr().err
    assert main([*words, "--lang", "en"]) == 2
    assert "records only" in capsys.readouterr().err
    assert not inside.exists()


def test_a_file_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the folder cannot be made, the path is told, with 2."""
    file = tmp_path / "archivo"
    file.write_text("", encoding="utf-8")

    assert main(["schema", "--out", str(file)]) == 2
    assert str(file) in capsys.readouterr().err
