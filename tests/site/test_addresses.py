"""The addresses that the design promises."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.addresses import target
from tests.site.building import OWN
from tests.site.facts import REGIONS, Facts, read
from tests.site.outline import Pages, address_of

SECTIONS = (
    "",
    "registro/",
    "registro/lista/1/",
    "acuerdos/",
    "empresas/",
    "v/",
    "sellos/",
    "certificados/",
    "regiones/",
    "comunas/",
    "rubros/",
    "sectores/",
    "anios/",
    "programas/",
    "preinversion/",
    "territorios/",
    "pymes/",
    "verificar/",
    "estadisticas/",
    "cambios/",
    "datos/",
    "datos/diccionario/",
    "equipo/",
    "equipo/ceremonia/",
    "equipo/editar/",
    "equipo/primera-edicion/",
    "equipo/vscode/",
    "equipo/ceremonia-paso-a-paso/",
    "equipo/corregir/",
    "equipo/suspender/",
    "equipo/retirar/",
    "equipo/emergencia/",
    "equipo/antes-de-subir/",
    "equipo/publicacion/",
    "equipo/pedir-nominas/",
    "equipo/reglas/",
    "equipo/campos/",
    "acerca/",
)
SCHEME = (
    "que-es-un-apl",
    "ciclo-de-vida",
    "certificacion",
    "sello-apl",
    "parecidos",
    "por-que-funcionan",
    "como-participar",
    "nama-y-mrv",
    "historia-y-ley",
    "compradores",
    "mostrar-el-sello",
    "esquema",
    "preguntas",
    "glosario",
    "metodo",
    "privacidad",
    "este-registro",
)
FIELDS = (
    "registro",
    "acuerdos",
    "empresas",
    "sellos",
    "programas",
    "preinversion",
    "estadisticas",
    "vocabulario",
)
PROSE = (*SECTIONS, *(f"acerca/{n}/" for n in SCHEME), *(f"equipo/campos/{n}/" for n in FIELDS))


@pytest.mark.parametrize("site_name", ["site", "empty_site"])
def test_every_section_has_its_page(site_name: str, pages_of: Callable[[str], Pages]) -> None:
    """The sections of the design stand whatever the registry holds."""
    pages = pages_of(site_name)

    assert not [one for one in PROSE if f"{one}index.html" not in pages]


def test_every_region_has_a_page(pages: Pages) -> None:
    """The 16 regions stand under their names, and their codes and numerals lead there."""
    for code, name in REGIONS.items():
        assert not pages.at(f"regiones/{name}/").is_redirect
        assert _leads_to(pages, f"regiones/{code}/") == f"regiones/{name}/"


def _leads_to(pages: Pages, address: str) -> str:
    page = pages.at(address)
    (link,) = {link for one, link in page.links if one.tag == "meta"}
    return address_of(target(f"{address}index.html", link).file)


def test_comunas_stand_under_their_names(pages: Pages, facts: Facts) -> None:
    """A comuna that a record names has a page, and its code leads there."""
    assert not pages.at("comunas/talca/").is_redirect
    assert _leads_to(pages, "comunas/07101/") == "comunas/talca/"
    for record in facts.records["empresas"].values():
        for element in record["elementos"]:
            if "comuna" in element:
                assert f"comunas/{element['comuna']}/index.html" in pages


def test_trades_and_sectors_of_records_have_pages(pages: Pages, facts: Facts) -> None:
    """A rubro that a record names has a page; so has the division or section of its CIIU code."""
    records = [*facts.records["empresas"].values(), *facts.records["acuerdos"].values()]
    for record in records:
        if "rubro" in record:
            assert f"rubros/{record['rubro']}/index.html" in pages
        if "ciiu" in record:
            code = record["ciiu"][:2].lower()
            assert f"sectores/{code}/index.html" in pages, record["ciiu"]


def test_years_of_signatures_and_certificates_have_pages(pages: Pages, facts: Facts) -> None:
    """Each year in which an agreement was signed or a certificate granted has a page."""
    signed = {
        record["fechas"]["firma"][:4]
        for record in facts.records["acuerdos"].values()
        if "firma" in record.get("fechas", {})
    }
    granted = {
        one.facts["fecha"][:4] for one in facts.certificates if one.facts["fecha"] <= facts.today
    }
    for year in signed | granted:
        assert f"anios/{year}/index.html" in pages


def test_former_ids_lead_to_the_record(pages: Pages) -> None:
    """An address that a record had before sends on to the one it has."""
    led = 0
    for collection in ("acuerdos", "empresas", "programas", "preinversion", "estadisticas"):
        for path in (OWN.registry / collection).rglob("*.yaml"):
            record = read(path)
            for former in record.get("ids_anteriores", []):
                found = _leads_to(pages, f"{collection}/{former}/")
                assert found == f"{collection}/{path.stem}/" or "baja" in record
                led += 1

    assert led


def test_a_former_place_of_an_element_points_on(pages: Pages, facts: Facts) -> None:
    """Where a plant was sold, the page of its former company says where it is now."""
    for id, company in facts.records["empresas"].items():
        for element in company["elementos"]:
            for former in element.get("ids_anteriores", []):
                owner = former.partition("/")[0]
                page = pages.at(f"empresas/{owner}/")
                assert any(f"/empresas/{id}/" in link for _, link in page.links), former


def test_list_pages_stay_out_of_the_records_sections(pages: Pages) -> None:
    """Below /v/ stand codes and redirects only."""
    assert all(len(name.split("/")[1]) == 8 for name in pages.below("v/"))


def test_machine_addresses_have_an_extension(site: Path) -> None:
    """Every file but pages says in its name what it is."""
    found = {path.name for path in site.rglob("*") if path.is_file() and not path.suffix}

    assert found == {"SHA256SUMS", "_headers"}  # their usual names, which programs look for
