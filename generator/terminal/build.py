"""`apl build`: a site and what was done to make it."""

import argparse
import sys
import time

from generator import arguments, closing, pipeline, report
from generator.arguments import CLEAN, FAULTS
from generator.commit import source_commit
from generator.engine import reads_more
from generator.pipeline import Built
from generator.sources import Sources
from generator.terminal import asked
from generator.unchanged import Memory, Told


def run(options: argparse.Namespace, memory: Memory | None) -> int:
    """Run it; gives the exit code."""
    began, started = time.time_ns(), time.monotonic()
    sources = asked.sources(options)
    if memory and not reads_more(sources.config):
        memory.look(began, *sources.all)
    commit = source_commit(sources)
    built = _built(options, sources, memory, commit)
    if commit and built.published and source_commit(sources) != commit:
        # Somebody edited meanwhile: what was read may not be what the commit holds.
        built = _built(options, sources, memory, "")
    text = report.as_text(built.problems, options.lang)
    print(text, end="")
    print(closing.summary(built, time.monotonic() - started, options.out, options.lang))
    if built.published is None:
        return FAULTS
    if options.profile:
        print(closing.profile(built, options.lang))
    if memory:
        again = closing.unchanged(built, options.out, options.lang)
        memory.keep(Told(CLEAN, text, again), options.out, built.published.names, built.outputs)
    return CLEAN


def _built(
    options: argparse.Namespace, sources: Sources, memory: Memory | None, commit: str
) -> Built:
    return pipeline.build(
        sources,
        asked.out(options, sources),
        asked.day(options),
        offline=options.offline,
        strict=options.strict,
        cache=arguments.cache(options) if memory else None,
        commit=commit,
        progress=lambda stage: print(closing.STAGES[options.lang][stage], file=sys.stderr),
        atomic=options.atomic,
    )
