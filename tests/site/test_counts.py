"""What the site counts and lists, against an independent reading of the YAML."""

from collections import Counter

from tests.site.building import OWN
from tests.site.facts import REGIONS, Facts, Mapping, read
from tests.site.outline import Element, Outline, Pages

FUNNEL = {
    "Micro": ("519", "80", "15 %"),
    "Pequeña": ("505", "178", "35 %"),
    "Mediana": ("207", "139", "67 %"),
    "Grande": ("270", "189", "70 %"),
    "MiPyme": ("1.231", "397", "32 %"),
    "Pyme": ("712", "317", "45 %"),
    "Total": ("1.501", "586", "39 %"),
}
"""The deck's table: adhered, certified, and the part that certifies."""


def _written(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _figures(page: Outline) -> dict[str, str]:
    (block,) = page.with_class("apl-cifras")
    pairs = zip(block.find("dt"), block.find("dd"), strict=True)
    return {name.text.partition(",")[0]: value.text for name, value in pairs}


def _rows(table: Element) -> dict[str, tuple[str, ...]]:
    rows = [row for row in table.find("tr") if row.find("td")]
    return {row.find("th")[0].text: tuple(c.text for c in row.find("td")) for row in rows}


def test_the_home_page_counts_what_the_records_say(pages: Pages, facts: Facts) -> None:
    """Elements certified, seals in force, agreements and companies agree with the YAML."""
    figures = _figures(pages["index.html"])
    certified = len(facts.certified_elements)

    assert set(figures) == {
        "elementos con certificado vigente",
        "sellos vigentes",
        "acuerdos",
        "empresas en acuerdos",
    }
    assert figures["elementos con certificado vigente"] == _written(certified)
    assert figures["sellos vigentes"] == _written(len(facts.seals_in_force))
    assert figures["acuerdos"] == _written(len(facts.records["acuerdos"]))
    assert figures["empresas en acuerdos"] == _written(
        len(
            {
                company
                for company, _, adhesion in facts.accepted()
                if adhesion["fecha"] <= facts.today and not _has_left(adhesion, facts.today)
            }
        )
    )


def _has_left(adhesion: Mapping, today: str) -> bool:
    return "retiro" in adhesion and adhesion["retiro"]["fecha"] <= today


def test_figures_say_how_many_examples_they_include(pages: Pages, facts: Facts) -> None:
    """Whoever reads a figure reads in the same line how much of it is fictional."""
    (block,) = pages["index.html"].with_class("apl-cifras")
    certified = f"incluye {len(facts.certified_elements)} elementos de ejemplo"
    examples = sum(one.get("ejemplo") == "true" for one in facts.records["acuerdos"].values())

    assert certified in block.text
    assert f"incluye {examples} acuerdos de ejemplo" in block.text


def test_every_company_has_a_page(pages: Pages, facts: Facts) -> None:
    """Below /empresas/ stand the companies on record and nothing else but former addresses."""
    shown = {name.split("/")[1] for name in pages.below("empresas/") if not pages[name].is_redirect}

    assert shown == set(facts.records["empresas"]) | _withdrawn("empresas")


def _withdrawn(collection: str) -> set[str]:
    files = (OWN.registry / collection).rglob("*.yaml")
    return {path.stem for path in files if "baja" in read(path)}


def test_every_agreement_has_a_page(pages: Pages, facts: Facts) -> None:
    """Below /acuerdos/ stand the agreements on record and nothing else but former addresses."""
    shown = {name.split("/")[1] for name in pages.below("acuerdos/") if not pages[name].is_redirect}

    assert shown == set(facts.records["acuerdos"]) | _withdrawn("acuerdos")


def test_every_instrument_has_a_page(pages: Pages, facts: Facts) -> None:
    """Programmes, pre-investment agreements and published tables each have theirs."""
    for collection in ("programas", "preinversion", "estadisticas"):
        for id in facts.records[collection]:
            assert f"{collection}/{id}/index.html" in pages


def test_every_code_has_its_short_address(pages: Pages, facts: Facts) -> None:
    """Each public certificate and seal answers at /v/ and its code, without dash."""
    shown = {name.split("/")[1] for name in pages.below("v/") if not pages[name].is_redirect}

    assert facts.codes <= shown
    for code in shown - facts.codes:
        assert "retirada" in pages.at(f"v/{code}/").one("main").text


def test_code_pages_say_the_state_of_the_day(pages: Pages, facts: Facts) -> None:
    """The first words of a certificate's page are its state, worked out anew from its dates."""
    words = {
        "vigente": "Vigente",
        "vencido": "Vencido",
        "suspendido": "Suspendido",
        "anulado": "Anulado",
        "futuro": "Aún no rige",
    }
    for one in facts.certificates:
        (word,) = pages.at(f"v/{one.code}/").with_class("apl-palabra")
        assert word.text.startswith(words[one.state(facts.today)]), one.code

    assert {one.state(facts.today) for one in facts.certificates} == set(words)


def test_seal_pages_say_whether_it_may_be_used(pages: Pages, facts: Facts) -> None:
    """A seal in force reads so; every other one reads that it is not."""
    for id, seal in facts.records["sellos"].items():
        (word,) = pages.at(f"v/{seal['codigo'].replace('-', '')}/").with_class("apl-palabra")
        in_force = word.text.startswith("Vigente")
        assert in_force == (id in facts.seals_in_force), id
        assert in_force or "no vigente" in word.text.lower() or "aún no rige" in word.text.lower()


def test_company_pages_count_their_elements(pages: Pages, facts: Facts) -> None:
    """A company reads "3 de 5 instalaciones con certificado vigente", and never one word."""
    for id, company in facts.records["empresas"].items():
        (word,) = pages.at(f"empresas/{id}/").with_class("apl-palabra")
        certified, counted = facts.company_count(id)
        if not counted:
            assert not word.text.startswith("0 de 0"), id
            continue
        assert word.text.startswith(f"{certified} de {counted} "), id
        assert word.text.endswith("con certificado vigente"), id
        if {element["alcance"] for element in company["elementos"]} == {"establecimiento"}:
            assert "instalaci" in word.text, id


def test_company_pages_show_every_element_and_certificate(pages: Pages, facts: Facts) -> None:
    """Nothing of what happened to an element is left out of its company's page."""
    for id, company in facts.records["empresas"].items():
        page = pages.at(f"empresas/{id}/")
        for element in company["elementos"]:
            assert element["id"] in page.ids or f"elemento-{element['id']}" in page.ids, id
            assert element["nombre"] in page.one("main").text, id
        links = {address for one, address in page.links if one.tag == "a"}
        for one in facts.certificates:
            if one.company == id:
                assert f"../../v/{one.code}/" in links, f"{id}: {one.code}"


def test_code_pages_show_the_chain(pages: Pages, facts: Facts) -> None:
    """A certificate's page names and links company, element and agreement."""
    for one in facts.certificates:
        page = pages.at(f"v/{one.code}/")
        links = {address.partition("#")[0] for e, address in page.links if e.tag == "a"}
        assert f"../../empresas/{one.company}/" in links, one.code
        assert f"../../acuerdos/{one.adhesion['acuerdo']}/" in links, one.code
        assert one.element["nombre"] in page.one("main").text, one.code


def _full_list(pages: Pages) -> list[Outline]:
    return [pages[name] for name in pages.below("registro/lista/")]


def test_the_full_list_holds_every_element(pages: Pages, facts: Facts) -> None:
    """Without JavaScript every company and each of its elements can be found in one list."""
    links = Counter(
        address
        for page in _full_list(pages)
        for one, address in page.links
        if one.tag == "a" and one.inside("main")
    )
    for id, company in facts.records["empresas"].items():
        own = [one for one in links if f"/empresas/{id}/" in one]
        assert own, id
        adhering = {
            element["id"]
            for owner, element, adhesion in facts.accepted()
            if owner == id and adhesion["fecha"] <= facts.today
        }
        named = {one.partition("#")[2].removeprefix("elemento-") for one in own} - {""}
        assert adhering <= named <= {element["id"] for element in company["elementos"]}, id


def test_lists_hold_every_record(pages: Pages, facts: Facts) -> None:
    """The agreements, companies, certificates and seals pages lead to each of theirs."""
    codes = {one.code for one in facts.certificates}
    seals = {one["codigo"].replace("-", "") for one in facts.records["sellos"].values()}
    wanted = {
        "acuerdos/": {f"acuerdos/{id}/" for id in facts.records["acuerdos"]},
        "empresas/": {f"empresas/{id}/" for id in facts.records["empresas"]},
        "certificados/": {f"v/{code}/" for code in codes},
        "sellos/": {f"v/{code}/" for code in seals},
    }
    for address, records in wanted.items():
        page = pages.at(address)
        links = {link.removeprefix("../") for one, link in page.links if one.inside("main")}
        assert records <= links, address


def test_the_funnel_reproduces_the_deck(pages: Pages) -> None:
    """The code that counts from records gives the deck's own percentages for its numbers."""
    tables = [_rows(table) for table in pages.at("estadisticas/").all("table")]

    assert FUNNEL in tables


def test_the_register_counts_its_own_funnel(pages: Pages, facts: Facts) -> None:
    """Of the companies that adhered, how many were certified at least once, whatever their size."""
    adhered = {one for one, _, adhesion in facts.accepted() if adhesion["fecha"] <= facts.today}
    certified = {
        one.company
        for one in facts.certificates
        if one.state(facts.today) not in ("futuro", "anulado")
    }
    figures = {one.attributes.get("id"): one for one in pages.at("estadisticas/").all("figure")}
    (table,) = figures["embudo-tamano"].find("table")
    rows = _rows(table)
    told = [int(one.replace(".", "")) for one in rows.pop("Total")[:2]]
    sizes = [one for size, one in rows.items() if size not in ("MiPyme", "Pyme")]

    assert told == [len(adhered), len(certified)]
    assert [sum(int(one[at].replace(".", "")) for one in sizes) for at in (0, 1)] == told


def test_regions_count_the_elements_that_stand_in_them(pages: Pages, facts: Facts) -> None:
    """The region that counts is that of the element, by the first digits of its comuna."""
    places = {
        (company, element["id"]): element.get("comuna", "")[:2]
        for company, record in facts.records["empresas"].items()
        for element in record["elementos"]
    }
    counted = Counter(places[one] for one in facts.certified_elements)
    for code, name in REGIONS.items():
        text = pages.at(f"regiones/{name}/").one("main").text
        if counted[code]:
            assert f"{counted[code]} de " in text, name
