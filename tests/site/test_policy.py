"""The site under its own strict policy, as header and as meta, with somebody listening.

Every kind of page is opened so in test_every_kind_in_a_browser.py.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.render import hosting, policy
from tests.site.asking import lasting_certificate
from tests.site.facts import Facts
from tests.site.kinds import kinds
from tests.site.reading import Reader, reading
from tests.site.serving import asked, served

LISTENER = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ATTRIBUTE = r"""\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?"""
_UNALLOWED = re.compile(rf"<[a-z][\w-]*(?:{_ATTRIBUTE})*?\s+(?:style|on[a-z]+)\s*=", re.I)
"""A tag with a sheet or a handler of its own, which no policy of ours allows."""
_NAMED = re.compile(r"\s(?:style|on[a-z]+)\s*=", re.I)
"""No page without this has one; it is found sooner."""


@pytest.fixture(scope="module")
def strict(browser: Browser, site: Path) -> Iterator[Reader]:
    """A reader of the site as a host serves it that sends the headers the site asks for."""
    with served(site, as_asked=True) as home, reading(browser, home) as reader:
        reader.page.add_init_script(LISTENER)
        yield reader


def violations(reader: Reader) -> list[str]:
    """What the policy of the page that stands open had to forbid so far."""
    found: list[str] = reader.page.evaluate("window.violations")
    return found


def test_what_readers_do_keeps_the_policy(strict: Reader, facts: Facts) -> None:
    """Searching, choosing, asking, a record with its QR, another palette: all are allowed."""
    strict.open("")
    strict.suggestions("vina").first.wait_for()
    assert not violations(strict)
    strict.explore("#q=vino")
    assert strict.results() and not violations(strict)
    answer = strict.verify(lasting_certificate(facts).code)
    expect(answer.locator(".apl-palabra")).to_contain_text("Vigente")
    strict.page.get_by_role("button", name="Hacer una constancia").click()
    expect(strict.page.locator(".apl-constancia svg")).to_be_visible()
    assert not violations(strict)
    strict.page.locator("label[title='Cambiar a modo claro']").click()
    strict.open("equipo/ceremonia/")
    assert not violations(strict) and not strict.faults


def test_pictures_opened_by_themselves_keep_the_policy(browser: Browser, site: Path) -> None:
    """A badge has a sheet of its own, and a QR has none; both are shown as drawn."""
    with served(site, as_asked=True) as home, reading(browser, home, quiet=False) as reader:
        for folder in ("insignias", "qr"):
            (picture, *_) = sorted((site / folder).glob("*.svg"))
            reader.open(f"{folder}/{picture.name}")
        # Beside a picture browsers ask for the icon at the root of its host.
        assert not [one for one in reader.faults if "404" not in one]


def without_meta(html: str) -> str:
    """A page as it would be with no policy of its own."""
    left, count = _META.subn("", html)
    assert count == 1
    return left


@pytest.mark.slow
def test_the_header_alone_forbids_nothing_that_a_page_does(
    browser: Browser, site: Path, facts: Facts
) -> None:
    """Without their own policy too, pages do what they do: the host's is not the narrower one."""
    with served(site, without_meta, as_asked=True) as home, reading(browser, home) as reader:
        reader.page.add_init_script(LISTENER)
        for name, place in kinds(facts).items():
            reader.open(place)
            assert not reader.faults and not violations(reader), name
        reader.explore("#q=vino")
        answer = reader.verify(lasting_certificate(facts).code)
        expect(answer.locator(".apl-palabra")).to_contain_text("Vigente")
        assert not violations(reader)


STRANGERS = {
    "a script in the page": ("<script>window.asaltada=1</script>", "script-src-elem: inline"),
    "a handler": (
        "<img src=x.png onerror=window.asaltada=1><p onclick=window.asaltada=1>x</p>",
        "script-src-attr: inline",
    ),
    "a script of another host": (
        '<script src="https://mala.example/x.js"></script>',
        "script-src-elem: https://mala.example/x.js",
    ),
    "a picture of another host": (
        '<img src="https://mala.example/x.png">',
        "img-src: https://mala.example/x.png",
    ),
    "a sheet in the page": ("<style>main{display:none}</style>", "style-src-elem: inline"),
    "a sheet of an element": ('<p style="color:red">x</p>', "style-src-attr: inline"),
    "a frame": ('<iframe src="https://mala.example/"></iframe>', "frame-src: https://mala.example"),
    "another base": ('<base href="https://mala.example/">', "base-uri: https://mala.example"),
}
"""What somebody put into a page on its way, and what the browser says of it."""


@pytest.mark.parametrize("by", ["header", "meta"])
def test_what_got_into_a_page_is_stopped(
    browser: Browser, site: Path, facts: Facts, by: str
) -> None:
    """By the header alone and by the page's own policy alone: it neither runs nor is fetched."""

    def poisoned(html: str) -> str:
        more = "".join(text for text, _ in STRANGERS.values())
        return html.replace("</main>", f"{more}</main>")

    asked_of: list[str] = []
    changes = (poisoned, without_meta) if by == "header" else (poisoned,)
    with (
        served(site, *changes, as_asked=by == "header") as home,
        reading(browser, home, quiet=False) as reader,
    ):
        reader.page.add_init_script(LISTENER)
        reader.page.on("response", lambda one: asked_of.append(one.url))
        for name in ("home", "a company", "verificar/"):
            page = reader.open(kinds(facts)[name])
            page.wait_for_load_state("networkidle")
            told = violations(reader)
            for what, (_, said) in STRANGERS.items():
                assert any(one.startswith(said) for one in told), (name, what, told)
            assert page.evaluate("window.asaltada") is None
            assert (
                page.evaluate("getComputedStyle(document.querySelector('main')).display") != "none"
            )
    assert not [one for one in asked_of if "mala.example" in one]


def test_without_a_policy_it_would_have_run(browser: Browser, site: Path) -> None:
    """What the test above puts into pages is no dud."""

    def poisoned(html: str) -> str:
        return without_meta(html).replace("</main>", f"{STRANGERS['a handler'][0]}</main>")

    with served(site, poisoned) as home, reading(browser, home, quiet=False) as reader:
        reader.open("")
        reader.page.wait_for_function("window.asaltada === 1")


def _texts(site: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def _sources(told: str) -> set[str]:
    return set(told.replace(";", " ").split())


OTHERS = ("offline_site", "hostile_site", "homeless_site")


@pytest.mark.parametrize(
    "site_name", ["site", *(pytest.param(one, marks=pytest.mark.slow) for one in OTHERS)]
)
def test_every_page_has_one_strict_policy(request: pytest.FixtureRequest, site_name: str) -> None:
    """Redirects and the page of lost addresses too; it allows the page's own scripts by hash."""
    for name, html in _texts(request.getfixturevalue(site_name)):
        (told,) = _META.findall(html)
        assert told.startswith("default-src 'none'") and "unsafe" not in told, name
        assert policy.scripts(html) <= _sources(told), name
        assert not (_NAMED.search(html) and _UNALLOWED.search(html)), name


def test_the_headers_allow_what_each_page_allows(site: Path) -> None:
    """One policy for the host: all scripts that any page has, and the sheet of a badge."""
    told = _sources(dict(asked(site))["Content-Security-Policy"])
    badge = next((site / "insignias").glob("*.svg")).read_text(encoding="utf-8")

    assert set().union(*(policy.scripts(html) for _, html in _texts(site))) <= told
    assert policy.styles(badge) <= told and policy.styles(badge)
    for name in (hosting.NGINX, hosting.APACHE):
        text = (site / name).read_text(encoding="utf-8")
        assert all(f'{header} "{value}"' in text for header, value in asked(site)), name


def test_a_folder_has_no_headers(offline_site: Path) -> None:
    """No host reads an offline edition."""
    assert not (offline_site / "_headers").exists()
