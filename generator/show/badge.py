"""A badge's facts → its picture: one SVG for light and dark ground."""

from collections.abc import Mapping

from generator.render.press import Press
from generator.show.lettering import fitted, width
from generator.views.badges import WIDTH, Badge

_LEFT = 66
_ROOM = WIDTH - _LEFT - 14
_SIZES = {"what": 12, "name": 17, "whose": 13, "word": 15, "days": 13, "foot": 11}
_BOLD = frozenset({"name", "word"})


def picture(press: Press, badge: Badge) -> bytes:
    """The badge, drawn."""
    context = {"badge": badge, "width": WIDTH, "left": _LEFT, "lines": _lines(badge)}
    return press.render("svg/insignia.svg", badge.path, sizes=_SIZES, **context).encode()


def _lines(badge: Badge) -> Mapping[str, str]:
    """The texts, each as long as it may be; a name cut short stands whole in the description."""
    fits = width(badge.whose, _SIZES["whose"]) <= _ROOM
    whose = badge.whose if fits or not badge.whose_short else badge.whose_short
    texts = {"what": badge.what, "name": badge.name, "whose": whose}
    lines = {
        name: fitted(text, _SIZES[name], _ROOM, bold=name in _BOLD) for name, text in texts.items()
    }
    return {**lines, "word": badge.word, "days": badge.days, "foot": _foot(badge)}


def _foot(badge: Badge) -> str:
    """The code and where to check it; half an address would be of no use."""
    where = badge.address.partition("://")[2].rstrip("/")
    whole = f"{badge.code} · {where}"
    return whole if width(whole, _SIZES["foot"]) <= _ROOM else f"Código {badge.code}"
