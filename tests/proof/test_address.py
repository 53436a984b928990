"""A site behind a server, kind or hostile, on this computer."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from generator.proof import address
from generator.proof.address import Address, Unreachable
from generator.proof.claim import NoClaim, claim
from generator.proof.comparing import compare
from tests.proof.repository import site, told

RIGHT = {
    "index.html": b"inicio",
    "404.html": b"no hay",
    "empresas/ñandú/index.html": b"ficha",
    "datos/a b.csv": b"a,b\n" * 50_000,
    "empty": b"",
}


class Handler(BaseHTTPRequestHandler):
    """Gives the files of `answers`; a function there does what it likes."""

    protocol_version = "HTTP/1.1"
    answers: dict[str, Any]
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        found = self.answers.get(self.path)
        if callable(found):
            found(self)
        else:
            there = found is not None
            self.give(200 if there else 404, found if there else self.answers.get("404", b""))

    def give(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        return


class Host:
    def __init__(self) -> None:
        self.handler = type("Mine", (Handler,), {"answers": {}, "asked": []})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/registro"
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def serve(self, files: dict[str, Any]) -> None:
        from urllib.parse import quote

        for name, content in files.items():
            path = name.removesuffix("index.html")
            self.handler.answers[f"/registro/{quote(path)}"] = content


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def right(tmp_path: Path) -> Path:
    return site(tmp_path / "right", RIGHT)


def states(host: Host, right: Path) -> dict[str, tuple[str, str]]:
    found = compare(right, Address(host.url))
    return {one.name: (one.state, one.detail) for one in found.findings if one.state != "same"}


def test_a_site_that_is_the_same(host: Host, right: Path) -> None:
    """Pages are asked for by their folder; the page of what is missing may come with a 404."""
    host.serve(RIGHT)
    del host.handler.answers["/registro/404.html"]
    host.handler.answers["404"] = RIGHT["404.html"]

    found = compare(right, Address(host.url))

    assert found.is_same and not found.sees_all
    assert "/registro/" in host.handler.asked
    assert not any("index.html" in one for one in host.handler.asked)


def test_differences_are_found(host: Host, right: Path) -> None:
    """Other bytes, too few, too many, none, and errors."""
    host.serve(
        {
            **RIGHT,
            "index.html": b"inicia",
            "datos/a b.csv": RIGHT["datos/a b.csv"][:-1],
            "empty": b"algo",
            "empresas/ñandú/index.html": lambda one: one.give(503),
        }
    )
    del host.handler.answers["/registro/404.html"]

    assert states(host, right) == {
        "404.html": ("differs", "1"),
        "datos/a b.csv": ("differs", "200000"),
        "empresas/ñandú/index.html": ("unreadable", "http 503"),
        "empty": ("differs", "1"),
        "index.html": ("differs", "6"),
    }


def test_an_endless_answer_is_left(host: Host, right: Path) -> None:
    """Of a file of six bytes no gigabyte is read."""
    sent = []

    def endless(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                sent.append(handler.wfile.write(RIGHT["index.html"] + b"x" * 100_000))
        except OSError:
            handler.close_connection = True

    host.serve({**RIGHT, "index.html": endless})

    assert states(host, right) == {"index.html": ("differs", "7")}
    assert sum(sent) < 50_000_000


def test_a_packed_answer_is_unpacked_no_further_than_needed(host: Host, right: Path) -> None:
    """A right one is the same file; a bomb is a difference."""
    bomb = gzip.compress(RIGHT["index.html"] + bytes(200_000_000), 9)
    whole = gzip.compress(RIGHT["datos/a b.csv"])
    host.serve(
        {
            **RIGHT,
            "index.html": lambda one: one.give(200, bomb, content_encoding="gzip"),
            "datos/a b.csv": lambda one: one.give(200, whole, content_encoding="gzip"),
            "empty": lambda one: one.give(200, b"no gzip", content_encoding="gzip"),
        }
    )

    assert states(host, right) == {
        "empty": ("unreadable", "silent"),
        "index.html": ("differs", "7"),
    }


def test_a_slow_answer_is_not_waited_for(
    host: Host, right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte now and then keeps nobody."""
    monkeypatch.setattr(address, "_SECONDS", 0.3)
    monkeypatch.setattr(address, "_BYTES_A_SECOND", 10_000_000)

    def drip(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = True
        for one in RIGHT["index.html"] * 100:
            try:
                handler.wfile.write(bytes([one]))
            except OSError:
                return
            time.sleep(0.1)

    host.serve({**RIGHT, "index.html": drip})

    assert states(host, right) == {"index.html": ("unreadable", "slow")}


def test_only_the_host_that_was_named_is_asked(host: Host, right: Path) -> None:
    """It may send us elsewhere on itself, not to others, and not around for ever."""
    other = Host()
    base = "/registro/"
    host.serve(
        {
            **RIGHT,
            "empty": lambda one: one.give(302, location=f"{base}moved"),
            "moved": b"",
            "index.html": lambda one: one.give(302, location=other.url),
            "404.html": lambda one: one.give(302, location=f"{base}404.html"),
            "datos/a b.csv": lambda one: one.give(302, location="file:///etc/passwd"),
            "empresas/ñandú/index.html": lambda one: one.give(302, location="http://[x:y"),
        }
    )

    assert states(host, right) == {
        "404.html": ("unreadable", "circles"),
        "datos/a b.csv": ("unreadable", "elsewhere"),
        "empresas/ñandú/index.html": ("unreadable", "elsewhere"),
        "index.html": ("unreadable", "elsewhere"),
    }
    assert other.handler.asked == []
    other.server.server_close()


def test_a_dead_server_is_not_asked_for_every_file(tmp_path: Path) -> None:
    """After some silences the rest is taken for silent."""
    right = site(tmp_path, {f"{number}": b"x" for number in range(200)})
    host = Host()
    host.server.shutdown()
    host.server.server_close()
    place = Address(host.url)

    found = compare(right, place)

    assert {one.detail for one in found.findings} == {"silent"}
    with pytest.raises(Unreachable):
        claim(place)


def test_a_site_in_progress_is_refused(host: Host) -> None:
    """By its note; a host that answers everything with a page has none."""
    host.serve({"api/v1/renombrados.json": told("a" * 40), "en-obra.txt": b"<p>Hola"})
    assert claim(Address(host.url)).commit == "a" * 40

    host.serve({"en-obra.txt": b"La orden apl build lo termina"})
    with pytest.raises(NoClaim, match="unfinished"):
        claim(Address(host.url))
