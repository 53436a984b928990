"""Sources → a site served on this computer, rebuilt on change, with faults shown in its pages."""

import logging
import re
import socket
import time
import traceback
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer

from generator import closing, pipeline, report
from generator.engine import settings
from generator.messages import Language, level
from generator.reloading import allowed
from generator.sources import Sources

HOST = "127.0.0.1"
"""Nobody but this computer: a preview may hold drafts of what is not public yet."""
WATCH_EVERY = 1.0  # seconds

_WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "there": "El sitio está en {} (Ctrl-C para terminar)",
        "stale": "El sitio no se pudo rehacer: se muestra el último bueno.",
        "nothing": "Todavía no hay un sitio que mostrar.",
    },
    "en": {
        "there": "The site is at {} (Ctrl-C to end)",
        "stale": "The site could not be rebuilt: this is the last good one.",
        "nothing": "There is no site to show yet.",
    },
}
_BANNER = """<div role="alert" class="apl-falla"><strong>{}</strong><pre>{}</pre></div>"""
_BODY = re.compile(rb"<body\b[^>]*>")


class PortTaken(Exception):
    """Another program listens on the port."""


def serve(
    sources: Sources,
    out: Path,
    port: int,
    day: Callable[[], date],
    language: Language,
    cache: Path | None = None,
) -> None:
    """Build into `out` and serve it until Ctrl-C; port 0 takes any that is free.

    What is kept below `cache` makes a rebuild after an edit a matter of what the edit changes.
    """
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    words = _WORDS[language]
    server = Preview(sources, out, _free(port), day, language, cache)
    server.builder()
    for path in (sources.registry, sources.content, sources.templates, sources.config):
        server.watch(str(path))
    print(words["there"].format(server.url), flush=True)
    try:
        server.serve()
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()


def _free(port: int) -> int:
    """`port` itself, or a free one for 0; asked before building, which takes a while."""
    try:
        with socket.create_server((HOST, port)) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        raise PortTaken(port) from error


class Preview(LiveReloadServer):
    """MkDocs' own live server, with builds of ours and a banner on every page while one fails."""

    def __init__(
        self,
        sources: Sources,
        out: Path,
        port: int,
        day: Callable[[], date],
        language: Language,
        cache: Path | None = None,
    ) -> None:
        mount = urlsplit(settings(sources.config).site_url).path or "/"
        super().__init__(
            self.rebuild, HOST, port, str(out), mount_path=mount, polling_interval=WATCH_EVERY
        )
        self.sources, self.out, self.day, self.language = sources, out, day, language
        self.cache = cache
        self.fault = ""
        self.error_handler = self.missing

    def rebuild(self) -> None:
        """Build; what goes wrong is said here and in the pages, and the server lives on."""
        started = time.monotonic()
        try:
            built = pipeline.build(self.sources, self.out, self.day(), cache=self.cache)
        except Exception as error:  # noqa: BLE001 - any fault of any source, shown until mended
            self.fault = f"{type(error).__name__}: {error}"
            traceback.print_exception(error, limit=-3)
            return
        faults = [problem for problem in built.problems if level(problem) == "error"]
        self.fault = report.as_text(faults, self.language)
        print(report.as_text(built.problems, self.language), end="")
        print(
            closing.summary(built, time.monotonic() - started, self.out, self.language), flush=True
        )

    def missing(self, _code: int) -> bytes:
        """The page for what the site does not have, or for a site that is not there yet."""
        page = self.out / "404.html"
        words = f"<body><p>{_WORDS[self.language]['nothing']}</p></body>"
        content = page.read_bytes() if page.exists() else words.encode()
        return self._inject_js_into_html(content, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        injected: bytes = super()._inject_js_into_html(self._with_banner(content), epoch)
        return allowed(injected)

    def _with_banner(self, content: bytes) -> bytes:
        if not self.fault:
            return content
        told = _BANNER.format(_WORDS[self.language]["stale"], escape(self.fault))
        return _BODY.sub(lambda body: body[0] + told.encode(), content, count=1)
