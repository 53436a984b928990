"""What goes of a printed page's blanks, and what stays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blanks import without_blanks


def test_blanks_between_blocks_go() -> None:
    """Indentation and empty lines of templates are shown by no browser."""
    page = "<ul>\n\n  <li class='a >  b'>\n    <p> uno \n\n dos </p>\n  </li>\n</ul>\n"

    assert without_blanks(page) == "<ul><li class='a >  b'><p>uno\ndos</p></li></ul>"


@pytest.mark.parametrize(
    "page",
    [
        "<p>uno <b>dos</b> <i>tres</i>, cuatro</p>",
        "<p><label>uno</label> <input> <button>dos</button></p>",
        "<p>uno <script>\n a  +  b\n</script> dos</p>",
        "<p>uno <!--  nota  --> dos</p>",
        "<p>uno <link href=a> dos <meta content=b> tres</p>",
        "<p>10\u00a0 000 \u2009 kg</p>",
    ],
)
def test_a_blank_between_words_stays(page: str) -> None:
    """What stands in a line, shown or not, keeps its neighbours apart."""
    assert without_blanks(page) == page


@pytest.mark.parametrize("name", ["pre", "textarea", "script", "style"])
def test_what_shows_blanks_keeps_them(name: str) -> None:
    """Not a sign changes inside, whatever it looks like."""
    kept = f"<{name} id=a>\n  uno\n\n    <p>  dos  </p>\n</{name}>"

    assert without_blanks(f"<div>\n {kept}\n </div>").replace("\n", "") in (
        f"<div>{kept}</div>".replace("\n", "")
    )
    assert kept in without_blanks(f"<div>\n {kept}\n </div>")


def test_a_head_is_all_blocks() -> None:
    """Nothing of it is shown in lines, but for its title, whose words stay apart."""
    head = "<head>\n <meta a>\n\n <title> Uno  dos </title>\n <link b>\n <script></script>\n</head>"

    assert without_blanks(head) == (
        "<head><meta a><title>Uno dos</title><link b><script></script></head>"
    )


_WORDS = st.lists(st.sampled_from(["a", "ñ", " ", "\n  ", "&nbsp;", "%%cuerpo%%"])).map("".join)
_TAGS = ("p", "div", "li", "b", "a", "span", "td", "label")
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.tuples(st.sampled_from(_TAGS), st.lists(inner, max_size=4)).map(
        lambda one: f"<{one[0]}>{''.join(one[1])}</{one[0]}>"
    ),
    max_leaves=12,
)


def _lines(page: str) -> list[str]:
    """The words that a reader sees, line by line: a block begins a line."""
    broken = re.sub(r"</?(?:p|div|li|td)>", "\0", page)
    shown = (re.sub(r"</?\w+>", "", line).split() for line in broken.split("\0"))
    return [" ".join(words) for words in shown if words]


@given(_TREES)
def test_readers_see_the_same_words(page: str) -> None:
    """No word is joined to another, and none is lost; a second time changes nothing."""
    slim = without_blanks(page)

    assert _lines(slim) == _lines(page)
    assert without_blanks(slim) == slim and len(slim) <= len(page)
