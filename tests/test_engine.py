"""The engine: a configuration and Markdown → printed pages."""

import logging
from pathlib import Path

import pytest

from generator.engine import EngineError, Settings, print_pages, settings

CONFIG = "site_name: Prueba\nsite_url: https://prueba.example/sitio\ntheme:\n  name: mkdocs\n"


def project(folder: Path, config: str = CONFIG, **pages: str) -> Path:
    """A small site's configuration, with its prose in `content/` and an empty theme folder."""
    (folder / "content").mkdir(parents=True)
    (folder / "theme").mkdir()
    for name, text in pages.items():
        (folder / "content" / f"{name}.md").write_text(text, encoding="utf-8")
    file = folder / "mkdocs.yml"
    file.write_text(config, encoding="utf-8")
    return file


def printed(folder: Path, config: Path) -> list[str]:
    """What the engine warns of when it prints the project into `folder/out`."""
    return print_pages(config, folder / "content", folder / "theme", folder / "out")


def test_settings_are_read_without_building(tmp_path: Path) -> None:
    """Name, public address with its last slash, and the folder of the prose."""
    config = project(tmp_path, CONFIG + "docs_dir: content\n")

    known = settings(config)

    assert known == Settings("Prueba", "https://prueba.example/sitio/", tmp_path / "content")


def test_settings_may_be_few(tmp_path: Path) -> None:
    """Without a public address it is empty; an inherited configuration counts."""
    (tmp_path / "base.yml").write_text("site_name: Base\n", encoding="utf-8")
    config = project(tmp_path / "x", "INHERIT: ../base.yml\n")

    assert settings(config, tmp_path) == Settings("Base", "", tmp_path)


@pytest.mark.parametrize(
    "config", ["- a\n", "site_name: [\n", "site_name: !!python/name:os.x ''\n"]
)
def test_a_broken_configuration_is_told(tmp_path: Path, config: str) -> None:
    """A configuration that cannot be read names its file and leaves no traceback."""
    with pytest.raises(EngineError, match=r"mkdocs\.yml"):
        settings(project(tmp_path, config))


def test_pages_are_printed(tmp_path: Path) -> None:
    """Each page becomes a folder's index, whatever the configuration says of addresses."""
    config = project(tmp_path, CONFIG + "use_directory_urls: false\n", index="# A", metodo="# B")

    assert printed(tmp_path, config) == []
    assert (tmp_path / "out" / "index.html").exists()
    assert "<h1" in (tmp_path / "out" / "metodo" / "index.html").read_text(encoding="utf-8")


def test_relative_folders_are_relative_to_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--content` and `--templates` mean folders of the current one, not of the configuration's."""
    config = project(tmp_path / "a" / "b", index="# A")
    monkeypatch.chdir(tmp_path / "a")

    said = print_pages(
        config.relative_to(tmp_path / "a"), Path("b/content"), Path("b/theme"), Path("out")
    )

    assert said == []
    assert (tmp_path / "a" / "out" / "index.html").exists()


def test_warnings_are_handed_over_and_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A broken link of the prose is a value; nothing reaches the terminal behind our back."""
    config = project(tmp_path, index="[x](nada.md)")

    (said,) = printed(tmp_path, config)

    assert "nada.md" in said
    assert capfd.readouterr() == ("", "")


def test_links_to_records_are_no_warning(tmp_path: Path) -> None:
    """`registro:` links pass through the engine untouched, for they are resolved later."""
    config = project(tmp_path, index="[x](registro:acuerdos/vino#niveles)")

    assert printed(tmp_path, config) == []
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="registro:acuerdos/vino#niveles"' in page


def test_our_own_plugin_is_left_out(tmp_path: Path) -> None:
    """The engine runs the other plugins of the configuration, and not the one that calls us."""
    config = project(tmp_path, CONFIG + "plugins: [registro, search]\n", index="# A")

    assert printed(tmp_path, config) == []
    assert (tmp_path / "out" / "search" / "search_index.json").exists()


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (CONFIG.replace("name: mkdocs", "name: ninguno"), "ninguno"),
        (CONFIG + "plugins: [ninguno]\n", "ninguno"),
        (CONFIG + "markdown_extensions: [ninguna]\n", "ninguna"),
    ],
)
def test_what_the_engine_refuses_is_told_in_its_words(
    tmp_path: Path, config: str, words: str
) -> None:
    """A theme, plugin or extension that is not there is named."""
    with pytest.raises(EngineError, match=words):
        printed(tmp_path, project(tmp_path, config, index="# A"))


def test_a_page_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A file in another encoding is named; there is no traceback."""
    config = project(tmp_path, index="# A")
    (tmp_path / "content" / "malo.md").write_bytes(b"caf\xe9")

    with pytest.raises(EngineError, match=r"malo\.md"):
        printed(tmp_path, config)


def test_logging_is_left_as_it_was(tmp_path: Path) -> None:
    """A program that logs goes on logging after a run, whether it went well or not."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate, list(logger.handlers)

    printed(tmp_path, project(tmp_path, index="# A"))

    assert (logger.level, logger.propagate, list(logger.handlers)) == before
