"""Templates made ready before they are wanted."""

from datetime import date
from pathlib import Path

import pytest

from generator.render.environment import Pages
from generator.render.press import Press
from generator.views.page import Site

NAMES = ("pages/a.html", "pages/b.html", "fragments/c.html")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of templates as they are compiled."""
    parse, names = Pages._parse, list[str | None]()

    def noted(self: Pages, source: str, name: str | None, filename: str | None) -> object:
        names.append(name)
        return parse(self, source, name, filename)

    monkeypatch.setattr(Pages, "_parse", noted)
    return names


def _press(folder: Path) -> Press:
    """Templates that no other test has compiled."""
    for name in NAMES:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{folder} {{{{ site.day }}}}", encoding="utf-8")
    return Press(folder, Site("", date(2026, 1, 2)))


def test_templates_are_compiled_while_there_is_nothing_else_to_do(
    tmp_path: Path, compiled: list[str | None]
) -> None:
    """No longer than that; pages at every depth then share what has been compiled."""
    press, asked = _press(tmp_path), iter([True, True, False])
    press.compile_while(lambda: next(asked))

    assert compiled == ["pages/a.html", "pages/b.html"]
    assert press.render("pages/a.html", "x/y/z/") == f"{tmp_path} 2026-01-02"
    assert compiled == ["pages/a.html", "pages/b.html"]


def test_nothing_is_compiled_in_a_hurry(tmp_path: Path, compiled: list[str | None]) -> None:
    """Where nothing is waited for, templates are compiled when a page wants them."""
    _press(tmp_path).compile_while(lambda: False)

    assert not compiled
