"""`apl build --engine`, as a user meets it."""

import pytest

from generator import zensical
from tests.small_project import Project
from tests.terminal.commands import Run, Shell


@pytest.fixture
def build(project: Project, capsys: pytest.CaptureFixture[str]) -> "Build":
    return Build(project, capsys)


class Build:
    """Builds a small project with some more words."""

    def __init__(self, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
        self.project = project
        self._shell = Shell(capsys, project.registry)

    def __call__(self, *words: str) -> Run:
        places = ("--config", self.project.config, "--out", self.project.out)
        return self._shell.apl("build", *places, *words)


def test_zensical_prints_the_site(build: Build) -> None:
    """Exit code 0, and pages that name what printed them, on records and prose alike."""
    run = build("--engine", "zensical")

    assert (run.code, "site: 2 registros" in run.out) == (0, True), run
    for name in ("index.html", "empresas/conservas/index.html"):
        page = (build.project.out / name).read_text(encoding="utf-8")
        assert f'content="zensical-{zensical.VERSION}"' in page


def test_where_it_is_not_installed_nothing_is_touched(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 2, with the command that brings the release that was tried."""
    monkeypatch.setattr(zensical, "is_installed", lambda: False)

    spanish = build("--engine", "zensical")
    english = build("--engine=zensical", "--lang", "en")

    assert (spanish.code, english.code, spanish.out) == (2, 2, "")
    assert "Zensical no está instalado" in spanish.err
    assert "Zensical is not installed" in english.err
    assert f"pip install zensical=={zensical.VERSION}" in spanish.err
    assert not build.project.out.exists()


def test_another_engine_is_wrong_usage(build: Build) -> None:
    """Exit code 2, and those there are."""
    run = build("--engine", "hugo")

    assert run.code == 2
    assert "--engine" in run.err and "mkdocs" in run.err and "zensical" in run.err


def test_what_it_cannot_print_is_a_fault(build: Build) -> None:
    """Exit code 1, the page and the reason in a line, and the site as it was."""
    build("--engine", "zensical")
    before = build.project.site()
    build.project.home.write_text("---\ntitle: [\n---\n", encoding="utf-8")

    run = build("--engine", "zensical")

    assert run.code == 1
    assert "index.md" in run.err and "Traceback" not in run.err
    assert build.project.site() == before


def test_its_warnings_are_told_and_stop_a_strict_build(build: Build) -> None:
    """A link that leads nowhere is APL904, with its place in the page."""
    home = build.project.home
    home.write_text(f"{home.read_text('utf-8')}\n[x](nada.md)\n", encoding="utf-8")

    run = build("--engine", "zensical", "--strict")

    assert run.code == 1
    assert "warning APL904: index.md:7:5: page does not exist" in run.out
    assert not build.project.out.exists()
