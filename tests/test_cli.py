"""The `apl` command, as a user meets it."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from generator import file_states
from generator.arguments import ROOT
from generator.cli import main
from tests.small_project import VALID_DAY, Project, tree


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did: its exit code, and what it said on both channels."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def apl(self, *words: object) -> Run:
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(str(left.code))
        return Run(code, *self._capsys.readouterr())


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def process(
    words: Sequence[str], env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """`python -m generator …` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *words],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        cwd=cwd,
        timeout=60,
        check=False,
    )


# check


def test_a_clean_registry_ends_with_0(terminal: Terminal, project: Project) -> None:
    """Nothing wrong: nothing said, exit code 0."""
    assert terminal.apl("check", *project.options()) == Run(0, "", "")


def test_a_fault_ends_with_1(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault is told on standard output with its place, relative to here, and a suggestion."""
    project.break_company()
    monkeypatch.chdir(project.folder)

    run = terminal.apl("check", *project.options())

    assert (run.code, run.err) == (1, "")
    first, second = run.out.splitlines()
    assert first.startswith("registry/empresas/conservas.yaml:2:1: error APL")
    assert "nombre_fantacia" in first
    assert second.startswith("    ") and "nombre_fantasia" in second


def test_a_path_elsewhere_is_told_whole(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files that do not lie below the current folder are named by their whole path."""
    project.break_company()
    monkeypatch.chdir(project.content)

    run = terminal.apl("check", *project.options())

    assert run.out.startswith(f"{project.company}:2:1: ")


def test_messages_in_english(terminal: Terminal, project: Project) -> None:
    """`--lang en` words the same faults in English."""
    project.break_company()

    spanish = terminal.apl("check", *project.options()).out
    english = terminal.apl("check", *project.options(), "--lang", "en").out

    assert spanish.split(": error ")[0] == english.split(": error ")[0]
    assert "Quisiste" in spanish and "Did you mean" in english


def test_check_as_json(terminal: Terminal, project: Project) -> None:
    """`--format json` is a list of plain objects; for a clean registry it is empty."""
    assert json.loads(terminal.apl("check", *project.options(), "--format", "json").out) == []
    project.break_company()

    run = terminal.apl("check", *project.options(), "--format", "json")

    (row,) = json.loads(run.out)
    assert run.code == 1
    assert list(row) == ["path", "line", "column", "level", "code", "message", "hint"]
    assert (row["path"], row["line"], row["column"]) == (str(project.company), 2, 1)
    assert row["level"] == "error"


def test_check_as_annotations(terminal: Terminal, project: Project) -> None:
    """`--format github` is one workflow command a problem."""
    project.break_company()

    (line,) = terminal.apl("check", *project.options(), "--format", "github").out.splitlines()

    assert line.startswith(f"::error file={project.company},line=2,col=1,title=APL")


def test_paths_narrow_what_is_shown(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is at or below a PATH is shown and counts for the exit code."""
    project.break_company()
    monkeypatch.chdir(project.folder)

    def code(*paths: str) -> int:
        return terminal.apl("check", *paths, *project.options()).code

    assert code("registry/acuerdos") == 0
    assert code("registry/empresas") == 1
    assert code("registry/acuerdos", "registry/empresas/conservas.yaml") == 1
    assert code("registry/empresas/../acuerdos/prueba.yaml") == 0
    assert code(".") == 1
    assert code(str(project.company)) == 1


def test_paths_through_links(terminal: Terminal, project: Project, tmp_path: Path) -> None:
    """A registry reached through a link is the same registry."""
    project.break_company()
    link = tmp_path / "enlace"
    link.symlink_to(project.registry)

    for path in (link, link / "empresas", project.company):
        assert terminal.apl("check", path, "--registry", link).code == 1
        assert terminal.apl("check", path, "--registry", project.registry).code == 1


@pytest.mark.parametrize("path", ["no/existe.yaml", "/"])
def test_a_path_that_is_not_there_is_wrong_usage(
    terminal: Terminal, project: Project, path: str
) -> None:
    """A PATH that does not exist ends with 2; one around the registry is no mistake."""
    assert terminal.apl("check", path, *project.options()).code == (0 if path == "/" else 2)


def test_a_path_of_another_registry_is_wrong_usage(
    terminal: Terminal, project: Project, tmp_path: Path
) -> None:
    """What the registry does not hold would always look clean: it is refused."""
    other = tmp_path / "otro.yaml"
    other.write_text("x: y\n", encoding="utf-8")

    run = terminal.apl("check", other, *project.options())

    assert run.code == 2
    assert "--registry" in run.err


def test_an_empty_registry_is_clean(terminal: Terminal, tmp_path: Path) -> None:
    """A folder that holds nothing is a registry without records."""
    assert terminal.apl("check", "--registry", tmp_path) == Run(0, "", "")


def test_file_names_that_are_no_text(terminal: Terminal, project: Project) -> None:
    """A name in bytes that are not UTF-8 is shown somehow, in text and in valid JSON."""
    (project.registry / "empresas" / os.fsdecode(b"caf\xe9.yaml")).write_bytes(b"x: y\n")

    text = terminal.apl("check", *project.options())
    rows = terminal.apl("check", *project.options(), "--format", "json")

    assert (text.code, rows.code) == (1, 1)
    assert "\\udce9" in text.out
    assert json.loads(rows.out)


# build


def test_a_build_tells_what_it_did(terminal: Terminal, project: Project) -> None:
    """Progress goes to standard error, the closing summary to standard output."""
    run = terminal.apl("build", *project.options(), "--out", project.out)

    assert run.code == 0, run
    assert run.out.splitlines()[-1].startswith(f"{project.out}: 2 registros, ")
    assert len(run.err.splitlines()) == 3
    assert (project.out / "empresas" / "conservas" / "index.html").exists()


def test_without_changes_a_build_only_says_so(terminal: Terminal, project: Project) -> None:
    """The second build says what the first said, but that nothing changed; so does a third."""
    words = ["build", *project.options(), "--out", project.out]
    first = _settled(lambda: terminal.apl(*words))
    site = project.site()

    for _ in range(2):
        run = terminal.apl(*words)
        assert run.code == 0
        assert run.out.splitlines()[:-1] == first.out.splitlines()[:-1]
        assert "(0 cambiaron)" in run.out.splitlines()[-1]
        assert run.err == ""
        assert project.site() == site


def test_without_changes_nothing_heavy_is_imported(project: Project) -> None:
    """Neither a build nor a check without changes waits for models, templates or the engine."""
    build = ["build", *project.options(), "--out", str(project.out)]
    check = ["check", *project.options()]
    _settled(lambda: (process(build), process(check)))

    for words in (build, check):
        told = subprocess.run(
            [sys.executable, "-c", _IMPORTED.format(words=words)],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        assert told.stdout.splitlines()[-1] == "[]", words


_IMPORTED = """
import sys
from generator.cli import main
main({words})
print([m for m in ("pydantic", "jinja2", "mkdocs", "babel", "yaml") if m in sys.modules])
"""


def test_a_lost_page_comes_back(terminal: Terminal, project: Project) -> None:
    """Whatever happened to the site meanwhile, a build makes it whole again."""
    words = ["build", *project.options(), "--out", project.out]
    _settled(lambda: terminal.apl(*words))
    site = project.site()
    (project.out / "index.html").unlink()
    (project.out / "empresas" / "conservas" / "index.html").write_text("?", encoding="utf-8")
    (project.out / "intruder.html").write_text("?", encoding="utf-8")

    assert terminal.apl(*words).code == 0
    assert project.site() == site


def test_faults_are_told_every_time(terminal: Terminal, project: Project) -> None:
    """A check without changes prints the same faults and ends the same; a mended one does not."""
    sound = project.company.read_bytes()
    project.break_company()
    words = ["check", *project.options(), "--format", "json"]
    first = _settled(lambda: terminal.apl(*words))

    assert first.code == 1
    assert terminal.apl(*words) == first
    project.company.write_bytes(sound)
    assert terminal.apl(*words) == Run(0, "[]\n", "")


def test_no_cache_builds_anew(terminal: Terminal, project: Project) -> None:
    """`--no-cache` goes through every stage again, and gives the same site."""
    words = ["build", *project.options(), "--out", project.out]
    _settled(lambda: terminal.apl(*words))
    before = project.site()

    run = terminal.apl(*words, "--no-cache")

    assert run.code == 0
    assert len(run.err.splitlines()) == 3
    assert project.site() == before


T = TypeVar("T")


def _settled(work: Callable[[], T]) -> T:
    """Work on files that were not written in this very instant, as they are outside of tests."""
    time.sleep(2 * file_states.TICK / 1e9)
    return work()


def test_the_site_goes_where_one_stands(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without `--out` the site is `site/` in the current folder."""
    monkeypatch.chdir(tmp_path)

    assert terminal.apl("build", *project.options()).code == 0
    assert (tmp_path / "site" / "index.html").exists()


def test_faults_leave_the_site_untouched(terminal: Terminal, project: Project) -> None:
    """A build of a registry with faults ends with 1, and not a byte of the site changes."""
    terminal.apl("build", *project.options(), "--out", project.out)
    before = project.site()
    project.break_company()
    project.home.write_text("# Otra\n", encoding="utf-8")

    run = terminal.apl("build", *project.options(), "--out", project.out)

    assert run.code == 1
    assert "nombre_fantacia" in run.out
    assert run.out.splitlines()[-1] == "1 falta y 0 avisos; el sitio quedó como estaba"
    assert project.site() == before


def test_faults_make_no_folder(terminal: Terminal, project: Project) -> None:
    """Where there was no site, a build with faults leaves none."""
    project.break_company()

    assert terminal.apl("build", *project.options(), "--out", project.out).code == 1
    assert not project.out.exists()


@pytest.mark.parametrize(
    "prose",
    [
        '<div data-registro="inventado"></div>',
        pytest.param("[x](nada.md)", id="strict"),
        pytest.param("[x](registro:acuerdos/nada)", id="strict, our own"),
    ],
)
def test_faults_of_the_prose_stop_a_build(terminal: Terminal, project: Project, prose: str) -> None:
    """A slot that does not exist is a fault; broken links are warnings, which `--strict` heeds."""
    project.home.write_text(f"# Portada\n\n{prose}\n", encoding="utf-8")
    command = ["build", *project.options(), "--out", project.out]

    lenient = terminal.apl(*command).code
    there = project.out.exists()
    before = [tree(project.out), tree(project.content), tree(project.registry)]
    strict = terminal.apl(*command, "--strict")

    assert (lenient, there) == ((1, False) if "inventado" in prose else (0, True))
    assert strict.code == 1
    assert [tree(project.out), tree(project.content), tree(project.registry)] == before


def test_a_foreign_folder_is_refused(terminal: Terminal, project: Project, tmp_path: Path) -> None:
    """`--out` on a folder with other files ends with 2, before anything is built."""
    (tmp_path / "tesis").mkdir()
    (tmp_path / "tesis" / "tesis.docx").write_bytes(b"x")

    run = terminal.apl("build", *project.options(), "--out", tmp_path / "tesis")

    assert run.code == 2
    assert "--out" in run.err
    assert list(tree(tmp_path / "tesis")) == ["tesis.docx"]


@pytest.mark.parametrize("place", ["registry", "registry/site", "content/site", "."])
def test_the_site_never_goes_into_its_sources(
    terminal: Terminal, project: Project, place: str
) -> None:
    """`--out` in, on or around what the site is made from ends with 2 and writes nothing."""
    before = tree(project.folder)

    run = terminal.apl("build", *project.options(), "--out", project.folder / place)

    assert run.code == 2
    assert tree(project.folder) == before


def test_a_folder_that_may_not_be_written(
    terminal: Terminal, project: Project, tmp_path: Path
) -> None:
    """What the system refuses is told in one line."""
    blocked = tmp_path / "archivo"
    blocked.write_bytes(b"")

    run = terminal.apl("build", *project.options(), "--out", blocked / "site")

    assert run.code == 2
    assert len([line for line in run.err.splitlines() if line.startswith("apl: ")]) == 1


def test_a_broken_mould_is_told(terminal: Terminal, project: Project) -> None:
    """A mistyped mark of a mould ends with 1 and names it."""
    mould = project.content / "empresas" / "molde.md"
    text = mould.read_text(encoding="utf-8")
    mould.write_text(text.replace("%%cuerpo%%", "%%curpo%%"), encoding="utf-8")

    run = terminal.apl("build", *project.options(), "--out", project.out)

    assert run.code == 1
    assert "curpo" in run.err
    assert not project.out.exists()


def test_a_missing_mould_is_told(terminal: Terminal, project: Project) -> None:
    """Without a mould its records would have no page: that is a fault."""
    (project.content / "empresas" / "molde.md").unlink()

    run = terminal.apl("build", *project.options(), "--out", project.out)

    assert run.code == 1
    assert "«molde: empresas»" in run.out


def test_builds_of_one_day_are_equal(
    terminal: Terminal, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--day` and SOURCE_DATE_EPOCH give the same site, byte for byte; another day another one."""
    command = ["build", *project.options()]
    terminal.apl(*command, "--out", tmp_path / "a", "--day", VALID_DAY)
    terminal.apl(*command, "--out", tmp_path / "c", "--day", "2025-06-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1717257600")  # noon of VALID_DAY in Santiago
    terminal.apl(*command, "--out", tmp_path / "b")

    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert tree(tmp_path / "a") != tree(tmp_path / "c")


# status


def test_status_answers(terminal: Terminal, project: Project) -> None:
    """The first line is the promised one; exit code 0."""
    run = terminal.apl("status", "abcd efgg", "--day", VALID_DAY, *project.options())

    assert run.code == 0
    assert run.out.splitlines()[0] == "ABCD-EFGG: vigente, vence en 90 días"


def test_status_takes_a_name_in_several_words(terminal: Terminal, project: Project) -> None:
    """A name needs no quotes."""
    run = terminal.apl("status", "conservas", "prueba", "--day", VALID_DAY, *project.options())

    expected = "Conservas Prueba SpA: 1 de 1 instalaciones con certificado vigente"
    assert (run.code, run.out.splitlines()[0]) == (0, expected)


def test_status_as_json(terminal: Terminal, project: Project) -> None:
    """The answer as data, with the day asked about."""
    run = terminal.apl(
        "status", "ABCDEFGG", "--day", VALID_DAY, "--format", "json", *project.options()
    )

    assert json.loads(run.out) == {
        "query": "ABCDEFGG",
        "day": VALID_DAY,
        "kind": "certificado",
        "id": "ABCD-EFGG",
        "estado": "vigente",
        "rige": True,
        "desde": "2021-08-30",
        "hasta": "2024-08-30",
        "motivo": None,
    }


@pytest.mark.parametrize(
    ("query", "first_line"),
    [
        ("viña inexistente", "este registro aún no tiene la nómina"),
        ("0000-001Y", "no figura en el registro"),
        ("2345-6788", "no es un código válido"),
        ("99910234-5", "no es un RUT válido"),
    ],
)
def test_status_of_what_is_not_there(
    terminal: Terminal, project: Project, query: str, first_line: str
) -> None:
    """Nothing found ends with 1, and the first line says what kind of nothing it is."""
    run = terminal.apl("status", query, "--day", VALID_DAY, *project.options())

    assert run.code == 1
    assert run.out.splitlines()[0] == f"{query}: {first_line}"


def test_status_in_english(terminal: Terminal, project: Project) -> None:
    """`--lang en` adds the English line; the first line is the same for every reader."""
    words = ["status", "ABCDEFGG", "--day", VALID_DAY, *project.options()]

    spanish, english = terminal.apl(*words).out, terminal.apl(*words, "--lang", "en").out

    assert spanish.splitlines()[0] == english.splitlines()[0]
    assert "Certificate in force" in english
    assert "A fictional example" in english and "ask for the certificate that follows" in english


def test_the_language_stands_before_the_command_or_after_it(
    terminal: Terminal, project: Project
) -> None:
    """Both orders say the same, and what stands after wins."""
    words = ["status", "ABCDEFGG", "--day", VALID_DAY, *project.options()]
    english = terminal.apl(*words, "--lang", "en").out

    assert terminal.apl("--lang", "en", *words).out == english
    assert terminal.apl("--lang=en", *words).out == english
    assert terminal.apl("--lang", "es", *words, "--lang", "en").out == english


def test_a_day_to_come_is_a_supposition(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on /verificar/: what affirms something of a later day says that it supposes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1709294400")
    told = "Ese día aún no llega: la respuesta supone que nada cambia desde los datos del"

    assert (
        told
        not in terminal.apl("status", "ABCDEFGG", "--day", "2024-03-01", *project.options()).out
    )
    later = terminal.apl("status", "ABCDEFGG", "--day", VALID_DAY, *project.options()).out
    assert f"{told} 1 de marzo de 2024." in later


@pytest.mark.parametrize("words", [[], [""], ["  ", " "]])
def test_status_needs_a_question(terminal: Terminal, project: Project, words: list[str]) -> None:
    """An empty question is wrong usage."""
    assert terminal.apl("status", *words, *project.options()).code == 2


def test_status_warns_of_faults(terminal: Terminal, project: Project) -> None:
    """A registry with faults answers for what is sound, and never says no for what is not."""
    words = ["status", "ABCDEFGG", "--day", VALID_DAY, *project.options()]
    (project.registry / "acuerdos" / "roto.yaml").write_text("x: y\n", encoding="utf-8")
    sound = terminal.apl(*words)
    project.break_company()
    faulty = terminal.apl(*words)

    assert sound.code == 0 and sound.out.startswith("ABCD-EFGG: vigente")
    assert (faulty.code, faulty.out) == (1, "")
    assert "apl check" in faulty.err and "apl check" in sound.err


# usage


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "falta: ORDEN"),
        (["chek"], "'chek' no vale"),
        (["check", "--formato", "json"], "no se entiende: --formato"),
        (["check", "--format", "xml"], "'xml' no vale"),
        (["check", "--format"], "falta su valor"),
        (["check", "--day", "ayer"], "«ayer» no es un día AAAA-MM-DD"),
        (["check", "--day", "2026-02-30"], "«2026-02-30» no es un día AAAA-MM-DD"),
        (["check", "--lang", "fr"], "'fr' no vale"),
        (["check", "--reg", "x"], "no se entiende: --reg"),
        (["build", "extra"], "no se entiende: extra"),
        (["build", "--strict=si"], "--strict no lleva valor"),
        (["serve", "--port", "http"], "«http» no es un puerto"),
        (["serve", "--port", "70000"], "«70000» no es un puerto"),
        (["status"], "falta: RUT|CODIGO|NOMBRE"),
        (["check", "--registry", "no-existe"], "no existe la carpeta no-existe"),
        (["build", "--config", "no-existe.yml"], "no existe el archivo no-existe.yml"),
        (["build", "--content", "no-existe"], "no existe la carpeta no-existe"),
        (["build", "--templates", "no-existe"], "no existe la carpeta no-existe"),
    ],
)
def test_wrong_usage_ends_with_2(
    terminal: Terminal,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    said: str,
) -> None:
    """Every mistake is told in Spanish on standard error, and nothing on standard output."""
    monkeypatch.chdir(project.folder)

    run = terminal.apl(*words)

    assert (run.code, run.out) == (2, "")
    assert said in run.err


@pytest.mark.parametrize("words", [["chek"], ["check", "--day", "ayer"], ["check", "no-existe"]])
def test_wrong_usage_in_english(terminal: Terminal, words: list[str]) -> None:
    """Asked in English, mistakes are told in English."""
    said = terminal.apl(*words, "--lang=en").err

    assert any(word in said for word in ("invalid choice", "is not a day", "does not exist"))
    assert "no vale" not in said and "no existe" not in said


def test_a_moment_that_is_none(
    terminal: Terminal, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong SOURCE_DATE_EPOCH is wrong usage, not a traceback."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "ayer")

    run = terminal.apl("check", *project.options())

    assert run.code == 2
    assert "SOURCE_DATE_EPOCH=ayer" in run.err


@pytest.mark.parametrize("command", ["check", "build", "serve", "status"])
@pytest.mark.parametrize("spoken", ["es", "en"])
def test_help(terminal: Terminal, command: str, spoken: str) -> None:
    """Every command explains itself and every option of it, in the language asked for."""
    run = terminal.apl(command, "--lang", spoken, "--help")

    assert run.code == 0
    assert ("uso: " in run.out) == (spoken == "es")
    assert ("usage: " in run.out) == (spoken == "en")
    for option in ("--registry", "--content", "--templates", "--config", "--day", "--lang"):
        assert option in run.out


def test_help_names_every_command(terminal: Terminal) -> None:
    """The first help a user sees lists what there is."""
    out = terminal.apl("--help").out

    assert all(f"    {name} " in out for name in ("check", "build", "serve", "status"))
    assert "usage" not in out and "options" not in out and "positional" not in out


# the process


def test_output_is_utf8_in_any_locale(project: Project) -> None:
    """A terminal set to C gets its accents all the same."""
    words = ["status", "nada", "--day", VALID_DAY, *project.options()]

    run = process(words, env={"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"})

    assert run.returncode == 1
    assert "aún no tiene la nómina" in run.stdout.decode("utf-8")


def test_a_reader_that_leaves_is_no_failure(project: Project) -> None:
    """`apl check | head` ends without a traceback."""
    for number in range(400):
        (project.registry / f"{number}.txt").write_bytes(b"")
    command = f"{sys.executable} -m generator check --registry {project.registry} | head -n 1"

    run = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )

    assert len(run.stdout.splitlines()) == 1
    assert run.stderr == b""


def test_the_console_script_is_the_same(project: Project) -> None:
    """`apl` of the environment and `python -m generator` do the same."""
    project.break_company()
    words = ["check", *project.options()]
    script = Path(sys.executable).with_name("apl")

    run = subprocess.run([script, *words], capture_output=True, timeout=60, check=False)

    module = process(words)
    assert (run.returncode, run.stdout) == (module.returncode, module.stdout)
    assert run.returncode == 1


def test_own_folders_are_the_defaults(tmp_path: Path) -> None:
    """From any folder, the repository's own registry is meant where none is named."""
    run = process(["check", "--format", "json"], cwd=tmp_path)

    rows = json.loads(run.stdout)
    assert run.returncode == 0
    assert all(row["path"].startswith(str(ROOT / "registry")) for row in rows)


def test_a_profile_tells_where_the_time_went(terminal: Terminal, project: Project) -> None:
    """Every stage and every kind of files has a line; the site is the same."""
    done = terminal.apl("build", *project.options(), "--out", project.out, "--profile")

    assert done.code == 0
    for words in ("leer y revisar", "imprimir los textos", "verter y publicar", "empresas"):
        assert re.search(rf"^  {words} +\d+,\d\d s +\d+ %$", done.out, re.MULTILINE), words
