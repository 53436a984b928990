"""`apl explain`: every rule has its reason, and its examples are true."""

import builtins
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.explanations import Explanation, explanations
from generator.messages import CATALOGUE
from tests.scratch import codes, lines, write
from tests.small_project import Project

BASE = Path(__file__).parent / "explained"
"""A small registry without a problem, in which the good examples stand."""

ALL = explanations()
OF_THE_SITE = [code for code in ALL if code >= "APL900"]
OF_THE_SYSTEM = ["APL002", "APL009", "APL093", "APL094", "APL095"]
"""What lines of text cannot show; `broken` below makes it."""
OF_RECORDS = [code for code in ALL if code not in (*OF_THE_SITE, *OF_THE_SYSTEM)]


def test_the_base_is_sound() -> None:
    """Whatever an example brings up is of its own making."""
    assert lines(BASE) == []


def test_every_rule_is_explained() -> None:
    """The catalogue of diagnostics and the explanations name the same codes."""
    assert ALL.keys() == CATALOGUE.keys()


def test_a_reason_is_a_sentence_in_each_language() -> None:
    """Spanish and English, in whole sentences, with the same kind of example in both."""
    for code, one in ALL.items():
        for language in ("es", "en"):
            assert re.fullmatch(r"[A-ZÁÉÍÓÚÑ«“<¿0-9].*\.", one.why[language]), code
        assert one.why["es"] != one.why["en"]
        for example in (one.bad, one.good):
            assert example.words.keys() in (set(), {"es", "en"}), code
            assert example.note.keys() in (set(), {"es", "en"}), code
            assert example.text or example.words, code


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the base that one test after the other changes and puts right again."""
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("explicadas") / "registry"))


@contextmanager
def changed(root: Path, files: Mapping[str, bytes | str], gone: str = "") -> Iterator[None]:
    """The registry with some files written and one `gone`, for as long as it lasts."""
    if gone:
        (root / gone).unlink()
        if not any((root / gone).parent.iterdir()):
            (root / gone).parent.rmdir()
    write(root, files)
    yield
    for path in files:
        (root / path).unlink()
        if not any((root / path).parent.iterdir()):
            (root / path).parent.rmdir()
    for path in {*files, gone} - {""}:
        if (BASE / path).is_file():
            write(root, {path: (BASE / path).read_bytes()})


def beside(one: Explanation) -> dict[str, bytes | str]:
    """The files that the example needs besides the base."""
    return {path: text.lstrip() for path, text in one.also.items()}


def put(one: Explanation, text: str) -> str:
    """The whole text of the example's file with `text` in its place."""
    whole = (BASE / one.good.file).read_text(encoding="utf-8")
    assert one.place in whole, one.place
    return whole.replace(one.place, text, 1)


def bad_text(one: Explanation) -> str:
    """The lines of a bad example, the last of them as often as it says."""
    *before, last = one.bad.text.splitlines() or [""]
    return (
        "\n".join([*before, *[last] * one.bad.times])
        + one.bad.text[len(one.bad.text.rstrip("\n")) :]
    )


def test_the_good_examples_keep_the_rule(copy: Path) -> None:
    """They stand in the sound base; or put there, they bring up nothing that the rule says."""
    for code in OF_RECORDS:
        one = ALL[code]
        if one.place == one.good.text and not one.also:
            assert one.good.text in (BASE / one.good.file).read_text(encoding="utf-8"), code
            continue
        with changed(copy, {**beside(one), one.good.file: put(one, one.good.text)}):
            said = lines(copy)
        assert [line for line in said if code in line] == []
        assert said == [] or one.also, code


@pytest.mark.parametrize("code", OF_RECORDS)
def test_the_bad_example_breaks_the_rule(code: str, copy: Path) -> None:
    """In the place of the good one it brings up the diagnostic it stands for."""
    one = ALL[code]
    text = put(one, bad_text(one)).encode(one.encoding)
    gone = "" if one.bad.file == one.good.file else one.good.file
    with changed(copy, {**beside(one), one.bad.file: text}, gone):
        said = codes(copy)

    assert code in said


def test_nothing_is_left_of_the_examples(copy: Path) -> None:
    """Every test puts the copy right again, so none can lean on another's fault."""
    assert lines(copy) == []


def broken(code: str, root: Path, file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do to a file of the registry what the bad example says of it."""
    path = root / file

    def refuse_file(opened: Any, *rest: Any, **named: Any) -> Any:
        if Path(opened) == path:
            raise PermissionError(13, "Permission denied", str(opened))
        return real_open(opened, *rest, **named)

    def refuse_folder(opened: Any = ".") -> Any:
        if Path(opened) == path.parent:
            raise PermissionError(13, "Permission denied", str(opened))
        return real_scandir(opened)

    real_open, real_scandir = builtins.open, os.scandir
    match code:
        case "APL002":
            monkeypatch.setattr(builtins, "open", refuse_file)
        case "APL009":
            path.write_text("", encoding="utf-8")
        case "APL093":
            path.rename(root.parent / "otra.yaml")
            path.symlink_to(root.parent / "otra.yaml")
        case "APL094":
            monkeypatch.setattr(os, "scandir", refuse_folder)
        case "APL095":
            path.unlink()
            os.mkfifo(path)


@pytest.mark.parametrize("code", OF_THE_SYSTEM)
def test_what_lines_cannot_show_is_true_too(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A closed file, an empty one, a link, a closed folder, a pipe: as the words say."""
    root = tmp_path / "registry"
    shutil.copytree(BASE, root)
    broken(code, root, ALL[code].bad.file, monkeypatch)

    assert ALL[code].bad.words
    assert code in codes(root)


# The examples of prose and configuration, in a project of their own.


@pytest.fixture
def printed(project: Project) -> Project:
    """A project whose home page and configuration hold the good examples."""
    agreement = project.registry / "acuerdos" / "prueba.yaml"
    agreement.rename(agreement.with_name("conservas.yaml"))
    company = project.company.read_text(encoding="utf-8")
    project.company.write_text(company.replace("acuerdo: prueba", "acuerdo: conservas"), "utf-8")
    texts = [
        ALL[code].good.text for code in OF_THE_SITE if ALL[code].good.file == "content/index.md"
    ]
    project.home.write_text("# Inicio\n\n" + "\n\n".join(texts) + "\n", encoding="utf-8")
    config = project.config.read_text(encoding="utf-8")
    settings = ALL["APL903"].good.text
    project.config.write_text(re.sub(r"site_url: \S+", settings, config), encoding="utf-8")
    return project


def site_codes(project: Project, capsys: pytest.CaptureFixture[str]) -> set[str]:
    main(["build", *project.options(), "--out", str(project.out), "--day", "2024-06-01"])
    return set(re.findall(r"APL9\d\d", capsys.readouterr().out))


def test_the_good_examples_of_the_site(
    printed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """A project with all of them builds without a word."""
    assert site_codes(printed, capsys) == set()


@pytest.mark.parametrize("stop", [True, False], ids=["errors", "warnings"])
def test_the_bad_examples_of_the_site(
    printed: Project, stop: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """They bring up their diagnostics, and no others; errors end a build before warnings show."""
    wrong = {code for code in OF_THE_SITE if (CATALOGUE[code].level == "error") == stop}
    for code in wrong:
        one = ALL[code]
        file = printed.folder / one.bad.file
        text = file.read_text(encoding="utf-8")
        assert one.good.text in text
        file.write_text(text.replace(one.good.text, one.bad.text), encoding="utf-8")

    assert site_codes(printed, capsys) == wrong


# The command.


def apl(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["explain", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_rule_in_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """What the rule says, why it exists, a bad and a good example with their file."""
    code, out, err = apl(capsys, "APL041")

    assert (code, err) == (0, "")
    assert out == (
        "APL041, error: «…» no es un código de comuna\n"
        '    Son cinco cifras entre comillas, como "07101" para Talca.\n'
        "\n"
        "Por qué:\n"
        "    La comuna ubica la instalación en el mapa y en las listas. Se escribe por su código\n"
        "    oficial, de cinco cifras; las planillas suelen comerse el cero de adelante.\n"
        "\n"
        "Mal, empresas/laguna.yaml:\n"
        '    ciiu: "1030"\n'
        '    comuna: "7101"\n'
        "\n"
        "Bien, empresas/laguna.yaml:\n"
        '    ciiu: "1030"\n'
        '    comuna: "07101"\n'
    )


def test_a_rule_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """`--lang en` words all but the records in English."""
    _, out, _ = apl(capsys, "APL041", "--lang", "en")

    assert out.startswith("APL041, error: “…” is not a comuna code\n")
    assert "\nWhy:\n" in out and "\nBad, empresas/laguna.yaml:\n" in out and "\nGood, " in out


@pytest.mark.parametrize("written", ["apl041", "APL 41", "41", "041", " Apl-041 "])
def test_a_code_in_any_writing(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever copies a code by hand need not mind how."""
    assert apl(capsys, written)[1].startswith("APL041, ")


def test_what_stands_elsewhere_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the bad lines alone look sound, a comment says what they clash with."""
    _, out, _ = apl(capsys, "APL206")

    assert '    - codigo: "ABCD-EFGG"\n    # ABCD-EFGG ya es de un certificado de ' in out


def test_several_rules_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    """One after the other, as they were asked for."""
    code, out, _ = apl(capsys, "APL044", "APL041")

    assert code == 0 and out.index("APL044, ") < out.index("APL041, ")


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each rule, in the order of the codes."""
    code, out, _ = apl(capsys)

    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == sorted(CATALOGUE)
    assert "APL041 error   «…» no es un código de comuna\n" in out


@pytest.mark.parametrize(
    ("written", "near"),
    [("APL04l", "APL004"), ("APL666", "APL560"), ("999", "APL099"), ("4411", "APL411")],
)
def test_an_unknown_code_is_wrong_usage(
    written: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 2, names the code that was probably meant, and explains nothing."""
    code, out, err = apl(capsys, "APL041", written)

    assert (code, out) == (2, "")
    assert f"¿quisiste decir {near}?" in err and err.startswith("apl: no hay una regla «")


def test_what_is_no_code_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that looks like no code gets the way to the list, in the language asked for."""
    code, out, err = apl(capsys, "--lang", "en", "comunas")

    assert (code, out) == (2, "")
    assert err == "apl: there is no rule “comunas”; “apl explain” lists them all\n"


def test_signs_that_nobody_sees_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal gets neither a tab nor an invisible sign, but its name."""
    for code, name in (("APL005", "<U+FEFF>"), ("APL007", "<U+200B>"), ("APL008", "<U+0009>")):
        _, out, _ = apl(capsys, code)
        assert name in out
        assert all(sign.isprintable() or sign == "\n" for sign in out)
