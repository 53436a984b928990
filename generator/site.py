"""The printed prose, the moulds and the registry's views → every file of the site."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator import prose_tables, slots, twins
from generator.engine import UNUSED
from generator.language import SPANISH, Language, speaking
from generator.mould import Mould, MouldError, compile_mould, without_marks
from generator.prose import ProsePage
from generator.render import hosting, policy
from generator.render.environment import Link, file_address, linker
from generator.render.press import NOT_FOUND, Press
from generator.views.page import Page, Redirect, Site, Slot

Moulds = Mapping[tuple[str, str, bool], Mould]
"""By table, by language, and by whether the record's source can be linked to."""

_RELATIVE_LINK = re.compile(
    r'(?P<before>\s(?:href|action)=")(?P<address>(?![a-z][a-z0-9+.-]*:|//|#)[^"#?]*)(?P<rest>[^"]*")'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page of the site, whatever it shows."""

    site: Site
    press: Press
    slots: Mapping[str, Slot]
    body_data: Mapping[str, str]
    """Attributes of `<body>` that scripts read: the day of the data, how long they are trusted."""
    source_url: Callable[[str], str | None]
    """The address of a source file, given its path in the repository."""
    language: Language = SPANISH
    prose: frozenset[str] = frozenset()
    """The addresses of all pages of prose."""

    def link(self, path: str) -> Link:
        """Links for the page at `path`; those of the page for lost addresses are absolute."""
        return self.press.link(path)

    def root(self, path: str) -> str:
        """The way from the page at address `path` to the site's root, for scripts to extend."""
        return f"{self.press.root(path)}/." if path == NOT_FOUND else self.press.root(path)

    def other_edition(self, path: str, twin: str | None) -> str:
        """A link to the same page in the other edition, else to its home; "" where it has none."""
        home = twins.home(self.language.code, self.prose)
        if home is None:
            return ""
        return linker(self.press.root(path), offline=self.site.offline)(twin or home)

    def fragment(self, name: str, path: str, **more: object) -> Markup:
        """A slot's HTML on the page at address `path`."""
        slot = self.slots[name]
        with speaking(self.language):
            return Markup(self.press.render(slot.template, path, **{**slot.context, **more}))


def prose_file(
    frame: Frame, printed: Path, page: ProsePage, target: Callable[[str], str | None]
) -> tuple[str, str]:
    """A page of prose with its slots and record links filled: (file, HTML)."""
    name = file_address(page.path)
    html = (printed / name).read_text(encoding="utf-8")
    source = frame.source_url(f"content/{page.file}")
    other = frame.other_edition(page.path, twins.twin(page.path, frame.prose))
    return name, _finished(frame, html, page.path, target, source, other)


def not_found_page(frame: Frame, printed: Path) -> Iterator[tuple[str, str]]:
    """The page that a server shows for addresses that lead nowhere, at any depth."""
    file = printed / NOT_FOUND
    if file.exists() and not frame.site.offline:
        html = file.read_text(encoding="utf-8")
        other = frame.other_edition(NOT_FOUND, None)
        yield NOT_FOUND, _finished(frame, html, NOT_FOUND, lambda _: None, None, other)


def _finished(
    frame: Frame,
    html: str,
    path: str,
    target: Callable[[str], str | None],
    source: str | None,
    other: str,
) -> str:
    link = frame.link(path)
    around = {
        "source_url": source,
        "address": path,
        "other_edition": other,
        "twin": twins.twin(path, frame.prose),
        "edition": frame.language.code,
    }
    html = policy.with_policy(prose_tables.named(html), offline=frame.site.offline)

    def fragment(name: str) -> str:
        return without_marks(frame.fragment(name, path, **around))

    def address(name: str) -> str | None:
        found = target(name)
        return None if found is None else link(found)

    html = slots.filled(slots.linked(html, address), fragment)
    return with_body_data(_for_folder(html, frame.site.offline), frame, path)


def with_body_data(html: str, frame: Frame, path: str) -> str:
    """Tell scripts where the site's root is, and which day the data are of."""
    facts = {"data-raiz": frame.root(path), **frame.body_data}
    attributes = "".join(f' {name}="{Markup.escape(value)}"' for name, value in facts.items())
    return html.replace("<body ", f"<body{attributes} ", 1)


def _for_folder(html: str, offline: bool) -> str:
    """Name the files that addresses stand for, where no server does it."""
    if not offline:
        return html

    def named(match: re.Match[str]) -> str:
        address = match["address"]
        if address.endswith((".", "/")):
            address = f"{address.rstrip('/')}/index.html"
        return f"{match['before']}{address}{match['rest']}"

    return _RELATIVE_LINK.sub(named, html)


def moulds(
    frame: Frame, printed: Path, prose: Iterable[ProsePage], target: Callable[[str], str | None]
) -> Moulds:
    """Every mould of the frame's language, with the slots around the record already filled."""
    found: dict[tuple[str, str, bool], Mould] = {}
    language = frame.language.code
    for page in prose:
        if page.mould is None or page.language != language:
            continue
        if (page.mould, language, True) in found:
            raise MouldError(f"molde {page.mould}: hay más de uno")
        html = (printed / file_address(page.path)).read_text(encoding="utf-8")
        other = Markup("%%otro_idioma%%") if frame.other_edition(page.path, None) else ""
        for source in (None, Markup("%%fuente%%")):
            finished = _finished(frame, html, page.path, target, source, other)
            found[page.mould, language, source is not None] = compile_mould(finished, page.mould)
    return found


def record_file(frame: Frame, made: Moulds, page: Page | Redirect) -> tuple[str, str]:
    """A record page or list page, poured into its mould: (file, HTML)."""
    name = file_address(page.path)
    with speaking(frame.language):
        return name, _record_html(frame, made, page)


def _record_html(frame: Frame, made: Moulds, page: Page | Redirect) -> str:
    if isinstance(page, Redirect):
        return frame.press.render("pages/redirect.html", page.path, page=page)
    source = None if page.source is None else frame.source_url(f"registry/{page.source}")
    texts = _texts(frame, page, source or "")
    return made[page.mould, page.language, bool(source)].pour(texts)


def _texts(frame: Frame, page: Page, source: str) -> dict[str, str]:
    body = frame.press.render(page.template, page.path, page=page, **page.context)
    head = frame.press.render("fragments/head.html", page.path, page=page)
    return {
        "titulo": page.title,
        "descripcion": page.description,
        "canonica": f"{frame.site.url}{page.path}",
        "cabeza": Markup(head),
        "cuerpo": Markup(body),
        "otro_idioma": frame.other_edition(page.path, page.other_language or None),
        "fuente": source,
    }


def headers(
    frame: Frame, printed: Path, prose: Iterable[ProsePage], badge: Path
) -> Iterator[tuple[str, bytes]]:
    """What hosts are to send with every page, and with a badge that is opened by itself."""
    pages = [printed / file_address(page.path) for page in prose]
    texts = [one.read_text("utf-8") for one in (*pages, printed / NOT_FOUND) if one.exists()]
    own_scripts = frozenset[str]().union(*map(policy.scripts, texts))
    sheets = (*texts, badge.read_text("utf-8"))
    own_styles = frozenset[str]().union(*map(policy.styles, sheets))
    return hosting.files(own_scripts, own_styles, frame.press.root(NOT_FOUND))


def other_files(printed: Path, prose: Iterable[ProsePage]) -> Iterator[tuple[str, bytes]]:
    """What the engine wrote besides pages: the theme's own files and those of `content/`."""
    pages = {NOT_FOUND, *(file_address(page.path) for page in prose)}
    for path in sorted(printed.rglob("*")):
        name = path.relative_to(printed).as_posix()
        if path.is_dir() or name in pages or name.startswith(UNUSED) or name.endswith(".map"):
            continue
        yield name, path.read_bytes()
