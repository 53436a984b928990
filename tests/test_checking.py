"""Checking: every fault at its place, all in one run, one for each cause."""

import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check
from generator.messages.form import FORM
from generator.messages.rules import RULES
from tests.scratch import SOUND, TODAY, line, lines, sound_files, write

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())
NEEDS_A_BROKEN_SYSTEM = {"APL002", "APL094", "APL095"}
"""Files that git cannot hold: `test_load_files` makes them."""


@pytest.mark.parametrize("case", CASES)
def test_broken_registry_says_exactly_this(case: str, request: pytest.FixtureRequest) -> None:
    """Each folder of tests/broken/ yields the lines of its esperado.txt; `--golden` rewrites it."""
    said = "".join(f"{one}\n" for one in lines(BROKEN / case / "registry"))
    expected = BROKEN / case / "esperado.txt"
    if request.config.getoption("--golden"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")


def test_every_diagnostic_has_a_broken_registry() -> None:
    """No diagnostic of form or rule is without a case that shows it."""
    shown: set[str] = set()
    for case in CASES:
        text = (BROKEN / case / "esperado.txt").read_text(encoding="utf-8")
        shown |= set(re.findall(r"^\S+: \w+ (APL\d{3}): ", text, re.MULTILINE))

    assert shown | NEEDS_A_BROKEN_SYSTEM == {*FORM, *RULES}


def test_sound_registry_has_no_problem() -> None:
    """Values at the very edge of what the rules allow are not at fault."""
    assert lines(SOUND) == []


def test_sound_registry_is_sound_with_any_line_ends(tmp_path: Path) -> None:
    """Windows writes CRLF; that is no fault."""
    files = {path: text.replace("\n", "\r\n") for path, text in sound_files().items()}

    assert lines(write(tmp_path, files)) == []


def test_an_empty_folder_is_a_registry(tmp_path: Path) -> None:
    """A registry without any record has nothing wrong with it."""
    assert lines(tmp_path) == []


AGREEMENT = "acuerdos/conservas-i.yaml"
COMPANY = "empresas/conservas-laguna.yaml"
PERSON = "empresas/productor-7k3mx2.yaml"

Slip = tuple[str, str, str, str]

SLIPS: list[Slip] = [
    (AGREEMENT, "tipo: establecimientos_productivos", "tipo: establecimiento", "3:7 APL025"),
    (AGREEMENT, "rubro: pan-y-alimentos", "rubro: Pan", "7:8 APL025"),
    (AGREEMENT, "implementacion: 2021-02-28", "implementacion: 2017", "25:23 APL304"),
    (AGREEMENT, "cantidad: 41", "cantidad: -1", "66:15 APL036"),
    (AGREEMENT, "cantidad: 40\n    porcentaje", "cantidad: 50\n    porcentaje", "62:15 APL317"),
    (AGREEMENT, "temas:\n  - agua", "temas:\n  - augua", "39:5 APL025"),
    (AGREEMENT, "  - ascc", "  - acss", "36:5 APL224"),
    (COMPANY, "nombre_fantasia: Laguna", "nombre_fantacia: Laguna", "2:1 APL021"),
    (COMPANY, "tamano: mediana", "tamano: mediano", "13:9 APL025"),
    (COMPANY, "nombre: Planta Talca", "nonbre: Planta Talca", "20:5 APL021"),
    (COMPANY, "lat: -35.43", "lat: -35,43", "24:12 APL037"),
    (COMPANY, "fecha: 2022-06-30\n        aud", "fecha: 2018-11-29\n        aud", "34:18 APL364"),
    (COMPANY, "cumplen: 30", "cumplen: 43", "39:22 APL380"),
    (COMPANY, "vigente_hasta: 2024-03-28", "vigente_hasta: 2024-02-30", "56:28 APL054"),
    (COMPANY, "hasta: 2021-03-31", "hasta: 2021-02-28", "61:24 APL408"),
    (COMPANY, "renueva: ABCD EFGG", "renueva: ABCD EFGH", "72:22 APL046"),
    (COMPANY, "alcance: organizacion", "alcance: establecimiento", "81:5 APL346"),
    (PERSON, "tipo: persona_natural", "tipo: persona_juridica", "1:1 APL341"),
    (PERSON, 'comuna: "07401"', "comuna: 7401", "8:13 APL041"),
    ("sellos/laguna.yaml", "12/2021", "maria@conservas.example", "6:11 APL061"),
    ("sellos/laguna.yaml", '"0000-001Y"', '"0000-001X"', "1:9 APL046"),
    ("sellos/laguna.yaml", '"7K3M-9TR8"', '"4Q8W-X2ND"', "12:5 APL440"),
    ("programas/maule.yaml", 'region: "07"', 'region: "99"', "2:9 APL040"),
    ("estadisticas/tamano.yaml", "[Micro, 519,", "[Micro, 519.,", "16:13 APL521"),
    ("preinversion/parque.yaml", "meses: 12", "meses: 13", "12:12 APL501"),
]
"""Slips that keep every line where it is: a file, what stands there, what somebody typed, and
where that is told."""


def slipped(folder: Path, slips: list[Slip]) -> list[str]:
    """The problems of the sound registry with these slips."""
    files = sound_files()
    for path, right, wrong, _ in slips:
        assert files[path].count(right) == 1, right
        files[path] = files[path].replace(right, wrong)
    return lines(write(folder, files))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[2].strip() for slip in SLIPS])
def test_one_slip_is_one_problem(slip: Slip, tmp_path: Path) -> None:
    """A single slip is told once, at its place, with no fault that only follows from it."""
    said = slipped(tmp_path, [slip])

    assert [re.sub(r": \w+ (APL\d+): .*", r" \1", one) for one in said] == [f"{slip[0]}:{slip[3]}"]


@given(st.sets(st.sampled_from(range(len(SLIPS))), min_size=2))
def test_no_slip_hides_another(chosen: set[int]) -> None:
    """Faults of several kinds, in one file or many, are all told in one run, and nothing else."""
    with TemporaryDirectory() as folder:
        said = slipped(Path(folder), [SLIPS[n] for n in sorted(chosen)])

    expected = {f"{SLIPS[n][0]}:{SLIPS[n][3]}" for n in chosen}
    assert {re.sub(r": \w+ (APL\d+): .*", r" \1", one) for one in said} == expected


def test_problems_are_in_the_order_of_a_reader(tmp_path: Path) -> None:
    """By path, line, column and code; what looks the same is told once."""
    slipped(tmp_path, SLIPS)
    problems = check(tmp_path, TODAY).problems

    keys = [(p.place.path, p.place.line, p.place.column, p.code) for p in problems]
    assert keys == sorted(keys)
    assert len({line(problem) for problem in problems}) == len(problems)


def test_the_day_decides_what_is_in_the_future() -> None:
    """The clock is not asked: the same registry, on an earlier day, holds dates to come."""
    codes = {problem.code for problem in check(SOUND, date(2019, 1, 1)).problems}

    assert codes == {"APL248"}


def test_damaged_records_are_kept_from_the_site(tmp_path: Path) -> None:
    """A record with a faulty value is for the rules only; nobody publishes half of it."""
    slipped(tmp_path, [slip for slip in SLIPS if slip[1] == "tamano: mediana"])
    loaded = check(tmp_path, TODAY).loaded

    assert "conservas-laguna" not in loaded.entries["empresas"]
    assert [entry.id for entry in loaded.set_aside["empresas"]] == ["conservas-laguna"]
