"""Weaving: strands become a file beside the one that stands there, unless it would be the same."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.portions import Portions
from generator.reads import Reads
from generator.runs import renewed_runs
from generator.store import Keeper
from generator.strands import Renewed, Strand, Stretch
from generator.weaving import weave

TEXTS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sampled_from([b"", b"x", b"yy", b"a" * 70_000])
)
JOINTS = st.sampled_from([(b"", b""), (b",\n", b"\n]}\n")])


def woven(strands: list[Strand], folder: Path, standing: bytes | None) -> bytes | None:
    """What is written; None where the file is as it stands. What is told of it is true."""
    if standing is not None:
        (folder / "standing").write_bytes(standing)
    found = weave(strands, str(folder / "standing"), str(folder / "aside"))
    written = (folder / "aside").read_bytes() if (folder / "aside").exists() else None
    whole = standing if written is None else written
    assert whole is not None
    assert found == (len(whole), sha256(whole).hexdigest(), written is not None)
    return written


@pytest.mark.parametrize(
    ("strands", "standing", "written"),
    [
        ([b"new"], None, b"new"),
        ([], None, b""),
        ([b"so", b"me"], b"some", None),
        ([b"so"], b"some", b"so"),
        ([b"some", b"more"], b"some", b"somemore"),
        ([b"so", Stretch(2, 2)], b"some", None),
        ([b"no", Stretch(2, 2)], b"some", b"nome"),
        ([Stretch(2, 2), b"so"], b"some", b"meso"),
        ([Stretch(4, 2), b"m", Stretch(1, 1), b"!"], b"some", b"some!"),
    ],
)
def test_a_file_is_written_only_where_it_differs(
    tmp_path: Path, strands: list[Strand], standing: bytes | None, written: bytes | None
) -> None:
    """Wherever it begins to."""
    assert woven(strands, tmp_path, standing) == written


@pytest.mark.parametrize("stretch", [Stretch(5, 2), Stretch(2, 3), Stretch(9, 9)])
def test_a_stretch_that_is_not_there_is_our_own_mistake(tmp_path: Path, stretch: Stretch) -> None:
    """It is never taken for less than it is."""
    with pytest.raises(IndexError):
        woven([stretch], tmp_path, b"some")


@given(TEXTS, TEXTS, JOINTS)
def test_what_stays_is_taken_from_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory,
    before: dict[str, bytes],
    after: dict[str, bytes],
    around: tuple[bytes, bytes],
) -> None:
    """Whatever came, went, changed or had nothing to add in between."""
    joint, end = around

    def file(texts: dict[str, bytes]) -> bytes:
        return b"head" + joint.join(filter(None, texts.values())) + end

    made = {key: text for key, text in after.items() if before.get(key) != text}
    sizes = [{key: len(text) for key, text in texts.items()} for texts in (after, before)]
    found = Renewed(sizes[0], made, sizes[1])
    strands = [b"head", *found.strands(int, bytes, joint, end)]

    written = woven(strands, tmp_path_factory.mktemp("site"), file(before))

    assert (file(before) if written is None else written) == file(after)
    assert sum(isinstance(one, Stretch) for one in strands) == sum(
        bool(text) for key, text in after.items() if key not in made
    )


def test_only_what_is_to_be_kept_is_kept(tmp_path: Path) -> None:
    """Of what is made now all is there, of what was made before no more than that."""
    ids = [f"empresa-{n}" for n in range(200)]
    keeper = Keeper(tmp_path, "owner", "program")

    def run(stamps: dict[str, str]) -> tuple[Renewed[int, str], dict[str, str]]:
        portions = Portions(Reads(), keeper, stamps)
        found = renewed_runs(portions, "largos", ids, " ".join, len)
        return found, dict(portions.taken())

    first, stamps = run({})
    again, _ = run(stamps)

    assert list(first.made) == list(first.kept) == list(again.kept) == list(again.before)
    assert " ".join(first.made.values()).split() == ids
    assert (again.made, again.before) == ({}, first.kept)
