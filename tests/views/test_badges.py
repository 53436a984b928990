"""What badges say."""

from datetime import date

import pytest

from generator import decision
from generator.catalogue import english
from generator.language import speaking
from generator.registry import Registry
from generator.views.badges import Badge, certificate_badge, seal_badge
from tests.record_bodies import SITE
from tests.sample import adhesion, agreement, certificate, company, element, published, seal
from tests.show_files import on


def _certificate(registry: Registry, day: date = SITE.day) -> Badge:
    granted = registry.certificates["ABCD-EFGG"]
    return certificate_badge(decision.certificate(registry, granted, day), granted, on(day))


def _seal(registry: Registry, day: date = SITE.day) -> Badge:
    entry = registry.seals_by_code["2345-6789"]
    return seal_badge(decision.seal(registry, entry, day), registry, entry, on(day))


def _with(**keys: object) -> Registry:
    return published(company(element(adhesion(certificate(**keys)))))


PAUSE = {"desde": "2026-11-01", "hasta": "2026-12-01"}


@pytest.mark.parametrize(
    ("keys", "word", "days", "shown"),
    [
        ({}, "Vigente", "hasta el 10 de enero de 2028", True),
        ({"vigente_hasta": "2026-11-30"}, "Vigente", "hasta el 30 de noviembre de 2026", True),
        ({"fecha": "2026-12-01"}, "Aún no rige", "empieza el 1 de diciembre de 2026", False),
        (
            {"vigente_hasta": "2026-11-22"},
            "Vencido",
            "su último día fue el 22 de noviembre de 2026",
            False,
        ),
        ({"suspensiones": [PAUSE]}, "Suspendido", "hasta el 1 de diciembre de 2026", False),
        (
            {"suspensiones": [{"desde": "2026-11-01"}]},
            "Suspendido",
            "desde el 1 de noviembre de 2026",
            False,
        ),
        (
            {"anulacion": {"fecha": "2026-11-02"}},
            "Anulado",
            "desde el 2 de noviembre de 2026",
            False,
        ),
    ],
)
def test_a_certificate_says_its_state_and_its_day(keys, word, days, shown):
    """The word is the decision table's; beside it stands a day, never a number of days."""
    badge = _certificate(_with(**keys))

    assert (badge.word, badge.days, badge.may_be_shown) == (word, days, shown)
    assert badge.said.word.startswith(badge.word)


@pytest.mark.parametrize(
    ("keys", "days"),
    [
        ({"desde": "2026-12-01"}, "empieza a regir el 1 de diciembre de 2026"),
        ({"hasta": "2026-11-22"}, "venció; su último día fue el 22 de noviembre de 2026"),
        ({"termino": {"fecha": "2026-11-03"}}, "su contrato terminó el 3 de noviembre de 2026"),
    ],
)
def test_a_seal_says_why_it_is_not_in_force(keys, days):
    """Not yet, no longer, or ended: each with its day."""
    registry = published(company(element(adhesion(certificate()))), seals={"s": seal(**keys)})
    badge = _seal(registry)

    assert (badge.word, badge.days, badge.may_be_shown) == ("No vigente", days, False)


def test_a_seal_without_a_certificate_in_force_says_so():
    """The contract runs, but what it rests on does not hold."""
    held = certificate(anulacion={"fecha": "2026-11-02"})
    badge = _seal(published(company(element(adhesion(held))), seals={"s": seal()}))

    assert badge.days == "sin un certificado vigente que lo sostenga"
    assert not badge.may_be_shown


def test_a_badge_says_what_it_is_and_for_which_installation():
    """A certificate names its element and company, and its level where there are levels."""
    levels = [{"numero": 1, "nombre": "Inicial"}, {"numero": 2, "nombre": "Avanzado"}]
    registry = published(
        company(element(adhesion(certificate(nivel=2)))),
        {"acuerdo": agreement(tipo="certificacion_sustentabilidad", niveles=levels)},
    )
    badge = _certificate(registry)

    assert badge.what == "Certificado de producción limpia, nivel Avanzado"
    assert (badge.name, badge.whose) == ("Planta Talca", "Conservas Inventadas SpA")


def test_a_seal_says_how_far_it_reaches():
    """A company's seal does not speak for all its installations; an element's is for it alone."""
    plant = company(element(adhesion(certificate())))
    whole = _seal(published(plant, seals={"s": seal()}))
    holder = {"empresa": "empresa", "elemento": "planta"}
    one = _seal(published(plant, seals={"s": seal(titular=holder)}))

    assert whole.name == "Conservas Inventadas SpA"
    assert whole.whose == "Por Planta Talca"
    assert "de Conservas Inventadas SpA, por Planta Talca. Vigente" in whole.text
    assert (one.name, one.whose) == ("Planta Talca", "Conservas Inventadas SpA")


def test_a_seal_of_a_company_names_what_carries_it_today():
    """Of several certificates those in force; of none, all that it was granted for."""
    lapsed = certificate("0000-001Y", vigente_hasta="2026-01-10")
    plants = company(
        element(adhesion(certificate())),
        element(adhesion(lapsed), id="otra", nombre="Bodega Curicó"),
    )
    covering = {"s": seal(certificados=["ABCD-EFGG", "0000-001Y"])}
    registry = published(plants, seals=covering)

    assert _seal(registry).whose == "Por Planta Talca"
    later = _seal(registry, date(2029, 1, 1))
    assert later.whose == "Por Planta Talca y Bodega Curicó"
    assert later.whose_short == "Por 2 de sus instalaciones"


def test_the_text_in_its_place_stays_true():
    """It names thing, holder and last day, but no state: nobody updates it elsewhere."""
    badge = _certificate(_with())

    assert badge.alt == (
        "Certificado de producción limpia ABCD-EFGG de la instalación Planta Talca, de Conservas "
        "Inventadas SpA; vence el 10 de enero de 2028. Véalo en el registro."
    )


def test_an_example_says_so_in_every_text():
    """Nobody takes a fictional badge for a real one."""
    plant = company(element(adhesion(certificate())), ejemplo=True)
    registry = published(plant, {"acuerdo": agreement(ejemplo=True)})
    badge = _certificate(registry)

    assert badge.example
    assert badge.text.startswith("Registro de ejemplo, ficticio.")
    assert badge.alt.startswith("Registro de ejemplo, ficticio.")


def test_what_stands_in_for_a_badge_is_in_the_language_of_the_page():
    """An English page says in English, and with the same day, what the picture shows."""
    registry = published(company(element(adhesion(certificate()))), seals={"s": seal()})
    with speaking(english()):
        held, granted = _certificate(registry), _seal(registry)

    assert held.text == (
        "Clean Production certificate ABCD-EFGG for the site Planta Talca, of Conservas Inventadas "
        "SpA. In force: until 10 January 2028."
    )
    assert granted.text.endswith(
        "for Conservas Inventadas SpA, through Planta Talca. In force: until 10 January 2028."
    )
    assert granted.alt.endswith("; expires on 10 January 2028. See it in the register.")
    assert _certificate(registry).word == "Vigente"
