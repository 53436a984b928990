"""Built sites, their parsed pages, and a browser, for the tests of the site as outsiders see it."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site import building, hostile_registry
from tests.site.building import OWN, Kitchen, Recipe
from tests.site.facts import Facts
from tests.site.outline import Pages
from tests.site.reading import Reader, reading
from tests.site.serving import served


@pytest.fixture(scope="session")
def kitchen(shared_folder: Path) -> Kitchen:
    """Where sites are built; parallel test processes share what they build."""
    return Kitchen(shared_folder / "sites")


@pytest.fixture(scope="session")
def site(kitchen: Kitchen) -> Path:
    """This repository's site."""
    return kitchen.site("own", lambda _: Recipe())


@pytest.fixture(scope="session")
def pages_of(request: pytest.FixtureRequest) -> Callable[[str], Pages]:
    """The pages of the site that a fixture of this name builds, each parsed once."""
    return cache(lambda name: Pages(request.getfixturevalue(name)))


@pytest.fixture(scope="session")
def pages(pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of this repository's site."""
    return pages_of("site")


@pytest.fixture(scope="session")
def facts() -> Facts:
    """What this repository's registry publishes, read without the generator."""
    return Facts(OWN.registry, building.DAY)


@pytest.fixture(scope="session")
def hostile_site(kitchen: Kitchen) -> Path:
    """The site of a valid registry full of markup, marks, long texts and secrets."""

    def prepare(folder: Path) -> Recipe:
        hostile_registry.write(folder)
        return Recipe().with_registry(folder)

    return kitchen.site("hostile", prepare)


@pytest.fixture(scope="session")
def hostile_pages(pages_of: Callable[[str], Pages]) -> Pages:
    """The pages of the hostile registry's site."""
    return pages_of("hostile_site")


@pytest.fixture(scope="session")
def offline_site(kitchen: Kitchen) -> Path:
    """This repository's site, to be opened from a folder."""
    return kitchen.site("offline", lambda _: Recipe(offline=True))


@pytest.fixture(scope="session")
def plain_site(kitchen: Kitchen) -> Path:
    """This repository's site with demonstration off: as if examples did not exist."""

    def prepare(folder: Path) -> Recipe:
        copied = building.copied_registry(folder)
        settings = copied / "registro.yaml"
        text = settings.read_text(encoding="utf-8")
        changed = text.replace("demostracion: true", "demostracion: false")
        assert changed != text
        settings.write_text(changed, encoding="utf-8")
        return Recipe().with_registry(copied)

    return kitchen.site("plain", prepare)


@pytest.fixture(scope="session")
def empty_site(kitchen: Kitchen) -> Path:
    """The site of a registry that holds nothing at all."""
    return kitchen.site("empty", lambda folder: Recipe().with_registry(folder))


@pytest.fixture(scope="session")
def homeless_site(kitchen: Kitchen) -> Path:
    """The hostile registry's site, without a public address."""

    def prepare(folder: Path) -> Recipe:
        registry = folder / "registry"
        hostile_registry.write(registry)
        lines = OWN.config.read_text(encoding="utf-8").splitlines(keepends=True)
        config = folder / "mkdocs.yml"
        kept = [line for line in lines if not line.startswith("site_url:")]
        assert len(kept) == len(lines) - 1
        config.write_text("".join(kept), encoding="utf-8")
        return Recipe().with_registry(registry).with_config(config)

    return kitchen.site("homeless", prepare)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where this repository's site is served, below a path."""
    with served(site) as home:
        yield home


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    """Where the hostile registry's site is served."""
    with served(hostile_site) as home:
        yield home


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    """Somebody who reads this repository's site on the day of its data, and sees no fault."""
    with reading(browser, address) as one:
        yield one
