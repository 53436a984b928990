"""The quality of seals: what their records lack or contradict, with whom, and where that is."""

import pytest

from generator.registry import Registry
from generator.views import quality
from generator.views.quality_items import Item
from tests.record_bodies import body
from tests.sample import Keys, adhesion, certificate, company, element, published, seal
from tests.view_bodies import survey, told
from tests.views.test_quality import REPOSITORY, pages

SOURCES = [{"url": "https://a.example/", "consultada": "2026-11-01"}]
WHOLE = {"usos": ["envase"], "fuentes": SOURCES}


def registry(one: Keys, **certified: object) -> Registry:
    plants = (
        element(
            adhesion(
                certificate(**certified), auditorias=[{"tipo": "final", "fecha": "2024-12-01"}]
            )
        ),
        element(adhesion(), id="otra", comuna="13101"),
    )
    keys = {"fuentes": SOURCES, "ciiu": "1102", "tamano": "pequena"}
    settings = {"repositorio": REPOSITORY, "rama": "principal"}
    return published(company(*plants, **keys), seals={"sello": one}, settings=settings)


def lines(found: Registry, path: str = "calidad/comunas/talca/") -> list[Item]:
    """What is said of the seal."""
    page = pages(survey(found))[path]
    every = [one for each in page.context["subjects"] for one in each.items]
    return [one for one in every if one.part and one.part.text.startswith("Sello")]


def test_a_seal_that_has_all_has_no_gaps() -> None:
    """Nothing is asked for that cannot be given."""
    assert lines(registry(seal(**WHOLE))) == []


@pytest.mark.parametrize(
    ("keys", "kind", "field", "age"),
    [
        ({"usos": []}, "falta", "Usos", "hace un año"),
        ({"fuentes": []}, "sin_fuente", "Fuentes", ""),
        (
            {"fuentes": [{"url": "https://a.example/", "consultada": "2022-01-01"}]},
            "antiguo",
            "Fuentes",
            "hace 4 años",
        ),
        (
            {"contrato": {"numero": "1", "fecha": "2025-06-01"}},
            "contradice",
            "Desde",
            "hace un año",
        ),
        ({"termino": {"fecha": "2026-01-01"}}, "falta", "Término, motivo", "hace 10 meses"),
    ],
)
def test_each_gap_names_its_field_and_age(keys: Keys, kind: str, field: str, age: str) -> None:
    """Missing, old, unsourced or contradictory; a contract that is over is asked for no uses."""
    (one,) = lines(registry(seal(**{**WHOLE, **keys})))

    assert (one.kind, one.field, one.age) == (kind, field, age)
    assert one.source == f"{REPOSITORY}/blob/principal/registry/sellos/sello.yaml"
    assert one.part and one.part.path == "v/23456789/"


def test_a_seal_whose_certificates_have_ended_contradicts_itself() -> None:
    """Its contract runs, and nothing carries it any more."""
    found = registry(seal(**WHOLE), vigente_hasta="2026-05-01")
    (one,) = lines(found)

    assert (one.kind, one.age) == ("contradice", "hace 6 meses")
    assert "ningún certificado suyo está vigente" in one.text


def test_it_stands_with_its_element_and_its_agreement_and_is_counted_once() -> None:
    """In the comuna of the element that it is of; with the first one where it is of the company."""
    for holder, comuna in (
        ({"empresa": "empresa", "elemento": "otra"}, "calidad/comunas/santiago/"),
        ({"empresa": "empresa"}, "calidad/comunas/talca/"),
    ):
        found = registry(seal(titular=holder, fuentes=SOURCES))
        assert [one.field for one in lines(found, comuna)] == ["Usos"]
        assert [one.field for one in lines(found, "calidad/acuerdos/acuerdo/")] == ["Usos"]
        whole = quality.slot(survey(found)).context["elements"]
        others = [
            one
            for path, page in pages(survey(found)).items()
            if path.startswith("calidad/comunas/")
            for each in page.context["subjects"]
            for one in each.items
        ]
        assert whole.total.count == len(others)


def test_a_reader_is_told() -> None:
    """The seal by its code, the field and since when."""
    page = pages(survey(registry(seal(fuentes=SOURCES))))["calidad/comunas/talca/"]

    assert "Sello 2345-6789: Falta. Usos: no dice dónde se puede mostrar · hace un año" in told(
        body(page)
    )
