"""What the engine printed is kept, and found again only for the same sources."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import engine, printing, zensical
from generator.file_states import TICK
from generator.printing import printed
from generator.sources import Engine, Sources
from tests.small_project import ROOT, Project, small_project


@pytest.fixture
def prints(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A page for each time that the engine printed; it warns once each time."""
    found: list[str] = []

    def print_pages(_config: Path, content: Path, _theme: Path, out: Path) -> list[str]:
        found.append((content / "index.md").read_text(encoding="utf-8").strip())
        out.mkdir(parents=True, exist_ok=True)
        (out / "index.html").write_text(found[-1], encoding="utf-8")
        return ["a warning"]

    monkeypatch.setattr(engine, "print_pages", print_pages)
    monkeypatch.setattr(printing, "meanwhile", _at_once)
    return found


class _at_once:  # noqa: N801 - it stands for a function
    """Work done when asked for, in this process, so that a test sees it."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.work = work

    def __enter__(self) -> Callable[[], object]:
        return self.work

    def __exit__(self, *_: object) -> None:
        pass


class Press:
    """A project and what is printed of it."""

    def __init__(self, folder: Path) -> None:
        self.project: Project = small_project(folder / "project")
        self.cache = folder / "cache"

    def print(self, by: Engine = "mkdocs") -> tuple[list[str], str]:
        """What was said, and the home page."""
        project = self.project
        places = (project.registry, project.content, ROOT / "templates", project.config)
        sources = Sources(*places, engine=by)
        time.sleep(2 * TICK / 1e9)
        with printed(sources, self.cache) as wait:
            said, folder = wait()
            return said, (folder / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def test_the_same_sources_are_printed_once(press: Press, prints: list[str]) -> None:
    """What was said then is said again."""
    assert press.print() == press.print() == (["a warning"], prints[0])
    assert len(prints) == 1


def test_each_engine_has_its_own_prints(
    press: Press, prints: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one printed is never taken for what the other would."""

    def print_pages(*places: Path) -> list[str]:
        places[-1].mkdir(parents=True)
        (places[-1] / "index.html").write_text("zensical", encoding="utf-8")
        return []

    monkeypatch.setattr(zensical, "print_pages", print_pages)

    assert press.print("zensical") == ([], "zensical")
    assert press.print("mkdocs") == (["a warning"], prints[0])
    assert press.print("zensical") == ([], "zensical")
    assert len(prints) == 1


def test_an_edited_text_is_printed_anew(press: Press, prints: list[str]) -> None:
    """And the old one again when the edit is taken back."""
    before = press.project.home.read_text(encoding="utf-8")
    press.print()
    press.project.home.write_text("# Otra\n", encoding="utf-8")

    assert press.print()[1] == "# Otra"
    press.project.home.write_text(before, encoding="utf-8")
    assert press.print()[1] == before.strip()
    assert len(prints) == 3


@pytest.mark.parametrize("name", ["avisos.json", "paginas/index.html"])
def test_a_print_that_somebody_touched_is_printed_anew(
    press: Press, prints: list[str], name: str
) -> None:
    """A file that is changed or gone."""
    press.print()
    [folder] = press.cache.glob("impreso-*")
    (folder / name).unlink()

    assert press.print()[1] == prints[0]
    assert len(prints) == 2


def test_where_the_engine_reads_more_nothing_is_kept(press: Press, prints: list[str]) -> None:
    """Of what a configuration takes from the environment no folder tells a change."""
    with press.project.config.open("a", encoding="utf-8") as config:
        config.write("\nextra:\n  key: !ENV [HOME, x]\n")

    press.print()
    press.print()

    assert len(prints) == 2
    assert not press.cache.exists()


def test_the_oldest_prints_go(press: Press, prints: list[str]) -> None:
    """Texts that were tried once are not kept for ever."""
    for number in range(printing.MOST + 2):
        press.project.home.write_text(f"# {number}\n", encoding="utf-8")
        press.print()

    assert len(prints) == printing.MOST + 2
    assert len(list(press.cache.glob("impreso-*"))) == printing.MOST


def test_pages_are_mended_and_slim(tmp_path: Path) -> None:
    """But not a page that an editor wrote whole: it is a file like any other."""
    printed, content = tmp_path / "printed", tmp_path / "content"
    for folder in (printed, content):
        folder.mkdir()
        (folder / "whole.html").write_text("<p>\n as  it  is\n</p>\n", encoding="utf-8")
    (printed / "index.html").write_text(
        '<ul>\n\n  <li>\n    Uno\n<div data-md-component="skip">\n </div></ul>\n', encoding="utf-8"
    )

    printing.tidy(printed, content)

    assert (printed / "index.html").read_text(encoding="utf-8") == "<ul><li>Uno</ul>"
    assert (printed / "whole.html").read_bytes() == (content / "whole.html").read_bytes()
