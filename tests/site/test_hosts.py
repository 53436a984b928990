"""What real nginx and Apache answer when they serve a site with the snippet that it brings."""

import http.client
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.placing import NOTE, STAGING
from generator.render.hosting import ASKED_AGAIN, KEPT, TYPES
from tests.site import hosts
from tests.site.asking import lasting_certificate
from tests.site.facts import Facts
from tests.site.kinds import kinds
from tests.site.reading import reading
from tests.site.serving import asked
from tests.site.test_policy import LISTENER, violations

pytestmark = pytest.mark.slow

LOST = "/empresas/no-existe/"
ALWAYS = ("", LOST, "/api/v1/empresas.json", "/acuerdos", f"/{NOTE}")
"""A page, one that is lost, data, a redirect of the server's own, the note."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, its headers by names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Host:
    """A server of this machine, and the folder that it serves."""

    port: int
    folder: Path

    def ask(self, path: str, **sent: str) -> Answer:
        """One request, for itself."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        line.request("GET", path or "/", headers=sent)
        told = line.getresponse()
        names = {name.lower(): value for name, value in told.getheaders()}
        assert len(names) == len(told.getheaders()), f"a header twice: {told.getheaders()}"
        answer = Answer(told.status, names, told.read())
        line.close()
        return answer


@pytest.fixture(scope="module")
def public(site: Path) -> Iterator[Path]:
    """A copy that a server without powers may read, in the middle of a build."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copied = shutil.copytree(site, Path(folder) / "site")
        (copied / NOTE).write_text("a medias: apl build", encoding="utf-8")
        (copied / STAGING).mkdir()
        (copied / STAGING / "diario").write_text("{}", encoding="utf-8")
        yield copied


@pytest.fixture(scope="module", params=[hosts.nginx, hosts.apache], ids=lambda one: one.__name__)
def host(request: pytest.FixtureRequest, public: Path) -> Iterator[Host]:
    """Each of both servers."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        with request.param(public, Path(folder)) as port:
            yield Host(port, public)


@pytest.mark.parametrize("path", ALWAYS)
def test_every_answer_has_the_headers_that_the_site_asks_for(host: Host, path: str) -> None:
    """Once each, errors and redirects too; what may change is asked for again."""
    found = host.ask(path)

    for name, value in (*asked(host.folder), ("Cache-Control", ASKED_AGAIN)):
        assert found.headers[name.lower()] == value, (path, name)


def test_every_kind_of_file_has_its_type(host: Host) -> None:
    """One of each ending that the site has, in UTF-8 where letters are meant, byte for byte."""
    files = {one.suffix: one for one in sorted(host.folder.rglob("*")) if one.is_file()}
    assert files.keys() - {""} <= {f".{one}" for one in TYPES}
    for suffix, file in files.items():
        kind = TYPES.get(suffix[1:], "text/plain")
        path = file.relative_to(host.folder).as_posix()
        found = host.ask(f"/{path}")
        said = found.headers["content-type"].lower()
        assert (found.status, found.body) == (200, file.read_bytes()), path
        assert said == (f"{kind}; charset=utf-8" if kind.startswith("text/") else kind), path


def test_what_is_still_the_same_is_not_sent_again(host: Host, facts: Facts) -> None:
    """Pages, data, calendars, feeds and pictures: who has them by tag or day gets no body."""
    code = lasting_certificate(facts).code
    for path in (
        "/",
        f"/v/{code}/",
        "/api/v1/empresas.json",
        "/calendario/vencimientos.ics",
        "/feeds/cambios.atom",
        f"/insignias/{code}.svg",
        "/datos/empresas.csv",
    ):
        first = host.ask(path)
        assert first.status == 200, path
        for name, kept in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")):
            again = host.ask(path, **{name: first.headers[kept]})
            assert (again.status, again.body) == (304, b""), (path, name)
            assert again.headers["cache-control"] == ASKED_AGAIN


def test_a_file_that_changed_is_sent_anew(host: Host) -> None:
    """The tag of a former text asks for nothing that is still there."""
    file = host.folder / "robots.txt"
    first = host.ask("/robots.txt")
    file.write_text(f"{file.read_text('utf-8')}# otra cosa\n", encoding="utf-8")
    again = host.ask("/robots.txt", **{"If-None-Match": first.headers["etag"]})

    assert again.status == 200 and again.body.endswith(b"# otra cosa\n")


def test_only_names_that_change_with_the_content_are_kept(host: Host) -> None:
    """The theme's sheets for a year, our own not."""
    (theirs, *_) = sorted((host.folder / "assets" / "stylesheets").glob("*.min.css"))
    path = theirs.relative_to(host.folder).as_posix()

    assert host.ask(f"/{path}").headers["cache-control"] == KEPT
    assert host.ask("/recursos/registro.css").headers["cache-control"] == ASKED_AGAIN


def test_a_lost_address_is_answered_with_the_page_for_it(host: Host) -> None:
    """With its own words, and as what it is: not found."""
    found = host.ask(LOST)

    assert found.status == 404
    assert found.body == (host.folder / "404.html").read_bytes()
    assert found.headers["content-type"].lower() == "text/html; charset=utf-8"


def test_nobody_sees_what_is_being_written(host: Host) -> None:
    """Of a build in progress there is the note, and nothing of what waits."""
    assert host.ask(f"/{NOTE}").body == b"a medias: apl build"
    for path in (f"/{STAGING}/diario", f"/{STAGING}/", f"/{STAGING}"):
        assert host.ask(path).status == 404, path


def test_a_folder_without_its_slash_leads_on(host: Host) -> None:
    """`/acuerdos` is what people type."""
    found = host.ask("/acuerdos")

    assert found.status == 301
    assert found.headers["location"].endswith(f"127.0.0.1:{host.port}/acuerdos/")


def test_every_kind_of_page_works_there(browser: Browser, host: Host, facts: Facts) -> None:
    """A browser that gets policy and types from the server misses nothing on any page."""
    with reading(browser, f"http://127.0.0.1:{host.port}/") as reader:
        reader.page.add_init_script(LISTENER)
        for name, place in kinds(facts).items():
            reader.open(place)
            assert not reader.faults and not violations(reader), name
        reader.explore("#q=vino")
        assert reader.results() and not violations(reader)
