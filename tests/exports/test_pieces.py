"""Files glued of compressed pieces: any reader of zip files takes them for ordinary ones."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.exports.pieces import Piece, archive, piece

CONTENTS = st.lists(st.binary(max_size=60) | st.binary(max_size=8).map(lambda one: one * 5000))


def _pieces(contents: list[bytes]) -> list[Piece]:
    return [piece(one, 4) for one in contents]


@settings(max_examples=60)
@given(st.dictionaries(st.from_regex(r"[a-z]{1,5}/[a-z]{1,5}\.xml", fullmatch=True), CONTENTS))
def test_pieces_are_read_as_one_file(files: dict[str, list[bytes]]) -> None:
    """With the right checksum and length; none, and empty ones, are a file too."""
    found = archive({name: _pieces(each) for name, each in files.items()})

    with zipfile.ZipFile(io.BytesIO(found)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == {
            name: b"".join(each) for name, each in files.items()
        }


def test_a_piece_does_not_depend_on_others() -> None:
    """It is the same wherever it stands, so that it can be kept."""
    one, other = piece(b"uno" * 100, 4), piece(b"otro" * 100, 4)

    assert archive({"a": [one, other]}).count(one.deflated) == 1
    assert archive({"a": [other, one]}).count(one.deflated) == 1
