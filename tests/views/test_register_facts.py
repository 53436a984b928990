"""What every page says of the register itself."""

from generator.views import register_facts
from generator.views.page import Site
from tests.record_bodies import SITE
from tests.sample import DAY, agreement, company, published
from tests.view_bodies import fragment, told

FULL = {
    "nombre": "Registro de Prueba",
    "operador": "Equipo de Prueba",
    "caracter": "piloto",
    "repositorio": "https://ejemplo.example/repo/",
    "rama": "principal",
    "correcciones": {"url": "https://ejemplo.example/corregir", "plazo_respuesta_dias": 10},
    "denuncias": {"url": "https://ejemplo.example/avisar"},
}


def slots(settings=None, **records):
    return register_facts.slots(published(settings=settings or {}, **records), SITE)


def test_the_foot_says_who_what_and_of_which_day():
    """Name, character, operator, day, corrections and the page's source."""
    html = fragment(slots(FULL)["pie"], source_url="https://ejemplo.example/fuente")
    said = told(html)

    assert "Registro de Prueba. Registro piloto, a cargo de Equipo de Prueba." in said
    assert "Datos al 23 de noviembre de 2026." in said
    assert 'href="https://ejemplo.example/corregir"' in html
    assert 'href="https://ejemplo.example/fuente"' in html


def test_the_foot_without_repository_has_no_source():
    """And without channels leads to the page about the register."""
    html = fragment(slots()["pie"], source_url=None)

    assert "Fuente de esta página" not in html
    assert "Registro no oficial. Datos" in told(html)
    assert 'href="./acerca/este-registro/#correcciones"' in html


def test_the_banner_stands_only_where_examples_are_shown():
    """Demonstration with examples: a banner; without examples, or real only: none."""
    example = {"companies": company(ejemplo=True), "agreements": {"a": agreement(ejemplo=True)}}

    assert "Demostración: acuerdos reales" in fragment(slots(**example)["aviso"])
    assert fragment(slots()["aviso"]).strip() == ""
    assert fragment(slots({"demostracion": False}, **example)["aviso"]).strip() == ""


def test_channels_are_live_or_said_to_be_missing():
    """A button each, or an honest line."""
    assert 'class="apl-boton" href="https://ejemplo.example/corregir"' in fragment(
        slots(FULL)["correcciones"]
    )
    assert "Respondemos en 10 días" in fragment(slots(FULL)["correcciones"])
    assert "todavía no tiene un canal" in fragment(slots()["correcciones"])
    assert 'href="https://ejemplo.example/avisar"' in fragment(slots(FULL)["denuncias"])
    assert "todavía no tiene un canal" in fragment(slots()["denuncias"])


def test_an_institutions_address_is_enough():
    """No account needed: an e-mail works as a channel."""
    settings = {"correcciones": {"correo_institucional": "registro@ejemplo.example"}}

    assert 'href="mailto:registro@ejemplo.example"' in fragment(slots(settings)["correcciones"])


def test_scripts_learn_the_day_and_how_long_to_trust_it():
    """Attributes of the body; offline has one more."""
    registry = published(settings={"dias_datos_confiables": 3, "dias_por_vencer": 60})

    assert register_facts.body_data(registry, SITE) == {
        "data-dia": "2026-11-23",
        "data-dias-confiables": "3",
        "data-dias-por-vencer": "60",
    }
    offline = register_facts.body_data(registry, Site("", DAY, offline=True))
    assert offline["data-sin-servidor"] == ""


def test_a_source_has_its_address_in_the_repository():
    """Repository, branch and path; none where there is no repository."""
    address = register_facts.source_url(published(settings=FULL))

    assert address("registry/acuerdos/ñu.yaml") == (
        "https://ejemplo.example/repo/blob/principal/registry/acuerdos/%C3%B1u.yaml"
    )
    assert address("registry/") == "https://ejemplo.example/repo/tree/principal/registry"
    assert register_facts.source_url(published())("registry/x.yaml") is None


def test_a_lost_reader_finds_the_way():
    """Search, verify, home: from the site's root, for nobody knows how deep the reader stands."""
    html = fragment(slots()["perdida"], "404.html")

    for target in ('href="/verificar/"', 'href="/registro/"', 'href="/"'):
        assert target in html
