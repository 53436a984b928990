"""`python -m bench.floor REGISTRY SIZES OUT`: read every YAML byte, write as many as a site has.

No site can be built faster than this by one process that looks at every source and writes every
page. SIZES is a file of lines `bytes path`, as `sizes_text` makes it of a built site.
"""

import os
import sys
from collections.abc import Mapping


def sizes_text(sizes: Mapping[str, int]) -> str:
    """The sizes of a site's files in the form that this program reads."""
    return "".join(f"{size} {path}\n" for path, size in sorted(sizes.items()))


def main(registry: str, sizes: str, out: str) -> None:
    """Read the registry, write the files."""
    read(registry)
    with open(sizes, encoding="utf-8") as listed:
        rows = [line.rstrip("\n").partition(" ") for line in listed]
    write({path: int(size) for size, _, path in rows}, out)


def read(registry: str) -> int:
    """Read every YAML file below a folder; how many bytes they hold."""
    total = 0
    for folder, _, names in os.walk(registry):
        for name in names:
            if name.endswith(".yaml"):
                with open(f"{folder}/{name}", "rb", buffering=0) as file:
                    total += len(file.read())
    return total


def write(sizes: Mapping[str, int], out: str) -> None:
    """Write a file of each size, in folders as they are needed."""
    block = memoryview(b"x" * max(sizes.values(), default=0))
    made: set[str] = set()
    for path, size in sizes.items():
        folder = f"{out}/{os.path.dirname(path)}"
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        with open(f"{out}/{path}", "wb", buffering=0) as file:
            file.write(block[:size])


if __name__ == "__main__":
    main(*sys.argv[1:])
