"""What no file of the site may hold."""

import re
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.site import hostile_registry as hostile
from tests.site.building import OWN
from tests.site.facts import read
from tests.site.outline import Pages

SITES = ("hostile_site", "homeless_site")
UNHEARD_OF = re.compile("[qwxzvjk]{2}")
TEXT_FILES = frozenset(
    (
        ".html .json .js .xml .txt .css .csv .svg .ics .atom .ndjson .geojson .jsonld .yml .conf"
    ).split()
)
UNREADABLE = frozenset((".png", ".webp", ".ico", ".woff", ".woff2", ".map"))


def _plain(text: str) -> str:
    """Lower case without accents or signs, as search indexes hold it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]+", " ", decomposed.encode("ascii", "ignore").decode())


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site as plain words; only fonts and pictures hold none."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in UNREADABLE:
            name = path.relative_to(site).as_posix()
            yield name, _plain(f"{name} {_held(path)}")


def _held(path: Path) -> str:
    """All texts in a file: of a workbook those of its parts, of a database its tables."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return " ".join(book.read(name).decode() for name in book.namelist())
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as base:
            raw = path.read_bytes().decode("utf-8", errors="replace")
            return " ".join((raw, *base.iterdump()))
    assert path.suffix in TEXT_FILES or path.name in ("SHA256SUMS", "_headers"), path
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=SITES)
def texts(request: pytest.FixtureRequest) -> dict[str, str]:
    """Every file of the hostile registry's site, as plain words."""
    return dict(_texts(request.getfixturevalue(request.param)))


def test_every_kind_of_output_is_looked_through(site: Path, hostile_site: Path) -> None:
    """Whatever the site has of files, by section, depth and ending, the hostile one has too.

    The files that nobody reads here are pictures of sections and of the guide: none is of a record.
    """
    assert _outputs(site) <= _outputs(hostile_site)
    assert _pictures(site) == _pictures(hostile_site)


def _outputs(site: Path) -> set[tuple[str, int, str]]:
    files = (path.relative_to(site) for path in site.rglob("*") if path.is_file())
    return {(path.parts[0], len(path.parts), path.suffix) for path in files}


def _pictures(site: Path) -> set[str]:
    files = (path for path in site.rglob("*") if path.suffix in UNREADABLE)
    return {path.relative_to(site).as_posix() for path in files}


@pytest.mark.parametrize("what", sorted(hostile.SECRETS))
def test_a_secret_is_in_no_file(texts: dict[str, str], what: str) -> None:
    """Neither pages nor index nor scripts hold what people did not allow, or is not public.

    The words that occur nowhere else begin with two letters that no Spanish word begins with; an
    index may cut letters that a word shares with the one before it, so these are not looked for.
    """
    secret = _plain(hostile.SECRETS[what]).strip()
    words = [secret[2:], *(word[2:] for word in secret.split() if UNHEARD_OF.match(word))]
    told = {name: word for name, text in texts.items() for word in words if word in text}

    assert not told


@pytest.mark.parametrize("id", hostile.SECRET_ADDRESSES)
def test_a_draft_has_no_address(texts: dict[str, str], id: str) -> None:
    """Not even the id of a draft is published."""
    assert not [name for name, text in texts.items() if _plain(id) in text]


def test_an_adhesion_that_is_not_accepted_leaves_no_day(hostile_pages: Pages) -> None:
    """Pending, observed and rejected adhesions are on no page, by none of their days."""
    for name, page in hostile_pages.items():
        for state, day in hostile.UNSEEN_DAYS.items():
            assert day not in page.html, f"{name}: {state}"


def test_a_nameless_person_has_page_codes_and_rows(hostile_pages: Pages) -> None:
    """Without consent a person reads "Productor(a)" and comuna, and can be verified by code."""
    page = hostile_pages.at(f"empresas/{hostile.PERSON}/")
    assert "Productor(a)" in page.one("h1").text and "Talca" in page.one("h1").text
    assert not page.is_indexable
    code = hostile.PERSON_CODE.replace("-", "")
    certificate = hostile_pages.at(f"v/{code}/")
    (word,) = certificate.with_class("apl-palabra")
    assert word.text.startswith("Vigente")
    assert "Productor(a)" in certificate.one("main").text
    assert not certificate.is_indexable
    listed = hostile_pages.at("registro/lista/1/")
    assert any(f"/empresas/{hostile.PERSON}/" in link for _, link in listed.links)


def test_consent_is_kept_field_by_field(hostile_pages: Pages) -> None:
    """Who allowed the RUT alone is shown with RUT and without name."""
    page = hostile_pages.at(f"empresas/{hostile.PARTLY}/")
    digits = re.sub(r"\D", "", hostile.rut(7)[:-2])

    assert hostile.CONSENTED_NAME not in page.html
    assert digits in page.one("main").text.replace(".", "")


@pytest.mark.parametrize(
    "address",
    [
        *(f"{c}/{id}/" for c, ids in hostile.WITHDRAWN.items() if c != "sellos" for id in ids),
        f"v/{hostile.WITHDRAWN_CODE.replace('-', '')}/",
        f"v/{hostile.WITHDRAWN_SEAL_CODE.replace('-', '')}/",
    ],
)
def test_a_withdrawn_record_says_so_and_no_more(hostile_pages: Pages, address: str) -> None:
    """The address stays, says that the record is withdrawn, and is not for search engines."""
    page = hostile_pages.at(address)

    assert "retir" in page.one("main").text.lower()
    assert not page.is_indexable


def test_a_merged_record_leads_to_its_heir(hostile_pages: Pages) -> None:
    """Who asks for a company that became another one is led on."""
    page = hostile_pages.at("empresas/empresa-fusionada/")

    assert any("/empresas/empresa-unicode/" in link for _, link in page.links)


def _example_marks() -> Iterator[str]:
    """Ids, names, codes and RUTs of this repository's examples, as plain words."""
    for path in OWN.registry.rglob("ejemplos/*.yaml"):
        record = read(path)
        yield path.stem
        yield from (record[k] for k in ("razon_social", "nombre", "codigo", "rut") if k in record)
        for element in record.get("elementos", []):
            for adhesion in element.get("adhesiones", []):
                yield from (one["codigo"] for one in adhesion.get("certificados", []))


def test_without_demonstration_no_example_is_left(plain_site: Path) -> None:
    """With `demostracion: false` examples are as if they did not exist, in every file."""
    marks = {_plain(mark).strip() for mark in _example_marks()}
    told = {(name, m) for name, text in _texts(plain_site) for m in marks if f" {m} " in text}

    assert not told


def test_without_demonstration_nothing_speaks_of_examples(
    pages_of: Callable[[str], Pages],
) -> None:
    """No banner, no label: the register holds real records only."""
    for name, page in pages_of("plain_site").items():
        assert not page.says_example, name
        assert not page.with_class("apl-etiqueta"), name
        assert not page.with_class("apl-aviso"), name
