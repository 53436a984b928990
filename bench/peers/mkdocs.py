"""Pages of a registry → a MkDocs project with gen-files, and one with Markdown files for Zensical.

Both have this project's prose, theme and navigation; records stand outside the navigation, as
nobody could wait for it otherwise. Search is on: it is what a user would have.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.measure import Command
from bench.peers.markdown import Writer
from bench.peers.records import Page
from generator.arguments import ROOT

_OUTSIDE = "/empresas/*\n/acuerdos/*\n/v/*\n"
_QUIET = {"omitted_files": "ignore", "unrecognized_links": "ignore", "not_found": "ignore"}
_LINKS = {"links": {"absolute_links": "ignore", "anchors": "ignore", **_QUIET}}


def prepare(folder: Path, names: Mapping[str, Any], plugins: list[Any]) -> None:
    """The project without its record pages."""
    shutil.copytree(ROOT / "content", folder / "docs", ignore=shutil.ignore_patterns("molde.md"))
    (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["theme"].pop("custom_dir")
    config |= {"docs_dir": "docs", "not_in_nav": _OUTSIDE, "validation": _LINKS}
    config["plugins"] = plugins
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def with_scripts() -> list[Any]:
    """MkDocs' search, and the plugin that makes the pages while it builds."""
    return ["search", {"gen-files": {"scripts": [str(ROOT / "bench" / "peers" / "gen_pages.py")]}}]


def write_files(folder: Path, pages: Iterable[Page], writer: Writer) -> None:
    """One Markdown file per page, for a builder that runs no scripts."""
    for page in pages:
        file = folder / "docs" / page.section / f"{page.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(writer.markdown(page), encoding="utf-8")


def build(python: Path, folder: Path, registry: Path, day: str, out: Path) -> Command:
    """MkDocs, with what the script needs to know in the environment."""
    words = [str(python), "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)]
    env = {
        "PYTHONPATH": str(ROOT),
        "BENCH_NAMES": str(folder / "names.json"),
        "BENCH_REGISTRY": str(registry),
        "BENCH_DAY": day,
        "NO_MKDOCS_2_WARNING": "1",
    }
    return Command(words, folder, out, env)


def zensical(binary: Path, folder: Path, out: Path) -> Command:
    """Zensical, which writes where its configuration says; its cache lies in the folder."""
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("site_dir:")]
    relative = os.path.relpath(out, folder)
    config.write_text("\n".join([*lines, f"site_dir: {relative}"]) + "\n", encoding="utf-8")
    return Command([str(binary), "build", "--clean"], folder, out)
