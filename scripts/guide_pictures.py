"""Takes the pictures of the guides from this site's own pages, built from what the guides do.

Run it again after a change of the guides or of how pages look:
`.venv/bin/python scripts/guide_pictures.py`. Screens of GitHub are told in words, never drawn.
"""

import base64
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import (  # noqa: E402
    Browser,
    FloatRect,
    Locator,
    Page,
    sync_playwright,
)

from scripts.find_browser import find_browser  # noqa: E402
from scripts.rehearsal import DAY, GUIDES, Stage, blocks, examples, stage  # noqa: E402

PICTURES = GUIDES / "imagenes"
WIDTH, LARGEST = 375, 80_000
"""A phone's width in CSS pixels; the largest file in bytes."""

AS_WEBP = """async (png) => {
  const image = await createImageBitmap(await (await fetch(png)).blob());
  const canvas = Object.assign(document.createElement("canvas"), image);
  canvas.width = image.width; canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.6);
}"""
"""Chromium writes WebP too, so no other tool is needed."""

Take = Callable[[Page], Locator]


def correction(page: Page) -> Locator:
    """The company's page where it tells its correction."""
    page.goto("empresas/conservas-estero-imaginario/")
    return page.locator("#seccion_correcciones")


def suspension(page: Page) -> Locator:
    """The title of a suspended certificate's page."""
    page.goto("v/ABCDEFGG/")
    return page.locator("article.apl-ficha h1")


def unknown(page: Page) -> Locator:
    """What the verifier answers about a company that is not on record."""
    page.goto("verificar/")
    page.get_by_label("Código, número oficial, RUT, nombre o marca").fill("99.910.238-7")
    page.get_by_role("button", name="Verificar", exact=True).click()
    answer = page.locator("[data-verifica=respuesta] .apl-respuesta")
    answer.wait_for()
    return answer


def ceremony(page: Page) -> Locator:
    """What the page of a ceremony says of its rows, as they come from a spreadsheet."""
    text = _guide("ceremonia-paso-a-paso")
    sheet = next(one.text for one in blocks(text) if one.kind == "csv")
    page.goto("equipo/ceremonia/")
    page.get_by_label("Filas de la planilla").fill(sheet.replace(";", "\t"))
    page.locator('option[value="ensayo-conservas"]').wait_for(state="attached")
    page.get_by_label("Acuerdo", exact=True).select_option("ensayo-conservas")
    page.get_by_role("button", name="Revisar las filas").click()
    page.locator(".apl-ceremonia__titulo").wait_for()
    return page.locator(".apl-ceremonia__titulo")


SHOTS: dict[str, tuple[str, str, Take, int]] = {
    "correccion": ("corregir", "", correction, 220),
    "suspension": ("suspender", "## 3.", suspension, 555),
    "ceremonia": ("ceremonia-paso-a-paso", "```csv", ceremony, 680),
    "sin-nomina": ("pedir-nominas", "La lista que llegó", unknown, 575),
}
"""For each picture its guide, done as far as this text, what it starts at, and its height."""


def _guide(name: str) -> str:
    return (GUIDES / f"{name}.md").read_text(encoding="utf-8")


def draw(browser: Browser) -> None:
    """Every picture, from a site of its own."""
    PICTURES.mkdir(exist_ok=True)
    for name, (guide, until, take, height) in SHOTS.items():
        with TemporaryDirectory() as folder:
            settings = (ROOT / "registry" / "registro.yaml").read_text(encoding="utf-8")
            one = stage(Path(folder), DAY, {**examples(), "registry/registro.yaml": settings})
            text = _guide(guide)
            one.rehearse(text[: text.index(until)] if until else text)
            with _served(_built(one)) as home:
                picture = _taken(browser, home, take, height)
        if len(picture) > LARGEST:
            sys.exit(f"{name}: {len(picture)} bytes")
        (PICTURES / f"{name}.webp").write_bytes(picture)
        print(f"{name}.webp: {len(picture)}")


def _built(one: Stage) -> Path:
    out = one.clone.parent / "sitio"
    code, said = one.run(f"apl build --no-cache --out {out}")
    if code:
        sys.exit(said)
    return out


def _taken(browser: Browser, home: str, take: Take, height: int) -> bytes:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 1400},
        device_scale_factor=2,
        base_url=home,
        color_scheme="light",
        locale="es-CL",
        timezone_id="America/Santiago",
    )
    page = context.new_page()
    page.clock.set_fixed_time(f"{DAY.isoformat()}T15:00:00Z")
    shown = take(page)
    page.add_style_tag(content=".md-header { position: static } * { caret-color: transparent }")
    page.wait_for_timeout(500)
    png = _clipped(page, shown, height)
    blank = context.new_page()
    address = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    webp = str(blank.evaluate(AS_WEBP, address))
    context.close()
    return base64.b64decode(webp.partition(",")[2])


def _clipped(page: Page, shown: Locator, height: int) -> bytes:
    """From the top of what is shown, across the page."""
    box = shown.bounding_box()
    if box is None:
        sys.exit(f"{page.url}: nothing to show")
    top = box["y"] + page.evaluate("scrollY") - 10
    clip = FloatRect(x=0, y=top, width=WIDTH, height=height)
    return page.screenshot(clip=clip, full_page=True)


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:  # a request is nothing to tell
        pass


if __name__ == "__main__":
    found = find_browser()
    if found is None:
        sys.exit("Chromium is not on this machine")
    with sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=found, args=["--no-sandbox"])
        draw(started)
        started.close()
