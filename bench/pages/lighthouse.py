"""Pages of a served site → Lighthouse's four scores, with its phone profile."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from generator.arguments import ROOT
from tests.outside_tools import chromium_path

FOLDER = ROOT / ".cache" / "bench" / "node"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_ASKED = Path(__file__).parent
_SCRIPT = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
_LOCK = "package-lock.json"
_FLAGS = "--headless=new --no-sandbox --disable-gpu"
_LONGEST = 300


def missing() -> str:
    """Install Lighthouse as its lock says; empty, or why it is missing."""
    if not shutil.which("npm"):
        return "no Node on this machine"
    stamp = FOLDER / "installed.json"
    lock = (_ASKED / _LOCK).read_bytes()
    if stamp.is_file() and stamp.read_bytes() == lock:
        return ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", _LOCK):
        shutil.copyfile(_ASKED / name, FOLDER / name)
    words = ["npm", "ci", "--prefix", f"{FOLDER}", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["npm failed"])[0]
    stamp.write_bytes(lock)
    return ""


def version() -> str:
    """The version that the lock names."""
    lock = json.loads((_ASKED / _LOCK).read_text(encoding="utf-8"))
    return str(lock["packages"]["node_modules/lighthouse"]["version"])


def report(address: str) -> Mapping[str, Any]:
    """One run over one page, as Lighthouse reports it."""
    words = ["node", f"{_SCRIPT}", address, "--output=json", "--quiet"]
    words += [f"--chrome-flags={_FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=True,
        timeout=_LONGEST,
        env={**os.environ, "CHROME_PATH": chromium_path()},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def scores(reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The median of each score, and the audits that cost points in any run."""
    found = {
        name: round(100 * median(one["categories"][name]["score"] or 0 for one in reports))
        for name in CATEGORIES
    }
    return {"scores": found, "faults": sorted({name for one in reports for name in _faults(one)})}


def _faults(report: Mapping[str, Any]) -> list[str]:
    """The audits outside performance that failed; what is slow stands in the score."""
    weighted = {
        audit["id"]
        for name, category in report["categories"].items()
        for audit in category["auditRefs"]
        if name != "performance" and audit["weight"]
    }
    return [name for name in weighted if report["audits"][name]["score"] not in (1, None)]
