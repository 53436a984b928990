"""`apl check --fix`, as a user meets it."""

import json

from tests.small_project import COMPANY
from tests.terminal.commands import Shell

WRONG = (
    ("razon_social", "Razón Social"),
    ("persona_juridica", "Persona Jurídica  # así la llaman"),
    ('"99910234-4"', "99.910.234-4"),
    ('"07101"', "8401"),
    ("2019-06-20", "20 de junio de 2019"),
    ('"ABCD-EFGG"', "abcd efgg"),
    ("2021-08-30", "30/8/2021"),
    ("ejemplo: true", "ejemplo: sí"),
)


def faulty() -> str:
    text = COMPANY
    for right, wrong in WRONG:
        text = text.replace(right, wrong, 1)
    return text


def test_every_sure_mend_is_made_and_told(shell: Shell) -> None:
    """Each with its place; comments and order stay; what is left is clean, and so is the code."""
    file = shell.write("empresas/conservas.yaml", "\ufeff" + faulty().replace("\n", "\r\n"))

    run = shell.apl("check", "--fix")

    mended = COMPANY.replace("juridica", "juridica  # así la llaman").replace("07101", "16101")
    assert file.read_bytes().decode() == mended
    assert run.code == 0
    assert 'registry/empresas/conservas.yaml:9:13: corregido: 8401 → "16101"\n' in run.out
    assert "registry/empresas/conservas.yaml:1:1: corregido: la clave «Razón Social»" in run.out
    assert run.out.count(": corregido: ") == len(WRONG) + len(("bom", "line_ends"))


def test_what_is_left_is_reported(shell: Shell) -> None:
    """The exit code is that of what remains, and a second run has no more to mend."""
    text = faulty().replace("2024-08-30", "3/4/2024").replace("mediana", "enorme")
    shell.write("empresas/conservas.yaml", text)

    first = shell.apl("check", "--fix")
    after = shell.state()
    second = shell.apl("check", "--fix")

    assert first.code == second.code == 1
    assert "APL033" in first.out and "APL025" in first.out
    assert "corregido" not in second.out
    assert first.out.endswith(second.out)
    assert shell.state() == after


def test_a_clean_registry_is_left(shell: Shell) -> None:
    """Nothing to mend: nothing said, no file touched."""
    before = shell.state()

    run = shell.apl("check", "--fix")

    assert (run.code, run.out) == (0, "")
    assert shell.state() == before


def test_only_what_is_named_is_mended(shell: Shell) -> None:
    """A PATH bounds the mends as it bounds the report."""
    shell.write("empresas/conservas.yaml", faulty())
    before = shell.state()

    assert shell.apl("check", "--fix", "registry/acuerdos").code == 0
    assert shell.state() == before


def test_machines_get_what_they_can_parse(shell: Shell) -> None:
    """With `--format json` the output is JSON, and the mends stand on the other channel."""
    shell.write("empresas/conservas.yaml", faulty())

    run = shell.apl("check", "--fix", "--format", "json")

    assert json.loads(run.out) == []
    assert run.err.count("corregido") == len(WRONG)


def test_the_same_fault_is_mended_every_time(shell: Shell) -> None:
    """A mend is never left out because an earlier run is remembered."""
    for _ in range(2):
        shell.write("empresas/conservas.yaml", faulty())
        assert shell.apl("check", "--fix").out.count("corregido") == len(WRONG)
