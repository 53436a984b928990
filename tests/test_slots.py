"""Slots and record links of prose pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import slots
from generator.slots import Mention


def filled(html: str) -> str:
    return slots.filled(html, lambda name: f"[{name}]")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p>a</p><div data-registro="mapa"></div><p>b</p>', "<p>a</p>[mapa]<p>b</p>"),
        ('<div class="x" data-registro="mapa" id="y">old</div>!', "[mapa]!"),
        ("<DIV data-registro=mapa>\n</DIV>!", "[mapa]!"),
        ("<span data-registro='lista:acuerdos'></span>", "[lista:acuerdos]"),
        ('<div data-registro="a"><div><div></div></div>x</div>y', "[a]y"),
        ('<div data-registro="a"><i data-registro="b"></i></div>', "[a]"),
        ('<p><img data-registro="a" src="x">y</p>', "<p>[a]y</p>"),
        ('<div data-registro="a"></div>\n<div data-registro="b"></div>', "[a]\n[b]"),
        ('<script>"<div data-registro=x></div>"</script>', None),
        ('<!-- <div data-registro="x"></div> -->', None),
        ("<p>data-registro es un atributo</p>", None),
        ('ñ &amp; «é»\n\n<p>🌟</p><b data-registro="a"></b>.', "ñ &amp; «é»\n\n<p>🌟</p>[a]."),
    ],
)
def test_marked_elements_are_replaced(html: str, expected: str | None) -> None:
    """The whole element goes, whatever it holds; what only looks like one stays."""
    assert filled(html) == (html if expected is None else expected)


@given(st.text(alphabet=st.characters(exclude_characters="<>&"), max_size=60))
def test_all_else_is_left_alone(text: str) -> None:
    """Around a slot not a character changes, line ends included."""
    html = f'{text}<i data-registro="a"></i>{text}'

    assert filled(html) == f"{text}[a]{text}"


def linked(html: str) -> str:
    return slots.linked(html, {"acuerdos/vino": "../acuerdos/vino/"}.get)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="registro:acuerdos/vino">V</a>', '<a href="../acuerdos/vino/">V</a>'),
        ("<a href='registro:acuerdos/vino'>V</a>", '<a href="../acuerdos/vino/">V</a>'),
        (
            '<a class="b" href="registro:acuerdos/vino#niveles" title="t"><b>V</b></a>',
            '<a class="b" href="../acuerdos/vino/#niveles" title="t"><b>V</b></a>',
        ),
        ('el <a href="registro:acuerdos/nada">acuerdo <b>X</b></a>.', "el acuerdo <b>X</b>."),
        ('<a href="https://x.example/?registro:acuerdos/vino">x</a>', None),
        ("<code>registro:acuerdos/vino</code>", None),
    ],
)
def test_record_links_are_resolved(html: str, expected: str | None) -> None:
    """A link to a record gets its address; one to a record that is not there becomes its text."""
    assert linked(html) == (html if expected is None else expected)


SOURCE = """\
---
title: t
---
Ñandú [el vino](registro:acuerdos/vino#niveles), [otro]( <registro:acuerdos/otro> "x").

<div data-registro="mapa"></div> <i data-registro=lista:sellos></i>
`data-registro="no"` y ``[x](registro:no)``

```html
<div data-registro="no"></div>
```

    ~~~
    [x](registro:no)
    ~~~

[ref]: registro:empresas/x
<a href="registro:empresas/y">y</a>
"""


def test_mentions_have_their_place_in_the_source() -> None:
    """Slots and links are found where an editor typed them, and not in code."""
    assert list(slots.mentions(SOURCE)) == [
        Mention("link", "acuerdos/vino", 4, 17),
        Mention("link", "acuerdos/otro", 4, 59),
        Mention("slot", "mapa", 6, 21),
        Mention("slot", "lista:sellos", 6, 51),
        Mention("link", "empresas/x", 17, 8),
        Mention("link", "empresas/y", 18, 10),
    ]


def test_line_ends_that_are_not_lines_do_not_shift_places() -> None:
    """A form feed or a line separator inside a line counts as a character, as in an editor."""
    (found,) = slots.mentions("uno\x0cdos\u2028tres\ncuatro data-registro=mapa")

    assert (found.line, found.column) == (2, 22)
