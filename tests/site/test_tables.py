"""Tables of the built site: each has a name, and each of its headings a direction."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.site.outline import Element, Outline, Pages

SITES = ("site", "plain_site")


def name(table: Element, page: Outline) -> str:
    """What a screen reader calls it: its label, or its caption."""
    told = table.attributes.get("aria-label", "")
    label = table.attributes.get("aria-labelledby")
    if label:
        told = " ".join(one.text for one in page.elements if one.attributes.get("id") == label)
    captions = [one.text for one in table.children if one.tag == "caption"]
    return told or "".join(captions)


def tables(pages: Pages) -> Iterator[tuple[str, Outline, list[Element]]]:
    for place, page in pages.items():
        yield place, page, page.all("table")


@pytest.mark.parametrize("which", SITES)
def test_every_table_has_a_name_of_its_own(which: str, request: pytest.FixtureRequest) -> None:
    """A caption, or a visible heading that names it; no two tables of a page share one."""
    pages: Pages = request.getfixturevalue("pages_of")(which)
    seen = 0
    for place, page, found in tables(pages):
        names = Counter(name(one, page) for one in found)
        seen += len(found)
        assert "" not in names, place
        assert max(names.values(), default=1) == 1, (place, names)
    assert seen > 100


def test_every_heading_of_a_table_has_a_direction(pages: Pages) -> None:
    """Each table has headings, and each says of what: column, row, or a group of them."""
    for place, _, found in tables(pages):
        for table in found:
            headings = table.find("th")
            assert headings, place
            scopes = {one.attributes.get("scope") for one in headings}
            assert scopes <= {"col", "row", "colgroup", "rowgroup"}, (place, scopes)
