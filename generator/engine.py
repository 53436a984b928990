"""Runs the site engine (MkDocs) over prose and moulds; the only module that knows it.

`zensical` beside it does the same with the other engine.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PLUGIN = "registro"
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
"""What the engine writes and this site does not use: its search and its own sitemap."""


class EngineError(Exception):
    """The engine gave up; the message is its own."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rest of the generator needs to know of `mkdocs.yml`."""

    site_name: str
    site_url: str
    content: Path


def settings(config: Path, content: Path | None = None) -> Settings:
    """Read the configuration without building anything."""
    loaded = _raw(config)
    folder = content or config.parent / str(loaded.get("docs_dir") or "docs")
    url = str(loaded.get("site_url") or "")
    return Settings(
        site_name=str(loaded.get("site_name") or ""),
        site_url=url if not url or url.endswith("/") else f"{url}/",
        content=folder.resolve(),
    )


def reads_more(config: Path) -> bool:
    """Whether the engine may read more than the configuration, the prose and the theme."""
    text = config.read_text(encoding="utf-8", errors="replace")
    return any(word in text for word in ("!ENV", "INHERIT", "hooks:", "!relative"))


def has_hooks(config: Path) -> bool:
    """Whether the configuration names programs that only MkDocs runs."""
    return bool(_raw(config).get("hooks"))


def theme_of(config: Path) -> dict[str, Any]:
    """The theme's settings; a theme's name alone is a setting too."""
    return _theme(_raw(config))


def print_pages(config: Path, content: Path, theme: Path, out: Path) -> list[str]:
    """Print every page of `content` into `out`; returns the engine's warnings.

    Paths are handed over absolute, because the engine reads relative ones from the configuration's
    folder, not from the current one.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    raw = _raw(config)
    with _warnings() as warnings:
        try:
            loaded = load_config(
                config_file=str(config),
                docs_dir=os.path.abspath(content),
                site_dir=os.path.abspath(out),
                theme={**_theme(raw), "custom_dir": os.path.abspath(theme)},
                plugins=_plugins(raw),
                use_directory_urls=True,
            )
            loaded.plugins.on_startup(command="build", dirty=False)
            build(loaded)
            loaded.plugins.on_shutdown()
        except (Abort, MkDocsException, UnicodeDecodeError) as error:
            raise EngineError("\n".join([*warnings, str(error)]).strip()) from error
    return warnings


def _raw(config: Path) -> dict[str, Any]:
    from mkdocs.utils.yaml import yaml_load

    try:
        with config.open("rb") as stream:
            loaded: object = yaml_load(stream)
    except Exception as error:  # the loader's own exceptions are PyYAML's, and many
        raise EngineError(f"{config.name}: {error}") from error
    if not isinstance(loaded, dict):
        raise EngineError(f"{config.name}: no es un bloque de claves")
    return loaded


def _theme(raw: dict[str, Any]) -> dict[str, Any]:
    theme = raw.get("theme")
    return dict(theme) if isinstance(theme, dict) else {"name": theme or "material"}


def _plugins(raw: dict[str, Any]) -> list[Any]:
    """The configured plugins but our own, which would run this again."""
    named = raw.get("plugins") or []
    listed = [{k: v} for k, v in named.items()] if isinstance(named, dict) else list(named)
    return [p for p in listed if (next(iter(p)) if isinstance(p, dict) else p) != PLUGIN]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what MkDocs would log, instead of printing it."""
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    before = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.setLevel(before[0])
        logger.propagate = before[1]
