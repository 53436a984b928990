"""The pages of regions, and the list of them."""

from generator.views import regions
from generator.views.page import Redirect
from tests.record_bodies import body, made
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, page_at, survey, told, told_page

TERRITORIES = {
    "nacional": agreement(nombre="Acuerdo nacional"),
    "regional": agreement(
        nombre="Acuerdo regional", territorio={"alcance": "regional", "regiones": ["07", "16"]}
    ),
    "comunal": agreement(
        nombre="Acuerdo comunal", territorio={"alcance": "comunal", "comunas": ["07102"]}
    ),
    "ajeno": agreement(
        nombre="Acuerdo ajeno", territorio={"alcance": "regional", "regiones": ["15"]}
    ),
}


def pages(*records, **keys):
    return made(regions.pages(survey(published(*records, **keys))))


def test_all_16_have_a_page_and_their_code_leads_there():
    """`/regiones/maule/` is the page, `/regiones/07/` leads to it."""
    found = pages()

    assert len(found) == 32
    assert found["regiones/07/"] == Redirect("regiones/07/", "regiones/maule/", "Maule")


def test_a_region_tells_its_agreements_apart_by_reach():
    """Regional, comunal and national stand under headings of their own."""
    said = told_page(page_at(pages(agreements=TERRITORIES), "regiones/maule/"))

    regional, comunal, national = (
        said.index(f"Acuerdo {one}") for one in ("regional", "comunal", "nacional")
    )
    assert said.index("Regionales") < regional < said.index("De una o más comunas") < comunal
    assert comunal < said.rindex("Acuerdos de todo el país") < national
    assert "Acuerdo ajeno" not in said


def test_agreements_of_elsewhere_with_installations_here_are_shown():
    """An agreement of Arica with a plant in Talca stands on the page of the Maule, apart."""
    plant = company(element(adhesion(acuerdo="ajeno")))
    said = told_page(page_at(pages(plant, TERRITORIES), "regiones/maule/"))

    assert said.index("Acuerdos con instalaciones aquí") < said.index("Acuerdo ajeno")


def test_installations_stand_under_their_comuna_with_their_state():
    """Each comuna with its sum, each installation with its word and its last day."""
    page = page_at(pages(company(element(adhesion(certificate())))), "regiones/maule/")
    html, said = body(page), told_page(page)

    assert "Talca 1 de 1 instalación con certificado vigente" in said
    assert '<time datetime="2028-01-10">10 de enero de 2028</time>' in html
    assert 'data-estado="{' in html


def test_an_empty_region_is_no_claim():
    """Where the register has nothing, the page says that this is not a no."""
    said = told_page(page_at(pages(), "regiones/aysen/"))

    assert "eso no significa que no las haya" in said
    assert "0 de 0" not in said


def test_the_figure_has_unit_day_and_examples():
    """`1 instalación de ejemplo` in the count itself, and the day below it."""
    plant = company(element(adhesion(certificate(), acuerdo="ejemplo")), ejemplo=True)
    registry = published(plant, {"ejemplo": agreement(ejemplo=True)})
    said = told_page(page_at(made(regions.pages(survey(registry))), "regiones/maule/"))

    assert "1 de 1 instalación de ejemplo con certificado vigente" in said
    assert "Datos al 23 de noviembre de 2026" in said


def test_the_list_goes_from_north_to_south_and_shows_silence_as_such():
    """Regions without installations have a dash and its meaning, not a zero."""
    said = told(fragment(regions.list_slot(survey(published(company(element(adhesion())))))))

    assert said.index("Arica") < said.index("Maule") < said.index("Magallanes")
    assert "Maule 0 1 0" in said
    assert "Arica y Parinacota — — 0" in said


def mixed(**agreements):
    """A real and a fictional plant in the Maule, certified both, and a real one in Arica."""
    fiction = company(
        element(adhesion(certificate("2345-6789"), acuerdo="e")), rut="99900002-9", ejemplo=True
    )
    real = company(element(adhesion(certificate())), element(adhesion(), id="n", comuna="15101"))
    others = {"acuerdo": agreement(), "e": agreement(ejemplo=True), **agreements}
    return survey(published({"a": real, "b": fiction}, others))


def test_the_list_says_in_each_cell_what_is_fictional():
    """Elements and agreements alike; where all elements are, the heads of their columns say so."""
    where = {"territorio": {"alcance": "regional", "regiones": ["07"]}}
    said = told(
        fragment(regions.list_slot(mixed(r=agreement(**where), s=agreement(**where, ejemplo=True))))
    )

    assert "Maule 2 (1 de ejemplo) 2 (1 de ejemplo) 2 (1 de ejemplo)" in said
    assert "Arica y Parinacota 0 1 0" in said
    assert "Además, 2 acuerdos (1 de ejemplo) rigen en todo el país." in said
    only = survey(
        published(
            company(element(adhesion(acuerdo="e")), ejemplo=True), {"e": agreement(ejemplo=True)}
        )
    )
    assert "En algún acuerdo, de ejemplo" in told(fragment(regions.list_slot(only)))


def test_the_map_of_the_page_marks_the_region():
    """One shape is marked, and the drawing says which."""
    html = body(page_at(pages(), "regiones/nuble/"))

    assert html.count("apl-region--marcada") == 1
    assert "Región de Ñuble marcada" in html
