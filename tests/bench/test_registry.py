"""The synthetic registry: sound, in proportion, and the same bytes every time."""

from collections import Counter
from pathlib import Path

import pytest

from bench.registry import whole
from bench.registry.days import DAY
from generator.pipeline import check
from generator.registry import registry
from generator.status import certificate_status


def test_the_same_seed_gives_the_same_bytes() -> None:
    """Two runs are alike in every path and byte; another seed is another registry."""
    first = list(whole.files(60))

    assert list(whole.files(60)) == first
    assert list(whole.files(60, seed=7)) != first


def test_it_has_the_proportions_of_chile() -> None:
    """A tenth of Chile has a tenth of everything, agreements at least one a trade."""
    files = dict(whole.files(930))
    companies = [text for name, text in files.items() if name.startswith("empresas/")]
    kinds = Counter(name.partition("/")[0] for name in files)

    assert (kinds["empresas"], kinds["acuerdos"], kinds["sellos"]) == (930, 23, 150)
    assert sum(text.count("    alcance: ") for text in companies) == 1_600
    assert sum(text.count("vigente_hasta: ") for text in companies) == 650


def test_it_is_sound_but_for_one_warning(folder: Path) -> None:
    """Nothing to mend, so that what is measured is checking and not the reporting of faults."""
    problems = check(folder, DAY).problems

    assert [problem.code for problem in problems] == ["APL248"]


def test_certificates_are_in_every_state(folder: Path) -> None:
    """What only some states need is measured too."""
    granted = registry(check(folder, DAY).loaded).certificates.values()

    found = {certificate_status(one.certificate, DAY).state for one in granted}
    assert found == {"futuro", "anulado", "vencido", "suspendido", "vigente"}


def test_its_words_are_many(folder: Path) -> None:
    """Few distinct words would make indexes and compressed sizes look too small."""
    companies = check(folder, DAY).loaded.entries["empresas"].values()
    names = [entry.record.legal_name for entry in companies]
    words = {word for name in names if name for word in name.split()}

    assert len(words) > len(names) / 2
    assert any("ñ" in word.lower() for word in words)


def test_a_folder_with_files_is_left_alone(folder: Path) -> None:
    """What stands in the way is not overwritten."""
    with pytest.raises(FileExistsError):
        whole.write([("README.md", "")], folder)


def test_its_site_builds(site: Path) -> None:
    """Every company has its page in the whole site."""
    assert len(list((site / "empresas").glob("*/index.html"))) > 300
