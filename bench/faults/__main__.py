"""`python -m bench.faults [--kills N] [--others N] [--only KIND …]`: break builds, and count.

Prints a line for each thing that went wrong, then the figures as JSON; ends with 1 if anything did.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import trying
from bench.faults.trials import TRIALS, Wrongs
from bench.faults.yard import Yard


def main() -> int:
    """Try each kind so often; gives the exit code."""
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="apl-faults-"))
    count = Count(options.companies, options.seed)
    if options.more:
        count.go_on(trying.kept().get("faults", {}))
    try:
        yard = Yard(folder, options.companies)
        yard.start(next(iter(yard.clean))).wait()
        chances = {kind: random.Random(f"{options.seed} {kind}") for kind in options.only}
        for kind, number in _turns(options):
            count.add(kind, number, TRIALS[kind](yard, chances[kind]))
            if options.note:
                trying.note("faults", count.figures())
    except KeyboardInterrupt:
        print("interrupted; the figures so far:", file=sys.stderr)
    finally:
        shutil.rmtree(folder)
    print(json.dumps(count.figures(), indent=1))
    return 0 if count.tried == count.survived else 1


@dataclass
class Count:
    """How many trials of each kind there were, and how many went as they should."""

    companies: int
    seed: int
    tried: Counter[str] = field(default_factory=Counter)
    survived: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, number: int, wrongs: Wrongs) -> None:
        """Count a trial, and tell what went wrong in it."""
        self.tried[kind] += 1
        self.survived[kind] += not wrongs
        for wrong in wrongs:
            print(f"{kind}, {number}: {wrong}", file=sys.stderr, flush=True)

    def go_on(self, known: Mapping[str, Any]) -> None:
        """Count from where the noted runs ended."""
        for kind in TRIALS.keys() & known.keys():
            self.tried[kind] = known[kind]["tried"]
            self.survived[kind] = known[kind]["survived"]

    def figures(self) -> dict[str, object]:
        """What was counted so far, as plain data."""
        kinds = {
            kind: {"tried": self.tried[kind], "survived": self.survived[kind]}
            for kind in self.tried
        }
        return {"companies": self.companies, "seed": self.seed, **kinds}


def _turns(options: argparse.Namespace) -> list[tuple[str, int]]:
    """Every trial, the kinds side by side: a run that is interrupted has tried all of them."""
    wanted = {
        kind: options.kills if kind.startswith("kill") else options.others for kind in options.only
    }
    turns = [(kind, number) for kind in options.only for number in range(wanted[kind])]
    return sorted(turns, key=lambda turn: turn[1] / wanted[turn[0]])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("--kills", default=20, type=int, metavar="N", help="of each kind of kill")
    parser.add_argument("--others", default=5, type=int, metavar="N", help="of each other kind")
    parser.add_argument("--only", default=list(TRIALS), nargs="+", choices=TRIALS, metavar="KIND")
    parser.add_argument("--companies", default=20, type=int, metavar="N")
    parser.add_argument("--seed", default=1, type=int, metavar="N")
    parser.add_argument("--note", action="store_true", help="put the figures into trying.json")
    parser.add_argument("--more", action="store_true", help="go on from the figures that are there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
