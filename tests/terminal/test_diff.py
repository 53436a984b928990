"""`apl diff`, as a user meets it: revisions of git, folders, and what is missing of them."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest

from tests.small_project import AGREEMENT, COMPANY
from tests.terminal.commands import Run, Shell

LASTING = COMPANY.replace("2024-08-30", "2027-08-30")
SECOND = LASTING.replace("99910234-4", "99910235-2").replace("ABCD-EFGG", "2345-6789")
SUSPENDED = f"""\
{LASTING.removesuffix("ejemplo: true")[: -len("ejemplo: true") - 1]}
            suspensiones:
              - desde: 2026-11-20
ejemplo: true
"""
NO_CODE = LASTING[: LASTING.index("        certificados:")] + "ejemplo: true\n"

Git = Callable[..., str]


@pytest.fixture
def git(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Git:
    """The registry in a repository of its own, with one commit that is whole."""
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CEILING_DIRECTORIES": str(shell.registry.parent.parent),
        **{f"GIT_{who}_NAME": "Equipo" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "equipo@registro.example" for who in ("AUTHOR", "COMMITTER")},
    }.items():
        monkeypatch.setenv(name, value)

    def run(*words: str, cwd: Path | None = None) -> str:
        done = subprocess.run(["git", *words], cwd=cwd, capture_output=True, check=True)
        return done.stdout.decode().strip()

    shell.write("empresas/conservas.yaml", LASTING)
    run("init", "--quiet", "--initial-branch", "main")
    commit(run)
    return run


def commit(git: Git) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "Cambio")


def told(run: Run) -> dict[str, object]:
    found = json.loads(run.out)
    assert isinstance(found, dict)
    return found


@pytest.mark.usefixtures("git")
def test_nothing_has_changed(shell: Shell) -> None:
    """The files as they are, against the last commit: nothing, and 0."""
    run = shell.apl("diff", "HEAD")

    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines()[-1] == "Nada cambia para el público."


@pytest.mark.usefixtures("git")
def test_a_suspension_in_the_working_tree(shell: Shell) -> None:
    """What is not committed yet is compared: before and after, and the pages that change."""
    shell.write("empresas/conservas.yaml", SUSPENDED)

    run = shell.apl("diff", "main")

    assert run.code == 0
    assert "pasa de vigente a suspendido en la instalación Planta Talca" in run.out
    assert "desde el 20 de noviembre de 2026" in run.out
    assert "    /v/ABCDEFGG/\n" in run.out and "    /feeds/cambios.atom\n" in run.out


def test_two_revisions(shell: Shell, git: Git) -> None:
    """Both ends may be revisions, whatever stands in the folder now."""
    shell.write("empresas/segunda.yaml", SECOND)
    commit(git)
    shell.write("empresas/segunda.yaml", "esto no es una ficha")

    run = shell.apl("diff", "HEAD~1", "HEAD", "--format", "json")

    found = told(run)
    assert run.code == 0
    assert str(found["resumen"]).startswith("1 alta, 1 certificado nuevo; cambian ")
    assert found["base"]["commit"] == git("rev-parse", "HEAD~1")  # type: ignore[index]


@pytest.mark.usefixtures("git")
def test_a_removed_code_fails(shell: Shell) -> None:
    """Exit code 1, the reason, its file, and how to mend it."""
    shell.write("empresas/conservas.yaml", NO_CODE)

    run = shell.apl("diff", "HEAD")

    assert run.code == 1
    assert "registry/empresas/conservas.yaml: el código ABCD-EFGG" in run.out
    assert "[codigo_quitado]" in run.out and "«anulacion»" in run.out
    assert "code ABCD-EFGG" in shell.apl("diff", "HEAD", "--lang", "en").out


def test_a_second_person_has_to_look(shell: Shell, git: Git) -> None:
    """A record that goes without breaking a promise ends with 3 and a named line."""
    shell.write("acuerdos/otro.yaml", AGREEMENT)
    commit(git)
    (shell.registry / "acuerdos/otro.yaml").unlink()

    run = shell.apl("diff", "HEAD")

    assert run.code == 3
    (line,) = [one for one in run.out.splitlines() if one.startswith("segunda-revision:")]
    assert "se quita 1 ficha o elemento" in line
    review = told(shell.apl("diff", "HEAD", "--format", "json"))["segunda_revision"]
    assert review["hace_falta"] is True  # type: ignore[index]


def test_a_folder_serves_as_well(shell: Shell, tmp_path: Path) -> None:
    """Without git: a registry's folder, or a copy of the whole project."""
    copy = tmp_path / "antes" / "registry"
    shutil.copytree(shell.registry, copy)
    shell.write("empresas/segunda.yaml", SECOND)

    for folder in (copy, copy.parent):
        assert "1 alta" in shell.apl("diff", folder).out
    assert shell.apl("diff", shell.registry, copy).code == 1


@pytest.mark.usefixtures("git")
@pytest.mark.parametrize("words", [["nada"], ["HEAD", "nada"], ["HEAD~7"], ["main:registry"]])
def test_an_unknown_revision(shell: Shell, words: list[str]) -> None:
    """What is neither a revision nor a folder is wrong usage, and is named."""
    run = shell.apl("diff", *words)

    assert (run.code, run.out) == (2, "")
    assert f"«{words[-1]}»" in run.err and "carpeta" in run.err


def test_no_repository(shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A registry outside any repository has no revisions, and is told so."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    run = shell.apl("diff", "main")

    assert run.code == 2
    assert "no está en un repositorio git" in run.err and "«main» no es una carpeta" in run.err


@pytest.mark.usefixtures("git")
def test_within_a_hook_of_git(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook's own words on where the repository is do not lead astray."""
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")

    assert shell.apl("diff", "main").code == 0


def test_no_git(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git compares folders only."""
    monkeypatch.setenv("PATH", "")

    run = shell.apl("diff", "main")

    assert run.code == 2 and "git no está en este equipo" in run.err


@pytest.fixture
def clone(shell: Shell, git: Git, tmp_path: Path) -> Callable[..., Shell]:
    """Clones of a repository with two commits, as CI makes them."""
    shell.write("empresas/segunda.yaml", SECOND)
    commit(git)
    git("branch", "antes", "HEAD~1")

    def made(*words: str) -> Shell:
        git("clone", "--quiet", *words, tmp_path.as_uri(), str(tmp_path / "clon"))
        return Shell(shell._capsys, tmp_path / "clon" / "registry")

    return made


def test_a_shallow_clone_says_what_it_lacks(clone: Callable[..., Shell]) -> None:
    """One commit deep, the one before is not there: the command to fetch it is told."""
    shallow = clone("--depth", "1")

    run = shallow.apl("diff", "HEAD~1")
    assert run.code == 2
    assert "superficial" in run.err and "git fetch --deepen=50" in run.err
    assert "git fetch --depth=1 origin antes" in shallow.apl("diff", "antes").err


def test_a_shallow_clone_with_both_ends_works(clone: Callable[..., Shell]) -> None:
    """Two commits deep are enough to compare the one before."""
    assert "1 alta" in clone("--depth", "2").apl("diff", "HEAD~1").out


def test_a_branch_of_the_remote(clone: Callable[..., Shell]) -> None:
    """A branch that the clone knows as the remote's only is meant by its name."""
    assert "1 alta" in clone().apl("diff", "antes").out


def test_a_base_that_went_on(shell: Shell, git: Git) -> None:
    """What the base has and the branch lacks would read as removed: that is said first."""
    git("switch", "--quiet", "--create", "rama")
    git("switch", "--quiet", "main")
    shell.write("acuerdos/otro.yaml", AGREEMENT)
    commit(git)
    git("switch", "--quiet", "rama")

    run = shell.apl("diff", "main")

    assert "Commits de «main» que aquí faltan: 1." in run.out and "git merge" in run.out


def test_a_base_with_faults(shell: Shell, git: Git) -> None:
    """Its faults are counted, what has them is not compared, the rest is; it is no crash."""
    shell.write("empresas/conservas.yaml", f"nombre_fantacia: X\n{LASTING}")
    shell.write("empresas/rota.yaml", "\t- [")
    commit(git)
    shell.write("empresas/conservas.yaml", LASTING)
    (shell.registry / "empresas/rota.yaml").unlink()
    shell.write("empresas/segunda.yaml", SECOND)

    run = shell.apl("diff", "HEAD")

    assert run.code == 0
    assert "Faltas de «HEAD»" in run.out
    assert "Sin comparar: empresas/conservas, empresas/rota." in run.out
    assert "1 alta" in run.out


@pytest.mark.usefixtures("git")
def test_faults_of_today(shell: Shell) -> None:
    """A registry with faults cannot be published: 1, and no code is said to be gone."""
    shell.write("empresas/conservas.yaml", f"nombre_fantacia: X\n{LASTING}")

    run = shell.apl("diff", "HEAD", "--format", "json")

    found = told(run)
    assert (run.code, found["faltas"], found["cambios"]) == (1, [], [])
    assert found["sin_comparar"] == ["empresas/conservas"]
    assert found["head"]["faltas"] == 1  # type: ignore[index]


def test_no_registry_before(shell: Shell, git: Git) -> None:
    """A revision from before the registry was there: everything is new, and that is said."""
    git("mv", "registry", "fichas")
    commit(git)
    git("mv", "fichas", "registry")

    run = shell.apl("diff", "HEAD")

    assert run.code == 0 and "no había registro" in run.out and "2 altas" in run.out


def test_a_repository_that_is_a_registry(shell: Shell, git: Git) -> None:
    """The registry may be the top of its repository."""
    shutil.rmtree(shell.registry.parent / ".git")
    git("init", "--quiet", "--initial-branch", "main", cwd=shell.registry)
    git("add", "--all", cwd=shell.registry)
    git("commit", "--quiet", "--message", "Todo", cwd=shell.registry)
    shell.write("empresas/segunda.yaml", SECOND)

    assert "1 alta" in shell.apl("diff", "main").out


def test_links_and_odd_names(shell: Shell, git: Git) -> None:
    """Links, accents and blanks in a commit are taken out as they are; links are never followed."""
    (shell.registry / "empresas" / "enlace.yaml").symlink_to("/etc/hostname")
    shell.write("empresas/ñandú con blancos.yaml", LASTING)
    shell.write("empresas/crlf/conservas-dos.yaml", SECOND.replace("\n", "\r\n").encode())
    commit(git)

    run = shell.apl("diff", "HEAD", "--format", "json")
    assert told(run)["cambios"] == []
    assert told(run)["base"]["faltas"] == told(run)["head"]["faltas"] > 0  # type: ignore[index]


@pytest.mark.usefixtures("git")
def test_markdown_shows_what_stands_and_obeys_nothing(shell: Shell) -> None:
    """Names that hold marks, HTML, links or mentions are text; the form is for a summary."""
    hostile = "*Viña* <img src=x> [clic](https://mal.example) @equipo `a` | # ~~b~~ SpA"
    shell.write("empresas/conservas.yaml", LASTING.replace("Conservas Prueba SpA", f"'{hostile}'"))

    run = shell.apl("diff", "HEAD", "--format", "markdown")

    assert run.code == 0 and run.out.startswith("## Qué cambia para el público\n")
    html = markdown.markdown(run.out)
    assert "<img" not in html and "mal.example</a>" not in html and "<a " not in html
    assert "@equipo" not in run.out
    assert "<summary>paginas, cambian" in run.out


def test_nothing_is_written(shell: Shell, git: Git) -> None:
    """Neither the registry nor the repository is touched."""
    before = shell.state(), git("status", "--porcelain"), git("rev-parse", "HEAD")

    shell.apl("diff", "HEAD")

    assert (shell.state(), git("status", "--porcelain"), git("rev-parse", "HEAD")) == before


def test_a_base_is_asked_for(shell: Shell) -> None:
    """Without a base the command makes no sense."""
    run = shell.apl("diff")

    assert run.code == 2 and "BASE" in run.err.upper()
