"""MkDocs' events → the stages of `apl build`, so that `mkdocs build` gives the same site."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from generator import pipeline, report
from generator.clock import today
from generator.commands import FOREIGN
from generator.commit import source_commit
from generator.engine import settings
from generator.inspection import Checked, check
from generator.messages import level
from generator.mould import MouldError
from generator.problem import Problem
from generator.publish import ForeignFolder, refuse_foreign
from generator.reloading import allowed
from generator.sources import Sources

LAST = -100
"""After every other plugin, whose changes to the printed pages the site is to have too."""

log = get_plugin_logger("registro")


class RegistroConfig(Config):
    """The plugin's options: folders, relative to that of `mkdocs.yml`."""

    registry = config_options.Dir(exists=True, default="registry")
    templates = config_options.Dir(exists=True, default="templates")


class RegistroPlugin(BasePlugin[RegistroConfig]):
    """Lets MkDocs print the prose into a folder aside, and pours the records from there.

    MkDocs empties its site folder before it builds. As it is never told the real one, a registry
    with faults leaves the site untouched here too, and only what changed is written.
    """

    out: Path | None = None
    printed: Path
    checked: Checked
    day: date

    @event_priority(LAST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the registry; then turn MkDocs away from the real site."""
        self.day = today()
        self.checked = check(Path(self.config.registry), self.day)
        _refuse_faults(self.checked.problems)
        out = Path(config.site_dir)
        try:
            refuse_foreign(out)
        except ForeignFolder as error:
            raise PluginError(FOREIGN["es"].format(error)) from error
        self.out, self.printed = out, Path(tempfile.mkdtemp(prefix="apl-"))
        config.site_dir = str(self.printed)
        config.site_url = settings(self._sources(config).config).site_url  # not that of a preview
        config.use_directory_urls = True
        return config

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Pour the records through the printed moulds and publish the site."""
        assert self.out is not None
        try:
            sources = self._sources(config)
            commit = source_commit(sources)
            built = pipeline.pour(sources, self.checked, self.printed, self.out, self.day, commit)
        except MouldError as error:
            raise PluginError(str(error)) from error
        _refuse_faults(built.problems)
        for problem in built.problems:
            speak = log.warning if level(problem) == "warning" else log.info
            speak(report.as_text([problem], "es").strip())
        self._tidy(config)

    def on_build_error(self, **_: object) -> None:
        """Leave nothing behind."""
        self._tidy(None)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Rebuild when a record or a template changes, not only the prose."""
        server.watch(self.config.registry)
        server.watch(self.config.templates)
        inject = server._inject_js_into_html
        server._inject_js_into_html = partial(_allowed, inject)  # type: ignore[method-assign]
        return server

    def _sources(self, config: MkDocsConfig) -> Sources:
        return Sources(
            registry=Path(self.config.registry),
            content=Path(config.docs_dir),
            templates=Path(self.config.templates),
            config=Path(config.config_file_path),
        )

    def _tidy(self, config: MkDocsConfig | None) -> None:
        """Remove the folder aside; `mkdocs gh-deploy` goes on with the real one."""
        if self.out is not None:
            shutil.rmtree(self.printed, ignore_errors=True)
            if config is not None:
                config.site_dir = str(self.out)


def _allowed(inject: Callable[[bytes, int], bytes], content: bytes, epoch: int) -> bytes:
    return allowed(inject(content, epoch))


def _refuse_faults(problems: tuple[Problem, ...]) -> None:
    faults = [problem for problem in problems if level(problem) == "error"]
    if faults:
        raise PluginError(report.as_text(faults, "es").strip())
