"""One cause, one fault: what cannot be read or contradicts itself makes no further reports."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.checking import check
from tests.scratch import TODAY, lines, sound_files, write

FILES = sound_files()
AGREEMENT = "acuerdos/conservas-i.yaml"
LEVELS = "acuerdos/ejemplos/estandar.yaml"
COMPANY = "empresas/conservas-laguna.yaml"
MERGED = "empresas/conservas-fundida.yaml"
SERVICES = "empresas/ejemplos/servicios.yaml"
SEAL = "sellos/laguna.yaml"
BODIES = "vocabulario/organismos.yaml"
AUDITORS = "vocabulario/auditores.yaml"

Edit = tuple[str, str, str]
"""A file of the sound registry, what stands there once, and what somebody made of it."""


def told(folder: Path, *edits: Edit) -> list[str]:
    """`path:line:column CODE` of every problem of the sound registry after these edits."""
    files = dict(FILES)
    for path, right, wrong in edits:
        assert files[path].count(right) == 1, right
        files[path] = files[path].replace(right, wrong)
    return told_of(write(folder, files))


def told_of(root: Path) -> list[str]:
    """The same of a registry as it stands."""
    return [re.sub(r": \w+ (APL\d+): .*", r" \1", one) for one in lines(root)]


def nodes(node: yaml.Node | None, *, is_key: bool = False) -> Iterator[tuple[yaml.Node, bool]]:
    """Every key and every value below a node, and whether it is a key."""
    if node is None:
        return
    yield node, is_key
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from nodes(item)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from nodes(key, is_key=True)
            yield from nodes(value)


def spoilt(path: str, instead: str, *, keys: bool) -> Iterator[tuple[str, str]]:
    """The file with one key or single value after another spoilt, and where that is."""
    text, seen = FILES[path], set()
    for node, is_key in nodes(yaml.compose(text, yaml.SafeLoader)):
        if isinstance(node, yaml.ScalarNode) and is_key is keys:
            kind = (node.start_mark.column, node.value) if keys else node.start_mark.index
            if kind in seen:
                continue
            seen.add(kind)
            start, end = node.start_mark, node.end_mark
            wrong = instead.format(node.value)
            place = f"{path}:{start.line + 1}:{start.column + 1}"
            yield text[: start.index] + wrong + text[end.index :], place


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_value_that_cannot_be_read_is_one_fault(path: str, tmp_path: Path) -> None:
    """Whatever single value a list stands in the place of, that alone is told."""
    root = write(tmp_path, FILES)
    for text, place in spoilt(path, "[x]", keys=False):
        write(root, {path: text})
        said = lines(root)
        assert len(said) == 1 and said[0].startswith(f"{place}: error APL022"), (place, said)


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_key_that_is_not_known_is_one_fault(path: str, tmp_path: Path) -> None:
    """Whatever key has a slip in its name, that alone is told."""
    root = write(tmp_path, FILES)
    for text, place in spoilt(path, "{}_", keys=True):
        write(root, {path: text})
        said = lines(root)
        assert len(said) == 1 and said[0].startswith(f"{place}: error APL021"), (place, said)


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_file_that_cannot_be_read_is_one_fault(path: str, tmp_path: Path) -> None:
    """A quote that nobody closed at its start says nothing of what refers to the file."""
    root = write(tmp_path, {**FILES, path: f'"{FILES[path]}'})

    assert {one.partition(":")[0] for one in lines(root)} == {path}


CONTRADICTIONS: dict[str, tuple[list[Edit], list[str]]] = {
    "certificate that ends before it begins": (
        [(COMPANY, "vigente_hasta: 2024-03-28", "vigente_hasta: 2020-03-28")],
        [f"{COMPANY}:56:28 APL404"],
    ),
    "seal's certificate that ends before it begins": (
        [(COMPANY, "vigente_hasta: 2025-06-29", "vigente_hasta: 2022-06-29")],
        [f"{COMPANY}:71:28 APL404"],
    ),
    "certificate before its adhesion": (
        [
            (
                COMPANY,
                "            fecha: 2021-02-28\n            v",
                "            fecha: 2011-02-28\n            v",
            )
        ],
        [f"{COMPANY}:55:20 APL400"],
    ),
    "certificate after the withdrawal": (
        [
            (
                COMPANY,
                "            fecha: 2021-02-28\n            v",
                "            fecha: 2023-02-28\n            v",
            )
        ],
        [f"{COMPANY}:55:20 APL402"],
    ),
    "withdrawal before the adhesion": (
        [
            (
                COMPANY,
                "        retiro:\n          fecha: 2022",
                "        retiro:\n          fecha: 2012",
            )
        ],
        [f"{COMPANY}:34:18 APL364"],
    ),
    "adhesion after all that follows it": (
        [(SERVICES, "fecha: 2019-02-28", "fecha: 2022-02-28")],
        [f"{SERVICES}:16:20 APL384"],
    ),
    "signature after the end of the implementation": (
        [(AGREEMENT, "firma: 2018-11-30", "firma: 2021-11-30")],
        [f"{AGREEMENT}:25:23 APL304"],
    ),
    "two levels of one number": (
        [(LEVELS, "numero: 2", "numero: 1")],
        [f"{LEVELS}:10:13 APL311", f"{LEVELS}:13:13 APL311"],
    ),
    "levels where there are none": (
        [(LEVELS, "certificacion_sustentabilidad", "preinversion")],
        [f"{LEVELS}:9:1 APL310"],
    ),
    "certificate without its level": (
        [
            (
                SERVICES,
                "vigente_hasta: 2024-02-29\n            nivel: 2",
                "vigente_hasta: 2024-02-29",
            )
        ],
        [f"{SERVICES}:32:13 APL403"],
    ),
    "certificate of a level that there is not": (
        [(SERVICES, "02-29\n            nivel: 2", "02-29\n            nivel: 4")],
        [f"{SERVICES}:35:20 APL383"],
    ),
    "two bodies of one id": (
        [(BODIES, "- id: cpl", "- id: ascc")],
        [f"{BODIES}:1:7 APL208", f"{BODIES}:5:7 APL208"],
    ),
    "body that is no block": (
        [
            (
                BODIES,
                FILES[BODIES][FILES[BODIES].index("- id: ascc") :],
                "- ASCC\n",
            )
        ],
        [f"{BODIES}:5:3 APL023"],
    ),
    "list of auditors that is empty": (
        [(AUDITORS, FILES[AUDITORS], "")],
        [f"{AUDITORS}:1:1 APL009"],
    ),
    "two elements of one id": (
        [
            (COMPANY, "id: bodega", "id: planta-talca"),
            (SEAL, "elemento: planta-talca", "elemento: bodega"),
        ],
        [f"{COMPANY}:18:9 APL203", f"{COMPANY}:81:9 APL203"],
    ),
    "two certificates of one code": (
        [(COMPANY, "7k3m9tr8", '"ABCD-EFGG"'), (COMPANY, "            renueva: ABCD EFGG\n", "")],
        [f"{COMPANY}:52:21 APL206", f"{COMPANY}:69:21 APL206"],
    ),
    "merger of which the reason has a slip": (
        [(MERGED, "motivo: fusion", "motivo: fundida")],
        [f"{MERGED}:20:11 APL025"],
    ),
    "merger into a company that there is not": (
        [(MERGED, "en: conservas-heredera", "en: conservas-hereda")],
        [f"{MERGED}:21:7 APL226"],
    ),
    "draft of which the flag has a slip": (
        [(COMPANY, "tamano: mediana", "tamano: mediana\nborrador: quizás")],
        [f"{COMPANY}:14:11 APL039"],
    ),
    "seal of another company": (
        [(SEAL, "empresa: conservas-laguna", "empresa: conservas-heredera")],
        [f"{SEAL}:11:5 APL440", f"{SEAL}:12:5 APL440"],
    ),
    "suspension after the end of the validity": (
        [(COMPANY, "desde: 2024-03-01", "desde: 2024-03-29")],
        [f"{COMPANY}:62:24 APL406"],
    ),
    "intermediate audit after the final one": (
        [(SERVICES, "fecha: 2020-02-21", "fecha: 2020-02-23")],
        [f"{SERVICES}:21:20 APL385"],
    ),
}
"""Edits of the sound registry, each a single slip, and all that is to be told of it."""


@pytest.mark.parametrize("slip", CONTRADICTIONS)
def test_a_contradiction_is_one_fault(slip: str, tmp_path: Path) -> None:
    """Nothing is compared with a value that has already taken part in a contradiction."""
    edits, expected = CONTRADICTIONS[slip]

    assert told(tmp_path, *edits) == expected


def test_a_file_in_two_folders_is_one_clash(tmp_path: Path) -> None:
    """What refers to an id of two files is compared with neither of them."""
    copy = (
        FILES[LEVELS]
        .replace("2019-02-28", "2025-02-28")
        .replace("vigencia_anios: 4", "vigencia_anios: 5")
    )
    root = write(tmp_path, {**FILES, "acuerdos/copia/estandar.yaml": copy})

    assert told_of(root) == ["acuerdos/copia/estandar.yaml:1:1 APL019", f"{LEVELS}:1:1 APL019"]


def test_a_copied_company_is_one_clash(tmp_path: Path) -> None:
    """Two files with one RUT are the same company; its codes need not clash as well."""
    root = write(tmp_path, {**FILES, "empresas/copia.yaml": FILES[SERVICES]})

    assert told_of(root) == ["empresas/copia.yaml:3:6 APL207", f"{SERVICES}:3:6 APL207"]


def test_an_example_that_does_not_say_so_is_one_fault(tmp_path: Path) -> None:
    """Without sources a record may be an example; what it refers to is not held against it."""
    assert told(tmp_path, (SERVICES, "ejemplo: true\n", "")) == [f"{SERVICES}:1:1 APL240"]


def test_a_withdrawn_record_may_be_emptied(tmp_path: Path) -> None:
    """For privacy nothing but `baja` need stay; what refers to the record is only warned of it."""
    emptied = "baja:\n  fecha: 2026-01-02\n  motivo: privacidad\n"
    root = write(tmp_path, {**FILES, COMPANY: emptied, AGREEMENT: emptied})

    assert {one.partition(": ")[2].partition(" ")[0] for one in lines(root)} == {"warning"}
    assert "conservas-laguna" in check(root, TODAY).loaded.entries["empresas"]


def test_a_withdrawn_record_keeps_its_form(tmp_path: Path) -> None:
    """What is left in a withdrawn record is still checked, and a seal keeps its code."""
    gone = "baja:\n  fecha: 2026-01-02\n  motivo: privacidad\n"
    files = {"empresas/x.yaml": f"tamano: enorme\n{gone}", "sellos/y.yaml": gone}

    assert [one.partition(" ")[2] for one in told_of(write(tmp_path, files))] == [
        "APL025",
        "APL020",
    ]
