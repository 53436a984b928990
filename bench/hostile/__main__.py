"""`python -m bench.hostile [--work DIR]`: hostile values × fields × outputs, tried and counted.

Builds one register of them all inside a fence, reads every file back, opens every page.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import trying
from bench.hostile import refusing, trial, visiting
from bench.hostile.fields import KINDS, leaves
from bench.hostile.values import LONGEST, REFUSED, TEXTS
from generator.arguments import ROOT
from scripts.find_browser import find_browser

DAY = date(2026, 11, 23)


def main() -> int:
    """Try it all; 1 where anything came out wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.hostile", description=__doc__)
    parser.add_argument("--work", type=Path, help="a folder to keep what is made")
    parser.add_argument("--note", action="store_true", help="put the figures into trying.json")
    options = parser.parse_args()
    figures = {
        "values": len(TEXTS) + len(REFUSED),
        "fields": sum(len(leaves(kind)) for kind in KINDS),
        "texts": len(trial.FIELDS),
    }
    with tempfile.TemporaryDirectory() as folder:
        work = (options.work or Path(folder)).resolve()
        wrong = [*_refused(figures), *_shown(work, figures), *_longest(work)]
    for line in wrong:
        print(line[:300])
    if options.note:
        trying.note("hostile", {**figures, "wrong": len(wrong)})
    return 1 if wrong else 0


def _refused(figures: dict[str, int]) -> list[str]:
    tried, wrong = refusing.refusals()
    print(f"loader: {tried} values × fields judged, {len(wrong)} wrongly")
    figures["judged"] = tried
    return wrong


def _longest(work: Path) -> list[str]:
    """A million letters in one name: it stands on every list."""
    those = {"long": "L"}
    records = trial.write(work / "largo" / "registry", those)
    file = work / "largo" / "registry" / "empresas" / "empresa-0.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r'(razon_social: ".*)"', rf'\1{LONGEST}"', text, count=1), "utf-8")
    return _read_back(work / "largo", those, records, {})


def _shown(work: Path, figures: dict[str, int]) -> list[str]:
    records = trial.write(work / "registry", TEXTS)
    wrong = _read_back(work, TEXTS, records, figures)
    return [*wrong, *_opened(work / "site", figures)]


def _read_back(
    work: Path, those: Mapping[str, str], records: int, figures: dict[str, int]
) -> list[str]:
    done = build(work)
    if done.returncode:
        return [f"build: {done.returncode}: {(done.stdout + done.stderr)[-300:]}"]
    found = trial.read_back(work / "site", those)
    print(
        f"{len(those)} values × {len(trial.FIELDS)} fields, {records} records, {found.files} files"
    )
    outputs = {kind: count for kind, count in found.outputs().items() if count}
    for kind, count in outputs.items():
        print(f"  {kind}: {count} values × fields came out")
    told = {"outputs": len(outputs), "read_back": sum(outputs.values())}
    figures.update(told, records=records, files=found.files)
    return found.wrong


def _opened(site: Path, figures: dict[str, int]) -> list[str]:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        faults = visiting.visited(browser, site, names)
        browser.close()
    print(f"{len(names)} pages opened, {len(faults)} faults")
    figures["pages"] = len(names)
    return faults


def build(work: Path) -> subprocess.CompletedProcess[str]:
    """Build `work/registry` into `work/site`, kept from writing anywhere else."""
    words = ["build", "--registry", work / "registry", "--out", work / "site", "--no-cache"]
    command = [sys.executable, "-m", "bench.hostile.fence", work, *words, "--day", DAY.isoformat()]
    return subprocess.run(
        [str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False
    )


if __name__ == "__main__":
    sys.exit(main())
