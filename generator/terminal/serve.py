"""`apl serve`: a site on this computer, made anew on every change."""

import argparse

from generator import arguments
from generator.arguments import CLEAN
from generator.serve import PortTaken, serve
from generator.terminal import asked
from generator.unchanged import Memory


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Run it; gives the exit code."""
    sources = asked.sources(options)
    try:
        serve(
            sources,
            asked.out(options, sources),
            options.port,
            lambda: asked.day(options),
            options.lang,
            arguments.cache(options),
        )
    except PortTaken:
        port = options.port
        raise asked.UsageError(
            f"el puerto {port} está ocupado; elige otro con --port",
            f"port {port} is taken; choose another one with --port",
        ) from None
    return CLEAN
