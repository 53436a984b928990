"""Registries whose open data are tried."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.exports import exporting


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostil")


@pytest.fixture(params=["sound", "hostile"])
def made(request: pytest.FixtureRequest, hostile_folder: Path) -> Mapping[str, bytes]:
    """All files of each registry in turn."""
    return exporting.sound() if request.param == "sound" else exporting.hostile(hostile_folder)
