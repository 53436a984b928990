"""Problems that files would bring, before they are written."""

from datetime import date
from pathlib import Path

from generator.trial import problems_of
from tests.small_project import AGREEMENT, COMPANY, write_registry

DAY = date(2026, 11, 23)


def told(root: Path, texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.place.path, one.code) for one in problems_of(root, DAY, texts)]


def test_what_is_new_is_told(tmp_path: Path) -> None:
    """Faults in the text, faults that it causes elsewhere, and its own warnings."""
    write_registry(tmp_path)
    twin = COMPANY.replace("ABCD-EFGG", "2345-6789")

    assert told(tmp_path, {"empresas/otra.yaml": twin}) == [
        ("empresas/conservas.yaml", "APL207"),
        ("empresas/otra.yaml", "APL207"),
    ]
    second = AGREEMENT.replace("sector", "ordinal: 2\nsector")
    assert told(tmp_path, {"acuerdos/otro.yaml": second}) == [("acuerdos/otro.yaml", "APL305")]


def test_what_was_wrong_before_is_not_told(tmp_path: Path) -> None:
    """Not even where it moves to another line."""
    write_registry(tmp_path)
    faulty = COMPANY.replace("mediana", "enorme")
    (tmp_path / "empresas/conservas.yaml").write_text(faulty, encoding="utf-8")
    (tmp_path / "acuerdos/roto.yaml").write_text("nombre: [", encoding="utf-8")

    assert told(tmp_path, {"empresas/conservas.yaml": f"# c\n{faulty}"}) == []


def test_the_registry_is_left_as_it_is(tmp_path: Path) -> None:
    """What the trial changes is not changed there, though files are linked, not copied."""
    write_registry(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}

    told(tmp_path, {"empresas/conservas.yaml": "otra: cosa\n", "sellos/x/y.yaml": "a: b\n"})

    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before
