"""The live preview, over real requests."""

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import Sources
from generator.rebuilding import Died, News, Outcome, Shown
from generator.render import policy
from generator.serve import HOST, PortTaken, Preview, serve
from tests.small_project import ROOT, Project

DAY = date(2024, 6, 1)
PATIENCE = 60  # seconds until a rebuild that does not come is a failure


def sources_of(project: Project) -> Sources:
    return Sources(project.registry, project.content, ROOT / "templates", project.config)


class Running:
    """A preview of `project` that runs while a test looks at it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        with socket.create_server((HOST, 0)) as probe:
            self.port = probe.getsockname()[1]
        cache = project.folder / ".cache/apl"
        sources = sources_of(project)
        self.server = Preview(sources, project.out, self.port, lambda: DAY, "es", cache)
        self.thread = threading.Thread(target=self._run)

    def start(self) -> None:
        self.server.rebuild()
        self.server.watch(str(self.project.registry))
        self.server.watch(str(self.project.content))
        self.thread.start()
        self.until(self.server.serve_thread.is_alive)  # from then on changes are seen

    def _run(self) -> None:
        self.server.serve()

    def stop(self) -> None:
        self.server.shutdown()
        if self.thread.is_alive():
            self.thread.join(PATIENCE)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        url = f"http://{HOST}:{self.port}/{path}"
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.read().decode()

    def count_builds(self) -> list[None]:
        """One for each build from now on, as soon as it is done."""
        done: list[None] = []
        build = self.server._builds.build

        def counted() -> Iterator[News]:
            yield from build()
            done.append(None)

        self.server._builds.build = counted  # type: ignore[method-assign]
        return done

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for what a rebuild brings."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, "no rebuild came"
            time.sleep(0.2)


@pytest.fixture
def preview(project: Project) -> Iterator[Running]:
    running = Running(project)
    yield running
    running.stop()


def test_the_site_is_served_with_a_script_that_reloads(preview: Running) -> None:
    """Pages come as built, with the live script; the files of the site do not hold it."""
    preview.start()
    status, home = preview.get("")

    assert status == 200
    assert "Portada" in home and "livereload" in home
    assert all(one in home for one in policy.scripts(home)), "the page's policy lets it run"
    assert "livereload" not in (preview.project.out / "index.html").read_text(encoding="utf-8")
    assert preview.get("empresas/conservas/")[0] == 200


def test_a_change_is_built(preview: Running) -> None:
    """A saved page or record is in the site soon after, and browsers learn of it."""
    preview.start()
    before = preview.server._visible_epoch
    text = preview.project.company.read_text(encoding="utf-8")
    preview.project.company.write_text(text.replace("Talca", "Linares"), encoding="utf-8")

    preview.until(lambda: "Planta Linares" in preview.get("empresas/conservas/")[1])
    assert preview.server._visible_epoch > before


def test_what_an_edit_will_make_is_served_before_the_site_has_it(preview: Running) -> None:
    """Pages that are told ahead come as told, with the live script, until the build is done."""
    preview.start()
    early, done = b"<body>Antes de tiempo</body>", threading.Event()

    def build() -> Iterator[News]:
        yield Shown({"empresas/conservas/index.html": early})
        done.wait(PATIENCE)
        yield Outcome(summary="Listo", touched=1)

    preview.server._builds.build = build  # type: ignore[method-assign]
    preview.project.company.touch()

    preview.until(lambda: "Antes de tiempo" in preview.get("empresas/conservas/")[1])
    assert "livereload" in preview.get("empresas/conservas/")[1]
    assert "Portada" in preview.get("")[1], "all else is served as it stands"
    epoch = preview.server._visible_epoch
    done.set()
    preview.until(lambda: "Antes de tiempo" not in preview.get("empresas/conservas/")[1])
    assert preview.server._visible_epoch > epoch, "browsers load again"


def test_a_build_that_died_shows_the_last_good_site(preview: Running) -> None:
    """What was told ahead of it is told no more, and pages say what happened."""
    preview.start()

    def build() -> Iterator[News]:
        yield Shown({"empresas/conservas/index.html": b"<body>Antes de tiempo</body>"})
        yield Died()

    preview.server._builds.build = build  # type: ignore[method-assign]
    preview.project.company.touch()

    preview.until(lambda: "antes de tiempo" in preview.get("")[1])
    page = preview.get("empresas/conservas/")[1]
    assert "Planta Talca" in page and "Antes de tiempo" not in page


def test_a_change_that_changes_nothing_is_not_told(
    preview: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file saved as it was is looked at; browsers keep their page, the terminal stays still."""
    preview.start()
    capsys.readouterr()
    builds = preview.count_builds()
    before = preview.server._visible_epoch
    preview.project.company.touch()

    preview.until(lambda: bool(builds))
    preview.until(lambda: preview.server._visible_epoch == preview.server._wanted_epoch)
    assert preview.server._visible_epoch == before
    assert capsys.readouterr().out == ""


def test_warnings_are_told_once(preview: Running, capsys: pytest.CaptureFixture[str]) -> None:
    """An edit that changes nothing about them is told in one line."""
    with preview.project.home.open("a", encoding="utf-8") as home:
        home.write("\n[Uno](registro:acuerdos/uno), [dos](registro:acuerdos/dos)\n")
    preview.start()
    told = capsys.readouterr().out
    text = preview.project.company.read_text(encoding="utf-8")
    preview.project.company.write_text(text.replace("Talca", "Linares"), encoding="utf-8")

    preview.until(lambda: "Planta Linares" in preview.get("empresas/conservas/")[1])
    again = capsys.readouterr().out
    assert told.count("APL902") == 2 and "APL902" not in again


def test_a_fault_shows_and_the_last_good_site_stays(
    preview: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    """While a record has a fault, every page tells it above its old content; then it is gone."""
    preview.start()
    good = preview.project.company.read_text(encoding="utf-8")
    site = preview.project.site()
    preview.project.break_company()

    preview.until(lambda: "nombre_fantacia" in preview.get("")[1])
    page = preview.get("empresas/conservas/")[1]
    assert "Planta Talca" in page
    assert 'role="alert"' in page and "conservas.yaml:2:1: error APL" in page
    assert "nombre_fantacia" in capsys.readouterr().out
    assert preview.project.site() == site

    preview.project.company.write_text(good, encoding="utf-8")
    preview.until(lambda: "nombre_fantacia" not in preview.get("")[1])
    assert 'role="alert"' not in preview.get("")[1]


def test_what_a_fault_quotes_is_text(preview: Running) -> None:
    """A diagnostic may quote anything that stands in a record: it never becomes HTML."""
    company = preview.project.company
    text = company.read_text(encoding="utf-8")
    company.write_text(f'{text}"<script>alert(1)</script>": x\n', encoding="utf-8")
    preview.start()

    page = preview.get("")[1]

    assert "&lt;script&gt;alert" in page and "<script>alert" not in page


def test_a_first_build_with_faults_is_served_too(preview: Running) -> None:
    """Where there is no site yet, the page says so, tells the fault, and waits for the next one."""
    preview.project.break_company()
    preview.start()

    status, page = preview.get("")

    assert status == 404
    assert "nombre_fantacia" in page and "livereload" in page


def test_a_lost_address_shows_the_sites_own_page(preview: Running) -> None:
    """What is not there gets the site's page for that."""
    preview.start()

    status, page = preview.get("empresas/nadie/")

    assert status == 404
    assert "No encontramos esta página" in page


def test_our_own_mistakes_do_not_end_the_preview(
    preview: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken template is told in page and terminal, and the server lives on."""
    preview.start()
    mould = preview.project.content / "empresas" / "molde.md"
    text = mould.read_text(encoding="utf-8")
    mould.write_text(text.replace("%%cuerpo%%", "%%curpo%%"), encoding="utf-8")

    preview.until(lambda: "curpo" in preview.get("")[1])
    assert "curpo" in capsys.readouterr().err
    assert preview.thread.is_alive()


def test_the_sub_path_of_the_public_address_is_kept(project: Project) -> None:
    """A site that will live under a path is previewed under it; `/` leads there."""
    text = project.config.read_text(encoding="utf-8")
    config = text.replace("https://registro-apl.example/", "https://x.example/registro/")
    project.config.write_text(config, encoding="utf-8")
    running = Running(project)
    running.start()
    try:
        assert running.server.url.endswith("/registro/")
        assert "Portada" in running.get("")[1]
    finally:
        running.stop()


def test_a_port_that_is_taken(project: Project) -> None:
    """The port is asked for before anything is built."""
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTaken):
            serve(sources_of(project), project.out, port, lambda: DAY, "es")

    assert not project.out.exists()


def test_only_this_computer_may_look(preview: Running) -> None:
    """The preview listens on the loopback address alone."""
    preview.start()

    assert preview.server.server_address[0] == "127.0.0.1"


def test_ctrl_c_leaves_cleanly(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An interrupt ends the preview without a traceback, and the port is free again."""

    def interrupted(_: Preview) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Preview, "_build_loop", interrupted)

    serve(sources_of(project), project.out, 0, lambda: DAY, "es")

    out = capsys.readouterr().out
    assert "El sitio está en http://127.0.0.1:" in out
    port = int(out.split("http://127.0.0.1:")[1].split("/")[0])
    with socket.create_server((HOST, port)):
        pass


@pytest.mark.parametrize("name", ["registry", "content", "config", "templates"])
def test_all_sources_are_watched(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Records, prose, templates and the configuration: a change of any rebuilds."""
    watched: list[str] = []
    monkeypatch.setattr(Preview, "watch", lambda _, path: watched.append(path))
    monkeypatch.setattr(Preview, "serve", lambda _: None)
    sources = sources_of(project)

    serve(sources, project.out, 0, lambda: DAY, "es")

    assert str(Path(getattr(sources, name))) in watched
