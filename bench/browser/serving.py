"""A folder → an address that serves it compressed, through a slow link, and counts what it sends.

The link is slowed here and not in the browser, because the browser's own throttle leaves out what
web workers fetch, and two of the three searches fetch from workers.
"""

import gzip
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

_PIECE = 4096
_SMALL_ALREADY = frozenset({".gz", ".png", ".woff2"})
"""Compressed already; whatever else does not shrink is sent as it is, too."""


@dataclass(frozen=True, slots=True)
class Link:
    """Bits a second over all connections together, and seconds before each answer; 0 is none."""

    name: str
    bits: float = 0
    delay: float = 0


LOCAL = Link("local")
PHONE = Link("1.6 Mbit/s + 150 ms", 1.6e6, 0.15)


@dataclass(slots=True)
class Traffic:
    """What went over a link: the path below the root and the bytes of each answer's body."""

    link: Link = LOCAL
    sent: list[tuple[str, int]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)
    _free: float = 0

    def start(self, link: Link) -> None:
        """Count from nothing, over this link."""
        self.link, self.sent, self._free = link, [], 0

    def note(self, path: str, size: int) -> None:
        """An answer that is about to be sent."""
        self.sent.append((path, size))

    def pass_through(self, size: int) -> None:
        """Wait until so many bytes have found room on the link, which all answers share."""
        if not self.link.bits:
            return
        with self._lock:
            self._free = max(time.monotonic(), self._free) + size * 8 / self.link.bits
            until = self._free
        time.sleep(max(0, until - time.monotonic()))


@cache
def packed(path: Path) -> bytes:
    """The file as `gzip -9` makes it; empty where that would not be smaller."""
    body = path.read_bytes()
    if path.suffix in _SMALL_ALREADY:
        return b""
    small = gzip.compress(body, 9, mtime=0)
    return small if len(small) < len(body) else b""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *words: object, traffic: Traffic, **names: object) -> None:
        self.traffic = traffic
        super().__init__(*words, **names)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        time.sleep(self.traffic.link.delay)
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        small = packed(file) if "gzip" in self.headers.get("Accept-Encoding", "") else b""
        self._send(file, small or file.read_bytes(), is_packed=bool(small))

    def _send(self, file: Path, body: bytes, *, is_packed: bool) -> None:
        self.traffic.note(unquote(urlsplit(self.path).path).lstrip("/"), len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", f"{len(body)}")
        self.send_header("Cache-Control", "max-age=600")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        for start in range(0, len(body), _PIECE):
            piece = body[start : start + _PIECE]
            self.traffic.pass_through(len(piece))
            self.wfile.write(piece)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True  # the browser left before the answer was there

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def counted(site: Path) -> Iterator[tuple[str, Traffic]]:
    """The address of a folder's root and the count of what is fetched from it, while it lasts."""
    traffic = Traffic()
    handler = partial(_Handler, directory=str(site), traffic=traffic)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", traffic
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
