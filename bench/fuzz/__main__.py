"""`python -m bench.fuzz [--seconds N] [--corpus DIR]`: the loader, led by what of it has run.

Needs atheris (`pip install "atheris>=3"`). Begins with the registry and with every broken one of
the tests; what it finds is written into the corpus, and a file that breaks a promise beside it.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import trying
from bench.fuzz.judging import FILES
from generator.arguments import ROOT

_DONE = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+) ft: (\d+) corp: (\d+)")
_SUMMARY = (
    "{executions} executions in {seconds} s from {seeds} seeds; {edges} edges, "
    "{features} features, {kept} files kept; {broken} broke a promise"
)
LONGEST = 16_384
SLOWEST, MEMORY = 20, 1024
"""Seconds and megabytes that no file may take."""


def main() -> int:
    """Fuzz in a process of its own, for libFuzzer ends with `exit`; 1 where a promise broke."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, metavar="N")
    parser.add_argument("--corpus", type=Path, metavar="DIR")
    parser.add_argument("--note", action="store_true", help="put the figures into trying.json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = options.corpus or Path(folder) / "corpus"
        seeds = sum(1 for _ in _sow(corpus))
        done = _fuzzed(corpus, options.seconds)
        broken = sorted(path for path in corpus.parent.glob("*-*") if path.is_file())
        found = _DONE.search(done.stderr)
        if found is None:
            print(done.stderr[-2000:])
            return 1
        figures = _figures(found, seeds, len(broken)) | {"seconds": options.seconds}
        print(_SUMMARY.format(**figures))
        if options.note:
            trying.note("fuzz", figures)
        for path in broken:
            print(f"{path.name}: {path.read_bytes()[:400]!r}")
    return 1 if done.returncode or broken else 0


def _sow(corpus: Path) -> Iterator[Path]:
    """Every record that we have, sound or broken, under the number of its type."""
    corpus.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(FILES):
        for folder in ("registry", "tests/sound", "tests/broken"):
            shown = f"**/{file.collection}/**/*.yaml" if file.collection else f"**/{file.path}"
            for path in sorted((ROOT / folder).glob(shown)):
                if path.is_file() and path.stat().st_size < LONGEST:
                    seed = corpus / f"seed-{number}-{len(list(corpus.iterdir()))}"
                    seed.write_bytes(bytes([number]) + path.read_bytes())
                    yield seed


def _fuzzed(corpus: Path, seconds: int) -> subprocess.CompletedProcess[str]:
    limits = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "timeout": SLOWEST,
        "rss_limit_mb": MEMORY,
        "artifact_prefix": f"{corpus.parent}/",
    }
    words = [f"-{name}={value}" for name, value in limits.items()]
    command = [sys.executable, "-m", "bench.fuzz.target", str(corpus), *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def _figures(found: re.Match[str], seeds: int, broken: int) -> dict[str, int]:
    runs, edges, features, kept = map(int, found.groups())
    told = {"executions": runs, "edges": edges, "features": features, "kept": kept}
    return {**told, "seeds": seeds, "broken": broken}


if __name__ == "__main__":
    sys.exit(main())
