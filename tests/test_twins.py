"""The same page in the other edition."""

import pytest

from generator.twins import home, twin

KNOWN = frozenset({"", "en/", "acerca/esquema/", "en/acerca/esquema/", "equipo/", "en/only/"})


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("", "en/"),
        ("en/", ""),
        ("acerca/esquema/", "en/acerca/esquema/"),
        ("en/acerca/esquema/", "acerca/esquema/"),
        ("equipo/", None),
        ("en/only/", None),
        ("404.html", None),
    ],
)
def test_a_page_has_its_twin_at_the_same_place(path: str, other: str | None) -> None:
    """Where there is none, none is made up."""
    assert twin(path, KNOWN) == other


def test_each_edition_begins_at_its_home() -> None:
    """A site without an English home offers no English."""
    assert (home("es", KNOWN), home("en", KNOWN)) == ("en/", "")
    assert home("es", {""}) is None
