"""The map's shades and the list beside it."""

from generator.views.map_view import DARKEST, drawing, region_map
from generator.views.regions import map_slot
from generator.views.standing import Tally
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, survey, told


def test_the_drawing_has_the_regions_from_north_to_south():
    """Sixteen shapes, numbered from Arica to Magallanes, each with its page."""
    shapes = drawing().shapes

    assert [one.number for one in shapes] == list(range(1, 17))
    assert (shapes[0].name, shapes[-1].path) == ("Arica y Parinacota", "regiones/magallanes/")


def test_shades_rise_with_the_counts_and_the_legend_covers_them():
    """More certificates are never drawn lighter; each count lies in one step of the legend."""
    counts = {"15": 1, "01": 2, "02": 3, "03": 5, "04": 8, "05": 8, "13": 40}
    found = region_map({code: Tally(n, n + 1) for code, n in counts.items()})
    ordered = sorted(counts, key=counts.__getitem__)
    steps = [found.shades[code].step for code in ordered]

    assert steps == sorted(steps)
    assert steps[0] == 1 and max(steps) <= DARKEST
    assert found.legend[0].text == "0"
    assert found.legend[-1].text.endswith("40")


def test_without_certificates_every_region_is_blank():
    """Nothing in force: one step, no bar."""
    found = region_map({"07": Tally(0, 3)})

    assert {one.step for one in found.shades.values()} == {0}
    assert {row.share for row in found.rows} == {0}


def test_each_region_is_a_link_with_a_title_and_a_line_in_the_list():
    """Map and list say the same, and both lead on."""
    registry = published(
        company(element(adhesion(certificate())), element(adhesion(), id="dos"), element(id="tres"))
    )
    html = fragment(map_slot(survey(registry)))

    assert html.count("<title>") == 16
    assert "<title>Maule: 1 de 2 instalaciones con certificado vigente</title>" in html
    assert html.count('href="./regiones/maule/"') == 2
    assert "Maule 1 de 2" in told(html)


def test_the_map_says_what_it_leaves_out():
    """Scales, islands and Antarctica, the borders' note, and elements without comuna."""
    machine = element(adhesion(), id="grua", alcance="maquinaria")
    del machine["comuna"]  # type: ignore[attr-defined]
    said = told(fragment(map_slot(survey(published(company(machine))))))

    assert "escalas distintas" in said and "territorio antártico" in said
    assert "no comprometen en modo alguno al Estado de Chile" in said
    assert "1 elemento no tiene comuna anotada" in said


def test_a_registry_without_companies_claims_nothing():
    """No `0 de 0`: the register has no installations yet."""
    said = told(fragment(map_slot(survey(published(agreements={"acuerdo": agreement()})))))

    assert "0 de 0" not in said
    assert "Este registro aún no tiene instalaciones en un acuerdo" in said
