"""Printed pages, moulds and views → the files of a site, seen in a small project's site."""

import re
from datetime import date

import pytest

from generator.pipeline import Sources, build
from tests.small_project import ROOT, Project

DAY = date(2024, 6, 1)


def built(project: Project, *, offline: bool = False) -> dict[str, str]:
    """The site's pages, by file."""
    sources = Sources(project.registry, project.content, ROOT / "templates", project.config)
    done = build(sources, project.out, DAY, offline=offline)
    assert done.published is not None, done.problems
    return {
        page.relative_to(project.out).as_posix(): page.read_text(encoding="utf-8")
        for page in project.out.rglob("*.html")
    }


def configured(project: Project, old: str, new: str) -> None:
    text = project.config.read_text(encoding="utf-8")
    assert old in text
    project.config.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_of_a_mould_remains(project: Project) -> None:
    """No page at a mould's address, and no mark anywhere."""
    pages = built(project)

    assert not [name for name in pages if "molde" in name]
    assert not [name for name, page in pages.items() if re.search("%%[a-z]+%%", page)]


@pytest.mark.parametrize("repository", ["", "repositorio: https://codigo.example/registro\n"])
def test_no_link_is_empty(project: Project, repository: str) -> None:
    """A page without a source, or in a register without repository, has no link to one."""
    (project.registry / "registro.yaml").write_text(f"nombre: R\n{repository}", encoding="utf-8")

    pages = built(project)

    assert not [name for name, page in pages.items() if 'href=""' in page]
    company = pages["empresas/conservas/index.html"]
    assert ("registry/empresas/conservas.yaml" in company) == bool(repository)


def test_what_people_wrote_is_no_mark(project: Project) -> None:
    """A register named like a mark still has a site, on prose pages and on record pages."""
    text = 'nombre: "100 %%cuerpo%% y %%fuente%%"\noperador: "%%titulo%% %%nada%%"\n'
    (project.registry / "registro.yaml").write_text(text, encoding="utf-8")

    pages = built(project)

    assert "Planta Talca" in pages["empresas/conservas/index.html"]


def test_a_registers_mark_in_a_record_is_text(project: Project) -> None:
    """So has a company."""
    text = project.company.read_text(encoding="utf-8")
    named = text.replace("Conservas Prueba SpA", '"%%cuerpo%% SpA"')
    project.company.write_text(named, encoding="utf-8")

    assert "%%cuerpo%% SpA" in built(project)["empresas/conservas/index.html"]


@pytest.mark.parametrize("path", ["/", "/registro/"])
def test_the_page_for_lost_addresses_works_at_any_depth(project: Project, path: str) -> None:
    """It is served from anywhere, so its links and the root for scripts are absolute."""
    configured(project, "https://registro-apl.example/", f"https://x.example{path}")

    page = built(project)["404.html"]

    local = re.findall(r'(?:href|src)="(?!https?:|mailto:|#|data:)([^"]*)"', page)
    assert local
    assert [address for address in local if not address.startswith(path)] == []
    assert f'data-raiz="{path}."' in page


def test_an_offline_site_has_no_page_for_lost_addresses(project: Project) -> None:
    """Without a server nobody shows it, and its absolute links would lead nowhere."""
    pages = built(project, offline=True)

    assert "404.html" not in pages
    assert 'href="./"' not in pages["index.html"]


def test_files_of_the_prose_come_along(project: Project) -> None:
    """Pictures, and HTML that is no page of ours, are published as they are."""
    (project.content / "foto.png").write_bytes(b"\x89PNG")
    (project.content / "verificacion.html").write_text("codigo %%nada%%", encoding="utf-8")

    pages = built(project)

    assert (project.out / "foto.png").read_bytes() == b"\x89PNG"
    assert pages["verificacion.html"] == "codigo %%nada%%"


def test_pages_that_the_configuration_excludes_are_left_out(project: Project) -> None:
    """`exclude_docs` keeps a page out of the site."""
    (project.content / "borrador.md").write_text("# Borrador", encoding="utf-8")
    configured(project, "docs_dir: content", "docs_dir: content\nexclude_docs: borrador.md")

    assert "borrador/index.html" not in built(project)


def test_the_engines_search_and_sitemap_are_not_published(project: Project) -> None:
    """The theme's search scripts and MkDocs' own sitemap would mislead."""
    built(project)

    files = set(project.site())
    assert not [name for name in files if "lunr" in name or name.endswith((".map", ".gz"))]
    assert b"sitemapindex" in (project.out / "sitemap.xml").read_bytes()


def test_two_moulds_for_one_table_are_refused(project: Project) -> None:
    """A second mould never silently takes the place of the first."""
    mould = (project.content / "empresas" / "molde.md").read_text(encoding="utf-8")
    (project.content / "empresas" / "otro.md").write_text(mould, encoding="utf-8")

    with pytest.raises(Exception, match="molde empresas: hay más de uno"):
        built(project)
    assert not project.out.exists()
