"""The pages and lists of trades and sectors."""

from generator.views import trades
from tests.record_bodies import made
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, page_at, survey, told, told_page

WINE = agreement(nombre="Acuerdo del vino", rubro="vino", ciiu="11")


def pages(*records, **keys):
    return made(trades.pages(survey(published(*records, **keys))))


def test_what_a_record_names_has_a_page():
    """A trade, a division and its section; nothing else."""
    assert set(pages(agreements={"acuerdo": WINE})) == {
        "rubros/vino/",
        "sectores/c/",
        "sectores/11/",
    }


def test_a_trade_shows_its_agreements_and_installations():
    """Those of the agreement's trade and those of the element's."""
    plant = company(element(adhesion(certificate()), rubro="vino"))
    said = told_page(page_at(pages(plant, {"acuerdo": WINE}), "rubros/vino/"))

    assert "1 de 1 instalación con certificado vigente" in said
    assert "1 acuerdo. Datos al" in said and "Acuerdo del vino" in said
    assert "Planta Talca" in said


def test_a_section_counts_its_fictional_agreements_apart():
    """In its own line and in those of its divisions."""
    found = pages(agreements={"acuerdo": WINE, "e": {**WINE, "ejemplo": True}})

    assert "11 Elaboración de bebidas 2 acuerdos (1 de ejemplo)" in told_page(
        page_at(found, "sectores/c/")
    )


def test_too_many_installations_are_counted_by_region():
    """501 of one trade: no list, but a line for each region and where to find them."""
    plants = [element(adhesion(), id=f"p{n}", rubro="vino") for n in range(501)]
    said = told_page(page_at(pages(company(*plants)), "rubros/vino/"))

    assert "Son demasiadas para una sola página" in said
    assert "Maule 501 instalaciones" in said
    assert "Planta Talca" not in said


def test_a_section_lists_its_divisions_and_a_division_its_section():
    """One leads to the other."""
    found = pages(agreements={"acuerdo": WINE})

    assert "Divisiones 11 Elaboración de bebidas 1 acuerdo" in told_page(
        page_at(found, "sectores/c/")
    )
    assert "en la sección Industria manufacturera" in told_page(page_at(found, "sectores/11/"))


def test_the_lists_tell_what_is_empty():
    """Trades and sections without records are named as such, without a link."""
    surveyed = survey(published(agreements={"acuerdo": WINE}))
    trade, sector = fragment(trades.rubros_slot(surveyed)), fragment(trades.sectors_slot(surveyed))

    assert 'href="./rubros/vino/"' in trade and 'href="./rubros/leche/"' not in trade
    assert "Sin nada anotado todavía: Fruta, Cultivos" in told(trade)
    assert sector.count("sin nada anotado") == 20
