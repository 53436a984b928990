"""Files of up to a mebibyte that ask for more time or memory than any reader should give.

`python -m bench.fuzz.bombs [all]` reads them with little memory and time: whatever takes more dies.
"""

import resource
import sys
from collections.abc import Mapping
from time import process_time

from bench.fuzz.judging import FILES, judge
from generator.load.text import LARGEST

MEMORY = 1024 * 1024 * 1024
SECONDS = 120
"""Of a processor, for all of them in all record types; they take a fraction of it."""


def bombs() -> Mapping[str, bytes]:
    """The files by what they try."""
    size = LARGEST - 64
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n"
        for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    made = {
        "laughs": laughs,
        "itself": "a: &a [*a]\n",
        "merges": "a: &a {<<: *a}\n" + "b: {<<: [*a, *a]}\n" * 1000,
        "brackets": "[" * size,
        "braces": "{" * size,
        "brackets, closed": "a: " + "[" * (size // 2) + "]" * (size // 2),
        "dashes": "- " * (size // 2),
        "keys in keys": "".join(f"{' ' * n}a:\n" for n in range(1400)),
        "questions": "? " * (size // 2),
        "same keys": "a:\n" * (size // 3),
        "other keys": "".join(f"k{n}:\n" for n in range(size // 8)),
        "misspelt keys": "".join(f"nombre{n}: x\n" for n in range(size // 16)),
        "items": "marcas:\n" + "- a\n" * (size // 4),
        "blocks": "elementos:\n" + "- id: a\n" * (size // 8),
        "long name": f"nombre: {'N' * size}\n",
        "long key": f"{'k' * size}: x\n",
        "long number": f"plazo_implementacion_meses: {'9' * size}\n",
        "long part": f"emisiones: [{{anio: 2020, reduccion_tco2e: 1.{'0' * size}}}]\n",
        "exponent": "plazo_implementacion_meses: 1e999999999\n",
        "sexagesimal": "plazo_implementacion_meses: " + "1:" * 10_000 + "1\n",
        "long date": f"estado_al: {'2' * size}\n",
        "long address": f"sitio_entidad: https://{'a.' * (size // 2)}cl\n",
        "ats": f"nombre: {'a@' * (size // 2)}\n",
        "digits": f"nombre: {'9 8765 ' * (size // 7)}\n",
        "plus": f"nombre: {'+56' * (size // 3)}\n",
        "points": f"nombre: {'1.' * (size // 2)}\n",
        "marks": "nombre: n" + "\u0301" * (size // 2) + "\n",
        "ligatures": "nombre: " + "\ufdfa" * (size // 3) + "\n",
        "invisible": "nombre: " + "\u200b" * (size // 3) + "\n",
        "bells": "nombre: " + "\a" * size + "\n",
        "escapes": 'nombre: "' + "\\U0001F33F" * (size // 10) + '"\n',
        "quotes": "nombre: " + "'" * size + "\n",
        "open quote": f'nombre: "{"a" * size}',
        "folded": "nombre: >\n" + "  a\n\n" * (size // 5),
        "empty lines": "\n" * size,
        "comments": "#\n" * (size // 2),
        "tabs": "\t" * size,
        "documents": "---\n" * (size // 4),
        "directives": "%A b\n" * (size // 5),
        "tags": "a: " + "!!x " * (size // 4),
        "anchors": "a: " + "&x " * (size // 3),
    }
    return {
        **{name: text.encode() for name, text in made.items()},
        "nulls": b"\0" * size,
        "no text": b"\xff" * size,
        "half of UTF-8": b"nombre: " + b"\xe2\x82" * (size // 2),
        "too long": b"a" * (LARGEST + 1),
    }


def main() -> None:
    """Read each of them, as one record type after another or, with `all`, as every one."""
    is_all = sys.argv[1:] == ["all"]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    found = bombs()
    for number, (name, raw) in enumerate(found.items()):
        began = process_time()
        for file in FILES if is_all else (FILES[number % len(FILES)],):
            judge(file, raw)
        print(f"{name}: {process_time() - began:.1f} s", flush=True)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{len(found)} files, {used.ru_utime:.0f} s, {used.ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
