"""Problems and builds → what a person or a machine reads."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator import closing, report
from generator.answer import Answer, Match
from generator.messages import CATALOGUE
from generator.pipeline import Built
from generator.problem import Place, Problem
from generator.publish import Published
from generator.terminal import status

UNKNOWN = Problem(
    Place("content/index.md", 3, 21),
    "APL901",
    {"name": "resumne", "known": "mapa, resumen", "suggestion": "resumen"},
)
LOST_LINK = Problem(Place("content/a,b:c.md", 1, 5), "APL902", {"name": "100%\nde\r algo"})
NO_URL = Problem(Place("mkdocs.yml"), "APL903")
ALL = (UNKNOWN, LOST_LINK, NO_URL)


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_golden_forms(golden: Callable[[str, str], None], form: str, language: str) -> None:
    """Each form of the same problems, in both languages, is as in the file kept for it."""
    golden(f"problems-{form}-{language}.txt", report.FORMATS[form](ALL, language))


def test_a_diagnostic_is_one_line() -> None:
    """Whatever a problem quotes, its head is one line and its hint another."""
    lines = report.as_text(ALL, "es").splitlines()

    assert [line.startswith("    ") for line in lines] == [False, True, False, False]


def test_json_is_for_machines() -> None:
    """A list of objects with these keys; an empty list where there is nothing to say."""
    rows = json.loads(report.as_json(ALL, "es"))

    keys = ["path", "line", "column", "level", "code", "message", "hint"]
    assert [list(row) for row in rows] == [keys] * 3
    assert [row["level"] for row in rows] == ["error", "warning", "warning"]
    assert json.loads(report.as_json((), "es")) == []


def test_annotations_are_escaped() -> None:
    """Commas, colons, percent signs and line ends cannot break a workflow command."""
    (line,) = report.as_github([LOST_LINK], "es").splitlines()

    head, _, words = line.partition("::")[2].partition("::")
    assert head.startswith("warning file=content/a%2Cb%3Ac.md,line=1,col=5,")
    assert "100%25" in words


def test_ten_annotations_show_the_worst_first() -> None:
    """GitHub shows ten of a step: faults before warnings, and the last one counts the rest."""
    many = [*(replace(LOST_LINK, place=Place("a.md", n)) for n in range(1, 9)), *[UNKNOWN] * 4]

    lines = report.as_github(many, "es").splitlines()

    kinds = [line.split(" ", 1)[0] for line in lines]
    assert kinds == ["::error"] * 4 + ["::warning"] * 6
    assert [line.endswith("y 2 más; la lista entera está en el resumen.") for line in lines] == [
        *[False] * 9,
        True,
    ]
    assert len(report.as_github(many[2:], "es").splitlines()) == 10
    assert " más;" not in report.as_github(many[2:], "es")


def test_every_level_has_an_annotation() -> None:
    """No level of the catalogue is unknown to GitHub's three."""
    one_of_each = {message.level: code for code, message in CATALOGUE.items()}

    assert set(one_of_each) <= {"error", "warning", "info"}


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        ([], ["a/x.yaml", "a/b/y.yaml", "ab/z.yaml"]),
        (["a"], ["a/x.yaml", "a/b/y.yaml"]),
        (["a/b", "ab/z.yaml"], ["a/b/y.yaml", "ab/z.yaml"]),
        (["ab/../a/x.yaml"], ["a/x.yaml"]),
        (["c"], []),
    ],
)
def test_only_what_is_below(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], shown: list[str]
) -> None:
    """A folder's problems are those of files in it, not of folders whose name begins the same."""
    monkeypatch.chdir(tmp_path)
    for name in ("a/b", "ab"):
        (tmp_path / name).mkdir(parents=True)
    problems = [Problem(Place(p), "APL009") for p in ("a/x.yaml", "a/b/y.yaml", "ab/z.yaml")]

    found = report.only_below(problems, [Path(path) for path in paths])

    assert [problem.place.path for problem in found] == shown


def test_a_link_is_judged_by_where_it_stands(tmp_path: Path) -> None:
    """A link in the registry is a fault of the registry, wherever it leads."""
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "enlace.yaml").symlink_to("/etc/hostname")
    problem = Problem(Place(str(folder / "enlace.yaml")), "APL009")

    assert report.only_below([problem], [folder]) == (problem,)
    assert report.only_below([problem], [folder / "enlace.yaml"]) == (problem,)


def test_the_summary_of_a_build() -> None:
    """Records, pages, files, warnings and time, with commas and dots as in Chile."""
    built = Built(ALL[1:], {"acuerdos": 63, "empresas": 1200}, 1, Published(2500, 1, 0))

    spanish = closing.summary(built, 12.345, Path("../mi.sitio"), "es")
    english = closing.summary(built, 12.345, Path("../mi.sitio"), "en")

    assert spanish == (
        "../mi.sitio: 1.263 registros, 1 página, 2.500 archivos (1 cambió), 2 avisos, 12,3 s"
    )
    assert english == (
        "../mi.sitio: 1263 records, 1 pages, 2500 files (1 changed), 2 warnings, 12.3 s"
    )


def test_the_summary_of_a_refusal() -> None:
    """Where faults kept the site from being touched, it says so."""
    built = Built(ALL, {"acuerdos": 63})

    assert closing.summary(built, 1, Path("site"), "es") == (
        "1 falta y 2 avisos; el sitio quedó como estaba"
    )
    assert closing.summary(built, 1, Path("site"), "en") == (
        "1 faults, 2 warnings; the site was left as it was"
    )


def an_answer() -> Answer:
    return Answer(
        query="viña",
        day=date(2026, 11, 23),
        kind="varias",
        id=None,
        estado="varias",
        rige=None,
        desde=None,
        hasta=None,
        motivo=None,
        row="varias",
        level="neutro",
        word="Varias",
        sentence="Hay dos.",
        meaning="",
        what_now="Elija una.",
        english="There are two.",
        first_line="viña: hay 2",
        matches=(Match("empresa", "a", "Viña A", "vigente", "empresas/a/", "neutro"),),
        remarks=("Es un ejemplo.",),
        english_now="Choose one.",
        english_remarks=("A fictional example.",),
    )


def test_the_answer_in_the_terminal() -> None:
    """First the promised line, then sentences without blanks, then the records it is about."""
    assert status.answer_text(an_answer(), "es").splitlines() == [
        "viña: hay 2",
        "Hay dos.",
        "Elija una.",
        "Es un ejemplo.",
        "  - Viña A: vigente",
    ]
    assert status.answer_text(an_answer(), "en").splitlines() == [
        "viña: hay 2",
        "There are two.",
        "Choose one.",
        "A fictional example.",
        "  - Viña A: vigente",
    ]
