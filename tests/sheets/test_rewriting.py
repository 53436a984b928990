"""Records as an import rewrites them."""

from pathlib import Path

import pytest

from generator.arguments import ROOT
from generator.edit import canonical
from generator.edit.parts import comments
from generator.edit.reading import read
from generator.load.tree import parse
from generator.model import COLLECTIONS
from generator.sheets import shelf
from generator.sheets.rewriting import rewritten
from tests.scratch import SOUND
from tests.sheets.small_register import COMPANY

RECORDS = [
    (root, record.path, record.collection)
    for root in (SOUND, ROOT / "registry")
    for record in shelf.records(root)
]


@pytest.mark.parametrize(("root", "path", "collection"), RECORDS, ids=lambda one: str(one)[-30:])
def test_the_same_data_is_the_canonical_text(root: Path, path: str, collection: str) -> None:
    """Without a change, rewriting a record is what `apl fmt` does to it."""
    text = (root / path).read_text(encoding="utf-8")
    model = COLLECTIONS[collection]

    assert rewritten(text, parse(path, text).data, model) == canonical(text, model)


def test_values_change_and_lists_grow_among_comments() -> None:
    """New keys stand in their place, new items at the end; every comment stays."""
    data = parse("", COMPANY).data
    data["tamano"], data["rubro"] = "grande", "vino"
    data["marcas"] = ["Frasco", "Otra: marca"]
    data["elementos"][0]["nombre"] = "Planta Sur"
    data["elementos"].append({"nombre": "Nueva", "alcance": "organizacion", "id": "nueva"})
    model = COLLECTIONS["empresas"]

    text = rewritten(COMPANY, data, model)

    assert comments(read(text)) == comments(read(COMPANY))
    assert canonical(text, model) == text
    assert parse("", text).data == data
    assert text.index("marcas:") < text.index("tipo:") < text.index("rubro:")
    assert text.index("id: nueva") < text.index("nombre: Nueva")
