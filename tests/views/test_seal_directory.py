"""The directory of seals: by region, by trade and by brand."""

from generator.views import regions, seal_directory, trades
from generator.views.seal_shelves import initial, letter_of, letter_slug, shelves
from tests.record_bodies import body
from tests.sample import CODES, Keys, adhesion, certificate, company, element, published, seal
from tests.view_bodies import fragment, page_at, survey, told

ENDED = {"desde": "2021-02-01", "hasta": "2024-01-10"}


def two_plants(**keys: object) -> Keys:
    """A company with a plant in Talca that makes wine, and one in Ñuñoa that bakes."""
    return company(
        element(adhesion(certificate(CODES[0])), id="talca", rubro="vino"),
        element(adhesion(certificate(CODES[1])), id="nunoa", comuna="13120"),
        rubro="pan-y-alimentos",
        marcas=["Ñandú", "Árbol", "7 Pinos"],
        **keys,
    )


def seals(*codes: str, **keys: object) -> dict[str, Keys]:
    return {"uno": seal(*codes, codigo=CODES[5], **keys)}


def pages(registry):
    return {one.path: one() for one in seal_directory.pages(survey(registry))}


def test_a_seal_stands_wherever_its_certificates_are():
    """A company's seal in each region and trade of what carries it; one plant's in its own only."""
    whole = shelves(published(two_plants(), seals=seals(CODES[0], CODES[1])))
    one = shelves(
        published(
            two_plants(), seals=seals(CODES[0], titular={"empresa": "empresa", "elemento": "talca"})
        )
    )

    places = ("regiones/maule", "regiones/metropolitana", "rubros/pan-y-alimentos", "rubros/vino")
    assert tuple(key for key in whole if not key.startswith("marcas/")) == places
    assert [key for key in one if not key.startswith("marcas/")] == [
        "regiones/maule",
        "rubros/vino",
    ]
    assert [key for key in whole if key.startswith("marcas/")] == [
        "marcas/a",
        "marcas/enie",
        "marcas/otros",
    ]


def test_every_letter_has_an_address_of_its_own():
    """Accents fall to their letter, Ñ is one, and what is no letter stands together."""
    names = {"árbol": "a", "Ñandú": "enie", "7 Pinos": "otros", "  zeta": "z", "": "otros"}

    assert {name: letter_slug(initial(name)) for name in names} == names
    assert [letter_of(one) for one in ("a", "enie", "otros")] == ["A", "Ñ", "#"]


def test_what_holds_comes_first_and_is_counted_apart():
    """The page of a region says how many hold of how many it has."""
    registry = published(
        two_plants(),
        seals={
            **seals(CODES[0]),
            "dos": seal(CODES[0], codigo=CODES[6], **ENDED),
        },
    )
    said = told(body(page_at(pages(registry), "sellos/regiones/maule/")))

    assert "1 sello vigente De 2 sellos anotados en este registro." in said
    assert said.index("Vale para la empresa") < said.index("Contrato vencido")


def test_a_shopper_finds_the_seal_by_the_brand():
    """The brand leads to the code's page, and says whose seal it is."""
    registry = published(two_plants(), seals=seals(CODES[0]))
    html = fragment(seal_directory.slot(survey(registry)), "sellos/")
    page = page_at(pages(registry), "sellos/marcas/enie/")

    assert '<a href="../v/2C1Z7MDK/">Ñandú</a>' in html
    assert "Ñandú de Conservas Inventadas SpA" in told(body(page))
    assert "Árbol" not in told(body(page))


def test_pages_of_regions_and_trades_name_their_holders():
    """Whoever reads of a place or trade sees who may use the seal there, with a way to all."""
    registry = published(two_plants(), seals=seals(CODES[0]))
    region = page_at({p.path: p() for p in regions.pages(survey(registry))}, "regiones/maule/")
    trade = page_at({p.path: p() for p in trades.pages(survey(registry))}, "rubros/vino/")

    for page, path in ((region, "sellos/regiones/maule/"), (trade, "sellos/rubros/vino/")):
        html = body(page)
        assert "1 sello vigente" in told(html)
        assert f'href="../../{path}"' in html


def test_a_register_without_seals_has_no_shelves():
    """Nothing to browse, and nothing that pretends there is."""
    assert pages(published(two_plants())) == {}
    assert "Por región" not in told(fragment(seal_directory.slot(survey(published()))))
