"""Lines of fields, found at a glance, beside those of the reader that knows every place."""

from pathlib import Path

import pytest

from generator.load.lines import Lines, anchored, nearest
from generator.load.tree import parse
from tests.scratch import SOUND

ROOT = Path(__file__).parents[1] / "registry"


@pytest.mark.parametrize("root", [ROOT, SOUND], ids=["shipped", "sound"])
def test_the_glance_agrees_with_the_reader(root: Path) -> None:
    """Every key and item of every record stands where the careful reader says."""
    seen = 0
    for file in sorted(root.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        lines = text.split("\n")
        for keys, (key, value) in parse(file.name, text, with_marks=True).marks.items():
            if not keys or "[" in lines[(key or value)[0] - 1] or keys[0] == "filas":
                continue
            assert nearest(lines, keys) == (key or value)[0], (file, keys)
            seen += 1
    assert seen > 100


TEXT = """\
# Un comentario
razon_social: Viña
elementos:
- id: planta   # a la izquierda
  adhesiones:
    - acuerdo: uno

      certificados:
        - codigo: 'ABCD-EFGG'
fuentes: [{documento: Nómina}]
"""


def test_what_is_missing_leads_to_the_block_around_it() -> None:
    """As far as the keys go; what stands on one line is not looked into."""
    lines = TEXT.split("\n")

    assert nearest(lines, ("tamano",)) == 1
    assert nearest(lines, ("elementos", 0, "comuna")) == 4
    assert nearest(lines, ("elementos", 0, "adhesiones", 0, "certificados", 0, "documento")) == 9
    assert nearest(lines, ("elementos", 1, "comuna")) == 3
    assert nearest(lines, ("fuentes", 0, "consultada")) == 10


def test_a_code_or_id_leads_to_its_line(tmp_path: Path) -> None:
    """Quoted or not, with a comment behind it; a file that is gone has no line."""
    (tmp_path / "a.yaml").write_text(TEXT, encoding="utf-8")
    lines = Lines(tmp_path)

    assert lines("a.yaml", (), ("codigo", "ABCD-EFGG")) == 9
    assert lines("a.yaml", (), ("id", "planta")) == 4
    assert anchored(TEXT.split("\n"), "id", "otra") == 1
    assert lines("b.yaml", ("tamano",)) == 0
