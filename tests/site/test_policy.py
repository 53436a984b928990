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
from tests.site.reading import Reader, listening, reading
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
    with served(site, as_asked=True) as home, listening(browser, home, LISTENER) as reader:
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


def test_the_policy_stops_a_script(browser: Browser, site: Path, facts: Facts) -> None:
    """What got into a page after it was printed does not run: by header or by meta alone."""
    place = kinds(facts)["a company"]
    for as_asked in (False, True):
        with (
            served(site, as_asked=as_asked) as home,
            listening(browser, home, LISTENER, quiet=False) as reader,
        ):
            reader.page.route(f"**/{place}", _poisoned)
            reader.open(place)
            told = violations(reader)
            assert reader.page.evaluate("window.asaltada") is None
            for source in ("inline", "https://mala.example/x.js"):
                assert any(source in one for one in told), (as_asked, source, told)


def _poisoned(route) -> None:  # type: ignore[no-untyped-def]
    answer = route.fetch()
    more = (
        "<script>window.asaltada=1</script><img src=x: onerror=window.asaltada=1>"
        '<script src="https://mala.example/x.js"></script><p style="color:red">x</p>'
    )
    headers = {name: value for name, value in answer.headers.items() if name != "content-length"}
    route.fulfill(body=answer.text().replace("</main>", f"{more}</main>"), headers=headers)


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
