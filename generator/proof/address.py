"""An address on the web → the files of a site, each compared with what it should be.

Nothing is asked of another host than the one named, of no answer is more read than there should
be, and no answer is waited for very long.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError

from generator.placing import NOTE
from generator.proof.places import CHUNK, Finding, beside

_HOPS, _TRIES = 4, 2
_SECONDS, _BYTES_A_SECOND = 60.0, 20_000
"""A file may take so long, and longer by what it weighs."""
_FOUND, _MOVED, _GONE = 200, (301, 302, 303, 307, 308), (404, 410)
_CONNECTIONS = 8
_MOST_SILENCES = 20
"""So many files in a row that nobody gives, and no more is asked."""
_MISSING_PAGE = "404.html"
_INDEX = "index.html"


class Unreachable(Exception):
    """The site does not answer; what was said of it."""


class _Refused(Exception):
    """No answer that is a file, and why: `http 500`, or a word of `Why`."""


Why = Literal["slow", "elsewhere", "circles", "silent"]


class Address:
    """A site that a server gives."""

    at_once = _CONNECTIONS
    shows_all = False

    def __init__(self, url: str) -> None:
        self._base = url if url.endswith("/") else f"{url}/"
        self._origin = _origin(self._base)
        self._pool = _pool(self._base)
        self._silences = 0

    def is_unfinished(self) -> bool:
        """Where a host answers everything with a page, only the note itself counts."""
        told = self.read(NOTE, CHUNK)
        return told is not None and b"apl build" in told

    def read(self, name: str, most: int) -> bytes | None:
        """As `Place` says; Unreachable where nobody answers."""
        found = b""
        try:
            for chunk in self._chunks(name, most):
                found += chunk
                if len(found) > most:
                    return None
        except FileNotFoundError:
            return None
        except _Refused as error:
            raise Unreachable(f"{self._base}{name}: {error}") from error
        return found

    def compared(self, name: str, expected: Path) -> Finding:
        """As `Place` says."""
        try:
            return beside(name, self._chunks(name, expected.stat().st_size), expected)
        except FileNotFoundError:
            return Finding(name, "missing")
        except _Refused as error:
            return Finding(name, "unreadable", str(error))

    def others(self, _: frozenset[str]) -> Iterator[str]:
        """A server does not tell what else it has."""
        return iter(())

    def _chunks(self, name: str, size: int) -> Iterator[bytes]:
        """What is answered, a chunk more than `size` at most."""
        ends = time.monotonic() + _SECONDS + size / _BYTES_A_SECOND
        answer = self._answer(name)
        try:
            left = size
            while left >= 0:
                chunk = answer.read1(CHUNK, decode_content=True)  # what there is, however little
                if not chunk:
                    return
                if time.monotonic() > ends:
                    raise _Refused("slow")
                left -= len(chunk)
                yield chunk
        except (HTTPError, OSError) as error:
            raise _Refused("silent") from error
        finally:
            answer.close()  # which keeps the connection of one that was read to its end

    def _answer(self, name: str) -> urllib3.BaseHTTPResponse:
        url = self._base + quote(name.removesuffix(_INDEX) if _is_index(name) else name)
        for _ in range(_HOPS):
            answer = self._asked(url)
            if answer.status == _FOUND or (name == _MISSING_PAGE and answer.status in _GONE):
                return answer
            answer.close()
            if answer.status in _GONE:
                raise FileNotFoundError(name)
            if answer.status not in _MOVED:
                raise _Refused(f"http {answer.status}")
            url = self._next(url, answer.headers.get("location", ""))
        raise _Refused("circles")

    def _next(self, url: str, where: str) -> str:
        """Where an answer sends us: only to the same host."""
        try:
            there = urljoin(url, where)
            if _origin(there) in (self._origin, ("https", *self._origin[1:])):
                return there
        except ValueError:
            pass
        raise _Refused("elsewhere")

    def _asked(self, url: str) -> urllib3.BaseHTTPResponse:
        for _ in range(_TRIES if self._silences < _MOST_SILENCES else 0):
            with suppress(HTTPError, OSError):
                answer = self._pool.request("GET", url, preload_content=False, redirect=False)
                self._silences = 0
                return answer
        self._silences += 1
        raise _Refused("silent")


def _is_index(name: str) -> bool:
    """A page is asked for as people do, by its folder."""
    return name == _INDEX or name.endswith(f"/{_INDEX}")


def _origin(url: str) -> tuple[str, ...]:
    """Scheme and host; the port where it is not the usual one."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    port = "" if parts.port in (None, usual) else str(parts.port)
    return parts.scheme, parts.hostname or "", port


def _pool(url: str) -> urllib3.PoolManager:
    options: dict[str, Any] = {
        "maxsize": _CONNECTIONS,
        "retries": False,
        "timeout": urllib3.Timeout(connect=15, read=30),
        "headers": {"accept-encoding": "identity", "user-agent": "apl-verify-site"},
    }
    parts = urlsplit(url)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.netloc):
        return urllib3.ProxyManager(proxy, **options)
    return urllib3.PoolManager(**options)
