"""A page and an address in it → the file and place of the site that it leads to."""

from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

HOST = "http://sitio.invalid"
BASE = f"{HOST}/un/camino/"
"""Links are resolved below a path, because the site must work at any depth."""
LOST = "404.html"


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site and a place in it ("" for its top)."""

    file: str
    fragment: str


class LeavesSite(Exception):
    """The address leads out of the site's folder."""


def is_outside(address: str) -> bool:
    """Whether it names a scheme or a host: an address of somebody else."""
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def target(page: str, address: str) -> Target:
    """Where `address`, found in the file `page`, leads to; a folder's address names its page.

    The page for lost addresses is shown at any depth, so its links count from the public root.
    """
    if page == LOST:
        address = address.removeprefix("/") or "."
    whole = urlsplit(urljoin(f"{BASE}{page}", address))
    path = unquote(whole.path)
    if not path.startswith(urlsplit(BASE).path):
        raise LeavesSite(address)
    name = path.removeprefix(urlsplit(BASE).path)
    if not name or name.endswith("/"):
        name += "index.html"
    return Target(name, unquote(whole.fragment))
