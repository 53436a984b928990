"""Templates and the facts of a page → HTML, with links that lead on from where the page stands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment

from generator.language import SPANISH, Language
from generator.render import linked_data
from generator.render.compiled import Compiled
from generator.render.environment import Link, environment, linker, root_of
from generator.render.pieces import anchor
from generator.views.page import Site

_OF_PAGES = ("pages", "fragments")
"""Where their templates are; the engine's are elsewhere."""

NOT_FOUND = "404.html"
"""The page that a server shows at any depth: its links start at the site's public root."""


class Press:
    """The templates of one site, made ready once for each depth at which its pages stand.

    What all pages of a depth share (`site`, and `link`, which makes links from there) are globals,
    so that macros are set up once and not on every page. `edition` gives the address of a page in
    the press's own language, where it has one.
    """

    def __init__(
        self,
        templates: Path,
        site: Site,
        compiled: Compiled | None = None,
        language: Language = SPANISH,
        edition: Link = str,
    ) -> None:
        self._templates = templates
        self._site = site
        self._language = language
        self._edition = edition
        self._ready: dict[str, Environment] = {}
        self._compiled = compiled or Compiled()

    def root(self, path: str) -> str:
        """The way from the page at address `path` to the site's root."""
        if path == NOT_FOUND:
            return urlsplit(self._site.url).path.rstrip("/")
        return root_of(path)

    def link(self, path: str) -> Link:
        """Links for the page at address `path`."""
        return linker(self.root(path), offline=self._site.offline, edition=self._edition)

    def render(self, template: str, path: str, **context: object) -> str:
        """What `template` says on the page at address `path`."""
        return self._environment(path).get_template(template).render(context)

    def compile_while(self, waiting: Callable[[], bool]) -> None:
        """Compile templates as long as there is nothing else to do.

        Processes that part later need not do it, each for itself.
        """
        for folder in _OF_PAGES:
            for file in sorted((self._templates / folder).iterdir()):
                if not waiting():
                    return
                self._environment("").get_template(f"{folder}/{file.name}")

    def _environment(self, path: str) -> Environment:
        root = self.root(path)
        made = self._ready.get(root)
        if made is None:
            made = self._ready[root] = environment(self._templates, self._language)
            made.globals["link"] = self.link(path)
            made.globals["enlace"] = anchor(self.link(path), self._language)
            made.globals["site"] = self._site
            made.globals["enlazados"] = linked_data.script
            made.globals["enlazados_de"] = partial(linked_data.of_page, self._site)
            made.bytecode_cache = self._compiled
        return made
