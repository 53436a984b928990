"""Which elements count, and how they add up."""

from generator.registry import Registry
from generator.views.standing import Standing, by_name, sector_slugs, standings, tally
from tests.sample import DAY, adhesion, certificate, company, element, person, published

RUTS = ("99900001-0", "99900002-9", "99900003-7", "99900004-5")


def told(registry: Registry) -> tuple[Standing, ...]:
    """Every element of a registry, in the order of the companies' names."""
    return standings(registry, by_name(registry.companies.values()), DAY)


def of(*elements, **keys):
    return told(published(company(*elements, **keys)))


def test_an_element_without_accepted_adhesion_by_the_day_is_not_there():
    """Pending adhesions and those of the future put an element in no list."""
    pending = element(adhesion(estado="pendiente"), id="uno")
    future = element(adhesion(fecha="2027-01-01"), id="dos")

    assert of(pending, future) == ()


def test_companies_stand_in_spanish_order():
    """Ñ comes after N, and accents do not matter."""
    names = ("Ñirre Ltda.", "Ónix SpA", "Norte SpA", "Zarza SpA")
    companies = {
        f"e{n}": company(element(adhesion()), razon_social=name, rut=rut)
        for n, (name, rut) in enumerate(zip(names, RUTS, strict=True))
    }
    found = told(published(companies))

    assert [one.company_name for one in found] == [names[2], names[0], names[1], names[3]]


def test_the_sum_counts_those_in_force_of_those_that_have_not_left():
    """3 adhered, one of them left without certificate: 1 of 2."""
    left = element(adhesion(retiro={"fecha": "2024-01-01"}), id="dos")
    found = tally(of(element(adhesion(certificate())), left, element(adhesion(), id="tres")))

    assert (found.in_force, found.counted, found.unit) == (1, 2, "instalaciones")


def test_what_is_not_an_establishment_makes_elements_of_all():
    """A machine among plants: the unit is `elementos`."""
    machine = element(adhesion(), id="grua", alcance="maquinaria", comuna="07101")

    assert tally(of(element(adhesion()), machine)).unit == "elementos"


def test_place_and_trade_are_the_elements_own():
    """The comuna is never the head office's; the trade is the company's where it has none."""
    (found,) = of(element(adhesion(), comuna="16101"), comuna="13101", rubro="vino", ciiu="1102")

    assert found.region == "16"
    assert (found.rubro, found.sectors) == ("vino", ("11", "c"))


def test_a_person_without_consent_has_no_name_in_lists():
    """A natural person is `Productor(a)` and a comuna."""
    (found,) = told(published(person(element(adhesion()), comuna="07101")))

    assert found.company_name == "Productor(a), Talca"


def test_sections_have_no_division():
    """A letter leads to its section alone, no code to nothing."""
    assert sector_slugs("C") == ("c",)
    assert sector_slugs(None) == ()
