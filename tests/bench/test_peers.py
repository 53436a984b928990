"""The same records for others: their pages, the shell, Hugo's and MkDocs' sources."""

import json
from pathlib import Path

import pytest

from bench import ours
from bench.peers import hugo, mkdocs
from bench.peers.markdown import Writer
from bench.peers.names import names
from bench.peers.records import Page, pages
from bench.peers.shell import ADDRESS, DESCRIPTION, TITLE, Shell, shell
from bench.registry.days import DAY


@pytest.fixture(scope="module")
def known(folder: Path) -> dict[str, object]:
    return names(folder)


@pytest.fixture(scope="module")
def made(folder: Path, known: dict[str, object]) -> list[Page]:
    return list(pages(folder, known["comunas"]))


def test_peers_make_the_pages_that_ours_has(made: list[Page], site: Path) -> None:
    """One for every company, agreement, certificate and seal, at the same addresses."""
    own = {
        f"{section}/{path.parent.name}"
        for section in ("empresas", "acuerdos", "v")
        for path in (site / section).glob("*/index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }

    assert {f"{page.section}/{page.id}" for page in made} == own


def test_the_shell_holds_nothing_of_the_record(site: Path) -> None:
    """Title, description and address become marks, the article goes, the header stays."""
    page = next((site / "v").glob("*/index.html"))

    around = shell(page)

    assert all(mark in around.before for mark in (TITLE, DESCRIPTION, ADDRESS))
    assert page.parent.name not in around.before + around.after
    assert "<header" in around.before and "<footer" in around.after


def test_hugo_gets_the_record_as_it_stands(
    made: list[Page], known: dict[str, object], tmp_path: Path
) -> None:
    """One file a page with the company's own YAML, or the same pages in one JSON file."""
    around = Shell(f"<title>{TITLE}</title>", "</html>")
    for name in ("files", "json"):
        hugo.prepare(tmp_path / name, around, "<svg/>", known, f"{DAY}")
    hugo.write_files(tmp_path / "files", made)
    hugo.write_json(tmp_path / "json", made)

    company = next(page for page in made if page.section == "empresas")
    text = (tmp_path / "files/content/empresas" / f"{company.id}.md").read_text(encoding="utf-8")
    entries = json.loads((tmp_path / "json/assets/paginas.json").read_text(encoding="utf-8"))
    base = (tmp_path / "files/layouts/baseof.html").read_text(encoding="utf-8")
    assert company.text is not None and company.text in text
    assert len(entries) == len(made)
    assert base.startswith("<title>{{ .Title }}</title>{{ block")


def test_markdown_says_what_the_page_says(
    made: list[Page], known: dict[str, object], site: Path
) -> None:
    """Codes, element names and the state of each certificate are those of our own pages."""
    writer = Writer(known, f"{DAY}")
    for page in [page for page in made if page.data.get("clase") == "certificado"][::10]:
        text = writer.markdown(page)
        own = (site / "v" / page.id / "index.html").read_text(encoding="utf-8")
        state = writer.certificate_state(page.data["certificado"])
        assert f"**{state}**" in text and state in own
        assert page.data["elemento"]["nombre"] in text


def test_mkdocs_has_the_prose_without_moulds(known: dict[str, object], tmp_path: Path) -> None:
    """The same navigation and theme; records stay outside the navigation."""
    mkdocs.prepare(tmp_path / "project", known, ["search"])

    docs = tmp_path / "project" / "docs"
    assert (docs / "index.md").exists() and not list(docs.rglob("molde.md"))
    config = (tmp_path / "project" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "not_in_nav" in config and "registro" not in config.partition("plugins:")[2][:40]


def test_an_edit_is_seen_in_the_site(folder: Path, site: Path, tmp_path: Path) -> None:
    """A renamed company is told from one that still has its old name."""
    change = ours.edit(folder)
    before = change.file.read_text(encoding="utf-8")
    copy = tmp_path / change.file.name
    copy.write_text(before, encoding="utf-8")
    name = before.partition("razon_social: ")[2].partition("\n")[0]

    ours.Edit(copy, change.page).rename("Otra SpA")

    assert "razon_social: Otra SpA\n" in copy.read_text(encoding="utf-8")
    assert change.is_in(site, name) and not change.is_in(site, "Otra SpA")
