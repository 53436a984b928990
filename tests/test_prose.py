"""The Markdown folder → its pages and their problems."""

from pathlib import Path

import pytest

from generator.problem import Place
from generator.prose import ProsePage, address_of, problems, prose_pages


def written(folder: Path, files: dict[str, str]) -> list[ProsePage]:
    """The pages of `folder`, once `files` are in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return prose_pages(folder)


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.md", ""),
        ("acerca/index.md", "acerca/"),
        ("acerca/metodo.md", "acerca/metodo/"),
        ("equipo/campos/README.md", "equipo/campos/"),
    ],
)
def test_addresses_follow_file_names(file: str, address: str) -> None:
    """A page's address is that of its file, as directory addresses have it."""
    assert address_of(Path(file)) == address


def test_pages_are_found_in_a_fixed_order(tmp_path: Path) -> None:
    """Every Markdown file is a page, but dot files and a README.md beside an index.md."""
    names = ["b.md", "index.md", "README.md", "a/README.md", ".git/x.md", "a/.x.md", "a/foto.png"]
    pages = written(tmp_path, dict.fromkeys(names, "texto"))

    assert [page.file for page in pages] == ["a/README.md", "b.md", "index.md"]


def test_front_matter_says_what_a_page_is(tmp_path: Path) -> None:
    """Title, description, mould and script come from it, with the line ends of Windows too."""
    lines = ["---", "title: Ñu", "description: d", "molde: empresas", "guion: verificar", "---", ""]
    (tmp_path / "molde.md").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())

    (page,) = prose_pages(tmp_path)

    assert (page.title, page.description) == ("Ñu", "d")
    assert (page.mould, page.script) == ("empresas", "verificar")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# sin bloque",
        "---\nsin: cierre\n",
        "---\n: [mal\n---\n",
        "---\n- lista\n---\n",
        "---\n---\n",
    ],
)
def test_front_matter_that_says_nothing_is_empty(tmp_path: Path, text: str) -> None:
    """A page without front matter, or with a broken one, is a page all the same."""
    (page,) = written(tmp_path, {"x.md": text})

    assert (page.title, page.description, page.mould, page.script) == ("", "", None, None)


def test_bytes_that_are_no_text_do_not_stop_the_reading(tmp_path: Path) -> None:
    """The engine says what is wrong with a file's encoding; reading it here never fails."""
    (tmp_path / "x.md").write_bytes(b"---\ntitle: t\n---\ncaf\xe9")

    (page,) = prose_pages(tmp_path)

    assert page.title == "t"


def test_unknown_slots_are_faults_and_lost_links_warnings(tmp_path: Path) -> None:
    """Each is told where it stands, with the slots there are and the one that was meant."""
    pages = written(
        tmp_path,
        {
            "a.md": 'x\n\n<div data-registro="resumne"></div>\n',
            "b/index.md": "[uno](registro:acuerdos/uno) [dos](registro:acuerdos/dos)",
        },
    )
    target = {"acuerdos/uno": "acuerdos/uno/"}.get

    found = list(problems(pages, {"resumen", "mapa"}, target))

    assert [(p.place, p.code) for p in found] == [
        (Place("a.md", 3, 21), "APL901"),
        (Place("b/index.md", 1, 36), "APL902"),
    ]
    assert found[0].params == {
        "name": "resumne",
        "known": "mapa, resumen",
        "suggestion": "resumen",
    }
    assert found[1].params == {"name": "acuerdos/dos"}


def test_known_slots_and_links_say_nothing(tmp_path: Path) -> None:
    """Prose that fits the registry has no problems."""
    pages = written(tmp_path, {"a.md": '<i data-registro="mapa"></i> [x](registro:empresas/y)'})

    assert list(problems(pages, {"mapa"}, lambda _: "empresas/y/")) == []
