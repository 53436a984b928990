"""Addresses of pages → the sitemap index and its parts (sitemaps.org, at most 10,000 each)."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

LARGEST_PART = 10_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def files(site_url: str, addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml`, its parts, and `robots.txt`; nothing where the public address is unknown."""
    if not site_url:
        return
    parts = [
        addresses[start : start + LARGEST_PART] for start in range(0, len(addresses), LARGEST_PART)
    ]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, _document("urlset", "url", site_url, part)
    yield "sitemap.xml", _document("sitemapindex", "sitemap", site_url, names)
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()


def _document(root: str, item: str, site_url: str, addresses: Sequence[str]) -> bytes:
    rows = "".join(
        f"<{item}><loc>{escape(site_url + address)}</loc></{item}>\n" for address in addresses
    )
    return f'{_HEAD}<{root} xmlns="{_NAMESPACE}">\n{rows}</{root}>\n'.encode()
