"""Expectations of the search as people use it: in the header, on /registro/, and from a folder."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.search.rows import Row
from tests.search_pages import search_site
from tests.search_rows import Facets, Labels, Register, shelved
from tests.site.serving import served
from tests.tabs import tab

DAY = "2026-11-23"
NOON = date.fromisoformat(DAY)


def vineyard() -> list[Row]:
    """A company whose name a page or a spreadsheet could run, with parts in several states."""
    head = "empresas/vinedos/"
    facets: Facets = {"comuna": ("talca",), "region": ("maule",), "rubro": ("vino",)}
    plain = Row("empresa", head, "Viñedos <b>Ñandú</b> SpA", "Talca", ("=1+1", "Don Ñandú"),
                ("99900000-K",), None, "", facets, "", "", example=True)  # fmt: skip
    part = plain._replace(parent=head, words=(), codes=(), detail="", example=False)
    certificate = part._replace(kind="certificado", estado="vigente", desde="2024-01-01")
    return [
        plain,
        part._replace(kind="elemento", path=f"{head}#bodega", title="Bodega Ñandú",
                estado="certificado", desde="2024-01-01", hasta="2027-10-05"),
        certificate._replace(path="v/ABCDEFGG/", title="Certificado ABCD-EFGG",
                codes=("ABCDEFGG",), hasta="2027-10-05"),
        certificate._replace(path="v/0000001Y/", title="Certificado 0000-001Y",
                codes=("0000001Y",), hasta="2026-11-25"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [*Register(150, seed=3).rows(), *vineyard()]


@pytest.fixture(scope="module")
def labels() -> Labels:
    return Register(150, seed=3).labels()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, rows: list[Row], labels: Labels) -> Path:
    return search_site(tmp_path_factory.mktemp("sitio"), rows, labels)


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The address of the site's root."""
    with served(folder) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on the day of the data, which fails the test on any error of a script."""
    faults: list[object] = []

    def note(fault: object) -> None:
        faults.append(fault)

    with tab(browser, noon=NOON) as opened:
        opened.on("pageerror", note)
        yield opened
        opened.remove_listener("pageerror", note)
    assert faults == []


@pytest.fixture
def failing_page(browser: Browser) -> Iterator[Page]:
    """A page on which scripts may report faults."""
    with tab(browser) as opened:
        yield opened


def explore(page: Page, site: str, state: str = "") -> None:
    page.goto(f"{site}registro/{state}")
    page.wait_for_selector("[data-listo]", state="attached")


def titles(page: Page) -> list[str]:
    return page.locator("[data-busca=lista] h3").all_inner_texts()


def counted(page: Page) -> str:
    return page.locator("[data-busca=cuenta]").inner_text()


def group(page: Page, name: str) -> Locator:
    """A facet with its title, in the drawer, which is opened where it is folded."""
    drawer = page.locator("[data-busca=cajon]")
    if drawer.get_attribute("open") is None:
        drawer.locator("> summary").click()
    title = page.locator(".apl-faceta__rotulo").get_by_text(name, exact=True)
    return page.locator(".apl-faceta").filter(has=title)


def unfolded(page: Page, name: str) -> Locator:
    """A facet that is open."""
    box = group(page, name)
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    return box


def facet(page: Page, name: str) -> dict[str, int]:
    """The options that a facet shows, with their counts."""
    box = unfolded(page, name)
    names = box.locator(".apl-faceta__nombre").all_inner_texts()
    counts = box.locator(".apl-faceta__cuenta").all_inner_texts()
    return {one: int(count.replace(".", "")) for one, count in zip(names, counts, strict=True)}


def choose(page: Page, name: str, option: str) -> None:
    unfolded(page, name).get_by_label(re.compile(f"^{option}")).click()


# On /registro/.


@pytest.mark.parametrize(
    "q", ["vinedos nandu", "viñedos ñandu spa", "vinedso ñandu", "99.900.000-k", "don nandu"]
)
def test_a_company_is_found_as_people_write_it(page: Page, site: str, q: str) -> None:
    """Without accents, with a slip, by RUT or by brand, the company comes first."""
    explore(page, site)
    page.locator("[data-busca=caja]").fill(q)

    expect(page.locator("[data-busca=lista] h3").first).to_have_text("Viñedos <b>Ñandú</b> SpA")


@pytest.mark.parametrize("q", ["ABCD-EFGG", "abcd efgg"])
def test_a_certificate_is_found_by_its_code(page: Page, site: str, q: str) -> None:
    """A code in any writing gives its certificate alone, with a status and a link."""
    explore(page, site)
    page.locator("[data-busca=caja]").fill(q)

    expect(page.locator("[data-busca=cuenta]")).to_have_text("1 resultado")
    row = page.locator("[data-busca=lista] li")
    expect(row).to_contain_text("vigente hasta 05-10-2027")
    assert row.locator("a").evaluate("a => a.href") == f"{site}v/ABCDEFGG/"


def test_facets_count_what_there_is(page: Page, site: str, rows: list[Row]) -> None:
    """Alternatives within a facet, all facets together; each counts by the others' choice."""
    explore(page, site)
    choose(page, "Qué buscar", "Certificado")
    choose(page, "Qué buscar", "Sello")
    choose(page, "Tamaño de la empresa", "Micro")

    coded = [row for row in rows if row.kind in ("certificado", "sello")]
    micro = [row for row in rows if "micro" in row.facets.get("tamano", ())]
    both = [row for row in coded if row in micro]
    expect(page.locator("[data-busca=cuenta]")).to_have_text(f"{len(both)} resultados")
    sizes = Counter(row.facets["tamano"][0] for row in coded if row.facets.get("tamano"))
    assert sorted(facet(page, "Tamaño de la empresa").values()) == sorted(sizes.values())
    kinds = Counter(row.kind for row in micro)
    assert sorted(facet(page, "Qué buscar").values()) == sorted(kinds.values())


def test_options_without_rows_are_hidden_unless_chosen(page: Page, site: str) -> None:
    """What would give nothing is not offered; what was chosen stays, to be taken away."""
    explore(page, site, "#tipo=sello")
    choose(page, "Qué buscar", "Sello")
    choose(page, "Qué buscar", "Acuerdo")
    offered = page.locator(".apl-faceta__rotulo:visible").all_inner_texts()
    assert "Año" in offered and "Tamaño de la empresa" not in offered

    explore(page, site, "#tamano=micro&tipo=acuerdo")
    assert counted(page) == "Ningún resultado"
    assert 0 in facet(page, "Tamaño de la empresa").values()


def test_a_long_facet_can_be_narrowed(page: Page, site: str) -> None:
    """Typing in a facet's box leaves the options that hold the letters, accents or not."""
    explore(page, site)
    unfolded(page, "Comuna").get_by_label("Escriba para acortar la lista: comuna").fill("nun")

    assert all("uñ" in name.lower() for name in facet(page, "Comuna"))


def test_the_address_holds_the_whole_state(page: Page, site: str) -> None:
    """Words, facets, order and page stand behind #, and going back restores them."""
    explore(page, site)
    choose(page, "Qué buscar", "Empresa")
    page.wait_for_url("**/registro/#tipo=empresa")
    page.get_by_label("Ordenar por").select_option("nombre")
    page.wait_for_url("**/registro/#tipo=empresa&orden=nombre")
    page.get_by_role("link", name="Página 2").click()
    page.wait_for_url("**/registro/#tipo=empresa&orden=nombre&pagina=2")
    expect(page.locator("[aria-current=page]")).to_have_text("2")
    second = titles(page)

    page.go_back()
    expect(page.locator("[aria-current=page]")).to_have_text("1")
    assert titles(page) != second
    page.go_forward()
    expect(page.locator("[aria-current=page]")).to_have_text("2")
    page.reload()
    expect(page.locator("[aria-current=page]")).to_have_text("2")
    assert titles(page) == second
    page.locator("[data-busca=caja]").fill("ñandu")
    page.wait_for_url("**/registro/#q=%C3%B1andu&tipo=empresa&orden=nombre")


def test_a_question_sent_without_scripts_moves_behind_the_hash(page: Page, site: str) -> None:
    """`?q=` is taken over, and no longer stands where a server would log it."""
    explore(page, site, "?q=ABCD-EFGG")

    assert page.url == f"{site}registro/#q=ABCD-EFGG"
    assert titles(page) == ["Certificado ABCD-EFGG"]


def test_choices_in_a_row_are_each_undone(page: Page, site: str) -> None:
    """Two choices made at once, with letters typed before, are two steps back, and no more."""
    explore(page, site, "#orden=nombre")
    page.evaluate(
        """() => {
          const box = document.querySelector("[data-busca=caja]");
          box.value = "ñandu";
          box.dispatchEvent(new Event("input"));
          for (const name of ["elemento", "certificado"])
            [...document.querySelectorAll("[data-busca=facetas] label")]
              .find((label) => label.textContent.toLowerCase().includes(name)).click();
        }"""
    )
    page.wait_for_url("**/#q=%C3%B1andu&tipo=elemento,certificado&orden=nombre")
    page.go_back()
    page.wait_for_url("**/#q=%C3%B1andu&tipo=elemento&orden=nombre")
    page.go_back()
    page.wait_for_url("**/#q=%C3%B1andu&orden=nombre")

    expect(page.locator("[data-busca=caja]")).to_have_value("ñandu")


def test_no_result_is_ever_drawn_empty(page: Page, site: str) -> None:
    """Rows are drawn once their names are there, those below the screen too."""
    explore(page, site)
    page.evaluate(
        """() => {
          self.lists = [];
          const list = document.querySelector("[data-busca=lista]");
          const names = () => [...list.querySelectorAll("h3 a")].map((link) => link.innerText);
          const drawn = () => lists.push(names());
          new MutationObserver(drawn).observe(list, { childList: true, subtree: true });
        }"""
    )
    page.locator("[data-busca=caja]").press_sequentially("del")
    page.wait_for_url("**/#q=del")

    lists = page.evaluate("lists")
    assert any(len(names) == 20 for names in lists)
    assert all(name for names in lists for name in names)


def test_unknown_filters_in_the_address_do_no_harm(page: Page, site: str) -> None:
    """A mistyped or foreign address shows what it can."""
    explore(page, site, "#color=rojo&pagina=99&orden=raro&contenido")

    assert counted(page) != "Ningún resultado"
    expect(page.locator("[data-busca=elegidos]")).to_be_hidden()


def test_a_chosen_filter_can_be_taken_away(page: Page, site: str) -> None:
    """Each choice is a button above the results; without them all is back."""
    explore(page, site)
    everything = counted(page)
    choose(page, "Qué buscar", "Sello")
    choose(page, "Región", "Maule")
    page.get_by_role("button", name="Quitar el filtro Región: Maule").click()
    page.get_by_role("button", name="Quitar el filtro Qué buscar: Sello APL").click()

    expect(page.locator("[data-busca=cuenta]")).to_have_text(everything)
    expect(page.locator("[data-busca=cuenta]")).to_be_focused()


def test_nothing_found_shows_a_way_on(page: Page, site: str) -> None:
    """No result is no verdict: the page says so and leads to the verifier with the question."""
    explore(page, site, "#q=99.900.009-3")

    expect(page.locator("[data-busca=aviso]")).to_contain_text("no dice que no exista")
    link = page.get_by_role("link", name="consulte en Verificar")
    assert link.evaluate("a => a.href") == f"{site}verificar/#q=99.900.009-3"


def test_guessed_words_are_owned_up_to(page: Page, site: str) -> None:
    """Results for other words than those typed say so."""
    explore(page, site, "#q=ñandi")

    expect(page.locator("[data-busca=aviso]")).to_contain_text("más parecidos")


def test_names_are_text_and_examples_are_marked(page: Page, site: str) -> None:
    """A name with markup stays a name; a fictional row says that it is one."""
    explore(page, site, "#q=99900000-K&tipo=empresa")

    row = page.locator("[data-busca=lista] li")
    assert row.locator("b").count() == 0
    expect(row).to_contain_text("Ejemplo")
    expect(row).to_contain_text("1 de 1 con certificado vigente")


def test_what_expires_next_comes_first(page: Page, site: str) -> None:
    """By expiry the certificate with two days left leads, and says how many."""
    explore(page, site, "#q=ñandu&tipo=certificado&orden=vencimiento")

    first = page.locator("[data-busca=lista] li").first
    expect(first).to_contain_text("vigente hasta 25-11-2026, vence en 2 días")


def test_a_passed_day_never_reads_as_in_force(page: Page, site: str) -> None:
    """Read three days later, the page says that the certificate has expired, and counts it so."""
    page.clock.set_fixed_time("2026-11-26T15:00:00Z")
    explore(page, site, "#q=0000001Y")

    row = page.locator("[data-busca=lista] li")
    expect(row).to_contain_text("venció el 25-11-2026")
    assert facet(page, "Estado") == {"Vencido": 1}


def test_old_data_confirm_nothing(page: Page, site: str) -> None:
    """Past the days of trust no status reads as in force, and a note says why."""
    page.clock.set_fixed_time("2026-12-05T15:00:00Z")
    explore(page, site, "#q=ABCDEFGG")

    row = page.locator("[data-busca=lista] li")
    expect(row).to_contain_text("Sin confirmar: datos de hace 12 días")
    expect(page.locator("[data-busca=nota]")).to_contain_text("23-11-2026, hace 12 días")
    assert facet(page, "Estado") == {"Sin confirmar: datos de hace 12 días": 1}


def test_results_can_be_taken_away(page: Page, site: str) -> None:
    """The filtered rows come as a file that a spreadsheet opens and cannot run."""
    explore(page, site, "#q=ñandu&orden=nombre")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Descargar").click()

    content = taken.value.path().read_bytes().decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert taken.value.suggested_filename == f"registro-apl-{DAY}.csv"
    assert taken.value.path().read_bytes().startswith(b"\xef\xbb\xbf")
    names = [row.title for row in shelved(vineyard()).rows]
    assert [one["nombre"] for one in found] == names
    assert found[0]["codigos"] == "99900000-K" and found[0]["ejemplo"] == "sí"
    assert found[3]["codigos"] == "ABCD-EFGG" and found[3]["hasta"] == "2027-10-05"
    assert found[1]["Comuna"] == "Talca"
    assert found[1]["direccion_web"] == f"{site}empresas/vinedos/#bodega"


def test_a_cell_is_never_a_formula(page: Page, tmp_path: Path) -> None:
    """A name that begins like a formula is handed over as text."""
    plain = Row(
        "empresa", "empresas/x/", '=HYPERLINK("x")', "", (), (), None, "", {}, "", "", False
    )
    with served(search_site(tmp_path, [plain], {})) as address:
        explore(page, address)
        with page.expect_download() as taken:
            page.get_by_role("button", name="Descargar").click()
        assert '"\'=HYPERLINK(""x"")"' in taken.value.path().read_text("utf-8")


def test_the_explorer_works_by_keyboard(page: Page, site: str) -> None:
    """A filter is reached with Tab and set with Space, and the focus stays on it."""
    explore(page, site)
    page.locator("[data-busca=caja]").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    chosen = page.evaluate("document.activeElement.id")
    page.keyboard.press("Space")
    page.wait_for_url("**/registro/#tipo=*")

    assert chosen.startswith("apl-faceta-")
    assert page.evaluate("document.activeElement.id") == chosen
    expect(page.locator(f"#{chosen}")).to_be_checked()


def test_the_number_of_results_is_announced(page: Page, site: str) -> None:
    """A live region says how many results there are, and which page is shown."""
    explore(page, site)
    said = page.locator("[data-busca=estado]")
    expect(said).to_have_text(
        re.compile(r"^\d[\d.]* resultados( \([\d.]+ de ejemplo\))?, página 1 de \d+$")
    )
    assert said.get_attribute("role") == "status"


def test_a_phone_shows_the_results_first(browser: Browser, site: str) -> None:
    """At 375 px the filters are folded, nothing runs over, and targets are 44 px high."""
    with tab(browser, viewport={"width": 375, "height": 740}, noon=NOON) as page:
        explore(page, site, "#q=ñandu")
        assert page.locator("[data-busca=cajon]").get_attribute("open") is None
        choose(page, "Qué buscar", "Certificado")

        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        targets = "summary, .apl-faceta__opcion, .apl-elegido, select, button, [type=search]"
        heights = page.locator(targets).evaluate_all(
            "found => found.filter(e => e.checkVisibility())"
            ".map(e => e.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44


def test_a_phone_opens_only_facets_with_a_choice(browser: Browser, site: str) -> None:
    """At 375 px a facet lies folded and is not drawn, unless something of it is chosen."""
    with tab(browser, viewport={"width": 375, "height": 740}, noon=NOON) as page:
        explore(page, site, "#region=maule&tamano=micro")
        region = group(page, "Región")

        expect(region.locator("summary")).to_contain_text("1 elegido")
        expect(page.locator(".apl-faceta[open]")).to_have_count(2)
        expect(group(page, "Comuna").locator("li")).to_have_count(0)
        region.get_by_role("checkbox", checked=False).first.check()
        expect(region.locator("summary")).to_contain_text("2 elegidos")


def test_facets_stay_as_the_reader_left_them(page: Page, site: str) -> None:
    """What the reader folds or opens stays so, whatever is chosen or taken away."""
    explore(page, site)
    states, comunas = group(page, "Estado"), unfolded(page, "Comuna")
    states.locator("summary").click()
    choose(page, "Qué buscar", "Certificado")
    page.wait_for_url("**/registro/#tipo=certificado")
    comunas.get_by_role("checkbox").first.check()
    page.wait_for_url("**/registro/#comuna=*")
    comunas.locator("summary").click()
    page.get_by_role("button", name="Quitar todos los filtros").click()
    page.wait_for_url("**/registro/#")
    page.go_back()

    expect(comunas.locator("summary")).to_contain_text("1 elegido")
    assert comunas.get_attribute("open") is None
    assert states.get_attribute("open") is None


def test_nothing_moves_under_the_finger(page: Page, site: str) -> None:
    """A choice leaves the values of its own facet where they are."""
    explore(page, site)
    before = facet(page, "Comuna")
    fourth = unfolded(page, "Comuna").get_by_role("checkbox").nth(3)
    fourth.check()
    expect(page.locator("[data-busca=elegidos]")).to_contain_text(list(before)[3])

    assert list(facet(page, "Comuna").items()) == list(before.items())
    expect(fourth).to_be_checked()


def test_a_folded_facet_is_opened_by_keyboard(page: Page, site: str) -> None:
    """Enter on the title of a facet shows its values, and Tab goes into them."""
    explore(page, site)
    group(page, "Año").locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.id").startswith("apl-faceta-anio-")


def test_without_scripts_lists_remain(browser: Browser, site: str) -> None:
    """Without JavaScript there is no dead form, only the lists; the header's box leads there."""
    with tab(browser, java_script_enabled=False) as page:
        page.goto(f"{site}registro/")
        expect(page.locator("[data-busca=aplicacion]")).to_be_hidden()
        lists = page.locator("nav[aria-label='Listas del registro'] a")
        addresses = lists.evaluate_all("found => found.map(a => a.href)")
        assert addresses == [
            f"{site}{path}"
            for path in ("regiones/", "comunas/", "rubros/", "acuerdos/", "registro/lista/1/")
        ]

        page.goto(site)
        page.locator("#buscar").fill("ñandú")
        page.locator("#buscar").press("Enter")
        assert page.url.startswith(f"{site}registro/?q=")


def test_a_fault_is_said(failing_page: Page, site: str) -> None:
    """Where the index cannot be had, the page says so and the lists remain."""
    page = failing_page
    page.route("**/buscar/facetas.json", lambda route: route.abort())
    page.goto(f"{site}registro/")

    expect(page.locator("[data-busca=aviso]")).to_contain_text("No se pudo cargar el buscador")
    expect(page.get_by_role("link", name="Lista completa")).to_be_visible()


def test_parts_of_two_builds_are_not_mixed(failing_page: Page, site: str) -> None:
    """If the register changed while the page was open, the page asks to be loaded again."""
    page = failing_page
    page.route(
        "**/buscar/filas-0.json*",
        lambda route: route.fulfill(json={"hash": "00000000", "titles": ""}),
    )
    page.goto(f"{site}registro/")

    expect(page.locator("[data-busca=aviso]")).to_contain_text("se actualizó")


# In the header.


def test_nothing_is_fetched_before_the_box_is_touched(page: Page, site: str) -> None:
    """A page costs no index until somebody wants to search."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.wait_for_load_state("networkidle")
    assert not any("/buscar/" in url for url in asked)

    page.locator("#buscar").focus()
    page.wait_for_event("requestfinished", lambda request: "facetas.json" in request.url)


def test_the_header_suggests_and_leads_by_keyboard(page: Page, site: str) -> None:
    """Arrows move through suggestions, which the box points at; Enter goes there."""
    page.goto(f"{site}v/ABCDEFGG/")
    box = page.locator("#buscar")
    box.press_sequentially("vinedos nandu")
    options = page.locator("#buscar-lista [role=option]")
    expect(options.first).to_contain_text("Viñedos <b>Ñandú</b> SpA")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form[data-buscador] [role=status]").first).to_contain_text("flechas")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "buscar-lista-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{site}empresas/vinedos/")


def test_escape_closes_the_suggestions(page: Page, site: str) -> None:
    """Escape takes the list away and leaves the words."""
    page.goto(site)
    page.locator("#buscar").press_sequentially("nandu")
    expect(page.locator("#buscar-lista")).to_be_visible()
    page.keyboard.press("Escape")

    expect(page.locator("#buscar-lista")).to_be_hidden()
    expect(page.locator("#buscar")).to_have_value("nandu")
    expect(page.locator("#buscar")).to_have_attribute("aria-expanded", "false")


def test_enter_without_a_choice_shows_all_results(page: Page, site: str) -> None:
    """The question goes on to /registro/, behind the hash."""
    page.goto(site)
    page.locator("#buscar-aqui").fill("nandu #1")
    page.keyboard.press("Enter")

    page.wait_for_url(f"{site}registro/#q=nandu%20%231")
    expect(page.locator("[data-busca=caja]")).to_have_value("nandu #1")


def test_the_header_box_of_the_explorer_asks_the_explorer(page: Page, site: str) -> None:
    """On /registro/ itself the header's question is answered in place."""
    explore(page, site)
    page.locator("#buscar").fill("ABCDEFGG")
    page.locator("#buscar").press("Enter")

    expect(page.locator("[data-busca=cuenta]")).to_have_text("1 resultado")


def test_suggestions_fit_a_phone(browser: Browser, site: str) -> None:
    """On a phone the list of the header's box lies within the screen from edge to edge."""
    with tab(browser, viewport={"width": 375, "height": 740}) as page:
        page.goto(site)
        page.locator("#buscar").press_sequentially("vinedos nandu")
        expect(page.locator("#buscar-lista [role=option]").first).to_contain_text("Ñandú")

        left, right = page.locator("#buscar-lista").evaluate(
            "list => [list.getBoundingClientRect().left, list.getBoundingClientRect().right]"
        )
        assert 0 <= left < 40 and 335 < right <= 375


# From a folder.


def test_a_folder_is_searched_without_a_server(
    page: Page, tmp_path: Path, rows: list[Row], labels: Labels
) -> None:
    """Opened as files, boxes and explorer find, link to files, and keep their state."""
    root = search_site(tmp_path, rows, labels, offline=True).as_uri()
    page.goto(f"{root}/registro/index.html")
    page.wait_for_selector("[data-listo]", state="attached")
    page.locator("[data-busca=caja]").fill("bodega nandu")
    link = page.locator("[data-busca=lista] h3 a").first
    expect(link).to_have_text("Bodega Ñandú")
    assert link.evaluate("a => a.href") == f"{root}/empresas/vinedos/index.html#bodega"
    choose(page, "Qué buscar", "Instalación")
    page.wait_for_url("**/registro/index.html#q=bodega%20nandu&tipo=elemento")

    page.goto(f"{root}/v/ABCDEFGG/index.html")
    page.locator("#buscar").press_sequentially("99900000-k")
    page.locator("#buscar-lista [role=option]").first.click()
    page.wait_for_url(f"{root}/empresas/vinedos/index.html")
