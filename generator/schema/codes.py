"""The reference tables → schemas of their codes: what is one, its name, and completion in quotes.

Editors insert a listed value as its text asks for, and some leave `08101` without its quotes; so
codes are no `enum`, but a pattern, with a snippet for each that brings its quotes along.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator import sectors, territory

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A code, the short name that stands beside it in a list, and its full name."""

    code: str
    short: str
    full: str


def regions() -> Schema:
    """The 16 regions by code, named."""
    found = [Named(one.code, one.name, one.official_name) for one in territory.regions()]
    return _closed(sorted(found, key=lambda one: one.code))


def comunas() -> Schema:
    """The 346 comunas by code, named with their regions."""
    return _closed([_comuna(one) for one in territory.comunas().values()])


def _comuna(one: territory.Comuna) -> Named:
    region = territory.region(one.region)
    assert region is not None
    return Named(one.code, one.name, f"{one.name}, {region.official_name}")


def ciiu() -> Schema:
    """Sections and divisions by name; a longer code is named by its division."""
    letters = [Named(one.code, one.title, one.title) for one in sectors.sections().values()]
    numbers = [Named(one.code, one.title, one.title) for one in sectors.divisions().values()]
    longer = "[0-9]{0,4}"
    either = "|".join(one.code for one in numbers)
    return _labelled(
        f"^(?:[{''.join(one.code for one in letters)}]|(?:{either}){longer})$",
        (*letters, *numbers),
        [
            *(
                {"const": one.code, "title": one.short, "description": f"{one.code}: {one.full}"}
                for one in letters
            ),
            *(
                {
                    "pattern": f"^{one.code}{longer}$",
                    "title": one.short,
                    "description": f"{one.code}: {one.full}",
                }
                for one in numbers
            ),
        ],
    )


def _closed(named: list[Named]) -> Schema:
    either = "|".join(one.code for one in named)
    labels = [{"const": one.code, "title": one.short, "description": one.full} for one in named]
    return _labelled(f"^(?:{either})$", named, labels)


def _labelled(pattern: str, named: Iterable[Named], labels: Sequence[Mapping[str, str]]) -> Schema:
    """Whatever fits `pattern`; one label fits it too, and is shown over it.

    The labels stand behind the pattern, so that a wrong code is told once and not for each label.
    """
    return {
        "type": "string",
        "pattern": pattern,
        "defaultSnippets": [_snippet(one) for one in named],
        "if": {"type": "string", "pattern": pattern},
        "then": {"oneOf": labels},
    }


def _snippet(one: Named) -> Mapping[str, str]:
    """Found by code or by name; `^` has the editor insert what follows as it stands."""
    return {
        "label": f'"{one.code}" {one.short}',
        "description": one.full,
        "body": f'^"{one.code}"',
    }
