"""Which files show a registry elsewhere."""

from generator import territory
from generator.views.page import Site
from tests.record_bodies import SITE
from tests.sample import adhesion, certificate, company, element, person, published, seal
from tests.show_files import files, made


def test_every_code_company_agreement_and_region_has_its_files() -> None:
    """The addresses that the design promises, and no other."""
    registry = published(company(element(adhesion(certificate()))), seals={"s": seal()})
    regions = [one.slug for one in territory.regions()]

    assert set(made(registry)) == {
        *(
            f"{kind}/{code}.svg"
            for kind in ("insignias", "qr")
            for code in ("ABCDEFGG", "23456789")
        ),
        *("feeds/cambios.atom", "feeds/acuerdos/acuerdo.atom"),
        *("calendario/vencimientos.ics", "calendario/acuerdos/acuerdo.ics"),
        "calendario/empresas/empresa.ics",
        *(f"feeds/regiones/{one}.atom" for one in regions),
        *(f"calendario/regiones/{one}.ics" for one in regions),
    }


def test_a_site_without_a_public_address_has_none() -> None:
    """What leads back to the register must know where it is."""
    assert not made(published(company()), Site("", SITE.day))


def test_any_file_can_be_made_alone() -> None:
    """In whatever order, each comes out the same: a process may make any of them."""
    registry = published(company(element(adhesion(certificate()))), seals={"s": seal()})
    alone = {}
    for path, _ in reversed(list(files(registry))):
        alone[path] = dict(files(registry))[path]()

    assert alone == made(registry)


def test_a_nameless_person_stays_nameless() -> None:
    """Badge, calendar and feeds say "Productor(a)" and the comuna, as pages do."""
    registry = published(person(element(adhesion(certificate()))))
    texts = {path: content.decode() for path, content in made(registry).items()}

    assert not [path for path, text in texts.items() if "Peñafiel" in text or "Juana" in text]
    assert "Productor(a), Talca" in texts["insignias/ABCDEFGG.svg"]
    assert "Productor(a)" in texts["calendario/empresas/empresa.ics"]
