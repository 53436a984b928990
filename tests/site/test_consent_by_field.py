"""Natural persons who agreed to one field each: no file of the site holds any other of theirs."""

from pathlib import Path
from typing import Any

import pytest

from tests.site import hostile_registry as hostile
from tests.site.building import Kitchen, Recipe
from tests.site.test_privacy import _plain, _texts

FIELDS = ("nombre", "rut", "direccion", "ubicacion", "sitio_web")
AGREED = {"nada": (), **{one: (one,) for one in FIELDS}, "todo": FIELDS}
"""What each person agreed to, by the mark in all that is theirs."""


def _facts(mark: str) -> dict[str, str]:
    """A person's data, each with a word that stands nowhere else; RUTs are another's matter."""
    number = 31 + list(AGREED).index(mark)
    return {
        "nombre": f"Qwj{mark}zelda Vxk{mark}quist",
        "direccion": f"Zxq{mark}callejon 77{number}",
        "ubicacion": f"35.7{number}9{number}{number}",
        "sitio_web": f"qxz{mark.replace('_', '')}sitio.example",
    }


def _person(number: int, mark: str) -> dict[str, Any]:
    agreed, facts = AGREED[mark], _facts(mark)
    everything = ", ".join(facts.values())
    person: dict[str, Any] = {
        "razon_social": facts["nombre"],
        "nombre_fantasia": f"Vino de {facts['nombre']}",
        "marcas": [f"Reserva {facts['nombre']}"],
        "tipo": "persona_natural",
        "tamano": "micro",
        "comuna": "07101",
        "sitio_web": f"https://www.{facts['sitio_web']}/",
        "elementos": [
            {
                "id": "predio",
                "alcance": "establecimiento",
                "nombre": f"Predio de {facts['nombre']}",
                "comuna": "07101",
                "direccion": facts["direccion"],
                "ubicacion": {"lat": f"-{facts['ubicacion']}", "lon": "-71.5"},
                "adhesiones": [
                    {
                        "acuerdo": "acuerdo",
                        "fecha": "2023-02-01",
                        "estado": "aceptada",
                        "certificados": [
                            {
                                "codigo": hostile.code(number),
                                "fecha": "2025-03-01",
                                "vigente_hasta": "2028-03-01",
                                "suspensiones": [
                                    {
                                        "desde": "2025-05-01",
                                        "hasta": "2025-06-01",
                                        "motivo": everything,
                                    }
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
        "notas": f"Sobre {everything}.",
        "correcciones": [
            {"fecha": "2026-02-01", "campo": "notas", "decia": everything, "motivo": everything}
        ],
        "fuentes": [{"documento": f"Carta de {everything}", "nota": everything}],
    }
    if agreed:
        consent = {"fecha": "2026-01-01", "documento": f"Firma de {facts['nombre']}"}
        person["consentimiento"] = {**consent, "campos": list(agreed)}
    if "rut" in agreed:
        person["rut"] = hostile.rut(number)
    return person


@pytest.fixture(scope="module")
def texts(kitchen: Kitchen) -> dict[str, str]:
    """Every file of a site whose register holds these persons, as plain words."""

    def prepare(folder: Path) -> Recipe:
        agreement = {
            "nombre": "Acuerdo",
            "tipo": "establecimientos_productivos",
            "sector": "vino",
            "territorio": {"alcance": "nacional"},
            "estado": "implementacion",
            "fuentes": [{"documento": "Acta"}],
        }
        hostile.write_record(folder / "acuerdos" / "acuerdo.yaml", agreement)
        for number, mark in enumerate(AGREED, start=400):
            person = _person(number, mark)
            hostile.write_record(folder / "empresas" / f"productor-{number}.yaml", person)
        return Recipe().with_registry(folder)

    return dict(_texts(kitchen.site("consents", prepare)))


@pytest.mark.parametrize("mark", AGREED)
@pytest.mark.parametrize("field", ["nombre", "direccion", "ubicacion", "sitio_web"])
def test_a_field_is_there_only_if_it_was_agreed_to(
    texts: dict[str, str], mark: str, field: str
) -> None:
    """Pages, tables, index, feeds, calendars: one that was agreed to is in some, others in none.

    An index may cut letters that a word shares with its neighbour, so the first are not looked for.
    Of a place three decimals, a hundred steps, are enough: a map may round.
    """
    plain = _plain(_facts(mark)[field])
    word = plain[:6] if field == "ubicacion" else plain.split()[0][2:]
    holding = [name for name, text in texts.items() if word in text]

    assert bool(holding) == (field in AGREED[mark]), holding
