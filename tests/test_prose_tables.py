"""Tables of prose: what names them, and which way their headings point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.prose_tables import named

TABLE = "| Día | Estado |\n| --- | ---: |\n| uno | a |\n| dos | b |\n"


def printed(text: str) -> str:
    """As the engine prints it."""
    tools = {"toc": {"permalink": True}}
    return Markdown(extensions=["tables", "toc"], extension_configs=tools).convert(text)


def test_the_heading_above_names_a_table() -> None:
    """Without its mark of a link, for those who cannot see that it stands there."""
    html = named(printed(f"# Página\n\n## ¿Cuánto *dura*?\n\nTexto.\n\n{TABLE}"))

    assert '<table><caption class="apl-solo-lector">¿Cuánto dura?</caption>' in html
    assert html.count("<caption") == html.count("<table>") == 1


def test_a_paragraph_may_name_it_for_everybody() -> None:
    """`Tabla: …` right before it; another paragraph stays what it is."""
    html = named(
        printed(f"# Página\n\nTabla: Los estados, **uno a uno**.\n\n{TABLE}\n\nTabla: no.\n")
    )

    assert "<table><caption>Los estados, <strong>uno a uno</strong>.</caption>" in html
    assert "<p>Tabla: no.</p>" in html and "Tabla: Los" not in html


def test_every_heading_of_a_column_says_so() -> None:
    """Aligned ones too, and no cell that is not a heading."""
    html = named(printed(f"# Página\n\n{TABLE}"))

    assert html.count('scope="col"') == html.count("<th ") == 2
    assert 'scope="col" style="text-align: right;"' in html


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Título</h2><table class='otra'><thead><tr><td>a</td></tr></thead></table>",
        "<p>Sin tabla</p>",
    ],
)
def test_other_tables_are_left_alone(html: str) -> None:
    """Those of templates name themselves."""
    assert named(html) == html


def test_a_heading_of_its_own_direction_keeps_it() -> None:
    """Whoever wrote it in HTML knew."""
    html = '<h2>T</h2><table><thead><tr><th scope="row">a</th></tr></thead></table>'

    assert '<th scope="row">a</th>' in named(html)


@given(st.lists(st.sampled_from(["## Uno & dos\n", "Texto.\n", TABLE, "### Tres <b>x</b>\n"])))
def test_nothing_but_names_and_directions_is_added(parts: list[str]) -> None:
    """Twice is once, and every table of a page with a heading above has one caption."""
    html = printed("\n\n".join(["# Página", *parts]))
    found = named(html)

    assert named(found) == found
    assert found.count("<caption") == html.count("<table>")
    assert found.count("scope=") == html.count("</th>")
