"""A pattern of Python's → the same one as JavaScript writes it, with the flag `u`."""

import re

_IN_CLASS = {"w": r"\p{L}\p{N}_", "d": r"\p{Nd}", "s": r"\s", "W": r"\W", "D": r"\P{Nd}"}
_OUTSIDE = {**_IN_CLASS, "w": r"[\p{L}\p{N}_]", "W": r"[^\p{L}\p{N}_]"}
_NEGATED = {
    r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
    r"[^\W_]": r"[\p{L}\p{N}]",
}
"""Classes that name letters by what they are not: JavaScript has words for them."""

_PLAIN_IN_CLASS = frozenset("^$\\.*+?()[]{}|/-")
_TOKEN = re.compile(
    r"\[\^\\W\\d_\]|\[\^\\W_\]|\\U[0-9a-fA-F]{8}|\\.|\[\^?\]?|\]|\(\?P<|\{\d*,?\d*\}|.", re.DOTALL
)


def in_javascript(pattern: re.Pattern[str]) -> list[str]:
    """Source and flags. Only what our patterns use: no inline flags, no references by name."""
    flags = "u" + ("i" if pattern.flags & re.IGNORECASE else "")
    written, is_class = [], False
    for token in _TOKEN.findall(pattern.pattern):
        written.append(_token(token, is_class))
        if not is_class and token.startswith("[") and token not in _NEGATED:
            is_class = True
        elif token == "]":
            is_class = False
    return ["".join(written), flags]


def _token(token: str, is_class: bool) -> str:
    if token in _NEGATED:
        return _NEGATED[token]
    if token.startswith("\\U"):
        return f"\\u{{{token[2:].lstrip('0')}}}"
    if token.startswith("\\") and len(token) == 2:
        return _escape(token[1], is_class)
    if token == "(?P<":
        return "(?<"
    if is_class and token == "[":
        return "\\["
    return token


def _escape(sign: str, is_class: bool) -> str:
    if sign in "wdsWD":
        return (_IN_CLASS if is_class else _OUTSIDE)[sign]
    if sign.isalnum() or sign in _PLAIN_IN_CLASS:
        return "\\-" if sign == "-" and is_class else ("-" if sign == "-" else f"\\{sign}")
    return sign
