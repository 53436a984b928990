"""The `apl` command: options in, exit code out; the work itself only where there is any.

Importing what the work needs takes longer than seeing that nothing has changed, so it waits.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence

from generator import arguments, clock
from generator.unchanged import Memory

INTERRUPTED, NOBODY_READS = 130, 141  # as shells report SIGINT and SIGPIPE


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code, which is also how wrong arguments leave."""
    _speak_utf8()
    given = sys.argv[1:] if words is None else words
    options = arguments.parsed(given, arguments.language(given))
    try:
        memory = _memory(options)
        code = _again(memory, options)
        if code is None:
            from generator import commands

            code = commands.run(options, memory)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
        return NOBODY_READS
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _again(memory: Memory | None, options: argparse.Namespace) -> int | None:
    """Say what was said last time, if nothing has changed since; None: the work is to be done."""
    started = time.monotonic()
    told = memory.recall() if memory and not getattr(options, "profile", False) else None
    if told is None:
        return None
    print(told.text, end="")
    if told.closing:
        print(told.ended(time.monotonic() - started, options.lang))
    return told.code


def _memory(options: argparse.Namespace) -> Memory | None:
    """What tells this command from any other; nothing is kept of those that ask or serve."""
    if options.command not in ("check", "build") or getattr(options, "no_cache", False):
        return None
    if getattr(options, "fix", False):  # mends are told once
        return None
    try:
        options.day = options.day or clock.today()
    except clock.EpochError:
        return None
    places = [os.path.realpath(one) for one in arguments.places(options)]
    return Memory(arguments.cache(options), os.getcwd(), sorted(vars(options).items()), places)


def _speak_utf8() -> None:
    """Spanish needs its accents even where the terminal's locale is C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _leave_quietly() -> None:
    """Whoever read our output has gone; without this Python would complain of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
