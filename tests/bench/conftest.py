"""A small synthetic registry and its site, made once."""

from pathlib import Path

import pytest

from bench.registry import whole
from bench.registry.days import DAY
from generator.arguments import ROOT
from generator.pipeline import Sources, build


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry of 300 companies."""
    made = tmp_path_factory.mktemp("sintetico")
    whole.write(whole.files(300), made)
    return made


@pytest.fixture(scope="session")
def site(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, with the content and templates of this project."""
    out = tmp_path_factory.mktemp("construido") / "site"
    sources = Sources(folder, ROOT / "content", ROOT / "templates", ROOT / "mkdocs.yml")
    assert build(sources, out, DAY).published is not None
    return out
