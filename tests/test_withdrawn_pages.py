from generator.views import owned_pages, withdrawn_pages
from generator.views.page import Page, Redirect
from generator.views.survey import Survey
from tests.record_bodies import SITE, body, made, words
from tests.sample import adhesion, agreement, certificate, company, element, person, published, seal

ERROR = {"fecha": "2026-02-09", "motivo": "error_de_registro"}
OTHER_RUT = "99900002-9"


def pages_of(registry):
    return made(withdrawn_pages.pages(Survey(registry, SITE)))


def test_a_withdrawn_record_keeps_its_address_and_says_nothing_else():
    """The page tells that the record went and when; name, RUT and plants are not in it."""
    gone = company(element(adhesion(certificate())), baja=ERROR)

    page = pages_of(published(gone))["empresas/empresa/"]

    assert "se retiró el 9 de febrero de 2026" in words(page)
    shown = body(page) + page.title + page.description
    assert "Conservas" not in shown and "Talca" not in shown and "99.900" not in shown
    assert page.indexable is False


def test_the_codes_of_a_withdrawn_company_answer_too():
    """A printed code still leads to a page, which says that the record was withdrawn."""
    gone = company(element(adhesion(certificate())), baja=ERROR)
    registry = published(gone, seals={"uno": seal()})

    pages = pages_of(registry)

    for path in ("v/ABCDEFGG/", "v/23456789/"):
        assert "Ficha retirada" in words(pages[path])
        assert pages[path].mould == "codigos"


def test_a_merged_record_leads_to_its_heir():
    """For a merger the page links to the record that continues it."""
    merged = company(
        rut=OTHER_RUT, baja={"fecha": "2025-07-01", "motivo": "fusion", "en": "heredera"}
    )

    pages = pages_of(published({"heredera": company(), "vieja": merged}))

    assert 'href="../../empresas/heredera/"' in body(pages["empresas/vieja/"])


def test_every_collection_with_addresses_keeps_its_withdrawn_ones():
    """An agreement that was withdrawn has its page under the mould of agreements."""
    agreements = {"acuerdo": agreement(), "retirado": agreement(baja=ERROR)}

    page = pages_of(published(agreements=agreements))["acuerdos/retirado/"]

    assert isinstance(page, Page)
    assert page.mould == "acuerdos"


def test_former_ids_redirect():
    """The addresses a record had before lead to the one it has."""
    registry = published(
        {"nueva": company(ids_anteriores=["vieja"])},
        {"acuerdo": agreement(ids_anteriores=["acuerdo-viejo"])},
    )

    pages = pages_of(registry)

    assert pages["empresas/vieja/"] == Redirect(
        "empresas/vieja/", "empresas/nueva/", "Conservas Inventadas SpA"
    )
    assert pages["acuerdos/acuerdo-viejo/"].target == "acuerdos/acuerdo/"


def test_a_plant_whose_old_company_is_gone_takes_its_address_along():
    """With no page left for the old company, its address leads to the new one."""
    bought = element(ids_anteriores=["desaparecida/bodega"])

    pages = pages_of(published(company(bought)))

    assert pages["empresas/desaparecida/"].target == "empresas/empresa/"


def test_plants_of_a_vanished_company_that_went_apart_are_listed():
    """Where its plants went to several companies, the old address names each."""
    one = company(element(ids_anteriores=["desaparecida/a"]))
    other = company(
        element(ids_anteriores=["desaparecida/b"]), rut=OTHER_RUT, razon_social="Otra Inventada SpA"
    )

    page = pages_of(published({"una": one, "otra": other}))["empresas/desaparecida/"]

    assert isinstance(page, Page)
    assert 'href="../../empresas/una/#planta"' in body(page)
    assert 'href="../../empresas/otra/#planta"' in body(page)


def test_no_address_is_made_twice():
    """Living, withdrawn and former addresses never meet, whatever became of a plant."""
    bought = element(adhesion(certificate()), ids_anteriores=["vieja/bodega"])
    merged = company(rut=OTHER_RUT, baja={"fecha": "2025-07-01", "motivo": "fusion", "en": "nueva"})
    registry = published({"nueva": company(bought, ids_anteriores=["mas-vieja"]), "vieja": merged})

    paths = [make().path for make in withdrawn_pages.pages(Survey(registry, SITE))]
    paths += [make().path for make in owned_pages.pages(Survey(registry, SITE))]

    assert len(paths) == len(set(paths))
    assert set(paths) == {
        "empresas/nueva/",
        "empresas/vieja/",
        "empresas/mas-vieja/",
        "v/ABCDEFGG/",
    }


def test_privacy_hides_where_the_plants_went():
    """A record withdrawn for privacy does not tell who has its plants now."""
    gone = person(baja={"fecha": "2026-02-09", "motivo": "privacidad"})
    bought = element(ids_anteriores=["productor-a1/predio"])

    page = pages_of(published({"compradora": company(bought), "productor-a1": gone}))[
        "empresas/productor-a1/"
    ]

    assert "compradora" not in body(page) and "Conservas" not in body(page)
