"""`apl explain`: rules in words, with a bad and a good example; or the list of them."""

import argparse

from generator.arguments import CLEAN


def run(options: argparse.Namespace) -> int:
    return CLEAN
