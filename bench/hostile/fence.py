"""A command of `apl` → the same command, kept from touching anything outside one folder.

`python -m bench.hostile.fence FOLDER build …` ends with 99 and tells the first thing that would
have been written, moved or removed outside FOLDER.
"""

import os
import sys
import tempfile
from typing import NoReturn

OUTSIDE = 99
_SHARED_MEMORY = "/dev/shm/pym-"
"""What processes of one build share: no file of a disk."""
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.mkdir": ((0, 2),),
    "os.rename": ((0, 2), (1, 3)),
    "os.remove": ((0, 1),),
    "os.rmdir": ((0, 1),),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.truncate": ((0, 9),),
    "os.chmod": ((0, 2),),
    "shutil.rmtree": ((0, 1),),
}
"""Events of Python's audit: which arguments are paths, and the folders that these begin at."""


def main(folder: str, words: list[str]) -> int:
    """Run the command inside the fence."""
    inside = os.path.realpath(folder)
    tempfile.tempdir = f"{inside}/tmp"
    os.makedirs(tempfile.tempdir, exist_ok=True)
    sys.dont_write_bytecode = True
    from generator.cli import main as apl

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        for path in _changed(event, arguments):
            if isinstance(path, (str, bytes)) and not _is_inside(path, inside):
                _refuse(event, path)

    sys.addaudithook(watch)
    return apl(words)


def _changed(event: str, arguments: tuple[object, ...]) -> list[object]:
    if event == "open":
        path, _, flags = arguments
        return [path] if isinstance(flags, int) and flags & _WRITES else []
    return [_whole(arguments, *places) for places in _CHANGES.get(event, ())]


def _whole(arguments: tuple[object, ...], path: int, base: int) -> object:
    """The path, from the open folder that it is told from, where there is one."""
    folder = arguments[base] if len(arguments) > base else None
    if not isinstance(folder, int) or folder < 0:
        return arguments[path]
    return os.path.join(os.readlink(f"/proc/self/fd/{folder}"), str(arguments[path]))


def _is_inside(path: str | bytes, folder: str) -> bool:
    real = os.path.realpath(os.fsdecode(path))
    return real in (folder, os.devnull) or real.startswith((f"{folder}/", _SHARED_MEMORY))


def _refuse(event: str, path: object) -> NoReturn:
    sys.stderr.write(f"outside the fence: {event} {path!r}\n")
    sys.stderr.flush()
    os._exit(OUTSIDE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
