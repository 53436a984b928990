"""A stock → the cases that build it: ours, each peer, and the floor."""

import sys

from bench import environment
from bench.measure import Command
from bench.peers import hugo, mkdocs
from bench.registry.days import DAY
from bench.rounds import Case
from bench.stock import Stock
from generator.arguments import ROOT

OURS, RECORDS = "ours, everything on", "ours, the pages that peers make too"
PAGES = "ours, all pages, search and checks alone"
FLOOR = "floor: read and write the bytes"
HUGO_FILES, HUGO_JSON = "Hugo, a source file a page", "Hugo, one JSON file"
MKDOCS, ZENSICAL = "MkDocs + Material + gen-files", "Zensical"
PEER_OF = {HUGO_FILES: "hugo", HUGO_JSON: "hugo", MKDOCS: "mkdocs", ZENSICAL: "zensical"}
"""The package that a case needs."""


def build(stock: Stock) -> Case:
    """Ours without a cache, into a new folder, with everything on."""
    return Case(OURS, lambda: stock.project().build(stock.room("ours")))


def records(stock: Stock) -> Case:
    """Ours without a cache, with only the pages that peers make too."""
    return Case(RECORDS, lambda: stock.project().some_of("records", stock.room("records")))


def pages(stock: Stock) -> Case:
    """Ours without a cache: all pages and the search, and nothing that shows the seal elsewhere."""
    return Case(PAGES, lambda: stock.project().some_of("pages", stock.room("pages")))


def floor(stock: Stock) -> Case:
    """One process that reads the sources and writes as many bytes as ours."""
    words = [sys.executable, "-m", "bench.floor", str(stock.registry), str(stock.sizes)]

    def ready() -> Command:
        out = stock.room("floor")
        return Command([*words, str(out)], ROOT, out)

    return Case(FLOOR, ready)


def hugo_with_files(stock: Stock) -> Case:
    """Hugo with one source file per page: the record's own YAML where it has a file."""
    folder = stock.work.fresh("hugo-files")
    hugo.prepare(folder, stock.shell, stock.drawing, stock.names, f"{DAY}")
    hugo.write_files(folder, stock.pages())
    return Case(HUGO_FILES, lambda: hugo.build(environment.hugo(), folder, stock.room("hugo")))


def hugo_with_json(stock: Stock) -> Case:
    """Hugo with all pages in one JSON file: it parses no YAML."""
    folder = stock.work.fresh("hugo-json")
    hugo.prepare(folder, stock.shell, stock.drawing, stock.names, f"{DAY}")
    hugo.write_json(folder, stock.pages())
    return Case(HUGO_JSON, lambda: hugo.build(environment.hugo(), folder, stock.room("hugo")))


def mkdocs_with_scripts(stock: Stock) -> Case:
    """MkDocs, which makes a Markdown page per record while it builds."""
    folder = stock.work.fresh("mkdocs")
    mkdocs.prepare(folder, stock.names, mkdocs.with_scripts())
    python = environment.program("python")
    return Case(
        MKDOCS,
        lambda: mkdocs.build(python, folder, stock.registry, f"{DAY}", stock.room("mkdocs-site")),
    )


def zensical(stock: Stock) -> Case:
    """Zensical over the same Markdown, written beforehand; it writes into its own folder."""
    folder = stock.work.fresh("zensical")
    mkdocs.prepare(folder, stock.names, ["search"])
    mkdocs.write_files(folder, stock.pages(), stock.writer)
    binary = environment.program("zensical")
    return Case(
        ZENSICAL,
        lambda: mkdocs.zensical(binary, folder, folder / stock.room("site").name),
    )
