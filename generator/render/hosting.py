"""The scripts and sheets that pages have of their own → the headers that common hosts are to send.

Netlify and Cloudflare Pages read `_headers` by themselves; for nginx and Apache there are snippets
to include. They say once for all pages what each page's `meta` says for itself.
"""

from collections.abc import Iterator

from generator.render.policy import Hashes, policy

NETLIFY = "_headers"
NGINX = "recursos/cabeceras-nginx.conf"
APACHE = "recursos/cabeceras-apache.conf"

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


def files(own_scripts: Hashes, own_styles: Hashes) -> Iterator[tuple[str, bytes]]:
    """The headers as each host reads them: (file, content)."""
    sent = headers(own_scripts, own_styles).items()
    lines = "".join(f"  {name}: {value}\n" for name, value in sent)
    yield NETLIFY, f"/*\n{lines}".encode()
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in sent)
    yield NGINX, f"# Dentro de server {{ }}: include …/{NGINX};\n{lines}".encode()
    lines = "".join(f'  Header always set {name} "{value}"\n' for name, value in sent)
    head = f"# En la configuración del sitio: Include …/{APACHE} (requiere mod_headers)\n"
    yield APACHE, f"{head}<IfModule mod_headers.c>\n{lines}</IfModule>\n".encode()
