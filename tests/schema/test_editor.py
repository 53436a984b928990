"""What people see in their editor: the real yaml-language-server with our own settings."""

import json
from collections.abc import Iterator

import pytest

from generator import schema
from generator.arguments import ROOT
from tests.language_server import LanguageServer, Remark
from tests.outside_tools import language_server
from tests.scratch import sound_files

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
COMPANY = "registry/empresas/nueva.yaml"
AGREEMENT = "registry/acuerdos/nuevo.yaml"
SOUND = sound_files()


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    started = LanguageServer(language_server(), ROOT, SETTINGS)
    yield started
    started.stop()


def test_a_sound_record_has_no_remark(server: LanguageServer) -> None:
    """Nothing is underlined in a record that `apl check` has nothing to say of."""
    remarks = server.open_all({f"registry/{path}": text for path, text in SOUND.items()})

    assert len(remarks) == len(SOUND)
    assert {path: said for path, said in remarks.items() if said} == {}


SLIPS = [
    ("empresas/conservas-laguna.yaml", "nombre_fantasia:", "nombre_fantacia:", 2, "razon_social"),
    ("empresas/conservas-laguna.yaml", "tamano: mediana", "tamano: mediano", 13, "grande"),
    ("empresas/conservas-laguna.yaml", "lat: -35.43", "lat: -35,43", 24, "punto decimal"),
    ("empresas/conservas-laguna.yaml", "2024-03-28", "2024-02-30", 56, "AAAA-MM-DD"),
    ("empresas/conservas-laguna.yaml", "tamano: mediana", "rubro: vino", 1, "«tamano»"),
    ("empresas/productor-7k3mx2.yaml", '"07401"', "07401", 8, "cinco cifras entre comillas"),
    ("empresas/productor-7k3mx2.yaml", '"07401"', '"7401"', 8, "APL041"),
    ("empresas/productor-7k3mx2.yaml", '"07401"', '"08401"', 8, "APL041"),
    ("sellos/laguna.yaml", '"0000-001Y"', '"0000-001"', 1, "Son ocho signos"),
    ("programas/maule.yaml", 'region: "07"', 'region: "99"', 2, '"07" para el Maule'),
    ("acuerdos/conservas-i.yaml", "cantidad: 41", "cantidad: muchos", 66, "número entero"),
    ("acuerdos/conservas-i.yaml", "  - agua", "  - augua", 39, "bienestar-animal"),
    ("acuerdos/conservas-i.yaml", "firma:", "firma: 2016-13 #", 23, "AAAA-MM"),
]


@pytest.fixture(scope="module")
def slipped(server: LanguageServer) -> dict[str, list[Remark]]:
    """The remarks on each slip, by its number."""
    texts = {}
    for number, (path, right, wrong, _, _) in enumerate(SLIPS):
        assert right in SOUND[path]
        folder = path.split("/")[0]
        texts[f"registry/{folder}/{number}.yaml"] = SOUND[path].replace(right, wrong, 1)
    remarks = server.open_all(texts)
    return {path.split("/")[-1]: said for path, said in remarks.items()}


@pytest.mark.parametrize("number", range(len(SLIPS)), ids=[slip[2] for slip in SLIPS])
def test_a_slip_is_underlined_in_its_line(slipped: dict[str, list[Remark]], number: int) -> None:
    """One slip, one line with a remark in Spanish that says what was expected."""
    _, _, _, line, words = SLIPS[number]
    remarks = slipped[f"{number}.yaml"]

    assert {one.line for one in remarks} == {line}
    assert any(words in one.message for one in remarks)
    assert all(one.message.endswith(")") and "(APL" in one.message for one in remarks)


def test_a_list_file_is_read_by_its_own_schema(server: LanguageServer) -> None:
    """A public body without a name is told in its entry."""
    (remark,) = server.open("registry/vocabulario/organismos.yaml", "- id: ascc\n")

    assert remark.line == 1 and "necesita id, nombre" in remark.message


def test_a_withdrawn_record_may_be_empty(server: LanguageServer) -> None:
    """With `baja` nothing else is asked for, as its guide says; what stands there is still read."""
    text = "baja:\n  fecha: 2025-03-04\n  motivo: privacidad\n"

    assert server.open(COMPANY, text) == []
    assert [one.line for one in server.open(COMPANY, text + "tipo: empresa\n")] == [4]


def test_a_key_without_value_is_no_fault(server: LanguageServer) -> None:
    """What is not known may be left open where it is not required, as `apl check` takes it."""
    text = SOUND["empresas/productor-7k3mx2.yaml"] + "notas:\nmarcas:\nconsentimiento:\nciiu: ~\n"

    assert server.open("registry/empresas/productor-7k3mx2.yaml", text) == []


def test_a_modeline_names_the_schema(server: LanguageServer) -> None:
    """Editors without our settings find the schema by the first line of a record."""
    folder = "../.vscode/esquemas"
    modeline = f"# yaml-language-server: $schema={folder}/{schema.file_name('sellos')}\n"

    (remark,) = server.open("docs/suelto.yaml", f'{modeline}codigo: "0000-001Y"\nbaja: no\n')
    assert remark.line == 3 and "«Baja»" in remark.message


HOVERS = [
    ('comuna: "07101"\n', 1, 12, "Talca, Región del Maule"),
    ('comuna: "08101"\n', 1, 3, "Concepción, Región del Biobío"),
    ('ciiu: "1102"\n', 1, 9, "11: Elaboración de bebidas"),
    ('ciiu: "A"\n', 1, 8, "A: Agricultura, ganadería, silvicultura y pesca"),
    ("tamano: pequena\n", 1, 3, "Por ventas anuales en UF (Ley 20.416)."),
    ("tamano: pequena\n", 1, 12, "* `pequena`: Pequeña\n"),
    ('rut: "99900001-0"\n', 1, 2, "99900001-0"),
    ("razon_social: Viña\n", 1, 2, "#### Razón social"),
]


@pytest.mark.parametrize(("text", "line", "column", "shown"), HOVERS)
def test_a_hover_explains(
    server: LanguageServer, text: str, line: int, column: int, shown: str
) -> None:
    """Title, description, example and the name of a code stand over keys and values."""
    server.open(COMPANY, text)

    assert shown in server.hover(COMPANY, line, column)


def test_codes_are_completed_with_their_quotes(server: LanguageServer) -> None:
    """Every comuna is offered with its name, and brings its quotes: `08101` bare is no text."""
    server.open(COMPANY, "comuna: \n")
    offered = server.completion(COMPANY, 1, 9)

    assert len(offered) == 346
    assert offered['"07101" Talca'] == '"07101"'
    assert offered['"08101" Concepción'] == '"08101"'
    assert all(text == label[:7] for label, text in offered.items())


def test_codes_in_a_list_too(server: LanguageServer) -> None:
    """So are the regions of a territory."""
    server.open(AGREEMENT, "territorio:\n  alcance: regional\n  regiones:\n    - \n")
    offered = server.completion(AGREEMENT, 4, 7)

    assert offered['"16" Ñuble'] == '"16"' and len(offered) == 16


def test_listed_values_are_completed(server: LanguageServer) -> None:
    """A listed value, a yes or no; and never `null`, which the guide asks to leave out."""
    server.open(COMPANY, "tamano: \nejemplo: \nrubro: \nnotas: \n")

    assert list(server.completion(COMPANY, 1, 9)) == [
        "micro",
        "pequena",
        "mediana",
        "grande",
        "sin_informacion",
    ]
    assert set(server.completion(COMPANY, 2, 10)) == {"false", "true"}
    assert "vino" in server.completion(COMPANY, 3, 8)
    assert server.completion(COMPANY, 4, 8) == {}


def test_a_key_brings_what_it_needs(server: LanguageServer) -> None:
    """A block comes with the keys it cannot do without, and no key with an invented value."""
    server.open(COMPANY, "\n")
    offered = server.completion(COMPANY, 1, 1)

    assert offered["elementos"].startswith("elementos:\n  - id: $1\n    alcance: $2\n")
    assert offered["razon_social"] == "razon_social: "
    assert offered["comuna"] == "comuna: "


def test_a_new_file_offers_a_whole_record(server: LanguageServer) -> None:
    """An empty file is begun with one choice: required keys in order, and a source."""
    server.open(AGREEMENT, "")
    begun = server.completion(AGREEMENT, 1, 1)["Acuerdo: ficha nueva"]

    assert begun.startswith("nombre: $1\ntipo: ${2|establecimientos_productivos,")
    assert "territorio:\n  alcance: ${4|nacional,regional,comunal," in begun
    assert begun.endswith("fuentes:\n  - url: $6\n    consultada: $7")
