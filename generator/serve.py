"""Sources → a site served on this computer, rebuilt on change, with faults shown in its pages."""

import logging
import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.engine import settings
from generator.messages import Language
from generator.rebuilding import Died, Order, Outcome, Shown, builds
from generator.reloading import allowed
from generator.sources import Sources

HOST = "127.0.0.1"
"""Nobody but this computer: a preview may hold drafts of what is not public yet."""
LOOK_EVERY = 3.0  # seconds
"""The system tells of changes at once, but not of those on some network and container drives."""
SETTLE = 0.05  # seconds without a further change, before a build begins

_WORDS: dict[Language, dict[str, str]] = {
    "es": {
        "there": "El sitio está en {} (Ctrl-C para terminar)",
        "stale": "El sitio no se pudo rehacer: se muestra el último bueno.",
        "nothing": "Todavía no hay un sitio que mostrar.",
        "died": "El proceso que rehacía el sitio terminó antes de tiempo. Guarda de nuevo.",
    },
    "en": {
        "there": "The site is at {} (Ctrl-C to end)",
        "stale": "The site could not be rebuilt: this is the last good one.",
        "nothing": "There is no site to show yet.",
        "died": "The process that rebuilt the site ended before its time. Save again.",
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
    """MkDocs' own live server, with builds of ours and a banner on every page while one fails.

    Changes are told by the system as they happen, and looked for now and then. Edited companies
    are shown as soon as their own pages are there, and browsers load again when all the rest is.
    """

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
            self.rebuild, HOST, port, str(out), mount_path=mount, polling_interval=LOOK_EVERY
        )
        self.build_delay = SETTLE
        self.out, self.language = out, language
        self.fault = ""
        self._said: tuple[str, str] | None = None
        self._ahead: Mapping[str, bytes] = {}
        self.error_handler = self.missing
        self._builds = builds(Order(sources, out, day, language, cache))
        self._told = Observer()  # has a thread from the start: after the builds

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Rebuild when a file changes below `path`, or `path` itself."""
        super().watch(path, func, recursive=recursive)
        is_folder, changed = Path(path).is_dir(), _Changed(path, self._changed)
        with suppress(OSError):  # the system has no more watches to give: looking has to do
            folder = path if is_folder else str(Path(path).parent)
            self._told.schedule(changed, folder, recursive=is_folder)

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until Ctrl-C."""
        with suppress(OSError):
            self._told.start()
        super().serve(open_in_browser=open_in_browser)

    def shutdown(self, wait: bool = False) -> None:
        """Answer, watch and build no more."""
        if self._told.is_alive():
            self._told.stop()
        self._builds.close()
        super().shutdown(wait)

    def rebuild(self) -> None:
        """Build; what goes wrong is said here and in the pages, and the server lives on."""
        for news in self._builds.build():
            if isinstance(news, Shown):
                self._ahead = news.files
                self._show(self._wanted_epoch)
            elif isinstance(news, Died):
                self.fault, self._ahead = _WORDS[self.language]["died"], {}
                print(self.fault, file=sys.stderr)
            else:
                self._conclude(news)

    def _changed(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _show(self, epoch: int) -> None:
        """Answer with what is there now; browsers load again what is older than `epoch`."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = epoch
            self._epoch_cond.notify_all()

    def _conclude(self, outcome: Outcome) -> None:
        said, before = (outcome.problems, outcome.mistake), self._said
        # A change may be told twice, or be none: then nobody need hear of it.
        is_new = outcome.touched > 0 or said != before
        self.fault, self._said, self._ahead = outcome.fault, said, {}
        if is_new and outcome.mistake:
            print(outcome.mistake, end="", file=sys.stderr, flush=True)
        elif is_new:
            problems = outcome.problems if said != before else ""
            print(f"{problems}{outcome.summary}", flush=True)
        self._show(_now() if is_new else self._visible_epoch)

    def _serve_request(
        self, environ: Mapping[str, str], start_response: Callable[..., object]
    ) -> Iterable[bytes] | None:
        """Answer with what an edit will make of a file, as long as that is not in the site."""
        name = self._name(environ["PATH_INFO"])
        content = self._ahead.get(name)
        if content is None:
            answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
            return answer
        if name.endswith(".html"):
            content = self._inject_js_into_html(content, self._visible_epoch)
        kind, length = self._guess_type(name), f"{len(content)}"
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", length)])
        return [content]

    def _name(self, path: str) -> str:
        """The file that an address asks for, by its name in the site."""
        name = path.removeprefix(self.mount_path).lstrip("/")
        return f"{name}index.html" if name.endswith("/") else name

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


class _Changed(FileSystemEventHandler):
    """Calls `call` when a file changes at or below a path; to read one is no change."""

    _KINDS = frozenset({"created", "modified", "moved", "deleted"})

    def __init__(self, path: str, call: Callable[[], None]) -> None:
        self._path, self._call = os.path.abspath(path), call

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in self._KINDS:
            return
        paths = (os.path.abspath(os.fsdecode(one)) for one in (event.src_path, event.dest_path))
        if any(one == self._path or one.startswith(f"{self._path}{os.sep}") for one in paths):
            self._call()


def _now() -> int:
    """The time as the live server counts it, in milliseconds."""
    return round(time.monotonic() * 1000)
