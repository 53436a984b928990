"""The parts that the page compares with hold what is public, and nothing else."""

from generator.ceremony import records
from tests.sample import Keys, agreement, published


def company(**keys: object) -> Keys:
    """A company with one plant."""
    return {
        "razon_social": "Conservas Prueba SpA",
        "tipo": "persona_juridica",
        "rut": "99910234-4",
        "tamano": "micro",
        "elementos": [
            {
                "id": "planta",
                "alcance": "establecimiento",
                "nombre": "Planta",
                "comuna": "07101",
                "ubicacion": {"lat": "-35.43", "lon": "-71.65"},
                "adhesiones": [{"acuerdo": "a", "fecha": "2020-01-01", "estado": "aceptada"}],
            }
        ],
        **keys,
    }


def made(**companies: Keys) -> dict[str, object]:
    """All parts of a register with these companies."""
    whole = published(companies, {"a": agreement(nombre="Acuerdo A")}, {})
    return {name: part for one in records.shelves(whole) for name, part in one.make().items()}


def test_a_company_is_told_by_its_keys():
    """A record's keys and texts come back as they are, nested as in its file."""
    parts = made(una=company(marcas=["Uno", "Dos"]))

    una = parts["fichas/0"]["una"]  # type: ignore[index]
    assert (una["rut"], una["marcas"]) == ("99910234-4", ["Uno", "Dos"])
    assert una["elementos"][0]["ubicacion"] == {"lat": "-35.43", "lon": "-71.65"}
    assert una["elementos"][0]["adhesiones"][0]["fecha"] == "2020-01-01"


def test_a_natural_persons_name_is_withheld():
    """What privacy withholds is in none of the parts."""
    person = company(tipo="persona_natural", razon_social="Rosa Inventada")
    del person["rut"]

    assert "Rosa" not in str(made(productor=person))


def test_agreements_tell_their_levels():
    """A row needs to know whether its agreement has levels."""
    parts = made(una=company())

    assert parts["acuerdos"]["a"]["niveles"] == []  # type: ignore[index]
    assert parts["acuerdos"]["a"]["nombre"] == "Acuerdo A"  # type: ignore[index]
