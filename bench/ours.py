"""A registry → the commands of this project that are measured, each with a cache of its own."""

import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.measure import Command
from bench.registry.days import DAY
from generator.arguments import ROOT

_NAME = re.compile(r"^razon_social: (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Project:
    """A registry with a configuration beside which the program keeps its cache."""

    registry: Path
    config: Path
    day: date = DAY

    def build(self, out: Path, *more: str) -> Command:
        """Everything on, unless further options say otherwise: check, pages, search, exports."""
        return Command([*self._words("build"), "--out", str(out), *more], ROOT, out)

    def some_of(self, part: str, out: Path) -> Command:
        """Everything checked, and only a part of the site made: one of `some_of.PARTS`."""
        words = [sys.executable, "-m", "bench.some_of", part, *self._words("build")[4:]]
        return Command([*words, "--out", str(out)], ROOT, out)

    def serve(self, out: Path) -> Command:
        """A preview on any free port, which prints its address."""
        return Command([*self._words("serve"), "--out", str(out), "--port", "0"], ROOT, out)

    def check(self) -> Command:
        """Only the check."""
        return Command(self._words("check"), ROOT)

    def _words(self, command: str) -> list[str]:
        words = [sys.executable, "-m", "generator", command]
        folders = {"registry": self.registry, "config": self.config, "day": self.day}
        folders |= {"content": ROOT / "content", "templates": ROOT / "templates"}
        return words + [
            part for name, value in folders.items() for part in (f"--{name}", f"{value}")
        ]


def project(registry: Path, folder: Path) -> Project:
    """A project in a new folder: no cache there yet."""
    folder.mkdir()
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(text.replace("docs_dir: content", f"docs_dir: {ROOT / 'content'}"), "utf-8")
    return Project(registry, config)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to one company, and how to see that a site knows of it."""

    file: Path
    page: str

    def rename(self, name: str) -> None:
        """Give the company another legal name."""
        text = self.file.read_text(encoding="utf-8")
        self.file.write_text(_NAME.sub(f"razon_social: {name}", text), encoding="utf-8")

    def is_in(self, out: Path, name: str) -> bool:
        """Whether the company's page in a site says so."""
        return name in (out / self.page / "index.html").read_text(encoding="utf-8")


def edit(registry: Path) -> Edit:
    """A company with a certificate, from the middle of the registry."""
    certified = [
        path
        for path in sorted((registry / "empresas").rglob("*.yaml"))
        if {"razon_social", "certificados"} <= set(re.findall(r"\w+", path.read_text("utf-8")))
        and "persona_juridica" in path.read_text("utf-8")
    ]
    file = certified[len(certified) // 2]
    return Edit(file, f"empresas/{file.stem}")
