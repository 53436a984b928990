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
from pathlib import Path

from bench.faults.trials import TRIALS
from bench.faults.yard import Yard


def main() -> int:
    """Try each kind so often; gives the exit code."""
    options = _options()
    folder = Path(tempfile.mkdtemp(prefix="apl-faults-"))
    tried: Counter[str] = Counter()
    survived: Counter[str] = Counter()
    try:
        yard = Yard(folder, options.companies)
        yard.start(next(iter(yard.clean))).wait()
        for kind in options.only:
            chance = random.Random(f"{options.seed} {kind}")
            for number in range(options.kills if kind.startswith("kill") else options.others):
                wrongs = TRIALS[kind](yard, chance)
                tried[kind] += 1
                survived[kind] += not wrongs
                for wrong in wrongs:
                    print(f"{kind}, {number}: {wrong}", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        print("interrupted; the figures so far:", file=sys.stderr)
    finally:
        shutil.rmtree(folder)
    figures = {kind: {"tried": tried[kind], "survived": survived[kind]} for kind in tried}
    print(json.dumps({"companies": options.companies, "seed": options.seed, **figures}, indent=1))
    return 0 if tried == survived else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.faults", description=__doc__)
    parser.add_argument("--kills", default=20, type=int, metavar="N", help="of each kind of kill")
    parser.add_argument("--others", default=5, type=int, metavar="N", help="of each other kind")
    parser.add_argument("--only", default=list(TRIALS), nargs="+", choices=TRIALS, metavar="KIND")
    parser.add_argument("--companies", default=20, type=int, metavar="N")
    parser.add_argument("--seed", default=1, type=int, metavar="N")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
