"""The Jinja environment of all templates: strict, always escaping, with few filters."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.runtime import Context
from jinja2.utils import missing

from generator.figures.chile import CLASSES
from generator.figures.draw import draw
from generator.language import SPANISH, Language
from generator.render import pieces, wording
from generator.render.pieces import written
from generator.render.template_code import Writer
from generator.render.translated import Trans, Translator
from generator.views.map_view import drawing
from generator.vocabulary import label

Link = Callable[[str], str]


class Pages(Environment):
    """Jinja's environment, escaping the same and a third faster: a page has a hundred texts."""

    code_generator_class = Writer

    language: Language
    """What its templates are compiled in."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._load_template = cache(self._load_template)  # type: ignore[method-assign]
        self.imported = cache(lambda name: self.get_template(name).module)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with its messages in their place."""
        parsed = super()._parse(source, name, filename)
        return cast(nodes.Template, Translator(self.language).visit(parsed))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One flat mapping, for it is gone through once for every page and import."""
        return {**self.globals, **(d or {})}

    def included(self, around: Context, name: str, more: Mapping[str, object]) -> Iterator[str]:
        """What the template `name` says where the names `around` are known, and `more`."""
        template = self._load_template(name, None)
        set_here = {key: value for key, value in more.items() if value is not missing}
        known = {**around.parent, **around.vars, **set_here}
        return template.root_render_func(self.context_class(self, known, name, template.blocks))

    written = staticmethod(written)
    """How templates escape."""


def environment(templates: Path, language: Language = SPANISH) -> Pages:
    """Templates below `templates`; an unknown name in one is an error, never an empty text."""
    made = Pages(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.language = language
    made.add_extension(Trans)
    made.policies["ext.i18n.trimmed"] = True
    made.filters["fecha"] = wording.long_day
    made.filters["fecha_corta"] = wording.short_day
    made.filters["numero"] = wording.number
    made.globals["castellano"] = pieces.spanish(language)
    made.filters["propio"] = pieces.own_words(language)
    made.globals["rotulo"] = label
    made.globals["contados"] = wording.counted
    made.globals["chile"] = drawing()
    made.globals["dibujo"] = draw
    made.globals["clases_del_mapa"] = CLASSES
    made.globals["hechos"] = pieces.facts_attribute
    made.globals["tiempo"] = pieces.time
    made.globals["zip"] = zip
    made.globals["punto"] = pieces.full_stop
    return made


def root_of(path: str) -> str:
    """The way from the page at address `path` up to the site's root: `.`, `..`, `../..`."""
    depth = path.count("/")
    return "/".join([".."] * depth) or "."


def linker(root: str, *, offline: bool, edition: Link = str) -> Link:
    """Makes links to addresses of the site, given the way to its root; offline ones name files.

    `edition` gives the address of a page in the edition that links to it.
    """

    def link(target: str) -> str:
        address, mark, fragment = target.partition("#")
        address = edition(address)
        return f"{root}/{file_address(address) if offline else address}{mark}{fragment}"

    return link


def file_address(address: str) -> str:
    """`empresas/x/` as the file that a folder holds for it."""
    return f"{address}index.html" if not address or address.endswith("/") else address
