"""What a site says of itself is read from its own files."""

from pathlib import Path

import pytest

from generator.proof.claim import claim
from generator.proof.places import Folder
from tests.proof.repository import site, told

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("home", "engine"),
    [
        ("<title>x</title>", "mkdocs"),
        ('<meta name="generator" content="zensical-0.0.73">', "zensical"),
        ('<meta name="generator" content="otro-1">', "mkdocs"),
        ("\xff", "mkdocs"),
    ],
)
def test_pages_name_an_unusual_engine(tmp_path: Path, home: str, engine: str) -> None:
    """So that a site is rebuilt by what printed it."""
    tells = {"api/v1/renombrados.json": told(COMMIT), "index.html": home.encode("latin-1")}

    assert claim(Folder(site(tmp_path, tells))).engine == engine


def test_a_site_without_a_home_page(tmp_path: Path) -> None:
    """It is none, but says all the same what it was made from."""
    found = claim(Folder(site(tmp_path, {"api/v1/renombrados.json": told(COMMIT)})))

    assert (found.commit, found.engine) == (COMMIT, "mkdocs")
