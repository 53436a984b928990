"""A tiny site around the search's own fragments, scripts and index, for a browser to open."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.render.assets import join
from generator.render.press import Press
from generator.search.rows import Row
from generator.views.page import Site
from tests.search_rows import index_of

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "templates"

ENTRY = 'import {{ {start} }} from "{path}";\n{start}();\n'
STARTS = {"header": "startHeaderSearch", "explorer": "startExplorer"}
PAGE = """<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>Prueba</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="{root}/search.css"></head>
<body{data}><header class="md-header">{header}</header>
<main class="md-typeset">{main}</main>
<script src="{root}/header.js" defer></script><script src="{root}/explorer.js" defer></script>
</body></html>
"""


def search_site(
    folder: Path,
    rows: Sequence[Row],
    labels: Mapping[str, Mapping[str, str]],
    *,
    offline: bool = False,
    day: str = "2026-11-23",
) -> Path:
    """Write into `folder` the index, an explorer page, a plain page, and all that rows lead to."""
    for name, content in index_of(rows, labels, offline=offline):
        _write(folder / name, content)
    for name, start in STARTS.items():
        path = (TEMPLATES / "assets" / "search" / f"{name}.js").as_posix()
        entry = Path(f"{name}-start.js")
        module = (TEMPLATES / "assets" / "search" / entry).resolve()
        script = join(module, {module: ENTRY.format(start=start, path=f"./{Path(path).name}")})
        _write(folder / f"{name}.js", script.encode())
    sheet = TEMPLATES / "assets" / "search" / "search.css"
    _write(
        folder / "search.css",
        b":root{font-size:20px}.md-header{position:relative}" + sheet.read_bytes(),
    )
    pages = {
        "": "search_box",
        "registro/": "explorer",
        **dict.fromkeys(_targets(rows), "search_box"),
    }
    for path, fragment in pages.items():
        _write(folder / path / "index.html", _page(path, fragment, offline=offline, day=day))
    return folder


def _targets(rows: Sequence[Row]) -> set[str]:
    return {row.path.partition("#")[0] for row in rows}


def _page(path: str, fragment: str, *, offline: bool, day: str) -> bytes:
    site = Site("https://registro.example/", date.fromisoformat(day), offline=offline)
    press = Press(TEMPLATES, site)
    root = press.root(path)
    data = f' data-raiz="{root}" data-dia="{day}" data-dias-confiables="7"'

    def rendered(name: str, box_id: str, large: bool) -> str:
        return press.render(f"fragments/{name}.html", path, box_id=box_id, large=large)

    return PAGE.format(
        root=root,
        data=data + (' data-sin-servidor=""' if offline else ""),
        header=rendered("search_box", "buscar", large=False),
        main=rendered(fragment, "buscar-aqui", large=True),
    ).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
