"""Agreements of a place on their comunas."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.views import agreement_lists, territories
from tests.sample import adhesion, agreement, company, element, published
from tests.view_bodies import fragment, survey, told

BASIN = agreement(
    nombre="Acuerdo de la cuenca",
    tipo="cuencas_y_territorios",
    territorio={"alcance": "comunal", "comunas": ["07101", "07102"], "texto": "Cuenca inventada"},
)


def plant(place, code):
    """An establishment, or an organisation where there is no comuna."""
    found = element(adhesion(), id=f"planta-{place}", comuna=code)
    if code:
        return found
    return {"alcance": "organizacion"} | {
        key: one for key, one in found.items() if key not in ("alcance", "comuna")
    }


def of(codes):
    record = company(*(plant(place, code) for place, code in enumerate(codes)))
    return survey(published(record, {"acuerdo": BASIN}))


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["07101", "07102", "07301", "13101", ""]), min_size=1, max_size=8))
def test_every_element_stands_in_one_comuna_or_in_none(comunas):
    """Named comunas, other ones and the placeless add up to all elements of the agreement."""
    (row,) = territories.places(of(comunas))
    held = {one.comuna.path: one.elements.count for one in (*row.named, *row.others)}

    assert sum(held.values()) + row.placeless.count == row.elements.count == len(comunas)
    assert row.placeless.count == comunas.count("")
    assert held["comunas/talca/"] == comunas.count("07101")
    assert [one.comuna.text for one in row.named] == ["Talca", "Constitución"]
    assert all(one.elements.count for one in row.others)


def test_an_agreement_of_a_place_shows_its_comunas():
    """Each with its page and its elements; where elements stand elsewhere, that is said."""
    html = fragment(agreement_lists.territories_slot(of(["07101", "07101", "07301"])))
    said = told(html)

    assert "Acuerdo de la cuenca APL de Cuencas y Territorios. Cuenca inventada" in said
    assert "Talca (2), Constitución Curicó (1)" in said
    assert 'href="./comunas/talca/"' in html


def test_comunas_go_from_north_to_south():
    """Every comuna that an agreement names, with the agreements that do."""
    found = survey(
        published(
            None,
            {
                "sur": agreement(
                    nombre="Del sur", territorio={"alcance": "comunal", "comunas": ["12401"]}
                ),
                "norte": agreement(
                    nombre="Del norte",
                    territorio={"alcance": "comunal", "comunas": ["15101", "12401"]},
                ),
                "pais": agreement(nombre="De todos"),
            },
        )
    )
    rows = territories.comunas(found)

    assert [(one.comuna.text, len(one.agreements)) for one in rows] == [
        ("Arica", 1),
        ("Natales", 2),
    ]
    assert [one.agreement.text for one in territories.places(found)] == ["Del norte", "Del sur"]


def test_without_places_nothing_is_claimed():
    """Only national agreements: neither table nor list."""
    html = fragment(agreement_lists.territories_slot(survey(published())))

    assert "lugares" not in html and 'id="comunas"' not in html
