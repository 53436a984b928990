"""The English edition: every message said, records in pairs, Spanish only where it is marked."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from generator import catalogue, territory
from generator.decision.facts import company_name
from generator.inspection import check
from generator.language import Language, speaking
from generator.registry import Registry, registry
from generator.render.press import Press
from generator.views import editions, everything
from generator.views.page import Page, Redirect, Site
from generator.views.survey import Survey
from scripts import messages
from tests.sample import DAY

ROOT = Path(__file__).resolve().parents[1]
SITE = Site("https://registro.example/", DAY)
_WORDS = re.compile(
    r"\b(?:el|los|las|una?|del|desde|hasta|está|este|esta|no tiene|quien|sólo|hoy|según|por la)\b"
)
"""Words that English lacks, and that hardly any Spanish sentence does without."""


def test_every_message_is_said_in_english() -> None:
    """A text of a template, a script or a table that has no English fails here."""
    assert not messages.wanting(messages.catalogue(), messages.messages())


def test_the_catalogue_holds_nothing_that_nobody_says() -> None:
    """What is no longer said is out: `python -m scripts.messages` leaves the file as it is."""
    held = messages.catalogue()
    assert messages.written(messages.renewed(held, messages.messages())) == (
        messages.CATALOGUE.read_bytes()
    )


def test_variables_of_a_message_are_those_of_its_english() -> None:
    """No name is lost or invented in translation; plurals may leave the number out."""
    for message in messages.catalogue():
        if isinstance(message.id, str) and message.id and message.string:
            assert _names(message.string) <= _names(message.id) or _is_filled(message.id)


def _names(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s|\{(\w+)", text))


def _is_filled(text: str) -> bool:
    """Whether it is a text of the decision table: its English may tell it by other facts."""
    return "{" in text


@cache
def _strict() -> Language:
    """English that knows what it knows: a text without a message is a KeyError."""
    source = (ROOT / "generator/data/idiomas/en.po").read_bytes()
    return Language("en", "en", "en/", catalogue.read(source))


@cache
def _shipped() -> Registry:
    return registry(check(ROOT / "registry", DAY).loaded)


def _english() -> Iterator[Page | Redirect]:
    for planned in everything.pages(Survey(_shipped(), SITE), _strict()):
        if planned.language.code == "en":
            yield planned()


@cache
def _bodies() -> dict[str, str]:
    press = Press(
        ROOT / "templates", SITE, language=_strict(), edition=editions.edition(_strict(), ())
    )
    with speaking(_strict()):
        return {
            page.path: press.render(page.template, page.path, page=page, **page.context)
            for page in _english()
            if isinstance(page, Page)
        }


def test_each_record_has_a_page_in_english() -> None:
    """Companies, agreements and codes: as many pages below `en/` as beside it."""
    found = [one.path for one in everything.pages(Survey(_shipped(), SITE), _strict())]
    record = re.compile(r"(?:empresas|acuerdos|v)/[^/]+/")
    spanish = {path for path in found if record.fullmatch(path)}
    assert spanish
    assert {f"en/{path}" for path in spanish} == {
        path for path in found if record.fullmatch(path.removeprefix("en/"))
    } - spanish


def test_pairs_name_each_other() -> None:
    """A page knows its other language, and that page knows it."""
    made = {page.path: page for page in _english() if isinstance(page, Page)}
    for page in made.values():
        assert page.other_language == page.path.removeprefix("en/")
    pairs = everything.pages(Survey(_shipped(), SITE), _strict())
    some = next(one for one in pairs if one.path.startswith("empresas/"))()
    assert isinstance(some, Page)
    assert some.other_language == f"en/{some.path}"


def test_the_words_of_english_pages_are_english() -> None:
    """Outside what is marked as Spanish no Spanish word is left on any page of a record."""
    for path, body in _bodies().items():
        left = [text for text in _texts(body) if _WORDS.search(text)]
        assert not left, path


def _texts(body: str) -> Iterator[str]:
    """The texts that are not marked as Spanish, without names, addresses and code to copy."""
    root = html.fragment_fromstring(body, create_parent="div")
    for spanish in root.xpath("//*[@lang='es'] | //code"):
        spanish.drop_tree()
    for text in root.itertext():
        if text.strip():
            plain = _names_of_records().sub("", text.strip())
            yield re.sub(r"“[^”]*”|\([A-Z][^)]*\)|as recorded in Spanish: .*", "", plain)


@cache
def _names_of_records() -> re.Pattern[str]:
    """Names stand within sentences as they are."""
    named = [entry.record for entry in _shipped().companies.values()]
    names = {company_name(one) for one in named}
    names |= {element.name for one in named for element in one.elements}
    names |= {entry.record.name for entry in _shipped().agreements.values()}
    names |= {one.name for one in territory.comunas().values()}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)))


@pytest.mark.parametrize("kind", ["empresas", "acuerdos", "v"])
def test_links_lead_on_in_english(kind: str) -> None:
    """From a page of a record to those of others, in the same edition."""
    body = next(html for path, html in _bodies().items() if path.startswith(f"en/{kind}/"))
    found = re.findall(r'href="(?:\.\./)+((?:empresas|acuerdos|v)/[^"/]+/)"', body)
    assert not found
