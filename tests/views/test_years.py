"""Years: what was signed, granted, and what ends."""

from generator.views import years
from tests.record_bodies import made
from tests.sample import adhesion, agreement, certificate, company, element, published, rolls
from tests.view_bodies import fragment, page_at, survey, told, told_page

HELD = company(
    element(
        adhesion(
            certificate("ABCD-EFGG", fecha="2021-03-01", vigente_hasta="2024-03-01"),
            certificate("2345-6789", fecha="2024-02-01", vigente_hasta="2027-02-01"),
            fecha="2020-01-01",
        )
    )
)
SIGNED = agreement(fechas={"firma": "2019"})


def pages(*records):
    return made(years.pages(survey(published(*records))))


def test_each_year_in_which_something_happened_has_a_page():
    """Signature, grants and ends, ahead of the day too."""
    found = pages(HELD, {"acuerdo": SIGNED})

    assert set(found) == {f"anios/{year}/" for year in (2019, 2021, 2024, 2027)}


def test_what_is_dated_after_the_day_is_not_counted():
    """A certificate and a signature of the future make no year."""
    future = certificate(fecha="2027-05-01", vigente_hasta="2030-05-01")
    plant = company(element(adhesion(future)))

    assert pages(plant, {"acuerdo": agreement(fechas={"firma": "2027"})}) == {}


def test_a_year_tells_granted_from_ended_and_leads_to_its_neighbours():
    """2024: one granted, one whose last day it was."""
    said = told_page(page_at(pages(HELD, {"acuerdo": SIGNED}), "anios/2024/"))

    assert "certificado otorgado 1" in said
    assert "certificado con su último día en este año 1" in said
    assert "hasta el 1 de marzo de 2024" in said
    assert "‹ 2021 Todos los años 2027 ›" in said


def test_the_list_tells_ended_from_those_still_running():
    """Newest year first; an end ahead of the day stands in its own column."""
    said = told(fragment(years.list_slot(survey(published(HELD, {"acuerdo": SIGNED})))))

    assert said.index("2027 0 0 0 1") < said.index("2024 0 1 1 0") < said.index("2021 0 1 0 0")
    assert said.index("2021 0 1 0 0") < said.index("2019 1 0 0 0")


def test_the_list_says_in_each_cell_what_is_fictional():
    """Agreements in their cells; certificates, all examples, in the heads of their columns."""
    held = {**HELD, "ejemplo": True}
    registry = published(
        held, {"acuerdo": {**SIGNED, "ejemplo": True}, "otro": agreement(fechas={"firma": "2019"})}
    )
    said = told(fragment(years.list_slot(survey(registry))))

    assert "Certificados otorgados, de ejemplo" in said
    assert "2019 2 (1 de ejemplo) 0 0 0" in said


def test_without_lists_a_year_claims_no_zero():
    """Nothing granted on record, and no list held: `sin datos`, as on the home page."""
    unknown, known = SIGNED, {**SIGNED, "nominas": rolls("completa")}

    said = told_page(page_at(pages(None, {"acuerdo": unknown}), "anios/2019/"))
    assert "aún no tiene la nómina sin datos" in said
    assert "certificados otorgados 0" in told_page(
        page_at(pages(None, {"acuerdo": known}), "anios/2019/")
    )
    listed = told(fragment(years.list_slot(survey(published(agreements={"acuerdo": unknown})))))
    assert "2019 1 — — —" in listed


def test_agreements_without_a_year_are_counted_as_such():
    """The list says of how many no year is known."""
    said = told(fragment(years.list_slot(survey(published(HELD)))))

    assert "De 1 acuerdo no se conoce el año de la firma" in said
