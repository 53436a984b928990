"""A printed mould → record pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.mould import MARKS, MouldError, compile_mould, without_marks

PAGE = "<title>%%titulo%% - Registro</title><a title='%%titulo%%'></a><main>%%cuerpo%%</main>"


def test_texts_are_poured_at_their_marks() -> None:
    """Each mark is replaced wherever it stands; the rest of the page is as printed."""
    poured = compile_mould(PAGE, "empresas").pour({"titulo": "Viña", "cuerpo": Markup("<p>x</p>")})

    assert poured == "<title>Viña - Registro</title><a title='Viña'></a><main><p>x</p></main>"


def test_plain_text_is_escaped() -> None:
    """A name with signs of HTML stays a name, in text and in attributes."""
    poured = compile_mould(PAGE, "empresas").pour({"titulo": "<b>\"A\" & 'B'", "cuerpo": ""})

    assert "<b>" not in poured
    assert "title='&lt;b&gt;&#34;A&#34; &amp; &#39;B&#39;'" in poured


def test_a_mark_in_a_text_is_only_text() -> None:
    """What is poured is not read again: a name may look like a mark."""
    poured = compile_mould(PAGE, "empresas").pour({"titulo": "%%cuerpo%%", "cuerpo": "%%titulo%%"})

    assert poured.count("%%cuerpo%%") == 2
    assert "<main>%%titulo%%</main>" in poured


def test_an_unknown_mark_is_refused() -> None:
    """A mistyped mark is named, with its mould."""
    with pytest.raises(MouldError, match="molde empresas: marcas desconocidas titolo"):
        compile_mould("%%titolo%% %%cuerpo%%", "empresas")


def test_a_mould_without_a_place_for_the_record_is_refused() -> None:
    """A mould that would print the same page for every record is no mould."""
    with pytest.raises(MouldError, match="falta la marca %%cuerpo%%"):
        compile_mould("%%titulo%%", "empresas")


def test_live_text_brings_no_marks_into_a_mould() -> None:
    """A register's name may hold a mark without breaking its moulds; those of fragments stay."""
    kept = '<a href="%%fuente%%">a</a><a href="%%otro_idioma%%">'
    shielded = without_marks(f"{kept}100 %%cuerpo%% 50%</a>")

    assert shielded == f"{kept}100 &#37;&#37;cuerpo&#37;&#37; 50%</a>"


@given(st.text(), st.text())
def test_pouring_is_replacing(before: str, text: str) -> None:
    """Around marks any text comes through unchanged, and Markup as it is."""
    fixed = before.replace("%", "")
    mould = compile_mould(f"{fixed}%%cuerpo%%{fixed}", "x")

    assert mould.pour({"cuerpo": Markup(text)}) == f"{fixed}{text}{fixed}"


def test_every_mark_can_be_poured() -> None:
    """All marks that a mould may hold are filled from the texts of a page."""
    page = "".join(f"%%{mark}%%" for mark in sorted(MARKS))
    texts = {mark: f"[{mark}]" for mark in MARKS}

    assert compile_mould(page, "x").pour(texts) == "".join(f"[{m}]" for m in sorted(MARKS))
