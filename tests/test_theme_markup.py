"""What is mended of the theme's markup, and what is left as it is."""

import pytest

from generator.theme_markup import mended

NAVIGATION = """\
<li><input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_8" checked>
<label class="md-nav__link " for="__nav_8" id="__nav_8_label" tabindex="">
  <span class="md-nav__icon md-icon"></span>
</label>
<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_8_label" aria-expanded="true">
  <label class="md-nav__title" for="__nav_8">
    <span class="md-nav__icon md-icon"></span>
    Equipo
  </label></nav></li>
"""


@pytest.mark.parametrize("name", ["drawer", "search"])
def test_check_boxes_have_no_words_to_complete(name: str) -> None:
    """The attribute goes, and everything else of the box stays."""
    box = f'<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'

    assert mended(f'{box} autocomplete="off">') == f"{box}>"
    assert mended(found := '<input type="search" autocomplete="off">') == found


def test_a_switch_is_not_hidden() -> None:
    """Zensical hides the label that closes the menu from who listens."""
    shade = '<label class="md-overlay" for="__drawer"'

    assert mended(f'{shade} aria-hidden="true"></label>') == f"{shade}></label>"


@pytest.mark.parametrize("more", ["", ' role="status" aria-atomic="true"'])
def test_what_stays_empty_goes(more: str) -> None:
    """Neither engine's place for messages is ever filled here."""
    place = f'<div class="md-dialog" data-md-component="dialog"{more}>'

    assert mended(f'a{place}\n<div class="md-dialog__inner"></div></div>b') == "ab"


def test_a_list_of_pages_is_named_by_its_title() -> None:
    """Neither the list nor the switch that opens it is named by an icon; no stop is empty."""
    html = mended(NAVIGATION)

    assert 'aria-labelledby="__nav_8_title"' in html
    assert '<label class="md-nav__title" id="__nav_8_title" for="__nav_8">' in html
    assert 'id="__nav_8_label"><span class="apl-solo-lector">Equipo</span>' in html
    assert 'tabindex=""' not in html


def test_a_label_of_nothing_names_nothing() -> None:
    """The title of a page's contents switches a box only where there is one."""
    title = '<label class="md-nav__title" for="__toc">Contenidos</label>'

    assert mended(title) == '<label class="md-nav__title">Contenidos</label>'
    assert mended(both := f'<input id="__toc">{title}') == both
