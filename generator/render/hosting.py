"""The scripts and sheets that pages have of their own → the headers that common hosts are to send.

Netlify and Cloudflare Pages read `_headers` by themselves; for nginx and Apache there are snippets
to include. They say once for all pages what each page's `meta` says for itself. The snippets also
say what those hosts of their own accord do not: of what type each file is, how long it may be kept,
which page answers for lost addresses, and that nobody sees what a build is still writing.
"""

from collections.abc import Iterator, Mapping

from generator.render.policy import Hashes, policy

NETLIFY = "_headers"
NGINX = "recursos/cabeceras-nginx.conf"
APACHE = "recursos/cabeceras-apache.conf"

TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "conf": "text/plain",
    "css": "text/css",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "html": "text/html",
    "ics": "text/calendar",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ndjson": "application/x-ndjson",
    "png": "image/png",
    "sqlite": "application/vnd.sqlite3",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "yml": "application/yaml",
}
"""By the ending of a name; with `nosniff` a browser uses a file only as what it is told to be."""
PLAIN = "text/plain"
"""Files without an ending."""

ASKED_AGAIN = "no-cache"
"""A state may have changed: a copy serves only once the host has said that it is still the same."""
KEPT = "public, max-age=31536000, immutable"
FINGERPRINTED = r"\.[0-9a-f]{8}\.min\.(css|js)$"
"""Names that change with the content."""
_STAGED = r"/\.en-obra(/|$)"

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "geolocation=(), microphone=(), payment=()",
    # All of it is public and no page knows its reader: other sites may read the data.
    "Access-Control-Allow-Origin": "*",
}


def headers(own_scripts: Hashes, own_styles: Hashes) -> dict[str, str]:
    """Each header and its value; `frame-ancestors` works in a header only."""
    told = f"{policy(own_scripts, own_styles)}; frame-ancestors 'self'"
    return {"Content-Security-Policy": told, **_FIXED}


def files(own_scripts: Hashes, own_styles: Hashes, root: str) -> Iterator[tuple[str, bytes]]:
    """The headers as each host reads them: (file, content); `root` is the site's path on its host.

    Netlify and Cloudflare Pages ask again by themselves, know the types and find `404.html`.
    """
    sent = headers(own_scripts, own_styles)
    lines = "".join(f"  {name}: {value}\n" for name, value in sent.items())
    yield NETLIFY, f"/*\n{lines}".encode()
    yield NGINX, "".join(f"{line}\n" for line in _nginx(sent, root)).encode()
    yield APACHE, "".join(f"{line}\n" for line in _apache(sent, root)).encode()


def _nginx(sent: Mapping[str, str], root: str) -> Iterator[str]:
    yield f"# Dentro de server {{ }}: include …/{NGINX};"
    yield "# Un location que tiene add_header propios no recibe estos: repítelos en él."
    for name, value in sent.items():
        yield f'add_header {name} "{value}" always;'
    yield f'set $apl_guardar "{ASKED_AGAIN}";'
    yield f'if ($uri ~ "{FINGERPRINTED}") {{ set $apl_guardar "{KEPT}"; }}'
    yield "add_header Cache-Control $apl_guardar always;"
    yield "types {"
    for ending, kind in TYPES.items():
        yield f"  {kind} {ending};"
    yield "}"
    yield f"default_type {PLAIN};"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_worded())};"
    yield f"error_page 404 {root}/404.html;"
    yield f"location ~ {_STAGED} {{ return 404; }}"


def _apache(sent: Mapping[str, str], root: str) -> Iterator[str]:
    yield f"# En la configuración del sitio: Include …/{APACHE}"
    yield "# Requiere mod_headers, mod_mime, mod_dir y mod_alias."
    for name, value in {**sent, "Cache-Control": ASKED_AGAIN}.items():
        yield f'Header always set {name} "{value}"'
    yield f'<FilesMatch "{FINGERPRINTED}">'
    yield f'  Header always set Cache-Control "{KEPT}"'
    yield "</FilesMatch>"
    for ending, kind in TYPES.items():
        yield f"AddType {kind} .{ending}"
    yield f"AddCharset utf-8 {' '.join(f'.{one}' for one, kind in TYPES.items() if _is_text(kind))}"
    yield "<Files SHA256SUMS>"
    yield f'  ForceType "{PLAIN}; charset=utf-8"'
    yield "</Files>"
    yield "DirectoryIndex index.html"
    yield f"ErrorDocument 404 {root}/404.html"
    yield f'RedirectMatch 404 "{_STAGED}"'


def _worded() -> list[str]:
    """The types whose letters a host has to name; nginx does so for HTML by itself."""
    return sorted({kind for kind in TYPES.values() if _is_text(kind)} - {"text/html"})


def _is_text(kind: str) -> bool:
    return kind.startswith("text/")
