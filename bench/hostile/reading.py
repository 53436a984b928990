"""A file of a site → the texts that an independent reader of its format finds in it."""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import icalendar
import lxml.etree
import lxml.html
import yaml
from python_calamine import CalamineWorkbook

csv.field_size_limit(16 * 1024 * 1024)

_PLAIN = lxml.etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_FORMULA = re.compile(rb"<f[ >]|<hyperlink|externalLink|vbaProject")


UNREAD = frozenset(("", ".css", ".js", ".png", ".webp", ".txt", ".conf"))
"""Endings of files that hold our own words, or pictures."""


_ESCAPED = re.compile(r"\\(.)")


class Broken(Exception):
    """A file that a reader of its format does not take, or that holds what it must not."""


def texts(path: Path) -> Iterator[str]:
    """Every text in it; `Broken` where its format is."""
    if path.suffix in UNREAD:
        return
    if path.suffix not in READERS:
        raise Broken(f"{path.name}: nobody here reads such a file")
    read = READERS[path.suffix]
    try:
        for text in read(path):
            yield from _opened(text)
    except (ValueError, KeyError, csv.Error, sqlite3.Error, lxml.etree.LxmlError) as error:
        raise Broken(f"{path.name}: {type(error).__name__}: {error}") from error


def _opened(text: str) -> Iterator[str]:
    """What stands in a text: a cell or an attribute may be JSON, and a cell a list."""
    if text.startswith(("[{", '["', '{"', "[[")) and text.endswith(("}", "]")):
        yield from _strings(json.loads(text))
    elif text.startswith('"') and text.endswith('"') and len(text) > 1:
        # A list in a cell: `a; "b; ""c"""`.
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=";", skipinitialspace=True):
            yield from row
    else:
        yield text


def _html(path: Path) -> Iterator[str]:
    yield from _html_of(lxml.html.document_fromstring(path.read_text(encoding="utf-8")))


def _html_of(page: lxml.html.HtmlElement) -> Iterator[str]:
    """Attributes, data and text; what is to be pasted elsewhere is read as what it will be."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        yield from element.attrib.values()
        if element.tag == "script" and element.get("type", "").endswith("json"):
            yield from _strings(json.loads(element.text or "null"))
        if element.tag in ("title", "textarea"):
            yield element.text or ""
    for shown in page.xpath("//pre[@class='apl-codigo-web']"):
        yield from _html_of(lxml.html.fromstring(shown.text_content()))
    for dropped in page.xpath("//script|//style|//pre[@class='apl-codigo-web']"):
        dropped.drop_tree()
    yield page.text_content()


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield str(key)
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _json(path: Path) -> Iterator[str]:
    yield from _strings(json.loads(path.read_text(encoding="utf-8")))


def _yaml(path: Path) -> Iterator[str]:
    yield from _strings(yaml.safe_load(path.read_text(encoding="utf-8")))


def _ndjson(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield from _strings(json.loads(line))


def _csv(path: Path) -> Iterator[str]:
    text = path.read_bytes().decode("utf-8-sig")
    comma = ";" if path.stem.endswith("-excel") else ","
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            raise ValueError(f"{len(row)} cells for {len(rows[0])} columns")
        if comma == ";" and (run := [cell for cell in row if re.match(r"[=+@\t\r\n]", cell)]):
            raise ValueError(f"a cell that Excel runs: {run[0]!r}")
        yield from row


def _xlsx(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            if name.startswith(("/", "..")) or _FORMULA.search(book.read(name)):
                raise ValueError(f"{name} holds more than values")
            lxml.etree.fromstring(book.read(name), _PLAIN)
    whole = CalamineWorkbook.from_path(path)
    for name in whole.sheet_names:
        for row in whole.get_sheet_by_name(name).to_python():
            yield from (cell for cell in row if isinstance(cell, str))


def _sqlite(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        if base.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise ValueError("the database is not whole")
        found = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in found:
            if not name.startswith("sqlite_") and "_fts" not in name:
                for row in base.execute(f'SELECT * FROM "{name}"'):
                    yield from (cell for cell in row if isinstance(cell, str))


def _xml(path: Path) -> Iterator[str]:
    root = lxml.etree.fromstring(path.read_bytes(), _PLAIN)
    for element in root.iter():
        if not isinstance(element.tag, str):
            raise ValueError(f"a {type(element).__name__}, which none of ours is")
        _refuse_running(element)
        yield from map(str, element.attrib.values())
        if element.tag.endswith("}text"):
            yield "".join(element.itertext())  # its lines are pieces of one text
        elif element.text and not element.tag.endswith(("}style", "}tspan")):
            yield element.text


def _refuse_running(element: lxml.etree._Element) -> None:
    name = lxml.etree.QName(element).localname
    running = [key for key in map(str, element.attrib) if key.lower().startswith("on")]
    if running or name in ("script", "foreignObject", "handler"):
        raise ValueError(f"a picture or feed with {name} {running}")


def _ics(path: Path) -> Iterator[str]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for component in calendar.walk():
        if component.errors:
            raise ValueError(f"{component.name}: {component.errors}")
        if component.name not in ("VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD"):
            raise ValueError(f"a {component.name}, which none of ours is")
        yield from map(_as_text, component.values())


def _as_text(value: object) -> str:
    """The reader leaves texts under names that it does not know (`X-WR-CALNAME`) as they come."""
    is_known = not isinstance(value, icalendar.vUnknown)
    return str(value) if is_known else _ESCAPED.sub(_unescaped, str(value))


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


READERS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    ".html": _html,
    ".json": _json,
    ".jsonld": _json,
    ".geojson": _json,
    ".ndjson": _ndjson,
    ".yml": _yaml,
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".sqlite": _sqlite,
    ".svg": _xml,
    ".xml": _xml,
    ".atom": _xml,
    ".ics": _ics,
}
"""By the ending of a file's name."""
