"""A registry's facts → one address of each kind of page that its site has."""

import pytest

from tests.site.asking import ended_certificate, lasting_certificate
from tests.site.facts import Facts

SECTIONS = (
    "",
    "registro/",
    "registro/lista/1/",
    "acuerdos/",
    "empresas/",
    "v/",
    "sellos/",
    "certificados/",
    "regiones/",
    "comunas/",
    "rubros/",
    "sectores/",
    "anios/",
    "programas/",
    "preinversion/",
    "territorios/",
    "pymes/",
    "verificar/",
    "estadisticas/",
    "cambios/",
    "calidad/",
    "calidad/regiones/maule/",
    "calidad/comunas/talca/",
    "datos/",
    "datos/diccionario/",
    "en/datos/diccionario/",
    "datos/consultas/",
    "acerca/",
    "acerca/mostrar-el-sello/",
    "acerca/compradores/",
    "acerca/esquema/",
    "acerca/parecidos/",
    "en/acerca/esquema/",
    "en/",
    "en/registro/",
    "en/verificar/",
    "en/datos/",
    "en/acerca/sello-apl/",
    "acerca/preguntas/",
    "acerca/glosario/",
    "acerca/metodo/",
    "acerca/privacidad/",
    "acerca/nama-y-mrv/",
    "acerca/resultados/",
    "equipo/",
    "equipo/ceremonia/",
    "equipo/editar/",
    "equipo/corregir/",
    "equipo/pedir-nominas/",
    "equipo/reglas/",
    "equipo/campos/empresas/",
)


SOME, OTHERS = "some", "others"
in_two_parts = pytest.mark.parametrize("part", [SOME, pytest.param(OTHERS, marks=pytest.mark.slow)])
"""A few kinds of page every day, and all others."""


def part_of(kinds: dict[str, str], part: str) -> dict[str, str]:
    """Every fifth kind is among some."""
    return {
        name: at for n, (name, at) in enumerate(kinds.items()) if (n % 5 == 0) == (part == SOME)
    }


def kinds(facts: Facts) -> dict[str, str]:
    """Addresses by what kind of page they show."""
    records = facts.records
    lasting = lasting_certificate(facts)
    largest = max(records["empresas"], key=lambda id: len(records["empresas"][id]["elementos"]))
    real = next(id for id, one in records["acuerdos"].items() if one.get("ejemplo") != "true")
    seal = next(iter(records["sellos"].values()))["codigo"].replace("-", "")
    with_levels = next(id for id, one in records["acuerdos"].items() if "niveles" in one)
    return {
        **{one or "home": one for one in SECTIONS},
        "a company": f"empresas/{largest}/",
        "a real agreement": f"acuerdos/{real}/",
        "an agreement with certificates": f"acuerdos/{lasting.adhesion['acuerdo']}/",
        "an agreement with levels": f"acuerdos/{with_levels}/",
        "a certificate": f"v/{lasting.code}/",
        "a suspended certificate": f"v/{ended_certificate(facts, 'suspendido').code}/",
        "a seal": f"v/{seal}/",
        "a scheme sheet": f"acuerdos/{real}/esquema/",
        "a company in English": f"en/empresas/{largest}/",
        "a certificate in English": f"en/v/{lasting.code}/",
        "an agreement in English": f"en/acuerdos/{real}/",
        "a scheme sheet in English": f"en/acuerdos/{with_levels}/esquema/",
        "seals of a region": "sellos/regiones/maule/",
        "seals of a trade": "sellos/rubros/vino/",
        "seals by brand": "sellos/marcas/m/",
        "a region": "regiones/maule/",
        "a comuna": "comunas/talca/",
        "a trade": "rubros/vino/",
        "a sector": "sectores/c/",
        "a year": f"anios/{lasting.facts['fecha'][:4]}/",
        "a programme": f"programas/{next(iter(records['programas']))}/",
        "a project": f"preinversion/{next(iter(records['preinversion']))}/",
        "a table": f"estadisticas/{next(iter(records['estadisticas']))}/",
    }
