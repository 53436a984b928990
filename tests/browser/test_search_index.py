"""Expectations of the browser's reading of the index: nothing lost, exact counts, good hits."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.render.assets import join
from generator.search import files as index
from generator.search import words
from generator.search.fold import index_words, key
from generator.search.rows import Row
from tests.search_rows import KIND_LABELS, STATE_LABELS, Labels, Register, index_of, shelved

ENTRY = Path(__file__).resolve().parent.parent / "guiones" / "indice.js"
Facets = Mapping[str, tuple[str, ...]]

FACETS = ("estado", "comuna", "region", "rubro", "sector", "acuerdo", "anio", "tamano", "sello")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that knows how to read an index."""
    opened = browser.new_page()
    opened.evaluate(join(ENTRY))
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=["whole", "sharded"])
def layout(request: pytest.FixtureRequest) -> str:
    """A small register is taken whole, a large one in shards: both must answer alike."""
    return str(request.param)


def parts(rows: Sequence[Row], labels: Labels, layout: str = "whole") -> dict[str, Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "WHOLE", 0 if layout == "sharded" else 60_000)
        patch.setattr(index, "ROWS_SHARDED", 40)
        patch.setattr(words, "SLICE", 400)
        written = list(index_of(rows, labels, offline=False))
    return {Path(name).stem: json.loads(content) for name, content in written}


def asked(page: Page, index: Mapping[str, Any], *questions: Mapping[str, Any]) -> list[Any]:
    whole = [{"q": "", "chosen": {}, "order": "relevancia", **one} for one in questions]
    found: list[Any] = page.evaluate("([i, q]) => answers(i, q)", [dict(index), whole])
    return found


def as_read(row: Row, labels: Labels) -> dict[str, Any]:
    """What the browser should make of a row, but for the title of its head."""
    own = {"tipo": (row.kind,), "estado": (row.estado,) if row.estado else (), **row.facets}
    return {
        "kind": row.kind,
        "path": row.path,
        "title": row.title,
        "detail": row.detail,
        "words": list(row.words),
        "codes": list(row.codes),
        "facets": {name: in_order(own.get(name, ()), name, labels) for name in ("tipo", *FACETS)},
        "first": row.desde,
        "last": row.hasta,
        "example": row.example,
    }


def in_order(values: Sequence[str], facet: str, labels: Labels) -> list[str]:
    """In the order of the labels, then those that have none."""
    wanted = set(values)
    named = [one for one in labels.get(facet, {}) if one in wanted] if wanted else []
    return named + sorted(wanted - set(named))


def read(page: Page, rows: Sequence[Row], labels: Labels, layout: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("i => allRows(i)", parts(rows, labels, layout))
    for one in found:
        del one["parent"]
    return found


def test_every_row_comes_back_as_it_was(page: Page, layout: str) -> None:
    """Names, paths, words, codes, facets, days and marks survive the packing."""
    register = Register(400)
    rows, labels = list(register.rows()), register.labels()

    expected = [as_read(row, labels) for row in shelved(rows).rows]
    assert read(page, rows, labels, layout) == expected


def test_odd_rows_come_back_too(page: Page) -> None:
    """Texts that look like marks, codes, labels or other rows are still themselves."""
    labels: Labels = {"comuna": {"t": "Talca", "c": "Curicó"}, "anio": {"1": "2024"}}
    head = "empresas/talca-talca/"
    plain = Row("empresa", head, "Talca Talca", "", (), (), None, "", {}, "", "", example=False)
    facets = {"comuna": ("c", "t"), "anio": ("1",)}
    codes = ("ABCDEFGG", "1000000-9", "10000000-8", "01000000-9", "x", "ABCDEFGH1", "Ñ/2024")
    rows = [
        plain._replace(facets=facets, detail="Curicó y Talca", words=("Talca", "Talca Talca")),
        plain._replace(kind="elemento", path=f"{head}#a", title="Talca", parent=head),
        plain._replace(kind="elemento", path=f"{head}#b", title='<b>"\\&', parent=head),
        plain._replace(kind="certificado", path="v/ABCDEFGG/", parent=head, codes=codes,
                title="ABCD-EFGG ABCDEFGG", detail="Talca Talca", words=("Talca", '<b>"\\&'),
                desde="2024-02-29", hasta="2028-02-29", facets=facets),
        plain._replace(kind="certificado", path="v/x/", parent=head, title="", desde="2024-02-29",
                hasta="2025-03-01"),
        plain._replace(kind="sello", path="v/y/", parent=head, hasta="1999-12-31", estado="raro"),
        plain._replace(path="empresas/z/", title="Talca", hasta="2030-01-01", desde="1950-05-05"),
        plain._replace(kind="pagina", path="", title="😀 Ωμέγα 東京", words=("\u2028", "a'b'c")),
    ]  # fmt: skip

    expected = [as_read(row, labels) for row in shelved(rows).rows]
    assert read(page, rows, labels, "whole") == expected


def test_control_characters_do_not_pass_for_marks(page: Page) -> None:
    """A text that holds the index's own marks loses them, and nothing else."""
    row = Row("pagina", "a/", "a\x80b\ue000c\nd", "", (), (), None, "", {}, "", "", example=False)

    assert read(page, [row], {}, "whole")[0]["title"] == "a b c d"


def test_both_sides_read_words_and_keys_alike(page: Page) -> None:
    """The browser splits and folds names as the generator does."""
    register = Register(300)
    names = [name for row in register.rows() for name in (row.title, *row.words, *row.codes)]
    names += ["O'Higgins y Cía.", "C. C. U. S.A.", "Hijos de A. Soto E.I.R.L.", "Straße ﬁn Nº 5"]
    names += ["Sociedad Anónima", "Y & O", "Termas y Spa", "d’Alba", "a.b", "x_y", "½ kilo"]

    expected = [[index_words(name), key(name)] for name in names]
    assert page.evaluate("t => readTexts(t)", names) == expected


def matching(rows: Sequence[Row], chosen: Mapping[str, Sequence[str]], but: str = "") -> list[Row]:
    """The rows that meet every facet chosen but one, counted the slow and certain way."""
    wanted = [(facet, set(ids)) for facet, ids in chosen.items() if facet != but]
    return [row for row in rows if all(ids & set(values_of(row, facet)) for facet, ids in wanted)]


def values_of(row: Row, facet: str) -> Sequence[str]:
    if facet == "tipo":
        return (row.kind,)
    if facet == "estado":
        return (row.estado,) if row.estado else ()
    return row.facets.get(facet, ())


def test_counts_are_exact(page: Page, layout: str) -> None:
    """Values of a facet are alternatives, facets add up, and each counts by the others' choice."""
    register = Register(300)
    rows, labels = shelved(list(register.rows())).rows, register.labels()
    chance = random.Random(5)
    questions = []
    for _ in range(40):
        some = chance.sample(rows, 3)
        facets = chance.sample(("tipo", *FACETS), chance.randint(0, 3))
        chosen = {
            facet: sorted({v for row in some for v in values_of(row, facet)}) for facet in facets
        }
        questions.append({"chosen": {facet: ids for facet, ids in chosen.items() if ids}})

    for question, found in zip(
        questions, asked(page, parts(rows, labels, layout), *questions), strict=True
    ):
        assert found["paths"] == [row.path for row in matching(rows, question["chosen"])]
        for facet in ("tipo", *FACETS):
            kept = matching(rows, question["chosen"], but=facet)
            assert found["counts"][facet] == Counter(
                v for row in kept for v in values_of(row, facet)
            )


LABELS: Labels = {
    "tipo": KIND_LABELS,
    "comuna": {"07101": "Talca", "13120": "Ñuñoa"},
    "region": {"07": "Maule", "13": "Metropolitana de Santiago"},
    "acuerdo": {"vino-2": "APL Industria Vitivinícola II"},
    "rubro": {"vino": "Vino", "pan": "Pan y alimentos"},
}


def a_row(kind: str, path: str, title: str, facets: Facets, **more: Any) -> Row:
    plain = Row(kind, path, title, "", (), (), None, "", facets, "", "", example=False)
    return plain._replace(**more)


def some_rows() -> list[Row]:
    wine = {"comuna": ("07101",), "region": ("07",), "acuerdo": ("vino-2",), "rubro": ("vino",)}
    bread = {"comuna": ("13120",), "region": ("13",), "rubro": ("pan",)}
    names = {
        "words": ("Don Ñandú", "Soc. Antigua Bodega Sur Ltda."),
        "codes": ("99900000-K", "99900001-8"),
    }
    synonyms = {"words": ("Acuerdo de Producción Limpia", "CPL", "ASCC")}
    numbers = {"codes": ("ABCDEFGG", "APL-123/2024"), "words": ("Bodega Talca",)}
    maule: Any = {"parent": "empresas/maule/", "estado": "vigente", "hasta": "2027-01-01"}
    bakery = "empresas/pan/"
    title = "APL Industria Vitivinícola II"
    return [
        a_row("empresa", "empresas/maule/", "Viñedos del Maule SpA", wine, **names),
        a_row("elemento", "empresas/maule/#bodega", "Bodega Talca", wine, **maule),
        a_row("certificado", "v/ABCDEFGG/", "Certificado ABCD-EFGG", wine, **numbers, **maule),
        a_row("sello", "v/0000001Y/", "Sello 0000-001Y", wine, codes=("0000001Y",), **maule),
        a_row("empresa", bakery, "Panadería Ñuñoa Ltda.", bread, codes=("99900002-6",)),
        a_row("elemento", f"{bakery}#local", "Local 1", bread, parent=bakery, estado="adherido"),
        a_row("acuerdo", "acuerdos/vino-2/", title, {"acuerdo": ("vino-2",), "rubro": ("vino",)}),
        a_row("pagina", "acerca/que-es-un-apl/", "Qué es un APL", {}, **synonyms),
    ]


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("vinedos del maule", "empresas/maule/"),
        ("VIÑEDOS", "empresas/maule/"),
        ("viñedos maule spa", "empresas/maule/"),
        ("vinedos del maulle", "empresas/maule/"),
        ("viñedso del maule", "empresas/maule/"),
        ("panaderia nunoa", "empresas/pan/"),
        ("panadería ñuñoa limitada", "empresas/pan/"),
        ("pana", "empresas/pan/"),
        ("nandu", "empresas/maule/"),
        ("antigua bodega sur", "empresas/maule/"),
        ("99.900.000-K", "empresas/maule/"),
        ("99900000k", "empresas/maule/"),
        ("99 900 000 - k", "empresas/maule/"),
        ("099900000-K", "empresas/maule/"),
        ("99900001-8", "empresas/maule/"),
        ("99900002", "empresas/pan/"),
        ("ABCD-EFGG", "v/ABCDEFGG/"),
        ("abcd efgg", "v/ABCDEFGG/"),
        ("oooo-ooly", "v/0000001Y/"),
        ("0000 00iy", "v/0000001Y/"),
        ("apl 123 2024", "v/ABCDEFGG/"),
        ("rut 99.900.000-k", "empresas/maule/"),
        ("Certificado N.º ABCD-EFGG", "v/ABCDEFGG/"),
        ("código: oooo ooly", "v/0000001Y/"),
        ("https://registro.example/sello/v/abcdefgg/", "v/ABCDEFGG/"),
        ("bodega talca", "empresas/maule/#bodega"),
        ("d", "empresas/maule/"),
        ("soc antigua bodega", "empresas/maule/"),
        ("sociedad antigua bodega", "empresas/maule/"),
        ("certificado viñedos", "v/ABCDEFGG/"),
        ("estrella azul", "v/0000001Y/"),
        ("sello azul maule", "v/0000001Y/"),
        ("vitivinicola", "acuerdos/vino-2/"),
        ("que es un apl", "acerca/que-es-un-apl/"),
        ("ascc", "acerca/que-es-un-apl/"),
        ("produccion limpia", "acerca/que-es-un-apl/"),
    ],
)
def test_people_find_what_they_mean(page: Page, layout: str, q: str, first: str) -> None:
    """By name, brand, RUT, code, number, place, agreement or synonym, however typed."""
    [found] = asked(page, parts(some_rows(), LABELS, layout), {"q": q})

    assert found["paths"][0] == first


@pytest.mark.parametrize(
    ("q", "paths"),
    [
        ("talca", {"empresas/maule/", "empresas/maule/#bodega", "v/ABCDEFGG/", "v/0000001Y/"}),
        ("nunoa", {"empresas/pan/", "empresas/pan/#local"}),
        ("99900002-6", {"empresas/pan/", "empresas/pan/#local"}),
        ("99900009-3", set()),
        ("panaderia talca", set()),
        ("zzzzzz", set()),
        ("🍷", set()),
        ("< >", set()),
    ],
)
def test_every_word_must_be_met(page: Page, layout: str, q: str, paths: set[str]) -> None:
    """Rows answer by their own names, their company's and their facets', and by all the words."""
    [found] = asked(page, parts(some_rows(), LABELS, layout), {"q": q})

    assert set(found["paths"]) == paths


def test_a_title_outranks_a_heading(page: Page, layout: str) -> None:
    """The page called so comes first, whatever other pages have a chapter of that name."""
    asking = a_row("pagina", "acerca/preguntas/", "Dudas", {}, words=("Qué es un APL",))
    told = a_row("pagina", "acerca/que-es-un-apl/", "Qué es un APL", {})
    [found] = asked(page, parts([asking, told], LABELS, layout), {"q": "que es un apl"})

    assert found["paths"] == ["acerca/que-es-un-apl/", "acerca/preguntas/"]


def test_one_digit_is_a_number_of_its_own(page: Page, layout: str) -> None:
    """Plant 1 is not plant 12, though one letter stands for all words that begin with it."""
    rows = [a_row("pagina", f"{n}/", f"Planta {n}", {}) for n in (1, 12)]
    [found] = asked(page, parts(rows, LABELS, layout), {"q": "planta 1"})

    assert found["paths"] == ["1/"]


def test_guesses_are_owned_up_to(page: Page, layout: str) -> None:
    """An answer to words taken for others says so; an exact one does not."""
    found = asked(page, parts(some_rows(), LABELS, layout), {"q": "maulle"}, {"q": "maule"})

    assert [one["similar"] for one in found] == [True, False]


def test_a_large_index_is_read_in_slices(page: Page) -> None:
    """A name in a large register needs the slices of its words, not the whole index."""
    register = Register(2000)
    rows, labels = list(register.rows()), register.labels()
    written = parts(rows, labels, "sharded")
    company = next(row for row in rows if row.kind == "empresa" and row.title.startswith("Viñedos"))

    [found] = asked(page, written, {"q": company.title})

    assert company.path in found["paths"]
    slices = [name for name in written if name.startswith("palabras")]
    assert len([name for name in found["asked"] if name.startswith("palabras")]) < len(slices)


def test_rows_sort_by_expiry(page: Page) -> None:
    """What expires next comes first, then what has expired, the latest first, then the rest."""
    page.clock.set_fixed_time("2026-11-23T15:00:00Z")
    days = ["2026-11-22", "2027-05-01", "", "2020-01-01", "2026-11-23"]
    plain = Row("certificado", "", "", "", (), (), None, "vigente", {}, "", "", example=False)
    rows = [plain._replace(path=f"v/{day}/", title=day, hasta=day) for day in days]

    [found] = asked(page, parts(rows, {}), {"order": "vencimiento"})

    assert [path[2:-1] for path in found["paths"]] == [
        "2026-11-23", "2027-05-01", "2026-11-22", "2020-01-01", "",
    ]  # fmt: skip
    assert found["counts"]["estado"] == {"vigente": 3, "vencido": 2}
    assert found["counts"]["plazo"] == {"por_vencer": 1}


@pytest.mark.parametrize(
    ("status", "last", "age", "text"),
    [
        ("vigente", 1000, 0, "vigente hasta 27-09-1902"),
        ("vigente", 100, 0, "vigente hasta 10-04-1900, vence en 9 días"),
        ("vigente", 92, 0, "vigente hasta 02-04-1900, vence en 1 día"),
        ("vigente", 91, 0, "vigente hasta 01-04-1900, vence hoy"),
        ("vigente", 90, 0, "venció el 31-03-1900"),
        ("vigente", 1000, 8, "Sin confirmar: datos de hace 8 días"),
        ("vigente", 90, 8, "venció el 31-03-1900"),
        ("vigente", 0, 0, "Vigente"),
        ("certificado", 1000, 0, "certificado vigente hasta 27-09-1902"),
        ("certificado", 90, 0, "su certificado venció el 31-03-1900"),
        ("certificacion_vencida", 90, 0, "su certificado venció el 31-03-1900"),
        ("vencido", 90, 8, "venció el 31-03-1900"),
        ("no_vigente", 1000, 0, "No vigente"),
        ("suspendido", 1000, 0, "Suspendido"),
        ("raro_estado", 0, 0, "raro estado"),
        ("", 0, 0, None),
    ],
)
def test_a_status_is_true_on_the_readers_day(
    page: Page, status: str, last: int, age: int, text: str | None
) -> None:
    """A passed day never reads as in force, and old data never confirm."""
    label = STATE_LABELS.get(status, "")
    standing = {"status": status, "label": label, "first": 1, "last": last}
    moment = {"today": 91, "age": age, "trust": 7, "soon": 90}

    assert page.evaluate("c => statusWords(c)", [[standing, moment]]) == [text]


@pytest.mark.parametrize(
    ("statuses", "age", "text"),
    [
        (["certificado", "certificacion_vencida", "retirado"], 0, "1 de 2 con certificado vigente"),
        (["certificado"], 8, "Sin confirmar: datos de hace 8 días"),
        (["adherido"], 8, "0 de 1 con certificado vigente"),
        (["retirado"], 0, None),
        ([], 0, None),
    ],
)
def test_a_company_is_a_count(page: Page, statuses: list[str], age: int, text: str | None) -> None:
    """A company is never "certified": so many of its elements are, of those that have not left."""
    moment = {"today": 91, "age": age, "trust": 7, "soon": 90}

    assert page.evaluate("c => companyWords(c)", [[statuses, moment]]) == [text]
