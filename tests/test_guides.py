"""The guides of /equipo/, done from their first block to their last in a clone of a register."""

import html
import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator import arguments
from generator.cli import main
from scripts.rehearsal import DAY, FENCE, GUIDES, ROOT, Stage, examples, stage, whole_stage
from tests.scratch import lines, write

WHOLE = GUIDES / "continuidad.md"
REHEARSED = sorted(
    path
    for path in GUIDES.glob("*.md")
    if "```console" in path.read_text(encoding="utf-8") and path != WHOLE
)
PAGES = sorted(GUIDES.rglob("*.md"))
EDITING = GUIDES / "editar.md"
WORKFLOWS = ROOT / ".github" / "workflows"


def name(path: Path) -> str:
    return path.stem


@pytest.fixture
def clone(tmp_path: Path) -> Stage:
    """A clone of a register that publishes the examples of the guide on editing."""
    return stage(tmp_path, DAY, examples())


@pytest.mark.parametrize("guide", REHEARSED, ids=name)
def test_golden_guide_says_what_happens(
    guide: Path, clone: Stage, request: pytest.FixtureRequest
) -> None:
    """Each edit can be made, each command says what the guide shows; `--golden` rewrites it."""
    text = guide.read_text(encoding="utf-8")

    happened = clone.rehearse(text)

    if request.config.getoption("--golden"):
        guide.write_text(happened, encoding="utf-8")
        text = happened
    assert happened == text


@pytest.mark.slow
def test_golden_guide_of_a_lost_house(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """A clone alone gives the published site, byte for byte, and another house goes on with it."""
    text = WHOLE.read_text(encoding="utf-8")
    stage = whole_stage(tmp_path, date(2026, 11, 23))

    happened = stage.rehearse(text)

    if request.config.getoption("--golden"):
        WHOLE.write_text(happened, encoding="utf-8")
        text = happened
    assert happened == text
    before, after = ((tmp_path / name) for name in ("publicado", "en-la-otra-casa"))
    files = {path.relative_to(before) for path in before.rglob("*") if path.is_file()}
    assert files == {path.relative_to(after) for path in after.rglob("*") if path.is_file()}
    page = (after / "index.html").read_text(encoding="utf-8")
    assert "Otra Casa Inventada" in page and "registro-apl.example" not in page


def test_every_task_has_its_rehearsal() -> None:
    """What an editor is told to do has been done: none of these guides is mere words."""
    assert {path.stem for path in REHEARSED} >= {
        "primera-edicion",
        "vscode",
        "ceremonia-paso-a-paso",
        "corregir",
        "suspender",
        "retirar",
        "emergencia",
        "pedir-nominas",
        "antes-de-subir",
    }


@pytest.mark.parametrize(
    ("guide", "old", "new"),
    [
        ("suspender", "desde: 2022-05-09", "desde: 2020-05-09"),
        ("corregir", "H5ZC-7VAG: vigente", "H5ZC-7VAG: vencido"),
        ("suspender", "apl check", "apl chek"),
    ],
)
def test_a_rotten_guide_is_noticed(guide: str, old: str, new: str, clone: Stage) -> None:
    """A date, an answer or a command that is no longer true does not pass."""
    text = (GUIDES / f"{guide}.md").read_text(encoding="utf-8")
    assert old in text
    rotten = text.replace(old, new, 1)

    try:
        happened = clone.rehearse(rotten)
    except RuntimeError:
        return
    assert happened != rotten


@pytest.mark.slow
def test_a_correction_reaches_its_page(clone: Stage, tmp_path: Path) -> None:
    """After the guide, the built page says what it said, what it says, and why."""
    clone.rehearse((GUIDES / "corregir.md").read_text(encoding="utf-8"))
    out = tmp_path / "sitio"

    told = ["--registry", str(clone.clone / "registry"), "--out", str(out), "--day", str(DAY)]
    assert main(["build", "--no-cache", *told]) == 0
    page = (out / "empresas/conservas-estero-imaginario/index.html").read_text(encoding="utf-8")
    assert "2025-08-30" in page and "Error al copiar el acta" in page


@pytest.mark.slow
def test_a_wrong_state_is_taken_back_everywhere(clone: Stage, tmp_path: Path) -> None:
    """After the revert and its note, no file tells the wrong state; changes and feed tell why."""
    text = (GUIDES / "emergencia.md").read_text(encoding="utf-8")
    clone.rehearse(text)
    out = tmp_path / "sitio"
    (told,) = re.findall(r"^```text\n(Se corrigió .+)\n```$", text, re.MULTILINE)

    where = ["--registry", str(clone.clone / "registry"), "--out", str(out), "--day", str(DAY)]
    assert main(["build", "--no-cache", *where]) == 0
    company = "empresas/conservas-laguna-inventada/index.html"
    plain = {
        path: html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", path.read_text("utf-8"))))
        for path in out.rglob("*")
        if path.suffix in (".html", ".atom", ".json", ".csv", ".svg", ".ics", ".js")
    }
    assert told in plain[out / "cambios/index.html"] and told in plain[out / "feeds/cambios.atom"]
    assert "La anulación era de otra empresa" in plain[out / company]
    wrong = [path for path, said in plain.items() if "Una anulación que era" in said]
    assert wrong == [out / "equipo/emergencia/index.html"]  # the guide's own page
    assert "vigente" in plain[out / "insignias/ABCDEFGG.svg"].lower()


# The guide on editing: whole examples, and pieces that go into them.


def test_the_examples_are_sound(tmp_path: Path) -> None:
    """What a new editor copies has nothing wrong with it."""
    root = {path.removeprefix("registry/"): text for path, text in examples().items()}

    assert len(root) == 5
    assert lines(write(tmp_path, root), DAY) == []


PIECES = re.findall(r"^```yaml\n(.*?)^```$", EDITING.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def merged(record: object, piece: dict[str, object]) -> bool:
    """Put the keys of a piece into the first block that has, or may have, all of them."""
    if isinstance(record, list):
        return any(merged(one, piece) for one in record)
    if not isinstance(record, dict):
        return False
    if set(piece) & INNER and not set(piece) <= set(record):
        return any(merged(one, piece) for one in record.values())
    for key, value in piece.items():
        grown = record.get(key) if key == "elementos" else None
        record[key] = [*grown, *value] if isinstance(grown, list) else value  # type: ignore[misc]
    return True


INNER = {"auditorias", "certificados"}
HOMES = {
    "nominas": "acuerdos/ejemplos/conservas-de-ejemplo.yaml",
    "termino": "sellos/ejemplos/laguna-inventada.yaml",
    "hasta": "sellos/ejemplos/laguna-inventada.yaml",
}
COMPANY = "empresas/ejemplos/conservas-laguna-inventada.yaml"


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.split(":")[0])
def test_a_piece_fits_into_its_record(piece: str, tmp_path: Path) -> None:
    """Each piece of the guide, put into the example that it is about, is no fault."""
    files = {path.removeprefix("registry/"): text for path, text in examples().items()}
    found = yaml.load(piece, Loader=yaml.BaseLoader)
    home = next((HOMES[key] for key in found if key in HOMES), COMPANY)
    record = yaml.load(files[home], Loader=yaml.BaseLoader)
    later = date(2025, 6, 1)
    if home != COMPANY and "certificados" in found:  # a seal leans on the renewal told before
        renewal = next(one for one in PIECES if "renueva" in one)
        company = yaml.load(files[COMPANY], Loader=yaml.BaseLoader)
        assert merged(company, yaml.load(renewal, Loader=yaml.BaseLoader))
        files[COMPANY] = yaml.safe_dump(company, allow_unicode=True)

    assert merged(record, found)
    files[home] = yaml.safe_dump(record, allow_unicode=True)
    told = lines(write(tmp_path, files), later)

    assert [line for line in told if " error " in line] == []


# What the guides say in passing.


def commands() -> Iterator[tuple[str, str]]:
    """Every `apl …` in running text, tables and blocks that are not done, with its page."""
    for path in PAGES:
        text = FENCE.sub("", path.read_text(encoding="utf-8")).replace("\\\n", " ")
        for found in re.findall(r"`(apl [^`\n]+)`|^(apl .+)$", text, re.MULTILINE):
            command = next(filter(None, found))
            if "…" not in command and "$" not in command:
                yield path.stem, command


def test_every_command_can_be_given() -> None:
    """Commands named in passing exist, with these flags."""
    told = list(commands())

    assert len(told) > 20
    for page, command in told:
        words = shlex.split(command)[1:]
        assert can_be_given(words), (page, command)


def can_be_given(words: list[str]) -> bool:
    """Whether a command takes these words, or is named without any."""
    try:
        return arguments.parsed(words, "es").command == words[0]
    except SystemExit as left:
        return left.code == 0 or words in BARE


BARE = [[one] for one in ("import", "export", "status", "new", "diff", "verify-site")]
"""Commands that ask for more, and are named by themselves in a sentence."""


def test_every_task_of_make_is_there() -> None:
    """`make …` names a target."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = {
        word for path in PAGES for word in re.findall(r"`make ([a-z-]+)`", path.read_text("utf-8"))
    }

    assert named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_how_publication_works_is_what_the_workflows_do() -> None:
    """Its steps, its jobs, its label and its limits are those of the workflows."""
    text = (GUIDES / "publicacion.md").read_text(encoding="utf-8")
    files = {path.stem: path.read_text(encoding="utf-8") for path in WORKFLOWS.glob("*.yml")}
    steps = re.findall(r"^\| «(.+?)» \|", text, re.MULTILINE)

    assert len(steps) == 4
    for step in steps:
        assert f"- name: {step}\n" in files["revision"]
    assert "guarda 14 días" in text and "retention-days: 14" in files["revision"]
    assert "más de 20 minutos" in text and "timeout-minutes: 20" in files["revision"]
    assert "30 y 15 minutos" in text
    limits = re.findall(
        r"^  (\w+):\n(?:    .*\n)*?    timeout-minutes: (\d+)", files["publicar"], re.M
    )
    assert limits == [("armar", "30"), ("publicar", "15")]
    assert "name: Publicar\n" in files["publicar"] and "workflow_dispatch" in files["publicar"]


def test_pictures_are_small_and_told_in_words() -> None:
    """At most 80 KB each, with a text for those who do not see it; none lies unused."""
    used = set()
    for path in PAGES:
        for words, file in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", path.read_text("utf-8")):
            picture = path.parent / file
            used.add(picture)
            assert len(words) > 30 and picture.stat().st_size <= 80_000, picture
    assert used == set((GUIDES / "imagenes").glob("*")) != set()
