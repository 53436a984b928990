"""Parts of a site that are built alone, to be compared with the whole."""

from pathlib import Path

import pytest

from bench.kinds import shown
from bench.registry.days import DAY
from bench.some_of import PARTS
from generator.arguments import ROOT
from generator.pipeline import Sources, build


@pytest.fixture(scope="module")
def pages_alone(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pages and the search of the synthetic registry, and nothing else."""
    out = tmp_path_factory.mktemp("solo-paginas") / "site"
    sources = Sources(folder, ROOT / "content", ROOT / "templates", ROOT / "mkdocs.yml")
    assert build(sources, out, DAY, wanted=PARTS["pages"]).published is not None
    return out


@pytest.mark.slow
def test_every_page_is_among_them(site: Path, pages_alone: Path) -> None:
    """All but the list of downloads; the search with them, and nothing beyond."""
    whole = {path.relative_to(site) for path in site.rglob("*.html")}
    alone = {path.relative_to(pages_alone) for path in pages_alone.rglob("*") if path.is_file()}

    beside = ("datos", "datos/dictionary", "en/datos")
    downloads = {Path(name, "index.html") for name in beside}
    assert whole - downloads == {path for path in alone if path.suffix == ".html"}
    assert {"buscar", "recursos"} <= {path.parts[0] for path in alone}
    assert not {"insignias", "qr", "feeds", "calendario", "api"} & {path.parts[0] for path in alone}


@pytest.mark.slow
def test_each_file_that_shows_the_seal_is_counted(folder: Path, site: Path) -> None:
    """The table of costs has as many files as the site."""
    told = {kind: files for kind, _, files in shown(folder)}

    for kind in ("insignias", "qr", "calendario/empresas", "feeds/acuerdos"):
        assert told[kind] == len([one for one in (site / kind).iterdir() if one.is_file()]), kind
