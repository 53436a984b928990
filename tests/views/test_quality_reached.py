"""The pages of the register's quality: reached by links, and told apart by their titles."""

from generator.registry import Registry
from generator.views import quality
from tests.record_bodies import body
from tests.sample import adhesion, agreement, certificate, company, element, published
from tests.view_bodies import fragment, survey
from tests.views.test_quality import pages


def sound() -> Registry:
    """A company that lacks nothing."""
    sources = [{"url": "https://a.example/", "consultada": "2026-11-01"}]
    plant = element(adhesion(fecha="2026-05-02"))
    keys = {"fuentes": sources, "tamano": "pequena", "ciiu": "1102"}
    return published(company(plant, **keys), {"acuerdo": agreement()})


def test_every_comuna_is_linked_even_without_gaps() -> None:
    """From the whole to each region and to what has no comuna, and from there to each comuna."""
    view = survey(sound())
    slot, every = quality.slot(view), pages(view)
    linked = "".join([fragment(slot), *(body(one) for one in every.values())])

    assert slot.context["elements"].total.count == 0
    assert "calidad/comunas/talca/" in every
    assert not [path for path in every if f'{path.removeprefix("calidad/")}"' not in linked]


def test_a_region_and_its_comuna_of_the_same_name_are_told_apart() -> None:
    """Valparaíso is both: each title says which."""
    plant = element(adhesion(certificate()), comuna="05101")
    titles = [one.title for one in pages(survey(published(company(plant)))).values()]

    assert "Calidad del registro: Región de Valparaíso" in titles
    assert "Calidad del registro: comuna de Valparaíso" in titles
    assert len(titles) == len(set(titles))
