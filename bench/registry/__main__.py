"""`python -m bench.registry --companies N --out DIR [--seed S]`: write a synthetic registry."""

import argparse
from pathlib import Path

from bench.registry.whole import SEED, files, write


def main() -> None:
    """Write the registry and say how many files it has."""
    parser = argparse.ArgumentParser(prog="python -m bench.registry", description=__doc__)
    parser.add_argument("--companies", type=int, required=True, metavar="N")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S")
    options = parser.parse_args()
    try:
        count = write(files(options.companies, options.seed), options.out)
    except FileExistsError as error:
        parser.error(str(error))
    print(f"{options.out}: {count} files")


main()
