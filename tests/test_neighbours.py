"""An edited company or seal is checked with all that its edit may put at fault."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checking import FIRST, Before, check
from generator.messages import level
from tests.scratch import TODAY, line, sound_files, write

LAGUNA = "empresas/conservas-laguna.yaml"


@pytest.fixture
def known(tmp_path: Path) -> tuple[Path, Before]:
    """The sound registry, and what its first check keeps."""
    root = write(tmp_path / "registry", sound_files())
    return root, check(root, TODAY, keep=True).after


def same_as_anew(root: Path, before: Before) -> bool:
    """Whether a check that builds on one before says what a first one says."""
    again, anew = check(root, TODAY, before, keep=True), check(root, TODAY, FIRST)
    return [line(one) for one in again.problems] == [line(one) for one in anew.problems]


def test_nothing_is_looked_at_twice(known: tuple[Path, Before]) -> None:
    """Without a change there is nothing near one, and the same is said."""
    root, before = known

    again = check(root, TODAY, before, keep=True)

    assert (again.changed, again.near) == (frozenset(), ())
    assert same_as_anew(root, before)


def test_an_edit_brings_its_seals_along(known: tuple[Path, Before]) -> None:
    """A seal rests on certificates of its holder: it is a neighbour, another company is none."""
    root, before = known
    file = root / LAGUNA
    file.write_text(file.read_text(encoding="utf-8").replace("mediana", "grande"), "utf-8")

    near = check(root, TODAY, before, keep=True).near

    assert near is not None
    was, now = near
    assert set(now.entries["sellos"]) and "servicios" not in now.entries["empresas"]
    assert was.entries["empresas"]["conservas-laguna"].record.size == "mediana"
    assert now.entries["empresas"]["conservas-laguna"].record.size == "grande"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("acuerdos/conservas-i.yaml", "nombre: ", "nombre: X "),
        ("registro.yaml", "nombre: ", "nombre: X "),
        (LAGUNA, "razon_social: ", "borrador: true\nrazon_social: "),
        (LAGUNA, "razon_social: ", "razon_sosial: "),
    ],
)
def test_other_changes_are_looked_at_whole(
    known: tuple[Path, Before], path: str, old: str, new: str
) -> None:
    """Of an agreement, a setting, a draft or a fault anybody may be a neighbour."""
    root, before = known
    file = root / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    assert check(root, TODAY, before, keep=True).near is None
    assert same_as_anew(root, before)


@settings(max_examples=60)
@given(st.data())
def test_a_check_after_an_edit_says_what_a_first_one_says(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Whatever day, number or text of a company or seal is another one now."""
    files = sound_files()
    root = write(tmp_path_factory.mktemp("edited"), files)
    before = check(root, TODAY, keep=True).after
    path = data.draw(st.sampled_from(sorted(p for p in files if p.startswith(("emp", "sel")))))
    values = [m.span() for m in re.finditer(r"(?<=: ).+", files[path])]
    start, end = data.draw(st.sampled_from(values))
    others = sorted({m[0] for text in files.values() for m in re.finditer(r"(?<=: ).+", text)})
    text = files[path][:start] + data.draw(st.sampled_from(others)) + files[path][end:]
    (root / path).write_text(text, encoding="utf-8")

    assert same_as_anew(root, before)


def test_a_fault_and_its_cure(known: tuple[Path, Before]) -> None:
    """After a fault everything is looked at; after its cure, the same is said as at first."""
    root, before = known
    file, good = root / LAGUNA, (root / LAGUNA).read_text(encoding="utf-8")
    file.write_text(good.replace("tamano: mediana", "tamano: enorme"), encoding="utf-8")
    faulty = check(root, TODAY, before, keep=True)
    assert any(level(one) == "error" for one in faulty.problems)
    assert not faulty.after.is_calm

    file.write_text(good, encoding="utf-8")

    assert same_as_anew(root, faulty.after)
