"""MkDocs with our plugin: the same site, the same faults."""

import contextlib
import logging
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs_cli

from generator.render import policy
from tests.small_project import ROOT, Project, tree

NOON = {"SOURCE_DATE_EPOCH": "1717257600"}  # of 2024-06-01 in Santiago
PATIENCE = 60  # seconds


def run(*words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`python -m …` in `cwd`, on a fixed day."""
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=cwd,
        env={**os.environ, **NOON},
        capture_output=True,
        text=True,
        timeout=5 * PATIENCE,
        check=False,
    )


@contextlib.contextmanager
def _as_a_process(cwd: Path) -> Iterator[None]:
    """In `cwd`, on a fixed day; nothing that MkDocs sets for its whole process outlives it."""
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    try:
        with contextlib.chdir(cwd), mock.patch.dict(os.environ, NOON), warnings.catch_warnings():
            yield
    finally:
        logging.captureWarnings(False)
        logger.level, logger.propagate = before


def mkdocs_build(cwd: Path, *words: object) -> Result:
    """`mkdocs build` in this process, where importing it again takes no time."""
    with _as_a_process(cwd):
        told = CliRunner().invoke(mkdocs_cli, ["build", *map(str, words)])
    assert told.exception is None or isinstance(told.exception, SystemExit), told.exception
    return told


def apl_build(project: Project, out: Path) -> None:
    told = run("generator", "build", *project.options(), "--out", out, cwd=project.folder)
    assert told.returncode == 0, told.stdout + told.stderr


def test_mkdocs_build_gives_the_same_site(project: Project, tmp_path: Path) -> None:
    """`mkdocs build` and `apl build` write the same files, byte for byte."""
    apl_build(project, tmp_path / "apl")

    told = run("mkdocs", "build", cwd=project.folder)

    assert told.returncode == 0, told.stderr
    assert project.site() == tree(tmp_path / "apl")


@pytest.mark.slow
def test_the_whole_site_is_the_same(tmp_path: Path) -> None:
    """So it is for this repository's own registry and prose."""
    for command in (
        ["generator", "build", "--out", tmp_path / "apl"],
        ["mkdocs", "build", "--site-dir", tmp_path / "mkdocs"],
    ):
        told = run(*command, cwd=ROOT)
        assert told.returncode == 0, told.stdout + told.stderr

    assert tree(tmp_path / "mkdocs") == tree(tmp_path / "apl")


def test_mkdocs_build_writes_only_what_changed(project: Project) -> None:
    """MkDocs never empties the site: files that stay equal keep their time."""
    mkdocs_build(project.folder)
    os.utime(project.out / "index.html", (1, 1))

    mkdocs_build(project.folder)

    assert (project.out / "index.html").stat().st_mtime == 1


def test_links_to_records_are_no_warning_of_mkdocs(project: Project) -> None:
    """`--strict` passes with a link to a record, and fails with one to a page that is not there."""
    home = project.home.read_text(encoding="utf-8")
    project.home.write_text(f"{home}\n[x](registro:acuerdos/prueba)\n", encoding="utf-8")
    fine = mkdocs_build(project.folder, "--strict")
    page = (project.out / "index.html").read_text(encoding="utf-8")
    project.home.write_text(f"{home}\n[x](nada.md)\n", encoding="utf-8")
    broken = mkdocs_build(project.folder, "--strict")

    assert fine.exit_code == 0, fine.stderr
    assert re.search(r'href="[./]*acuerdos/prueba/"', page)
    assert broken.exit_code == 1
    assert "nada.md" in broken.stderr


def test_our_warnings_are_warnings_of_mkdocs(project: Project) -> None:
    """A link to a record that is not there is told with its place, and counts for `--strict`."""
    home = project.home.read_text(encoding="utf-8")
    project.home.write_text(f"{home}\n[x](registro:acuerdos/nada)\n", encoding="utf-8")

    told = mkdocs_build(project.folder, "--strict")

    assert told.exit_code == 1
    assert "content/index.md:7:5: warning APL902" in told.stderr


@pytest.mark.parametrize("fault", ["record", "prose", "mould"])
def test_faults_leave_the_site_untouched(project: Project, fault: str) -> None:
    """MkDocs fails with our diagnostics, and not a byte of the site changes."""
    mkdocs_build(project.folder)
    before = project.site()
    mould = project.content / "empresas" / "molde.md"
    if fault == "record":
        project.break_company()
    elif fault == "prose":
        project.home.write_text('<i data-registro="inventado"></i>', encoding="utf-8")
    else:
        text = mould.read_text(encoding="utf-8")
        mould.write_text(text.replace("%%cuerpo%%", "%%curpo%%"), encoding="utf-8")

    told = mkdocs_build(project.folder)

    assert told.exit_code == 1
    words = {
        "record": "registry/empresas/conservas.yaml:2:1: error APL",
        "prose": "content/index.md:1:19: error APL901",
        "mould": "curpo",
    }
    assert words[fault] in told.stderr
    assert "Traceback" not in told.stderr
    assert project.site() == before


def test_a_foreign_folder_is_refused(project: Project) -> None:
    """`--site-dir` on a folder with other files is refused, where MkDocs alone would empty it."""
    project.out.mkdir()
    (project.out / "tesis.docx").write_bytes(b"x")

    told = mkdocs_build(project.folder)

    assert told.exit_code == 1
    assert list(project.site()) == ["tesis.docx"]


@pytest.mark.slow
def test_nothing_is_left_behind(project: Project, tmp_path: Path) -> None:
    """The folder aside, into which MkDocs prints, is gone after a build, failed or not."""
    aside = tmp_path / "tmp"
    aside.mkdir()

    for _ in range(2):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=project.folder,
            env={**os.environ, **NOON, "TMPDIR": str(aside)},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert list(aside.iterdir()) == []
        project.home.write_text('<i data-registro="inventado"></i>', encoding="utf-8")


@pytest.mark.slow
def test_mkdocs_serve_gives_the_same_pages(project: Project, tmp_path: Path) -> None:
    """A preview by MkDocs shows the pages of the site, public address included, and rebuilds."""
    apl_build(project, tmp_path / "apl")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}/empresas/conservas/"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
        cwd=project.folder,
        env={**os.environ, **NOON},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = fetched(url, "</html>")
        built = (tmp_path / "apl/empresas/conservas/index.html").read_text(encoding="utf-8")
        (script,) = re.findall(r"<script>([^<]*livereload.*?)</script>", page, flags=re.DOTALL)
        allowed = f"{policy.hash_of(script)} "
        assert page.replace(f"<script>{script}</script>", "").replace(allowed, "", 1) == built
        assert page.index(allowed) < page.index(script)
        text = project.company.read_text(encoding="utf-8")
        project.company.write_text(text.replace("Talca", "Linares"), encoding="utf-8")
        assert "Planta Linares" in fetched(url, "Planta Linares")
    finally:
        stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ctrl-C; MkDocs' server may then wait long for one of its own threads."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(PATIENCE / 4)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def fetched(url: str, words: str) -> str:
    """The page at `url`, once it is there and holds `words`."""
    end = time.monotonic() + PATIENCE
    page = ""
    while words not in page:
        assert time.monotonic() < end, page
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                page = answer.read().decode()
        except OSError:
            page = ""
        time.sleep(0.2)
    return page


def test_options_name_other_folders(project: Project, tmp_path: Path) -> None:
    """`registry:` and `templates:` are relative to the configuration, and have to be there."""
    project.registry.rename(project.folder / "otro")
    text = project.config.read_text(encoding="utf-8")
    broken = mkdocs_build(project.folder)
    named = text.replace("  - registro:\n", "  - registro:\n      registry: otro\n")
    project.config.write_text(named, encoding="utf-8")
    fine = mkdocs_build(tmp_path, "-f", project.config)

    assert broken.exit_code == 1 and "registry" in broken.stderr
    assert fine.exit_code == 0, fine.stderr
    assert (project.out / "empresas" / "conservas" / "index.html").exists()
