"""What templates call, as they run here."""

from pathlib import Path

import pytest

from generator.render.environment import environment

MACRO = "{% macro m(a, b='2') %}{{ a }}{{ b }}{% if caller is defined %}{{ caller() }}{% endif %}"


def _said(tmp_path: Path, template: str, **known: object) -> str:
    """What a template says that may import the macro `m` of another one as `o.m`."""
    (tmp_path / "other.html").write_text(f"{MACRO}{{% endmacro %}}", encoding="utf-8")
    body = f'{{% import "other.html" as o %}}{template}'
    return environment(tmp_path).from_string(body).render(known)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("{{ o.m('<', 3) }}", "&lt;3"),
        ("{{ o.m('1') }}", "12"),
        ("{{ o.m(b='4', a='3') }}", "34"),
        ("{{ o.m(*['5', '6']) }}", "56"),
        ("{{ o.m(**{'a': '7'}) }}", "72"),
        ("{% call o.m('8') %}<b>{% endcall %}", "82<b>"),
    ],
)
def test_a_macro_takes_its_values_in_any_way(tmp_path: Path, call: str, said: str) -> None:
    """By place, by name, spread or left out, with or without a caller; texts are escaped once."""
    assert _said(tmp_path, call) == said


@pytest.mark.parametrize("call", ["{{ o.m('1', c=2) }}", "{{ o.m('1', '2', '3') }}"])
def test_a_value_that_a_macro_does_not_take_is_an_error(tmp_path: Path, call: str) -> None:
    """A slip of the pen in a template is never passed over."""
    with pytest.raises(TypeError):
        _said(tmp_path, call)


def test_an_attribute_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Neither empty text nor an item of the same name stands in for it."""
    with pytest.raises(AttributeError):
        _said(tmp_path, "{{ x.name }}", x={"name": "1"})


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% set b = 'set' %}{% include 'in.html' %}", "1 set"),
        ("{% for b in 'xy' %}{% include 'in.html' %};{% endfor %}", "1 x;1 y;"),
        ("{% macro m(b) %}({% include 'in.html' %}){% endmacro %}{{ m('arg') }}", "(1 arg)"),
        ("{% include 'in.html' %}{% set b = 'later' %}", "1 around"),
    ],
)
def test_what_is_included_knows_the_names_around_it(
    tmp_path: Path, template: str, said: str
) -> None:
    """Those that the page was given and those set so far, in a loop or a macro too."""
    (tmp_path / "in.html").write_text("{{ a }} {{ b }}", encoding="utf-8")

    assert environment(tmp_path).from_string(template).render(a=1, b="around") == said
