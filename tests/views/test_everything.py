"""The seam between the views and the pipeline."""

import pytest

from generator.views import everything
from generator.views.page import Redirect
from generator.views.survey import Survey
from tests.record_bodies import SITE
from tests.sample import adhesion, agreement, certificate, company, element, published, seal
from tests.view_bodies import fragment

SLOTS = (
    "aviso busqueda buscador calidad cambios ceremonia correcciones emisiones idioma impactos "
    "parejas "
    "datos-enlazados decisiones edades denuncias embudo "
    "explorador mapa parecidos portada tarjeta "
    "novedades perdida pie registro reglas resumen titulares vencimientos verificador "
    "lista:acuerdos lista:anios lista:certificados lista:comunas lista:empresas lista:esquemas "
    "lista:estadisticas lista:preinversion lista:programas lista:pymes lista:regiones "
    "lista:rubros lista:sectores lista:sellos lista:territorios "
    "figura:certificados figura:cruce-anio-tamano figura:cruce-region-tamano figura:cruces "
    "figura:cruce-rubro-tamano figura:cumplimiento figura:embudo figura:embudo-acuerdo "
    "figura:embudo-anio figura:embudo-region figura:embudo-rubro figura:embudo-sector "
    "figura:embudo-tamano figura:embudo-tamano-instalaciones figura:en-el-tiempo figura:plazo "
    "figura:publicado-por-acuerdo figura:publicado-por-tamano figura:publicado-y-contado "
    "figura:vencimientos "
    "campos:acuerdos campos:auditores campos:empresas campos:estadisticas campos:organismos "
    "campos:preinversion campos:programas campos:registro campos:sellos"
).split()


def registry():
    former = agreement(
        ids_anteriores=["viejo"], territorio={"alcance": "comunal", "comunas": ["07102"]}
    )
    plant = company(element(adhesion(certificate())), rubro="vino", ciiu="1102")
    return published(plant, {"acuerdo": former}, {"uno": seal()})


def test_every_promised_slot_is_there():
    """Those that editors may write, and no other."""
    assert set(everything.slots(Survey(registry(), SITE))) == set(SLOTS)


@pytest.mark.parametrize("records", [registry, published], ids=["some", "few"])
@pytest.mark.parametrize("name", SLOTS)
def test_every_slot_can_be_printed(name, records):
    """Whatever the registry holds, and with links that stay inside the site."""
    html = fragment(everything.slots(Survey(records(), SITE))[name], "acerca/metodo/")

    assert 'href="/' not in html and 'href="http' not in html


def test_any_published_table_has_its_slot():
    """`tabla:` and an id is always known, so that any registry builds; other names are not."""
    slots = everything.slots(Survey(published(), SITE))

    assert "tabla:la-que-sea" in slots
    assert "no tiene esa tabla" in fragment(slots["tabla:la-que-sea"])
    for name in ("tabla:", "tabla:Mal Nombre", "lista:nada", "resumenes"):
        assert name not in slots
        with pytest.raises(KeyError):
            slots[name]


def test_a_slot_is_made_once():
    """Many pages show the foot; it is worked out when first asked for."""
    slots = everything.slots(Survey(published(), SITE))

    assert slots["resumen"] is slots["resumen"]


def test_no_two_pages_share_an_address_and_every_mould_is_promised():
    """Addresses end in a slash, and pages name moulds that the pipeline asks for."""
    made = [make() for make in everything.pages(Survey(registry(), SITE))]
    paths = [page.path for page in made]

    assert len(paths) == len(set(paths))
    assert all(path.endswith("/") and not path.startswith("/") for path in paths)
    assert {page.mould for page in made if not isinstance(page, Redirect)} <= everything.MOULDS


def test_every_redirect_leads_to_a_page():
    """Codes, other spellings and former ids end where something stands."""
    made = [make() for make in everything.pages(Survey(registry(), SITE))]
    pages = {page.path for page in made if not isinstance(page, Redirect)}

    assert {page.target.partition("#")[0] for page in made if isinstance(page, Redirect)} <= pages


def test_pages_come_in_a_fixed_order():
    """Two runs give the same pages in the same order."""
    once, again = (
        [make() for make in everything.pages(Survey(registry(), SITE))] for _ in range(2)
    )

    assert once == again


def test_links_of_prose_find_records_by_today_s_and_former_ids():
    """`registro:acuerdos/viejo` leads to what it is called today; nothing else leads anywhere."""
    target = everything.target(registry())

    assert target("acuerdos/acuerdo") == "acuerdos/acuerdo/"
    assert target("acuerdos/viejo") == "acuerdos/acuerdo/"
    assert target("empresas/empresa") == "empresas/empresa/"
    assert target("datos/diccionario.csv") == "datos/diccionario.csv"
    for name in ("acuerdos/otro", "sellos/uno", "nada", ""):
        assert target(name) is None
