"""A site's folder → an address of this machine that serves it, below a path as on a shared host."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO

Change = Callable[[str], str]

PREFIX = "/registro-publico/"
"""The site must work at any depth, so it is not served at the root."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    prefix = PREFIX
    sent: tuple[tuple[str, str], ...] = ()
    """Headers of every answer, as the site asks hosts to send them."""
    change: tuple[Change, ...] = ()
    """What a host makes of every page before it sends it."""

    def end_headers(self) -> None:
        for name, value in self.sent:
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if not self.change or page.suffix != ".html" or not page.is_file():
            return super().send_head()
        text = page.read_text(encoding="utf-8")
        for change in self.change:
            text = change(text)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        return io.BytesIO(text.encode())

    def translate_path(self, path: str) -> str:
        inside = path[len(self.prefix) - 1 :] if path.startswith(self.prefix) else "/.none"
        return super().translate_path(inside)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(str(self.directory)) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests read no log."""


class _RootHandler(_Handler):
    prefix = "/"


def asked(site: Path) -> tuple[tuple[str, str], ...]:
    """The headers that `_headers` asks a host to send with every file."""
    pattern, *lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert pattern == "/*"
    found = [line.strip().partition(": ") for line in lines]
    return tuple((name, value) for name, _, value in found)


@contextmanager
def served(
    site: Path, *change: Change, at_root: bool = False, as_asked: bool = False
) -> Iterator[str]:
    """The address of the site's home page, while it lasts.

    `as_asked` sends the site's headers; `change` is done to every page by the host.
    """
    kind: type[_Handler] = _RootHandler if at_root else _Handler

    class _Host(kind):  # type: ignore[misc, valid-type]
        sent = asked(site) if as_asked else ()

    _Host.change = change
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(site)))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{kind.prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
