"""An import that ends at any step: all of it is there, or nothing, and nothing is lost."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from generator.sheets import files, journal
from tests.small_project import AGREEMENT, COMPANY, write_registry
from tests.steps import instead_of, is_killed_at
from tests.terminal.commands import Shell

COMPANY_FILE, NEW, AGREEMENT_FILE = (
    "empresas/conservas.yaml", "empresas/norte/nueva.yaml", "acuerdos/prueba.yaml",
)  # fmt: skip
OTHER = COMPANY.replace("99910234-4", "99900001-0").replace("ABCD-EFGG", "2345-6789")
TEXTS = {
    COMPANY_FILE: f"# un comentario\n{COMPANY}",
    NEW: OTHER,
    AGREEMENT_FILE: f"{AGREEMENT}# otro\n",
}


def registry(folder: Path) -> Path:
    root = folder / "registry"
    write_registry(root)
    return root


def write(root: Path) -> None:
    originals = {path: (root / path).read_bytes() for path in (COMPANY_FILE, AGREEMENT_FILE)}
    files.write_all(root, TEXTS, originals)


def records(root: Path) -> dict[str, str]:
    """What the registry holds; dot files are no records."""
    return {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for path in root.rglob("*.yaml")
        if not path.name.startswith(".")
    }


BEFORE = {COMPANY_FILE: COMPANY, AGREEMENT_FILE: AGREEMENT}


def test_the_next_command_makes_it_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At whatever step it was killed; every file is the old one or the new one at any time."""
    ended = []
    for step in range(60):
        root = registry(tmp_path / f"{step}")
        if not is_killed_at(step, partial(write, root)):
            break
        assert set(records(root).items()) <= set(BEFORE.items()) | set(TEXTS.items())
        was_begun = (root / journal.NAME).exists()

        run = Shell(capsys, root).apl("check")

        assert run.code == 0, run.out
        assert records(root) in (BEFORE, TEXTS)
        assert ("Un cambio se había interrumpido" in run.err) <= was_begun
        ended.append(records(root) == TEXTS)
        write_again(root)
        assert records(root) == TEXTS
    assert step > 5 and {*ended} == {True, False} and ended == sorted(ended)


def write_again(root: Path) -> None:
    """As `apl import` would: what is there already is the same."""
    now = {path: text for path, text in TEXTS.items() if records(root).get(path) != text}
    originals = {path: (root / path).read_bytes() for path in now if (root / path).exists()}
    files.write_all(root, now, originals)


def test_a_full_disk_at_any_step(tmp_path: Path) -> None:
    """Nothing has changed, and nothing lies beside it."""

    met: list[int] = []

    def full() -> None:
        if step not in met:  # what is undone afterwards needs no room
            met.append(step)
            raise OSError(28, "No space left on device")

    for step in range(60):
        root = registry(tmp_path / f"{step}")
        with suppress(OSError), instead_of(step, full, steps=("replace", "mkdir")):
            write(root)
        assert records(root) in (BEFORE, TEXTS)
        assert not [one for one in root.rglob("*") if one.name.startswith(".")]
        if step not in met:
            break
    assert step > 4


@pytest.mark.parametrize(
    ("path", "aside"),
    [
        ("../outside.yaml", ".outside.yaml.1"),
        ("empresas/../../outside.yaml", ".outside.yaml.1"),
        ("/outside.yaml", ".outside.yaml.1"),
        ("empresas/conservas.yaml", "../acuerdos/prueba.yaml"),
        ("empresas/conservas.yaml", "otra.yaml"),
        (".git/config", ".config.1"),
    ],
)
def test_a_list_that_leads_elsewhere_moves_nothing(tmp_path: Path, path: str, aside: str) -> None:
    """One that came with a proposal, say."""
    root = registry(tmp_path)
    (root / "empresas" / "otra.yaml").write_text("x")
    (tmp_path / ".outside.yaml.1").write_text("x")
    journal.write(root, {path: Path(aside)})
    before = records(tmp_path)

    assert journal.finish(root) == 0
    assert records(tmp_path) == before and not (root / journal.NAME).exists()


def test_fmt_that_is_killed_loses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file is the old one or the formatted one; the next run does the rest and tidies."""
    untidy = {COMPANY_FILE: f"# c\nejemplo: 'true'\n{COMPANY.replace('ejemplo: true', '')}"}
    untidy |= {AGREEMENT_FILE: f"{AGREEMENT}# fin\n\n"}
    tidy: dict[str, str] = {}
    for step in range(30):
        root = registry(tmp_path / f"{step}")
        for path, text in untidy.items():
            (root / path).write_text(text, encoding="utf-8")
        shell = Shell(capsys, root)
        killed = is_killed_at(step, partial(shell.apl, "fmt"))
        found = records(root)
        shell.apl("fmt")
        tidy = tidy or records(root)
        assert records(root) == tidy
        assert all(found[path] in (untidy[path], tidy[path]) for path in untidy)
        assert shell.state().keys() == {COMPANY_FILE, AGREEMENT_FILE}
        if not killed:
            break
    assert step >= 4 and "# c" in tidy[COMPANY_FILE] and "# fin" in tidy[AGREEMENT_FILE]


def test_fmt_leaves_a_file_that_is_saved_meanwhile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saved after it was read is not written over."""
    from generator.terminal import fmt

    root = registry(tmp_path)
    file = root / COMPANY_FILE
    file.write_text(f"# c\n\n\n{COMPANY}", encoding="utf-8")

    def meanwhile(*_: object) -> None:
        file.write_text(f"# otra mano\n\n\n{COMPANY}", encoding="utf-8")

    monkeypatch.setattr(fmt, "sweep", meanwhile)
    run = Shell(capsys, root).apl("fmt")

    assert "mientras tanto" in run.err and "conservas" not in run.out
    assert file.read_text(encoding="utf-8").startswith("# otra mano\n")
