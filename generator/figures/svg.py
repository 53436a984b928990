"""Shapes → SVG text: presentation attributes and classes only, never a `style`.

Horizontal measures are per cents of the picture's width and vertical ones pixels, so that a picture
is as wide as its place, on a phone too, while its letters keep their size.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape


def picture(id: str, title: str, text: str, height: int, shapes: Iterable[str]) -> Markup:
    """An image with a name and a description; `id` must be of no other thing on the page."""
    return Markup(
        f'<svg class="apl-dibujo" width="100%" height="{height}" role="img"'
        f' aria-labelledby="{escape(id)}-t" aria-describedby="{escape(id)}-d">'
        f"{named(id, title, text)}{''.join(shapes)}</svg>"
    )


def named(id: str, title: str, text: str) -> str:
    """What an image is called and what it shows, for those who cannot see it."""
    return (
        f'<title id="{escape(id)}-t">{escape(title)}</title>'
        f'<desc id="{escape(id)}-d">{escape(text)}</desc>'
    )


def rect(x: float, y: int, width: float, height: int, kind: str) -> str:
    """A bar."""
    return f'<rect class="{kind}" x="{share(x)}" y="{y}" width="{share(width)}" height="{height}"/>'


def text(x: float, y: int, words: str, kind: str = "", anchor: str = "start") -> str:
    """Words that begin at `x`, or end there (`end`), or have it in their middle."""
    named = f' class="{kind}"' if kind else ""
    return (
        f'<text{named} x="{share(x)}" y="{y}" text-anchor="{anchor}" aria-hidden="true">'
        f"{escape(words)}</text>"
    )


def lines(y: int, step: int, words: Sequence[str], kind: str) -> str:
    """A name that begins at the left, in as many lines as it has: one text, to be read as one."""
    if len(words) == 1:
        return text(0, y, words[0], kind)
    told = (
        f'<tspan x="0" y="{y + at * step}">{escape(one)}</tspan>' for at, one in enumerate(words)
    )
    return f'<text class="{kind}" aria-hidden="true">{" ".join(told)}</text>'


def line(y: int, kind: str) -> str:
    """A line across the picture."""
    return f'<line class="{kind}" x1="0" x2="100%" y1="{y}" y2="{y}"/>'


def dot(x: float, y: int, kind: str) -> str:
    """A point of a line."""
    return f'<circle class="{kind}" cx="{share(x)}" cy="{y}" r="3"/>'


def share(part: float) -> str:
    """A per cent of the width."""
    return f"{part:.2f}".rstrip("0").rstrip(".") + "%"
