"""Regions, provinces and comunas: complete, consistent, found by any usual name."""

import json
import re

import pytest

from generator import data, territory

FORMER_NUBLE = (
    "Chillán, Bulnes, Cobquecura, Coelemu, Coihueco, Chillán Viejo, El Carmen, Ninhue, Ñiquén, "
    "Pemuco, Pinto, Portezuelo, Quillón, Quirihue, Ránquil, San Carlos, San Fabián, San Ignacio, "
    "San Nicolás, Treguaco, Yungay"
).split(", ")


def test_the_tables_are_complete() -> None:
    """Chile has 16 regions, 56 provinces and 346 comunas."""
    assert len(territory.regions()) == 16
    assert len(territory.provinces()) == 56
    assert len(territory.comunas()) == 346


def test_every_comuna_lies_in_its_province_and_region() -> None:
    """A comuna's code starts with its province's, which starts with its region's."""
    for code, comuna in territory.comunas().items():
        assert code == comuna.code and re.fullmatch("[0-9]{5}", code)
        assert comuna.province == code[:3] and comuna.region == code[:2]
        assert territory.provinces()[comuna.province].region == comuna.region
        assert territory.region(comuna.region) is not None


def test_regions_run_from_north_to_south() -> None:
    """The order of public listings starts in Arica and ends in Magallanes."""
    codes = [region.code for region in territory.regions()]

    assert codes == "15 01 02 03 04 05 13 06 07 16 08 09 14 10 11 12".split()
    assert [region.order for region in territory.regions()] == list(range(1, 17))


def test_slugs_are_unique_ids() -> None:
    """No two regions and no two comunas share an address."""
    for places in (territory.regions(), territory.comunas().values()):
        slugs = [place.slug for place in places]
        assert len(set(slugs)) == len(slugs)
        assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_slugs_are_everyday_names() -> None:
    """Addresses use the names that people use."""
    found = {code: territory.comunas()[code].slug for code in ("13120", "05502", "07101", "11302")}

    assert found == {
        "13120": "nunoa",
        "05502": "la-calera",
        "07101": "talca",
        "11302": "ohiggins",
    }
    assert [territory.regions()[i].slug for i in (0, 7, 9)] == [
        "arica-y-parinacota",
        "ohiggins",
        "nuble",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ñuñoa", "13120"),
        ("nunoa", "13120"),
        ("ÑUÑOA", "13120"),
        ("La Calera", "05502"),
        ("Calera", "05502"),
        ("Llay-Llay", "05703"),
        ("Trehuaco", "16207"),
        ("coyhaique", "11101"),
        ("ohiggins", "11302"),
        ("Rapa Nui", "05201"),
        ("07101", "07101"),
        ("7101", "07101"),
        ("08401", "16101"),
    ],
)
def test_comunas_are_found_by_name_alias_or_code(text: str, code: str) -> None:
    """Case, accents, other spellings, old codes and lost zeros all lead to the comuna."""
    found = territory.find_comuna(text)

    assert found is not None and found.code == code


@pytest.mark.parametrize("text", ["", "Atlántida", "577", "99999", "maule sur"])
def test_unknown_places_are_not_guessed(text: str) -> None:
    """A name that no comuna has finds none."""
    assert territory.find_comuna(text) is None


def test_no_name_leads_to_two_comunas() -> None:
    """Every name and alias finds the comuna it stands for."""
    for comuna in territory.comunas().values():
        for name in (comuna.name, *comuna.aliases):
            assert territory.find_comuna(name) == comuna


def test_former_codes_of_nuble_lead_to_todays() -> None:
    """08401 to 08421 name the comunas of Ñuble in the order they had before 2018."""
    mended = [territory.mend_comuna_code(f"084{number:02}") for number in range(1, 22)]

    assert [territory.comunas()[code or ""].name for code in mended] == FORMER_NUBLE
    assert [territory.mend_comuna_code(f"84{n:02}") for n in range(1, 22)] == mended
    assert territory.mend_comuna_code("08422") is None


@pytest.mark.parametrize("text", ["07101", "0710", "577", "", "71o1", "13101"])
def test_only_broken_codes_are_mended(text: str) -> None:
    """A code that is right, or that nothing makes right, has no mended form."""
    assert territory.mend_comuna_code(text) is None


def test_slips_are_suggested() -> None:
    """A misspelt name suggests its comuna or region first; nonsense suggests nothing."""
    assert territory.suggest_comuna("Viña del Mra")[0].code == "05109"
    assert territory.suggest_comuna("Pitrufken")[0].name == "Pitrufquén"
    assert [comuna.code for comuna in territory.suggest_comuna("Talca")] == ["07101"]
    assert territory.suggest_comuna("zzzzzz") == []
    assert territory.suggest_region("Antofagsta")[0].code == "02"
    assert territory.suggest_region("qqqqqq") == []
    assert len(territory.suggest_comuna("San Pedo")) <= 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Biobío", "08"),
        ("Región del Bío-Bío", "08"),
        ("Araucanía", "09"),
        ("region metropolitana", "13"),
        ("RM", "13"),
        ("VIII Región", "08"),
        ("Aisén", "11"),
        ("Región del Libertador General Bernardo O'Higgins", "06"),
        ("07", "07"),
    ],
)
def test_regions_are_found_by_any_usual_name(text: str, code: str) -> None:
    """Short and official names, Roman numerals and codes lead to the region."""
    found = territory.find_region(text)

    assert found is not None and found.code == code
    assert territory.suggest_region(text) == [found]


def test_codes_are_looked_up_as_they_stand() -> None:
    """A code is text: without its zero it is another text."""
    assert territory.region("7") is None
    assert territory.comuna("7101") is None
    assert territory.comuna("08401") is None


def test_the_map_draws_every_region() -> None:
    """The map has one path and one label place for each of the 16 regions."""
    drawn = json.loads(data.text("mapa.json"))["regions"]

    assert set(drawn) == {region.code for region in territory.regions()}
    assert all(shape["d"] and len(shape["label"]) == 2 for shape in drawn.values())
