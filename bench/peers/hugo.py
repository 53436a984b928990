"""Pages of a registry → a Hugo site with one source file per page, or with one JSON file."""

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.measure import Command
from bench.peers.records import Page
from bench.peers.shell import ADDRESS, DESCRIPTION, TITLE, Shell

_SITE = Path(__file__).parent / "hugo_site"
_MARKS = {TITLE: "{{ .Title }}", DESCRIPTION: "{{ .Description }}", ADDRESS: "{{ .Permalink }}"}
_ADAPTER = """\
{{ range resources.Get "paginas.json" | transform.Unmarshal }}
{{ $.AddPage . }}
{{ end }}
"""


def prepare(folder: Path, shell: Shell, drawing: str, names: Mapping[str, Any], day: str) -> None:
    """A Hugo site that still lacks its pages; `drawing` is the map of an agreement's page."""
    shutil.copytree(_SITE, folder)
    before, after = (_as_template(text) for text in (shell.before, shell.after))
    base = f'{before}{{{{ block "main" . }}}}{{{{ end }}}}{after}'
    (folder / "layouts" / "baseof.html").write_text(base, encoding="utf-8")
    (folder / "layouts" / "_partials" / "mapa.html").write_text(drawing, encoding="utf-8")
    _write_json(folder / "data" / "nombres.json", names)
    with (folder / "hugo.yaml").open("a", encoding="utf-8") as config:
        config.write(f'params:\n  dia: "{day}"\n')


def _as_template(text: str) -> str:
    if "{{" in text:
        raise ValueError("the shell holds what Hugo would take for its own")
    for mark, action in _MARKS.items():
        text = text.replace(mark, action)
    return text


def write_files(folder: Path, pages: Iterable[Page]) -> None:
    """One source file per page: the record's own YAML where it has a file."""
    for section in ("empresas", "acuerdos", "v"):
        (folder / "content" / section).mkdir(parents=True)
    for page in pages:
        own = {"title": page.title, "description": page.description}
        file = folder / "content" / page.section / f"{page.id}.md"
        file.write_text(f"---\n{_front_matter(page)}{_lines(own)}---\n", encoding="utf-8")


def _lines(texts: dict[str, str]) -> str:
    return "".join(f"{key}: {json.dumps(text)}\n" for key, text in texts.items())


def _front_matter(page: Page) -> str:
    if page.text is None:
        return yaml.dump(page.data, Dumper=yaml.CSafeDumper, allow_unicode=True)
    more = {key: page.data[key] for key in page.data if key == "adherentes"}
    added = yaml.dump(more, Dumper=yaml.CSafeDumper, allow_unicode=True) if more else ""
    return page.text + added


def write_json(folder: Path, pages: Iterable[Page]) -> None:
    """All pages in one JSON file, and the content adapter that makes pages of them."""
    entries = [
        {
            "path": f"{page.section}/{page.id}",
            "type": page.section,
            "title": page.title,
            "description": page.description,
            "params": page.data,
        }
        for page in pages
    ]
    _write_json(folder / "assets" / "paginas.json", entries)
    (folder / "content").mkdir()
    (folder / "content" / "_content.gotmpl").write_text(_ADAPTER, encoding="utf-8")


def _write_json(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def build(binary: Path, folder: Path, out: Path) -> Command:
    """The command that builds the site; Hugo empties no folder that was not there."""
    words = [str(binary), "--source", str(folder), "--destination", str(out), "--noBuildLock"]
    return Command(words, folder, out)
