"""Turns a template of the decision table and the facts of a case into a sentence.

`{name}` and `{name|filter}` stand for facts; what stands in `[[ ]]` vanishes where a fact in it
is empty. The browser's copy (`templates/assets/estado/frase.js`) reads the same templates.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from generator.days import long_en, long_es, parse_day

_HOLE = re.compile(r"\[\[(.*?)\]\]|\{(\w+)(?:\|(\w+))?\}")
_NAME = re.compile(r"\{(\w+)(?:\|\w+)?\}")
_TWO_STOPS = re.compile(r"(?<![.\s])\.\.(?=[\s»”)]|$)")
_CALLED_AGREEMENT = re.compile(r"^(?:\w+ )?(?:acuerdo|apl)\b", re.IGNORECASE)


def fill(template: str, facts: Mapping[str, str]) -> str:
    """The template with its facts in place; KeyError for a fact that the case lacks."""
    if "{" not in template:
        return template
    return one_stop("".join([part(facts) for part in _parts(template)]))


Part = Callable[[Mapping[str, str]], str]


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[Part, ...]:
    """The table has few templates and a register many cases: each is taken apart once."""
    found: list[Part] = []
    end = 0
    for match in _HOLE.finditer(template):
        found.append(_fixed(template[end : match.start()]))
        section, name, filter_name = match.groups()
        found.append(_hole(name, filter_name) if section is None else _section(section))
        end = match.end()
    return (*found, _fixed(template[end:]))


def _fixed(text: str) -> Part:
    return lambda _: text


def _hole(name: str, filter_name: str | None) -> Part:
    if filter_name is None:
        return lambda facts: facts[name]
    worded = FILTERS[filter_name]
    return lambda facts: worded(facts[name])


def _section(template: str) -> Part:
    asked = names(template)
    return lambda facts: fill(template, facts) if all(facts[one] for one in asked) else ""


def one_stop(text: str) -> str:
    """A name that ends in "S.A." ends a sentence by itself."""
    return _TWO_STOPS.sub(".", text) if ".." in text else text


def names(template: str) -> list[str]:
    """The facts that a template speaks of, in order."""
    return _NAME.findall(template)


def outline(template: str, labels: Mapping[str, str]) -> str:
    """The template as a reader of the published table sees it: `vence en ‹días que quedan›`."""

    def hole(match: re.Match[str]) -> str:
        section, name, filter_name = match.groups()
        if section is not None:
            return outline(section, labels)
        label = labels[name]
        if filter_name == "del":
            return f"del ‹{label[3:]}›" if label.startswith("el ") else f"de ‹{label}›"
        return f"‹{label}›"

    return _HOLE.sub(hole, template)


def _counted(one: str, many: str) -> Callable[[str], str]:
    return lambda value: f"{value} {one if value == '1' else many}"


def _sentence(value: str) -> str:
    """A reason as editors wrote it, with the full stop it may lack."""
    clean = value.strip()
    return clean if clean[-1:] in ".!?…" else f"{clean}."


def called_agreement(name: str) -> str:
    """A name that follows "al" or "del": `acuerdo Envases II`, `Segundo Acuerdo de …`."""
    return name if _CALLED_AGREEMENT.match(name) else f"acuerdo {name}"


def _subject(name: str) -> str:
    """A name that opens a sentence, before its verb: `La instalación …`.

    The one made for a nameless natural person holds a comma.
    """
    if name.startswith(("la ", "el ")):
        return _capital(name)
    return f"{name}," if name.startswith("Productor(a), ") else name


def _subject_in_english(name: str) -> str:
    """`The site …` opens a sentence; any other name stays as it is written."""
    return _capital(name) if name.startswith(("the ", "a ")) else name


def _agreement_in_english(name: str) -> str:
    """An agreement goes by its Spanish name; one that is not published has none."""
    return name if name.startswith("an ") else f"the agreement “{name}”"


def of(name: str) -> str:
    """`del producto …`, `de la instalación …`."""
    return f"d{name}" if name.startswith("el ") else f"de {name}"


def _capital(value: str) -> str:
    return value[:1].upper() + value[1:]


FILTERS: Mapping[str, Callable[[str], str]] = {
    "fecha": lambda value: long_es(parse_day(value)) if value else "",
    "date": lambda value: long_en(parse_day(value)) if value else "",
    "dias": _counted("día", "días"),
    "days": _counted("day", "days"),
    "acuerdos": _counted("acuerdo", "acuerdos"),
    "suyos": lambda value: f"{'uno' if value == '1' else value} de sus acuerdos",
    "acuerdo": called_agreement,
    "frase": _sentence,
    "sujeto": _subject,
    "del": of,
    "mayuscula": _capital,
    "agreements": _counted("agreement", "agreements"),
    "theirs": lambda value: f"{'one' if value == '1' else value} of its agreements",
    "agreement": _agreement_in_english,
    "subject": _subject_in_english,
}
