"""Lists of whole numbers and of sorted words → short strings that JSON and gzip carry well.

A number is one character from `#` on, without the backslash (JSON would double it); UTF-8
then spends one byte on a number below 92, two below about 2,000. `pack.js` reads them back.
"""

from collections.abc import Iterable, Sequence

_FIRST = 35
_BACKSLASH = ord("\\") - _FIRST
_WIDE = 0xC000  # numbers from here on take two characters, the first from U+E000 on
_LOW = 0x1000

_CHARS = [chr(_FIRST + n + (n >= _BACKSLASH)) for n in range(_WIDE)]


def pack(numbers: Iterable[int]) -> str:
    """`numbers` (0 to about 25 million) as text, one or two characters each."""
    return "".join([_CHARS[n] if n < _WIDE else _wide(n) for n in numbers])


def pack_rising(numbers: Iterable[int]) -> str:
    """Rising numbers, each as its distance from the one before."""
    return pack(rises(numbers))


def rises(numbers: Iterable[int]) -> list[int]:
    """The distances between rising numbers, the first from zero."""
    steps: list[int] = []
    last = 0
    for number in numbers:
        steps.append(number - last)
        last = number
    return steps


def front_code(words: Sequence[str]) -> str:
    """Sorted words, one a line: a character for what is shared with the line above, the rest."""
    lines: list[str] = []
    last = ""
    for word in words:
        shared = _shared(last, word)
        lines.append(_CHARS[shared] + word[shared:])
        last = word
    return "\n".join(lines)


def _shared(one: str, other: str) -> int:
    end = min(len(one), len(other))
    for n in range(end):
        if one[n] != other[n]:
            return n
    return end


def _wide(number: int) -> str:
    return chr(0xE000 + number // _LOW) + _CHARS[number % _LOW]
