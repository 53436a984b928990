"""The Jinja environment of all templates: strict, always escaping, with few filters."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.render import pieces, wording
from generator.views.map_view import drawing

Link = Callable[[str], str]


def environment(templates: Path) -> Environment:
    """Templates below `templates`; an unknown name in one is an error, never an empty text."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["fecha"] = wording.long_day
    made.filters["fecha_corta"] = wording.short_day
    made.filters["numero"] = wording.number
    made.globals["contados"] = wording.counted
    made.globals["chile"] = drawing()
    made.globals["hechos"] = pieces.facts_attribute
    made.globals["tiempo"] = pieces.time
    made.globals["punto"] = pieces.full_stop
    return made


def root_of(path: str) -> str:
    """The way from the page at address `path` up to the site's root: `.`, `..`, `../..`."""
    depth = path.count("/")
    return "/".join([".."] * depth) or "."


def linker(root: str, *, offline: bool) -> Link:
    """Makes links to addresses of the site, given the way to its root; offline ones name files."""

    def link(target: str) -> str:
        address, mark, fragment = target.partition("#")
        return f"{root}/{file_address(address) if offline else address}{mark}{fragment}"

    return link


def file_address(address: str) -> str:
    """`empresas/x/` as the file that a folder holds for it."""
    return f"{address}index.html" if not address or address.endswith("/") else address
