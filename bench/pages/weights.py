"""A page of a served site → what a first visit fetches, file by file, as compressed bytes."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.browser.serving import Traffic, packed
from bench.pages.parts import is_theme

PHONE = {"width": 375, "height": 740}
_SETTLED = 1_000


def chosen(site: Path) -> dict[str, str]:
    """The pages that are looked at, by what they are; companies and codes by their size."""
    companies, codes = (_by_size(site, section) for section in ("empresas", "v"))
    return {
        "home": "",
        "explorer": "registro/",
        "company": companies[len(companies) // 2],
        "largest company": companies[-1],
        "certificate": codes[len(codes) // 2],
    }


def _by_size(site: Path, section: str) -> list[str]:
    """Record pages from the smallest to the largest, compressed; redirects are no pages."""
    files = [
        file for file in (site / section).glob("*/index.html") if "apl-ficha" in file.read_text()
    ]
    return [
        f"{section}/{file.parent.name}/"
        for file in sorted(files, key=lambda file: (len(packed(file)), file))
    ]


def first_visit(
    browser: Browser, home: str, traffic: Traffic, page: str, days_later: int = 0
) -> dict[str, int]:
    """Bytes by path of all that a phone with an empty cache fetches; the page itself is ''.

    Its clock may stand some days later than that of the site.
    """
    context = browser.new_context(viewport=PHONE, locale="es-CL")  # type: ignore[arg-type]
    traffic.sent.clear()
    try:
        context.clock.set_system_time(datetime.now(UTC) + timedelta(days=days_later))
        tab = context.new_page()
        tab.goto(f"{home}{page}", wait_until="networkidle")
        tab.wait_for_timeout(_SETTLED)
    finally:
        context.close()
    return {"" if path == page else path: size for path, size in traffic.sent}


def row(name: str, page: str, fetched: Mapping[str, int]) -> dict[str, Any]:
    """The theme's own files summed up, all others one by one."""
    own = {path: size for path, size in fetched.items() if not is_theme(path)}
    theme = sum(fetched.values()) - sum(own.values())
    return {"name": name, "page": page, "own": own, "theme": theme}
