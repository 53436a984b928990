"""Schema (by check-jsonschema) and `apl check` agree on every file; what differs is listed."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import check_jsonschema
import pytest
from click.testing import CliRunner

from generator import schema
from generator.arguments import ROOT
from generator.checking import check
from generator.load.files import listing
from generator.messages import level
from tests.scratch import SOUND, TODAY, write

BROKEN = sorted((ROOT / "tests" / "broken").iterdir())
REGISTRIES = [ROOT / "registry", SOUND, *(case / "registry" for case in BROKEN)]

BEYOND_A_SCHEMA = {
    "APL001": "the name of the file is not in the file",
    "APL003": "how large a file may be is not said in it",
    "APL004": "readers of JSON Schema take UTF-16 too",
    "APL018": "`<<` is a key for YAML 1.1, which the reader merges away",
    "APL019": "the same id in two folders: a schema sees one file",
    "APL044": "a check digit is arithmetic, and no pattern",
    "APL061": "an e-mail address inside a text is found by search, and no pattern of the whole",
    "APL062": "so is a telephone number",
    "APL063": "and a natural person's RUT",
    "APL2": "ids, references and sources: between records, or between keys",
    "APL3": "agreements, companies, adhesions, audits: between keys, or between records",
    "APL4": "certificates, seals, programmes: between keys, or between records",
    "APL5": "stages, tables, successors, the schema's number: between values",
}
"""Faults that `apl check` tells and a schema does not; a code, or the beginning of many."""

STRICTER = {
    "APL050": "a code without quotes is a number for readers of JSON Schema: `apl check` only "
    "warns, and the editor underlines it, which is where it is mended best",
}
"""Warnings of `apl check` that a schema refuses."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """A record file: the diagnostics of `apl check` by level, and whether its schema refuses it."""

    path: Path
    faults: frozenset[str]
    warnings: frozenset[str]
    is_refused: bool


def name_of(path: str, collection: str) -> str:
    return collection or Path(path).stem


def refused(files: Mapping[str, list[Path]]) -> set[str]:
    """The files that check-jsonschema refuses: its command, once for each schema."""
    found: set[str] = set()
    for name, paths in files.items():
        kept = ROOT / ".vscode" / "esquemas" / schema.file_name(name)
        words = ["--output-format", "json", "--schemafile", str(kept), *map(str, paths)]
        said = json.loads(CliRunner().invoke(check_jsonschema.main, words).stdout)
        found |= {one["filename"] for one in (*said["errors"], *said.get("parse_errors", ()))}
    return found


def verdicts(registries: list[Path]) -> list[Verdicts]:
    """Both verdicts on every record file of some registries."""
    files: dict[str, list[Path]] = defaultdict(list)
    told: dict[Path, dict[str, set[str]]] = {}
    for registry in registries:
        for file in listing(registry).files:
            files[name_of(file.path, file.collection)].append(registry / file.path)
            told[registry / file.path] = {"error": set(), "warning": set(), "info": set()}
        for problem in check(registry, TODAY).problems:
            if found := told.get(registry / problem.place.path):
                found[level(problem)].add(problem.code)
    wrong = refused(files)
    return [
        Verdicts(path, frozenset(by["error"]), frozenset(by["warning"]), str(path) in wrong)
        for path, by in told.items()
    ]


@pytest.fixture(scope="module")
def corpus() -> list[Verdicts]:
    return verdicts(REGISTRIES)


def reason(code: str) -> str | None:
    """The row of the table that a fault falls under."""
    return next((row for row in BEYOND_A_SCHEMA if code.startswith(row)), None)


def test_they_agree_but_for_what_is_listed(corpus: list[Verdicts]) -> None:
    """A file is refused exactly where it has a fault that a schema can see."""
    surprises = []
    for one in corpus:
        is_seen = any(reason(code) is None for code in one.faults)
        may_be_refused = is_seen or bool(one.warnings & STRICTER.keys())
        if one.is_refused and not may_be_refused:
            surprises.append(f"only the schema refuses {one.path}: {sorted(one.warnings)}")
        if not one.is_refused and is_seen:
            surprises.append(f"only apl check refuses {one.path}: {sorted(one.faults)}")
    assert len(corpus) > 400
    assert surprises == []


def test_every_listed_difference_is_one(corpus: list[Verdicts]) -> None:
    """No row of the tables has become needless: some file shows each of them."""
    shown = {reason(code) for one in corpus if not one.is_refused for code in one.faults}
    stricter = {
        code for one in corpus if one.is_refused and not one.faults for code in one.warnings
    }

    assert BEYOND_A_SCHEMA.keys() - shown == set()
    assert STRICTER.keys() - stricter == set()


def test_the_shipped_registry_is_accepted_whole(corpus: list[Verdicts]) -> None:
    """No record of the real registry is refused by its schema."""
    own = [one for one in corpus if one.path.is_relative_to(ROOT / "registry")]

    assert len(own) > 100
    assert [one.path for one in own if one.is_refused] == []


# One value at a time: where files of many faults agree, their values may still differ.

SAME = {
    "razon_social: Conservas": True,
    "razon_social: 2020": True,
    'razon_social: "2020"': True,
    "razon_social: [Conservas]": False,
    "razon_social: {a: b}": False,
    'razon_social: "  "': False,
    "razon_social:": True,
    'razon_social: ""': True,
    'razon_social: "null"': True,
    "marcas: [Uno, 1888]": True,
    "marcas: []": True,
    "marcas: Uno": False,
    "marcas: [Uno, ~]": False,
    "marcas: ~": True,
    "ejemplo: true": True,
    'ejemplo: "true"': True,
    "ejemplo: si": False,
    "ejemplo: yes": False,
    "ejemplo: 1": False,
    "tipo: persona_natural": True,
    "tipo: 'persona_natural'": True,
    "tipo: Persona_natural": False,
    "tipo:": False,
    'comuna: "08101"': True,
    'comuna: "08401"': False,
    'comuna: "7101"': False,
    "comuna: Talca": False,
    "ciiu: A": True,
    'ciiu: "11"': True,
    'ciiu: "110200"': True,
    'ciiu: "1102000"': False,
    "ciiu: V": False,
    "rut: 99900001-0": True,
    "rut: 99.900.001-0": True,
    "rut: 999000010": False,
    "rut: 0-0": False,
    "sitio_web: https://www.ejemplo.example/a?b#c": True,
    "sitio_web: https://ñandú.example:8080": True,
    "sitio_web: http://www.ejemplo.example": False,
    "sitio_web: www.ejemplo.example": False,
    "sitio_web: https://ejemplo": False,
    "sitio_web: https://yo@ejemplo.example": False,
    "sitio_web: https://ejemplo.example/a b": False,
    "ids_anteriores: [antes, 2019]": True,
    "ids_anteriores: [Antes]": False,
    "nombres_anteriores: [{razon_social: Uno, hasta: 2019}]": True,
    'nombres_anteriores: [{razon_social: Uno, hasta: "2019-02"}]': True,
    "nombres_anteriores: [{razon_social: Uno, hasta: 2019-13}]": False,
    "nombres_anteriores: [{razon_social: Uno, hasta: 1066}]": False,
    "nombres_anteriores: [~]": False,
    "consentimiento: ~": True,
    "consentimiento: no": False,
    "consentimiento: {fecha: 2024-02-30, documento: Uno, campos: [nombre]}": False,
    "consentimiento: {fecha: 2024-02-29, documento: Uno, campos: []}": True,
    "consentimiento: {fecha: 2024-02-29, documento: Uno}": False,
    "elementos: []": False,
    "elementos: ~": False,
    "tamano:": False,
    "elementos: [{id: a, alcance: producto, nombre: A, ubicacion: {lat: -35, lon: -71.5}}]": True,
    'elementos: [{id: a, alcance: producto, nombre: A, ubicacion: {lat: "-35.1", lon: -71}}]': True,
    "elementos: [{id: a, alcance: producto, nombre: A, ubicacion: {lat: 35, lon: -71}}]": False,
    'elementos: [{id: a, alcance: producto, nombre: A, ubicacion: {lat: "-9", lon: -71}}]': False,
    "elementos: [{id: a, alcance: producto, nombre: A, ids_anteriores: [uno/dos]}]": True,
    "elementos: [{id: a, alcance: producto, nombre: A, ids_anteriores: [uno]}]": False,
    "elementos: [{id: a, alcance: producto, nombre: A, zona: sur}]": False,
    "color: azul": False,
    "color: ~": False,
    "baja: {fecha: 2025-03-04, motivo: privacidad}": True,
    "baja: {fecha: 2025-03-04}": False,
    "correcciones: [{fecha: 2025-03-04, campo: rut, motivo: Uno}]": True,
}
"""A key of a company, and whether both take it."""

DIFFERENT = {
    "razon_social: true": (
        True,
        False,
        "a text for us, a boolean for YAML; editors would offer it",
    ),
    "ejemplo: True": (False, True, "YAML 1.2 has three ways to say true, the registry one"),
    "ids_anteriores: [0x1F]": (False, True, "a capital for us, the number 31 for YAML"),
    "comuna: 07101": (True, False, "APL050 only warns: quoted or not, we read the same"),
    "rut: 99900001-1": (False, True, "APL044: the check digit"),
    "elementos: [{id: a, alcance: producto, nombre: A, adhesiones: [{acuerdo: a, "
    "fecha: 2020-01-01, estado: aceptada, certificados: [{codigo: ABCD-EFGH, "
    "fecha: 2021-01-01, vigente_hasta: 2024-01-01}]}]}]": (
        False,
        True,
        "APL046: the check symbol of a code",
    ),
    "notas: Escribir a ana@vina.example": (False, True, "APL061: personal data"),
}
"""The same, where the two differ: ours, the schema's, and why."""

COMPANY = {
    "tipo": "tipo: persona_natural",
    "tamano": "tamano: micro",
    "elementos": "elementos: [{id: a, alcance: producto, nombre: A}]",
    "ejemplo": "ejemplo: true",
}


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bool, bool]]:
    """What `apl check` and the schema say of form, for each key by itself in a sound company."""
    root = tmp_path_factory.mktemp("claves")
    texts = [*SAME, *DIFFERENT]
    for number, text in enumerate(texts):
        lines = {**COMPANY, text.partition(":")[0]: text}
        record = "".join(f"{line}\n" for line in lines.values())
        write(root / f"{number}", {f"empresas/e{number}.yaml": record})
    found = {one.path.stem: one for one in verdicts([root / str(n) for n in range(len(texts))])}
    return {text: _of_form(found[f"e{number}"]) for number, text in enumerate(texts)}


def _of_form(one: Verdicts) -> tuple[bool, bool]:
    return not any(code < "APL100" for code in one.faults), not one.is_refused


@pytest.mark.parametrize("text", SAME)
def test_a_value_is_taken_by_both_or_by_none(
    single: dict[str, tuple[bool, bool]], text: str
) -> None:
    """Quoted or bare, empty or nested: `apl check` and the schema say the same of it."""
    assert single[text] == (SAME[text], SAME[text])


@pytest.mark.parametrize("text", DIFFERENT)
def test_a_difference_is_the_one_listed(single: dict[str, tuple[bool, bool]], text: str) -> None:
    """Where they differ, they differ as the table says."""
    assert single[text] == DIFFERENT[text][:2]
