"""The workbook to fill: what it offers is what the importer takes."""

import io
import zipfile

from python_calamine import CalamineWorkbook

from generator.ceremony import template
from generator.sheets import choices, usual_names
from generator.sheets.tables import tables


def test_every_header_is_a_usual_name():
    """Each column leads to the field it stands for."""
    known = usual_names.wide()

    assert {known.get(usual_names.plain(one.header)) == one.target for one in template.FIELDS} == {
        True
    }


def test_every_word_offered_is_understood():
    """What can be picked from a list is one of the field's values."""
    offered = template.offered()
    fields = {one.target[1]: template.column(one) for one in template.FIELDS}

    for name in ("tamano", "rubro", "estado"):
        column = fields[name]
        assert column
        assert {choices.meant(word, column) for word in offered[name]} == {*column.choices}
    assert len(offered["comuna"]) == 346


def test_a_workbook_is_the_same_each_time():
    """The same agreements give the same bytes; others give others."""
    first = template.workbook(["conservas", "envases"])

    assert first == template.workbook(["conservas", "envases"])
    assert first != template.workbook(["conservas"])


def test_its_lists_are_hidden_and_offered():
    """A reader sees one sheet; the cells below a listed header offer its words."""
    made = template.workbook(["conservas"])
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    visible = [one.name for one in book.sheets_metadata if str(one.visible).endswith("Visible")]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()

    assert visible[0] == "Ceremonia"
    assert sheet.count('type="list"') == 5
    assert set(tables()) >= {one.target[0] for one in template.FIELDS}
