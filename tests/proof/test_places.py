"""A site's folder beside what it should be, whatever lies in it."""

import os
from pathlib import Path

import pytest

from generator.proof.claim import NoClaim, claim
from generator.proof.comparing import compare
from generator.proof.places import CHUNK, Folder
from tests.proof.repository import site, told

COMMIT = "0123456789abcdef0123456789abcdef01234567"
RIGHT = {"index.html": b"uno", "a/b.txt": b"x" * (CHUNK + 5), "empty": b"", "api/x.json": b"{}"}


def test_a_site_that_is_the_same(tmp_path: Path) -> None:
    """Dot files are the host's business."""
    right = site(tmp_path / "right", RIGHT)
    found = compare(right, Folder(site(tmp_path / "site", {**RIGHT, ".git/x": b"1"})))

    assert found.is_same and len(found.findings) == 4


def test_every_difference_is_found(tmp_path: Path) -> None:
    """By kind, with the first byte that differs."""
    right = site(tmp_path / "right", RIGHT)
    files = {**RIGHT, "a/b.txt": b"x" * (CHUNK + 4) + b"y", "empty": b"z", "more/x": b""}
    there = site(tmp_path / "site", files)
    (there / "index.html").unlink()
    (there / "api" / "x.json").unlink()
    os.mkfifo(there / "api" / "x.json")
    (there / "link").symlink_to("/")

    found = compare(right, Folder(there))

    assert {one.name: (one.state, one.detail) for one in found.findings} == {
        "a/b.txt": ("differs", str(CHUNK + 5)),
        "api/x.json": ("unreadable", "no_file"),
        "empty": ("differs", "1"),
        "index.html": ("missing", ""),
    }
    assert found.extra == ("link", "more/x") and not found.is_same


@pytest.mark.parametrize("place", [0, 1, CHUNK - 1, CHUNK, CHUNK + 4])
def test_one_bit_is_a_difference(tmp_path: Path, place: int) -> None:
    """Wherever it is; so is a file that ends too early."""
    right = site(tmp_path / "right", RIGHT)
    content = bytearray(RIGHT["a/b.txt"])
    content[place] ^= 1
    there = site(tmp_path / "site", {"bit": bytes(content), "cut": bytes(content[:place])})

    expected = right / "a" / "b.txt"
    assert Folder(there).compared("bit", expected).detail == str(place + 1)
    assert Folder(there).compared("cut", expected).state == "differs"


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "silent"),
        ({"api/v1/renombrados.json": b"<html>"}, "silent"),
        ({"api/v1/renombrados.json": b"[" * 100_000}, "silent"),
        ({"api/v1/renombrados.json": b"[]"}, "silent"),
        ({"api/v1/renombrados.json": b"\xff\xfe"}, "silent"),
        ({"api/v1/renombrados.json": told(COMMIT, "mañana")}, "silent"),
        ({"api/v1/renombrados.json": b" " * (8 << 20) + told(COMMIT)}, "silent"),
        ({"api/v1/renombrados.json": told(None)}, "no_commit"),
        ({"api/v1/renombrados.json": told("--upload-pack=x")}, "no_commit"),
        ({"api/v1/renombrados.json": told("HEAD")}, "no_commit"),
        ({"api/v1/renombrados.json": told(COMMIT), "en-obra.txt": b""}, "unfinished"),
    ],
)
def test_a_site_that_says_nothing_to_be_tried(
    tmp_path: Path, files: dict[str, bytes], why: str
) -> None:
    """Or says it in a form that nobody should trust."""
    with pytest.raises(NoClaim) as found:
        claim(Folder(site(tmp_path, files)))

    assert found.value.why == why


def test_what_a_site_says(tmp_path: Path) -> None:
    """Its commit, its day, and whether it was made to be opened from a folder."""
    site(tmp_path, {"api/v1/renombrados.json": told(COMMIT)})
    said = claim(Folder(tmp_path))
    assert (said.commit, str(said.day), said.offline) == (COMMIT, "2026-11-23", False)

    site(tmp_path, {"verificar/indice.js": b"x"})
    assert claim(Folder(tmp_path)).offline
