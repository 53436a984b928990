"""Checking: every fault at its place, all in one run, one for each cause."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking import check
from generator.messages import level
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


SLIPS = [
    ("acuerdos/conservas-i.yaml", "tipo: establecimientos_productivos", "tipo: establecimiento"),
    ("acuerdos/conservas-i.yaml", "rubro: pan-y-alimentos", "rubro: Pan"),
    ("acuerdos/conservas-i.yaml", "  fin_implementacion: 2021-02-28", "  fin_implementacion: 2017"),
    ("acuerdos/conservas-i.yaml", "    cantidad: 41", "    cantidad: -1"),
    ("acuerdos/conservas-i.yaml", "    cantidad: 40\n    porcentaje", "    cantidad: 50\n    porcentaje"),
    ("acuerdos/conservas-i.yaml", "temas:\n  - agua", "temas:\n  - augua"),
    ("acuerdos/conservas-i.yaml", "  - ascc", "  - acss"),
    ("empresas/conservas-laguna.yaml", "nombre_fantasia: Laguna", "nombre_fantacia: Laguna"),
    ("empresas/conservas-laguna.yaml", "tamano: mediana", "tamano: mediano"),
    ("empresas/conservas-laguna.yaml", "    nombre: Planta Talca", "    nonbre: Planta Talca"),
    ("empresas/conservas-laguna.yaml", "      lat: -35.43", "      lat: -35,43"),
    ("empresas/conservas-laguna.yaml", "          fecha: 2022-06-30\n        auditorias", "          fecha: 2018-11-29\n        auditorias"),
    ("empresas/conservas-laguna.yaml", "            cumplen: 30", "            cumplen: 43"),
    ("empresas/conservas-laguna.yaml", "            vigente_hasta: 2024-03-28", "            vigente_hasta: 2024-02-30"),
    ("empresas/conservas-laguna.yaml", "                hasta: 2021-03-31", "                hasta: 2021-02-28"),
    ("empresas/conservas-laguna.yaml", "            renueva: ABCD EFGG", "            renueva: ABCD EFGH"),
    ("empresas/productor-7k3mx2.yaml", "tipo: persona_natural", "tipo: persona_juridica"),
    ("empresas/productor-7k3mx2.yaml", '    comuna: "07401"', "    comuna: 7401"),
    ("sellos/laguna.yaml", "  numero: 12/2021", "  numero: maria@conservas.example"),
    ("sellos/laguna.yaml", "hasta: 2025-06-29", "hasta: 2025-06-30"),
    ("sellos/laguna.yaml", '  - "7K3M-9TR8"', '  - "4Q8W-X2ND"'),
    ("programas/maule.yaml", 'region: "07"', 'region: "99"'),
    ("estadisticas/tamano.yaml", "[Micro, 519,", "[Micro, 519.,"),
    ("preinversion/parque.yaml", "    meses: 12", "    meses: 13"),
]
"""Slips that keep every line where it is: path, what stands there, what somebody typed."""


def slipped(folder: Path, slips: list[tuple[str, str, str]]) -> list[str]:
    """The problems of the sound registry with these slips."""
    files = sound_files()
    for path, right, wrong in slips:
        assert files[path].count(right) == 1, right
        files[path] = files[path].replace(right, wrong)
    return lines(write(folder, files))


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[2].strip() for slip in SLIPS])
def test_one_slip_is_one_problem(slip: tuple[str, str, str], tmp_path: Path) -> None:
    """A single slip is told once, in its own file, with no fault that only follows from it."""
    said = slipped(tmp_path, [slip])

    right_line = next(n for n, one in enumerate(sound_files()[slip[0]].split(slip[1])[0].split("\n")))
    assert len(said) == 1, said
    assert said[0].startswith(f"{slip[0]}:"), right_line


@given(st.sets(st.sampled_from(range(len(SLIPS))), min_size=2))
def test_no_slip_hides_another(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[int]
) -> None:
    """Faults of several kinds, in one file or many, are all told in one run."""
    together = slipped(tmp_path_factory.mktemp("r"), [SLIPS[n] for n in sorted(chosen)])
    one_by_one = [
        said for n in chosen for said in slipped(tmp_path_factory.mktemp("r"), [SLIPS[n]])
    ]

    assert set(one_by_one) <= set(together)


def test_problems_are_in_the_order_of_a_reader(tmp_path: Path) -> None:
    """By path, line, column and code; what looks the same is told once."""
    slipped(tmp_path, [slip for slip in SLIPS if slip[1] != "tipo: establecimientos_productivos"])
    problems = check(tmp_path, TODAY).problems

    keys = [(p.place.path, p.place.line, p.place.column, p.code) for p in problems]
    assert keys == sorted(keys)
    assert len({line(problem) for problem in problems}) == len(problems)


def test_the_day_decides_what_is_in_the_future() -> None:
    """The clock is not asked: the same registry, on an earlier day, holds dates to come."""
    codes = {problem.code for problem in check(SOUND, date(2019, 1, 1)).problems}

    assert codes == {"APL248"}
    assert {level(problem) for problem in check(SOUND, date(2019, 1, 1)).problems} == {"warning"}


def test_damaged_records_are_kept_from_the_site(tmp_path: Path) -> None:
    """A record with a faulty value is for the rules only; nobody publishes half of it."""
    slipped(tmp_path, [SLIPS[8]])
    loaded = check(tmp_path, TODAY).loaded

    assert "conservas-laguna" not in loaded.entries["empresas"]
    assert [entry.id for entry in loaded.set_aside["empresas"]] == ["conservas-laguna"]
