"""`apl fmt`, as a user meets it."""

import pytest

from generator.edit import files
from tests.small_project import COMPANY
from tests.terminal.commands import Shell

UNTIDY = "ejemplo: 'true' # no es de verdad\r\n" + COMPANY.replace("ejemplo: true\n", "").replace(
    '"99910234-4"', "99.910.234-4"
)
TIDY = COMPANY.replace("ejemplo: true", "ejemplo: true # no es de verdad")


def test_what_is_canonical_is_left(shell: Shell) -> None:
    """Nothing to do, nothing named, exit code 0."""
    before = shell.state()

    run = shell.apl("fmt")

    assert (run.code, run.out) == (0, "")
    assert run.err == "0 archivos cambiaron, 2 ya estaban en su forma\n"
    assert shell.state() == before


def test_the_rest_is_written_and_named(shell: Shell) -> None:
    """Each file that changed is a line of the output; its data and comments are there."""
    file = shell.write("empresas/conservas.yaml", UNTIDY)

    run = shell.apl("fmt")

    assert (run.code, run.out) == (0, "registry/empresas/conservas.yaml\n")
    assert file.read_text(encoding="utf-8") == TIDY
    assert shell.apl("check").code == 0


def test_check_only_tells(shell: Shell) -> None:
    """`--check` writes nothing, names what would change, and ends with 1."""
    shell.write("empresas/conservas.yaml", UNTIDY)
    before = shell.state()

    run = shell.apl("fmt", "--check")

    assert (run.code, run.out) == (1, "registry/empresas/conservas.yaml\n")
    assert "1 archivo cambiaría, 1 ya estaba en su forma" in run.err
    assert shell.state() == before
    assert shell.apl("fmt", "--check", "registry/acuerdos").code == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"razon_social: [", "APL010"),
        (UNTIDY.replace("tamano: mediana", "tamano: enorme").encode(), "APL025"),
        (b"\xef\xbb\xbf" + UNTIDY.encode(), "APL005"),
        (UNTIDY.replace("Talca", "Ñuble").encode("latin-1"), "APL004"),
        (b"", "APL009"),
    ],
)
def test_a_faulty_file_is_left_byte_for_byte(shell: Shell, text: bytes, code: str) -> None:
    """Its faults are told with their place, exit code 1, and the others are formatted."""
    shell.write("empresas/conservas.yaml", text)
    shell.write("acuerdos/prueba.yaml", "# c\n" + (shell.state()["acuerdos/prueba.yaml"].decode()))
    shell.write("acuerdos/otro.yaml", UNTIDY)

    run = shell.apl("fmt", "registry/empresas", "registry/acuerdos/prueba.yaml")

    assert run.code == 1
    assert f"error {code}: " in run.out and run.out.startswith("registry/empresas/conservas.yaml:")
    assert "otro.yaml" not in run.out
    assert shell.state()["empresas/conservas.yaml"] == text
    assert "quedó como estaba" in run.err


def test_an_interrupted_write_leaves_the_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails at the last moment: the old file stands, whole, and nothing beside it."""
    shell.write("empresas/conservas.yaml", UNTIDY)
    before = shell.state()

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device", "registry")

    monkeypatch.setattr(files.os, "replace", fails)
    run = shell.apl("fmt")

    assert run.code == 2 and "no queda espacio en el disco" in run.err
    assert shell.state() == before


def test_what_does_not_belong_is_told(shell: Shell) -> None:
    """A file that nobody reads is not formatted in silence."""
    shell.write("empresas/otra.yml", UNTIDY)

    run = shell.apl("fmt")

    assert run.code == 1 and "registry/empresas/otra.yml:1:1: error APL092" in run.out


def test_it_speaks_english(shell: Shell) -> None:
    """`--lang en` words the closing line in English."""
    assert "0 files would change, 2 were" in shell.apl("fmt", "--check", "--lang", "en").err
