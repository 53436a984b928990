"""What is counted of whoever adhered: each step inside the one before, each group in its unit."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.code import check_symbol, display
from generator.funnel import Steps
from generator.model.company import Adhesion
from generator.views.counting import years
from generator.views.counting.ahead import MONTHS
from generator.views.counting.terms import terms
from tests.record_bodies import SITE
from tests.sample import (
    CODES,
    DAY,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    model,
    published,
    seal,
)
from tests.view_bodies import survey

RUTS = ("99900001-0", "99900002-9", "99900003-7", "99900008-8")
AGREEMENTS = {"acuerdo": agreement(), "otro": agreement()}


def counted(name, *records, **keys):
    return survey(published(*records, **keys)).counted(name)


def test_each_step_is_part_of_the_one_before():
    """Adhered, ever certified, certified today, with the seal: four plants, one a step further."""
    expired = certificate(CODES[1], fecha="2023-06-01", vigente_hasta="2024-06-01")
    plants = (
        element(adhesion(), id="a"),
        element(adhesion(expired), id="b"),
        element(adhesion(certificate(CODES[2])), id="c"),
        element(adhesion(certificate(CODES[0])), id="d"),
    )
    own, whose = counted("total", company(*plants), seals={"s": seal(CODES[0], codigo=CODES[3])})

    assert own == Steps(4, 3, 2, 1, 0)
    assert whose == Steps(1, 1, 1, 1, 0)


def test_an_annulled_certificate_is_none_and_a_suspended_one_is_not_valid():
    """What was annulled by the day never counts; what is suspended was granted, but is not held."""
    annulled = certificate(CODES[1], anulacion={"fecha": "2026-01-01"})
    suspended = certificate(CODES[2], suspensiones=[{"desde": "2026-01-01"}])
    plants = (element(adhesion(annulled), id="a"), element(adhesion(suspended), id="b"))

    assert counted("total", company(*plants))[0] == Steps(2, 1, 0, 0, 0)


def test_the_size_is_the_one_at_adhesion():
    """A plant that adhered when its company was small stays small in the figures."""
    plant = element(
        adhesion(tamano="micro", fecha="2020-01-01"),
        adhesion(certificate(), acuerdo="otro", tamano="mediana", fecha="2022-01-01"),
    )
    whole = survey(published(company(plant, tamano="grande"), AGREEMENTS))

    assert whole.counted("tamano") == {"micro": Steps(1, 1, 1, 0, 0)}
    assert whole.counted("acuerdos/otro").by_size == {"mediana": Steps(1, 1, 1, 0, 0)}
    assert whole.counted("acuerdos/acuerdo").by_size == {"micro": Steps(1, 0, 0, 0, 0)}
    assert list(whole.counted("anio")) == ["2020"]


def test_an_element_counts_once_in_each_of_its_agreements():
    """In two agreements it is two adhesions, one element, and one company."""
    plant = element(adhesion(), adhesion(acuerdo="otro"))
    whole = survey(published(company(plant), AGREEMENTS))

    assert {id: one.adhered for id, one in whole.counted("acuerdo").items()} == {
        "acuerdo": 1,
        "otro": 1,
    }
    assert whole.counted("total")[0].adhered == 1
    assert sum(one.adhered for one in whole.counted("cruces").values()) == 2


def test_who_left_and_came_back_counts_once():
    """A second adhesion to the same agreement continues the first."""
    plant = element(
        adhesion(fecha="2020-01-01", retiro={"fecha": "2021-01-01"}),
        adhesion(certificate(), fecha="2022-01-01"),
    )

    assert counted("acuerdo", company(plant)) == {"acuerdo": Steps(1, 1, 1, 0, 0)}


def test_examples_are_told_and_left_out_where_reality_is_asked_for():
    """Of two plants, a fictional one."""
    companies = {
        "a": company(element(adhesion())),
        "b": company(element(adhesion(acuerdo="e")), rut="99900002-9", ejemplo=True),
    }
    whole = survey(published(companies, {"acuerdo": agreement(), "e": agreement(ejemplo=True)}))

    assert whole.counted("total")[0] == Steps(2, 0, 0, 0, 1)
    assert whole.counted("reales")[0] == Steps(1, 0, 0, 0, 0)


@st.composite
def plants(draw):
    """A plant with an adhesion and up to three certificates, suspended or annulled or not."""
    first = draw(st.dates(date(2018, 6, 1), DAY))
    granted = []
    for _ in range(draw(st.integers(0, 3))):
        since = draw(st.dates(first, date(2026, 12, 31)))
        until = since + timedelta(days=draw(st.integers(1, 1500)))
        more = {}
        if draw(st.booleans()):
            more["anulacion"] = {"fecha": str(draw(st.dates(since, until)))}
        if draw(st.booleans()):
            more["suspensiones"] = [{"desde": str(draw(st.dates(since, until)))}]
        granted.append(certificate(fecha=str(since), vigente_hasta=str(until), **more))
    size = draw(st.sampled_from(("micro", "grande", "sin_informacion")))
    comuna = draw(st.sampled_from(("07101", "13101", "16101")))
    return element(adhesion(*granted, fecha=str(first), tamano=size), comuna=comuna)


MANY = [f"{body}{check_symbol(body)}" for body in (f"ABC{number:04}" for number in range(20))]


def registers():
    def together(found):
        codes = iter(MANY)
        for one in found:
            for granted in one["adhesiones"][0].get("certificados", []):
                granted["codigo"] = display(next(codes))
        return {
            f"e{at}": company(one, rut=rut, rubro="vino" if at % 2 else "pan-y-alimentos")
            for at, (one, rut) in enumerate(zip(found, RUTS, strict=False))
        }

    return st.lists(plants(), min_size=1, max_size=4).map(together)


@settings(max_examples=40)
@given(registers())
def test_groups_add_up_to_the_whole(companies):
    """Sizes, regions, sections, trades, years and their crossings each sum to the total."""
    whole = survey(published(companies))
    own = whole.counted("total")[0]
    names = "tamano region seccion rubro anio region-tamano rubro-tamano anio-tamano".split()

    for name in names:
        groups = whole.counted(name).values()
        assert tuple(map(sum, zip(*groups, strict=True))) == tuple(own), name
    for scope in ("regiones/07", "regiones/13", "rubros/vino"):
        block = whole.counted(scope)
        assert sum(one.adhered for one in block.by_size.values()) == block.elements.adhered
        assert sum(one.valid for one in block.by_year.values()) == block.elements.valid


@settings(max_examples=30)
@given(registers())
def test_every_scope_counts_its_own_through_time(companies):
    """Its last day is its funnel, its spans its adhesions, and regions add up to the country."""
    whole = survey(published(companies))
    told = whole.counted("dias")
    regions = [whole.counted(f"regiones/{code:02}") for code in range(1, 17)]
    for one in (whole.counted("acuerdos/acuerdo"), whole.counted("rubros/vino"), *regions):
        last = years.by_day(dict(one.courses), len(told))[-1]
        assert last[:3] == one.elements[:3]
        found = terms(dict(one.spans))
        assert (found.total, found.total + found.waiting) == (last.certified, last.adhered)
    for name, everywhere in (
        ("facts", whole.counted("certificados").states),
        ("spans", whole.counted("plazo")),
    ):
        pairs = [pair for one in regions for pair in getattr(one, name)]
        total = sum(count for _, count in pairs)
        assert total == (
            sum(one.number for one in everywhere.values())
            if name == "facts"
            else everywhere.total + everywhere.waiting
        )


@settings(max_examples=40)
@given(registers())
def test_the_past_is_what_the_past_would_have_counted(companies):
    """Each year's counts are those of the same records asked on that year's last day."""
    told, own, whose, _ = survey(published(companies)).counted("tiempo")
    for at, day in enumerate(told):
        then = survey(published(companies), replace(SITE, day=day)).counted("total")
        assert own[at][:3] == then[0][:3]
        assert whose[at][:3] == then[1][:3]


def test_every_certificate_has_one_state_and_the_valid_ones_one_month():
    """States add up to all certificates, months and later to those in force."""
    ends = ("2026-11-23", "2026-11-30", "2027-01-05", "2031-05-01", "2026-01-01")
    plants = [
        element(adhesion(certificate(code, vigente_hasta=end)), id=f"p{at}")
        for at, (code, end) in enumerate(zip(CODES, ends, strict=False))
    ]
    found = counted("certificados", company(*plants))

    assert {state: one.number for state, one in found.states.items() if one.number} == {
        "vigente": 4,
        "vencido": 1,
    }
    assert [(month, one.number) for month, one in found.months if one.number] == [
        ("2026-11", 2),
        ("2027-01", 1),
    ]
    assert (len(found.months), found.later.number, found.soon.number) == (MONTHS, 1, 3)


def test_months_are_whole_and_those_who_wait_are_told_apart():
    """From 15 January to 14 July are five months; the last group has no end."""
    pairs = (
        ("2020-01-15", "2020-07-14"),
        ("2020-01-15", "2020-07-15"),
        ("2015-01-01", "2025-01-01"),
    )
    plants = [
        element(
            adhesion(certificate(code, fecha=end, vigente_hasta="2028-01-01"), fecha=begin),
            id=f"p{at}",
        )
        for at, (code, (begin, end)) in enumerate(zip(CODES, pairs, strict=False))
    ]
    found = counted("plazo", company(*plants, element(adhesion(), id="espera")))

    assert found.groups == (1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1)
    assert (found.total, found.waiting) == (3, 1)
    assert (found.quarter, found.median, found.three_quarters) == (5, 6, 6)


def test_nothing_counted_has_the_names_of_everything():
    """A register without companies has every count, each of nothing."""
    whole = survey(published())

    assert whole.counted("total") == (Steps(0, 0, 0, 0), Steps(0, 0, 0, 0))
    assert whole.counted("plazo").median is None
    assert {*whole.sums} >= {f"figura:regiones/{code:02}" for code in range(1, 17)}
    assert "figura:acuerdos/acuerdo" in whole.sums


def test_a_course_has_a_bit_a_day():
    """Adhered in the second of three years, certified in the third, and no more in force."""
    granted = certificate(fecha="2026-01-10", vigente_hasta="2026-02-01")
    one = model(Adhesion, adhesion(granted, fecha="2025-03-01"))
    told = (date(2024, 12, 31), date(2025, 12, 31), DAY)

    assert years.course(one, told) == 0b000_100_110
    assert years.by_day({0b000_100_110: 2}, 3) == (Steps(0, 0, 0), Steps(2, 0, 0), Steps(2, 2, 0))
