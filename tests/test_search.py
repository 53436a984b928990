"""Expectations of the search index that the generator writes."""

import gzip
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search import files as index
from generator.search.fold import index_words, key, tokens
from generator.search.pack import front_code, pack
from generator.search.rows import Row
from tests.search_rows import Register, index_of, shelved

CHILE = 9_300


def row(kind: str = "empresa", path: str = "empresas/x/", title: str = "X", **more: object) -> Row:
    plain = Row(kind, path, title, "", (), (), None, "", {}, "", "", example=False)
    return plain._replace(**more)  # type: ignore[arg-type]


def parts(rows: list[Row], labels: dict[str, dict[str, str]] | None = None) -> dict[str, object]:
    written = index_of(rows, labels or {}, offline=False)
    return {name: json.loads(content) for name, content in written}


@pytest.fixture(scope="module")
def chile() -> dict[str, int]:
    """The compressed size of each file of an index of Chile's size."""
    register = Register(CHILE)
    written = index_of(list(register.rows()), register.labels(), offline=False)
    return {name: len(gzip.compress(content, 9)) for name, content in written}


@pytest.mark.slow
def test_the_index_fits_its_budget(chile: dict[str, int]) -> None:
    """At Chile's size all of the index takes at most 500 KB compressed."""
    assert sum(chile.values()) <= 500_000


def test_facets_come_first_and_are_small(chile: dict[str, int]) -> None:
    """What browsing needs is the first file, of at most 120 KB at Chile's size."""
    assert next(iter(chile)) == "buscar/facetas.json"
    assert chile["buscar/facetas.json"] <= 120_000


def test_the_index_does_not_depend_on_the_order_of_rows() -> None:
    """The same rows in any order give the same bytes."""
    register = Register(60)
    rows = list(register.rows())
    shuffled = random.Random(7).sample(rows, len(rows))
    labels = register.labels()

    wanted = list(index_of(rows, labels, offline=False))
    assert list(index_of(shuffled, labels, offline=False)) == wanted


def test_offline_parts_are_scripts_of_the_same_content() -> None:
    """A folder opened without a server gets scripts that set down what the JSON files hold."""
    register = Register(20)
    rows, labels = list(register.rows()), register.labels()
    online = dict(index_of(rows, labels, offline=False))

    for name, content in index_of(rows, labels, offline=True):
        stem = name.removeprefix("buscar/").removesuffix(".js")
        start = f'(self.registroBuscar=self.registroBuscar||{{}})["{stem}"]='
        body = content.decode().removeprefix(start).removesuffix(";\n")
        assert body.encode() == online[f"buscar/{stem}.json"]


def test_the_first_part_names_every_other_with_its_hash() -> None:
    """A browser can tell that parts belong to different builds."""
    register = Register(20)
    found = parts(list(register.rows()), register.labels())
    named = found["buscar/facetas.json"]["parts"]  # type: ignore[index]

    others = {name: part for name, part in found.items() if name != "buscar/facetas.json"}
    assert {f"buscar/{name}.json": hash for name, hash in named.items()} == {
        name: part["hash"]  # type: ignore[index]
        for name, part in others.items()
    }


def test_a_large_register_is_cut_into_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Past a size the words and keys come in slices, so that few are needed for an answer."""
    monkeypatch.setattr(index, "WHOLE", 100)
    register = Register(300)
    found = parts(list(register.rows()), register.labels())

    assert {"buscar/palabras-0.json", "buscar/claves-0.json"} <= found.keys()


def test_a_small_register_ships_no_word_twice() -> None:
    """Up to a size the texts are all there is: the browser makes its own list of words."""
    register = Register(30)
    found = parts(list(register.rows()), register.labels())

    assert sorted(found) == ["buscar/facetas.json", "buscar/fechas.json", "buscar/filas-0.json"]


def test_an_empty_register_has_an_index() -> None:
    """A registry without records builds, and its search finds nothing."""
    assert "buscar/facetas.json" in parts([])


def test_a_company_is_followed_by_its_parts() -> None:
    """Rows come in families, kind by kind, whatever their names."""
    company = row(title="Zeta")
    seal = row("sello", "v/B/", "A", parent=company.path)
    element = row("elemento", "empresas/x/#z", "Z", parent=company.path)
    page = row("pagina", "acerca/", "M")

    shelf = shelved([seal, page, element, company])

    assert shelf.rows == [page, company, element, seal]
    assert shelf.starts == [0, 1, 4]


def test_names_stand_in_the_order_of_a_spanish_dictionary() -> None:
    """Accents do not count, and ñ comes after n."""
    titles = ["Ñuñoa", "Nuz", "Óptica", "Nube", "oliva"]
    shelf = shelved([row(path=f"empresas/{n}/", title=title) for n, title in enumerate(titles)])

    assert [one.title for one in shelf.rows] == ["Nube", "Nuz", "Ñuñoa", "oliva", "Óptica"]


@pytest.mark.parametrize(
    "fault",
    [
        row(parent="empresas/otra/", kind="elemento"),
        row(kind="cosa", parent="empresas/x/"),
        row(facets={"color": ("rojo",)}),
        row(desde="ayer"),
    ],
    ids=["parent", "kind", "facet", "day"],
)
def test_rows_that_cannot_be_indexed_are_our_mistake(fault: Row) -> None:
    """A parent that is no row, an unknown kind or facet, or a day that is none is refused."""
    with pytest.raises((ValueError, KeyError)):
        list(index_of([row(path="empresas/y/"), fault], {}, offline=False))


@given(st.lists(st.integers(0, 2_000_000), max_size=50))
def test_packed_numbers_need_no_escape(numbers: list[int]) -> None:
    """JSON carries packed numbers as they are, so that compression sees them plainly."""
    packed = pack(numbers)

    assert json.dumps(packed, ensure_ascii=False) == f'"{packed}"'


def test_sorted_words_share_their_beginnings() -> None:
    """Each line leaves out what it shares with the one above."""
    assert front_code(["maule", "maullin", "nube"]) == "#maule\n'lin\n#nube"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Viñedos del Maule SpA", ["vinedos", "maule"]),
        ("Agrícola Ñuble S.A.", ["agricola", "nuble"]),
        ("Pan Rico E.I.R.L.", ["pan", "rico"]),
        ("Hermanos Soto y Cía. Ltda.", ["hermanos", "soto"]),
        ("Termas y Spa", ["termas", "spa"]),
        ("C.C.U. Limitada", ["ccu"]),
        ("Bodega O'Higgins", ["bodega", "ohiggins", "higgins"]),
        ("Hnos. Pérez, Sta. Cruz", ["hnos", "perez", "sta", "cruz", "hermanos", "santa"]),
        ("S.A.", ["sa"]),
        ("La y De", ["la", "y", "de"]),
    ],
)
def test_names_are_indexed_by_what_people_remember(text: str, words: list[str]) -> None:
    """Accents, little words and the legal form do not count, unless there is nothing else; what is
    written short is found in full too."""
    assert index_words(text) == words


def test_keys_are_compared_by_letters_and_digits_alone() -> None:
    """However a RUT, code or number is written, it is the same key."""
    assert key("99.900.000-k") == key("99900000-K") == "99900000K"
    assert key("Nº 12/2024") == "NO122024"


@given(st.text(max_size=60))
def test_any_text_has_words_without_signs(text: str) -> None:
    """No text breaks the reading of words, and words hold no spaces or signs."""
    assert all(word and " " not in word for word in tokens(text))
