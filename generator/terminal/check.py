"""`apl check`: every problem of a registry, in the form asked for."""

import argparse
import time

from generator import arguments, inspection, report
from generator.arguments import CLEAN, FAULTS
from generator.terminal import asked
from generator.unchanged import Memory, Told


def run(options: argparse.Namespace, memory: Memory | None) -> int:
    """Run it; gives the exit code."""
    began = time.time_ns()
    folder = asked.registry(options)
    only = [asked.inside(path, folder) for path in options.paths]
    if options.fix:
        from generator.terminal import fix

        fix.run(folder, only, options)
    if memory:
        memory.look(began, folder)
    cache = arguments.cache(options) if memory else None
    checked = inspection.check_again(folder, asked.day(options), cache)
    problems = report.only_below(checked.problems, only)
    text = report.FORMATS[options.format](problems, options.lang)
    print(text, end="")
    code = FAULTS if inspection.has_faults(problems) else CLEAN
    if memory:
        memory.keep(Told(code, text))
    return code
