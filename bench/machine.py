"""The machine and the versions that figures were taken with, as lines of Markdown."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from bench import environment
from generator.arguments import ROOT

_GIB = 1024**3


def lines(work: Path) -> list[str]:
    """One line each: processor, memory, file system, Python, packages, peers, our own commit."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    peers = "; ".join(environment.version(peer) for peer in environment.PACKAGES)
    return [
        f"- {os.cpu_count()} processors ({_processor()}), {memory:.0f} GiB of memory",
        f"- {platform.system()} {platform.release()}, output on {_file_system(work)}",
        f"- Python {platform.python_version()}, PyYAML {version('pyyaml')},"
        f" pydantic {version('pydantic')}, Jinja2 {version('jinja2')}",
        f"- {peers}",
        f"- this project at {_commit()}",
    ]


def _processor() -> str:
    text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    return names[0] if names else platform.machine()


def _file_system(folder: Path) -> str:
    return _said(["df", "--output=fstype", str(folder)]).rpartition("\n")[2] or "unknown"


def _commit() -> str:
    return _said(["git", "-C", str(ROOT), "describe", "--always", "--dirty"]) or "unknown"


def _said(words: list[str]) -> str:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout.strip()
