"""`apl new`, as a user meets it: in scripts and at a terminal."""

import os
import pty
import re
import select
import subprocess
import sys

import pytest
import yaml

from generator import code
from generator.arguments import ROOT
from generator.new.kinds import KINDS
from generator.new.leaves import leaves
from tests.terminal.commands import Shell

COMPANY = (
    *("--razon-social", "Viña Ñandú del Sur S.A.", "--tipo", "persona_juridica"),
    *("--rut", "76.086.428-5", "--tamano", "Pequeña", "--ejemplo"),
    *("--elementos-nombre", "Planta Ñuble", "--elementos-alcance", "establecimiento"),
    *("--elementos-comuna", "Chillán"),
)
PLACE = ("--empresa", "conservas", "--elemento", "planta")
SCHEMA = "# yaml-language-server: $schema=../../.vscode/esquemas/{}.schema.json\n"


def data(shell: Shell, path: str) -> dict[str, object]:
    text = (shell.registry / path).read_text(encoding="utf-8")
    found = yaml.load(text, yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def test_a_company_is_written_in_canonical_form(shell: Shell) -> None:
    """Id from the name, values in their one writing, path on standard output, and no fault."""
    run = shell.apl("new", "empresa", *COMPANY)

    assert (run.code, run.out) == (0, "registry/empresas/vina-nandu-del-sur.yaml\n")
    text = (shell.registry / "empresas/vina-nandu-del-sur.yaml").read_text(encoding="utf-8")
    assert text == SCHEMA.format("empresas") + (
        "razon_social: Viña Ñandú del Sur S.A.\ntipo: persona_juridica\n"
        'rut: "76086428-5"\ntamano: pequena\nelementos:\n  - id: planta-nuble\n'
        '    alcance: establecimiento\n    nombre: Planta Ñuble\n    comuna: "16101"\n'
        "ejemplo: true\n"
    )
    assert shell.apl("check").code == 0
    assert shell.apl("fmt", "--check").code == 0


def test_every_missing_flag_is_told(shell: Shell) -> None:
    """Away from a terminal: a line for each, in the model's words, exit code 2, nothing written."""
    before = shell.state()

    run = shell.apl("new", "empresa", "--elementos-nombre", "Planta")

    assert (run.code, run.out) == (2, "")
    flags = re.findall(r"^apl new empresa: falta (--\S+(?: o --\S+)?): ", run.err, re.MULTILINE)
    assert flags == [
        *("--tipo", "--razon-social", "--rut", "--tamano"),
        *("--elementos-alcance", "--elementos-comuna", "--fuentes-url o --fuentes-documento"),
    ]
    assert "Hay: micro, pequena, mediana" in run.err
    assert shell.state() == before


def test_the_place_is_among_what_is_missing(shell: Shell) -> None:
    """`--empresa`, `--elemento` and `--acuerdo` are asked for like any key."""
    run = shell.apl("new", "certificado", "--fecha", "2022-01-01")

    told = re.findall(r"falta (--\S+): ", run.err)
    assert run.code == 2
    assert told == ["--empresa", "--elemento", "--acuerdo", "--vigente-hasta"]


def test_faults_are_shown_and_nothing_is_written(shell: Shell) -> None:
    """The would-be registry is checked first, other files included; exit code 1."""
    before = shell.state()

    run = shell.apl("new", "empresa", *COMPANY, "--rut", "99.910.234-4")
    assert run.code == 2 and "--rut va una sola vez" in run.err

    words = [word.replace("76.086.428-5", "99.910.234-4") for word in COMPANY]
    run = shell.apl("new", "empresa", *words, "--ciiu", "Z9", "--sitio-web", "uno")

    assert run.code == 1
    for fault in ("APL042", "APL047", "APL207"):
        assert f"error {fault}: " in run.out
    assert "no se escribió nada" in run.err
    assert shell.state() == before


def test_nothing_is_overwritten(shell: Shell) -> None:
    """An id that is taken, in any sub-folder, is refused; another one may be named."""
    assert shell.apl("new", "empresa", *COMPANY, "--carpeta", "sur/2026").code == 0
    before = shell.state()

    run = shell.apl("new", "empresa", *COMPANY)

    assert run.code == 1 and "«vina-nandu-del-sur» ya está en uso" in run.err
    assert shell.state() == before
    assert "empresas/sur/2026/vina-nandu-del-sur.yaml" in before
    assert b"$schema=../../../../.vscode/" in before["empresas/sur/2026/vina-nandu-del-sur.yaml"]


@pytest.mark.parametrize("wrong", ["../x", "Ñandú", "a/b", "x" * 81])
def test_an_id_cannot_lead_elsewhere(shell: Shell, wrong: str) -> None:
    """Ids and sub-folders stay inside the collection."""
    before = shell.state()

    assert shell.apl("new", "empresa", *COMPANY, "--id", wrong).code == 2
    for folder in ("../x", "/x", ".x", "a/../../b"):
        assert shell.apl("new", "empresa", *COMPANY, "--carpeta", folder).code == 2
    assert shell.state() == before


def test_a_company_grows_and_keeps_its_comments(shell: Shell) -> None:
    """Element, adhesion, audit and certificate come to the end of their lists; the rest stays."""
    path = "empresas/conservas.yaml"
    old = shell.state()[path].decode()
    remarked = old.replace("tipo:", "# la de antes era otra\ntipo:").replace(
        "    nombre: Planta Talca\n", "    nombre: Planta Talca # la única\n\n"
    )
    shell.write(path, remarked)
    place = ("--empresa", "conservas", "--elemento", "bodega-de-curico")
    agreement = ("--acuerdo", "prueba")
    for words in (
        ("elemento", *place[:2], "--nombre", "Bodega de Curicó", "--alcance", "producto"),
        ("adhesion", *place, *agreement, "--fecha", "2020-5-4", "--estado", "aceptada"),
        ("auditoria", *place, *agreement, "--tipo", "final", "--fecha", "2021-05-04"),
        ("certificado", *place, *agreement, "--fecha", "2021-06-01", "--vigente-hasta", "2024-6-1"),
    ):
        run = shell.apl("new", *words)
        assert (run.code, run.out) == (0, f"registry/{path}\n"), run.err

    text = shell.state()[path].decode()
    head, end = remarked.split("ejemplo: true")
    assert text.startswith(head) and text.endswith(f"ejemplo: true{end}")
    minted = re.findall(r'codigo: "(.*)"', text)[1]
    assert code.is_valid(minted) and minted in run.err
    assert text[len(head) : -len("ejemplo: true\n")] == (
        "  - id: bodega-de-curico\n    alcance: producto\n    nombre: Bodega de Curicó\n"
        "    adhesiones:\n      - acuerdo: prueba\n        fecha: 2020-05-04\n"
        "        estado: aceptada\n        auditorias:\n          - tipo: final\n"
        f'            fecha: 2021-05-04\n        certificados:\n          - codigo: "{minted}"\n'
        "            fecha: 2021-06-01\n            vigente_hasta: 2024-06-01\n"
    )
    assert shell.apl("check").code == 0


def test_a_certificate_goes_to_the_adhesion_of_its_day(shell: Shell) -> None:
    """After a withdrawal and a second adhesion, the date of the certificate tells which it is."""
    path = "empresas/conservas.yaml"
    text = (
        shell.state()[path]
        .decode()
        .replace(
            "        certificados:",
            "        retiro:\n          fecha: 2022-01-01\n        certificados:",
        )
    )
    shell.write(path, text)
    place = (*PLACE, "--acuerdo", "prueba")
    again = shell.apl("new", "adhesion", *place, "--fecha", "2023-01-01", "--estado", "aceptada")
    dates = ("--fecha", "2024-01-01", "--vigente-hasta", "2026-01-01")

    assert again.code == 0
    assert shell.apl("new", "certificado", *place, *dates).code == 0
    adhesions = data(shell, path)["elementos"][0]["adhesiones"]  # type: ignore[index]
    assert [len(one["certificados"]) for one in adhesions] == [1, 1]


def test_a_seal_names_its_holder(shell: Shell) -> None:
    """`--empresa` and `--elemento` name the place here too; the id is the holder and the year."""
    run = shell.apl(
        *("new", "sello", *PLACE, "--contrato-numero", "12", "--contrato-fecha", "2021-9-1"),
        *("--desde", "2021-09-01", "--hasta", "2024-08-30", "--certificados", "abcdefgg"),
        *("--usos", "web", "--usos", "envase", "--ejemplo"),
    )

    assert (run.code, run.out) == (0, "registry/sellos/conservas-2021.yaml\n")
    seal = data(shell, "sellos/conservas-2021.yaml")
    assert seal["titular"] == {"empresa": "conservas", "elemento": "planta"}
    assert (seal["certificados"], seal["usos"]) == (["ABCD-EFGG"], ["web", "envase"])
    assert code.is_valid(str(seal["codigo"])) and seal["codigo"] != "ABCD-EFGG"


def test_lists_of_blocks_are_given_by_repeating(shell: Shell) -> None:
    """A key given again begins the next block; blocks in blocks too."""
    run = shell.apl(
        *("new", "acuerdo", "--nombre", "Segundo APL de panaderías, Región del Maule"),
        *("--tipo", "establecimientos_productivos", "--sector", "panaderías", "--ordinal", "2"),
        *("--territorio-alcance", "regional", "--territorio-regiones", "Maule"),
        *("--estado", "terminado", "--fechas-firma", "2019"),
        *("--metas-nombre", "Agua", "--metas-acciones-descripcion", "Medir"),
        *("--metas-acciones-descripcion", "Ahorrar", "--metas-nombre", "Energía"),
        *("--fuentes-url", "https://a.example/x", "--fuentes-nota", "a: b"),
        *("--fuentes-documento", "Acta", "--fuentes-documento", "Otra"),
    )

    assert (run.code, run.out) == (0, "registry/acuerdos/panaderias-maule-ii-2019.yaml\n")
    assert "warning APL305" in run.err
    made = data(shell, "acuerdos/panaderias-maule-ii-2019.yaml")
    assert made["metas"] == [
        {"nombre": "Agua", "acciones": [{"descripcion": "Medir"}, {"descripcion": "Ahorrar"}]},
        {"nombre": "Energía"},
    ]
    assert made["fuentes"] == [
        {"url": "https://a.example/x", "documento": "Acta", "nota": "a: b"},
        {"documento": "Otra"},
    ]


def test_a_natural_person_has_an_id_that_tells_nothing(shell: Shell) -> None:
    """`productor-` and six symbols at random."""
    run = shell.apl(
        *("new", "empresa", "--tipo", "persona_natural", "--tamano", "micro", "--ejemplo"),
        *("--elementos-nombre", "Huerto", "--elementos-alcance", "establecimiento"),
        *("--elementos-comuna", "Talca"),
    )

    assert run.code == 0
    assert re.fullmatch(r"registry/empresas/productor-[0-9a-z]{6}\.yaml\n", run.out)


def test_a_list_of_the_registry_grows(shell: Shell) -> None:
    """The first public body begins its file; the next one joins it."""
    for id_ in ("mma", "sag"):
        run = shell.apl("new", "organismo", "--id", id_, "--nombre", f"Organismo {id_}")
        assert (run.code, run.out) == (0, "registry/vocabulario/organismos.yaml\n")

    assert shell.state()["vocabulario/organismos.yaml"].decode() == SCHEMA.format("organismos") + (
        "- id: mma\n  nombre: Organismo mma\n- id: sag\n  nombre: Organismo sag\n"
    )


def test_a_place_that_is_not_there(shell: Shell) -> None:
    """What was meant is suggested; exit code 2."""
    words = ("--nombre", "Otra", "--alcance", "producto")

    run = shell.apl("new", "elemento", "--empresa", "conserva", *words)
    assert run.code == 2 and "¿quisiste decir conservas?" in run.err

    adhesion = ("--acuerdo", "prueba", "--fecha", "2020-01-01", "--estado", "aceptada")
    run = shell.apl("new", "adhesion", "--empresa", "conservas", "--elemento", "x", *adhesion)
    assert run.code == 2 and "planta" in run.err


def test_a_file_with_faults_is_not_built_upon(shell: Shell) -> None:
    """They are shown first; exit code 1."""
    text = shell.state()["empresas/conservas.yaml"].decode().replace("mediana", "enorme")
    shell.write("empresas/conservas.yaml", text)
    before = shell.state()

    run = shell.apl(
        "new", "elemento", "--empresa", "conservas", "--nombre", "Otra", "--alcance", "producto"
    )

    assert run.code == 1 and "error APL025" in run.out
    assert shell.state() == before


def test_faults_elsewhere_are_no_hindrance(shell: Shell) -> None:
    """What was wrong before is not this record's affair."""
    shell.write("acuerdos/roto.yaml", "nombre: [")

    assert shell.apl("new", "empresa", *COMPANY).code == 0


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_key_is_a_flag(shell: Shell, kind: object) -> None:
    """The help of each kind names every key of its model, however deep."""
    name, model = kind.name, kind.model  # type: ignore[attr-defined]

    typo = leaves(model)[0].flag + "s"
    assert f"¿quisiste decir {typo[:-1]}" in shell.apl("new", name, typo, "x").err
    run = shell.apl("new", name, "--help")

    assert run.code == 0 and run.out.startswith(f"uso: apl new {name} [")
    assert [one.flag for one in leaves(model) if f"{one.flag} " not in run.out] == []


@pytest.mark.parametrize("words", [(), ("cosa",), ("--razon-social", "x")])
def test_what_to_make_has_to_be_said(shell: Shell, words: tuple[str, ...]) -> None:
    """Without a kind, or with one that is none, the list of them is shown; exit code 2."""
    run = shell.apl("new", *words)

    assert run.code == 2 and "apl" in run.err


def at_a_terminal(words: list[str], answers: list[str]) -> tuple[int, str]:
    """A command with a person at the keyboard: an answer for every prompt, then the end."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    os.close(theirs)
    left, said, unanswered = list(answers), "", ""
    while select.select([ours], [], [], 30)[0]:
        try:
            unanswered += os.read(ours, 4096).decode()
        except OSError:
            break
        if unanswered.endswith("> "):
            said, unanswered = said + unanswered, ""
            os.write(ours, f"{left.pop(0)}\n".encode() if left else b"\x04")
    out, _ = process.communicate(timeout=30)
    os.close(ours)
    return process.returncode, said + unanswered + out.decode()


def test_at_a_terminal_what_is_missing_is_asked_for(shell: Shell) -> None:
    """With title, example and pick-list; a wrong answer is explained and asked again."""
    code, said = at_a_terminal(
        ["new", "empresa", "--registry", str(shell.registry), "--ejemplo"],
        [
            *("juridica", "1", "Queso Ñirre Ltda.", "76.086.428-4", "76086428-5", "2"),
            *("establecimiento", "Quesería", "Tlaca", "1"),
        ],
    )

    assert code == 0, said
    assert "Razón social. El nombre legal" in said and "Ejemplo: Viña Quebrada" in said
    assert "¿Quisiste decir …?" in said and "1) persona_juridica" in said
    assert "el dígito verificador de «76.086.428-4» no corresponde" in said
    assert "1) 07101 (Talca)" in said
    made = data(shell, "empresas/queso-nirre.yaml")
    assert (made["tamano"], made["elementos"][0]["comuna"]) == ("pequena", "07101")  # type: ignore[index]


def test_leaving_in_the_middle_writes_nothing(shell: Shell) -> None:
    """The end of the input says so and ends with 2."""
    before = shell.state()

    code, said = at_a_terminal(["new", "empresa", "--registry", str(shell.registry)], ["1"])

    assert code == 2 and "no se escribió nada" in said
    assert shell.state() == before
