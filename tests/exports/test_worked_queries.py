"""The page of worked queries, done to the letter: sqlite3, pandas, and Datasette on loopback."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from generator.exports.queries import QUERIES
from generator.exports.tables import TABLES
from tests.exports import exporting

PAGE = Path(__file__).parents[2] / "content/datos/consultas.md"
_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)
_RUNNING = re.compile(r"Uvicorn running on (http://127\.0\.0\.1:\d+)")

Files = Mapping[str, bytes]


def blocks(language: str) -> list[str]:
    """The examples of the page in a language, "" for what one types at a terminal."""
    found = _BLOCK.finditer(PAGE.read_text(encoding="utf-8"))
    return [one["text"] for one in found if one["language"] == language]


def commands() -> dict[str, list[str]]:
    """What the page tells to type, by program."""
    typed = [shlex.split(line) for text in blocks("") for line in text.splitlines()]
    return {words[0]: words[1:] for words in typed}


def put(files: Files, folder: Path) -> Path:
    """The downloads in a folder, as somebody has them who took them all."""
    for name, content in files.items():
        if name.startswith("datos/"):
            (folder / name.removeprefix("datos/")).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(exporting.sound(), tmp_path_factory.mktemp("datos"))


@pytest.fixture(scope="module")
def datasette(folder: Path) -> Iterator[str]:
    """The address of Datasette, begun as the page says, on a free port of this machine."""
    program = shutil.which("datasette", path=str(Path(sys.executable).parent))
    assert program, "the tests install Datasette"
    words = [program, *commands()["datasette"], "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(words, cwd=folder, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        said = []
        for line in server.stderr:
            said.append(line)
            if match := _RUNNING.search(line):
                break
        try:
            assert match, "".join(said)
            yield match[1]
        finally:
            server.terminate()


def asked(address: str) -> Any:
    with urlopen(address) as answer:
        return json.load(answer)


def test_datasette_opens_the_database(datasette: str) -> None:
    """Every table of the register is there with all its rows, under the words of `metadata.yml`."""
    tables = {one["name"]: one for one in asked(f"{datasette}/registro.json")["tables"]}
    base = exporting.base(exporting.sound()["datos/registro.sqlite"])

    for name, table in TABLES.items():
        (rows,) = base.execute(f"SELECT count(*) FROM {name}").fetchone()
        assert tables[name]["count"] == rows
        assert tables[name]["columns"] == [one.name for one in table.columns]
    with urlopen(f"{datasette}/registro/certificados") as answer:
        html = answer.read().decode()
    assert TABLES["certificados"].about[0] in html and "Creative Commons" in html


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.id)
def test_datasette_answers_the_worked_queries(query: Any, datasette: str) -> None:
    """Each under its name, with the rows that sqlite3 gives."""
    base = exporting.base(exporting.sound()["datos/registro.sqlite"])
    told = asked(f"{datasette}/registro/{quote(query.id)}.json?_shape=arrays")

    assert told["query"]["sql"] == query.sql
    assert told["rows"] == [list(row) for row in base.execute(query.sql)]


def test_datasette_searches_without_accents(datasette: str) -> None:
    """Its search box works on the tables that have full text."""
    found = asked(f"{datasette}/registro/empresas.json?_search={quote('ÍNVENTADA')}&_shape=array")

    assert found and all("Inventada" in one["razon_social"] for one in found)


def test_the_line_for_sqlite3_works(folder: Path) -> None:
    """The file and the question of the page."""
    file, sql = commands()["sqlite3"]
    base = exporting.base((folder / file).read_bytes())

    assert base.execute(sql).fetchall()


def test_the_lines_for_pandas_work(folder: Path) -> None:
    """As they stand, one after the other; codes keep their first zero."""
    asked_for = "\nprint(*tabla['elemento_comuna'].dropna(), len(tabla))"
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(blocks("python")) + asked_for],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    *comunas, rows = done.stdout.split() or [""]

    assert done.returncode == 0, done.stderr
    header, *found = exporting.of_csv(exporting.sound()["datos/instalaciones.csv"])
    assert comunas == [one for row in found if (one := row[header.index("elemento_comuna")])]
    assert int(rows) == len(found) and all(len(one) == 5 for one in comunas)


def test_what_means_ill_breaks_nothing(tmp_path: Path, hostile_folder: Path) -> None:
    """The words of a hostile register are words in Datasette's settings too."""
    put(exporting.hostile(hostile_folder), tmp_path)
    program = str(Path(sys.executable).parent / "datasette")
    told = subprocess.run(
        [program, *commands()["datasette"], "--get", "/registro/fuentes.json?_shape=array"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout)
