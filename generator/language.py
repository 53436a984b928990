"""The edition that is being made → its texts: Spanish as written, or what a catalogue has for it.

The language is a state of the work at hand, as gettext has it everywhere: who makes a page says in
which one, and whatever words the page asks for them there.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

Message = str | tuple[str, str]
"""A text, or its forms for one and for many."""


class Messages(dict[str, Message]):
    """A catalogue; a text that it lacks stays as it is."""

    def __missing__(self, text: str) -> Message:
        return text


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """A language of the site; `locale` says how numbers are written, `prefix` where it stands.

    Messages are found by the Spanish text; those with two forms by the form for one.
    """

    code: str
    locale: str
    prefix: str = ""
    messages: Mapping[str, Message] = field(default_factory=Messages, repr=False)
    digest: str = ""
    """What tells its messages from any others."""

    def said(self, text: str) -> str:
        """The text in this language."""
        if self.code == "es" or not text:
            return text
        found = self.messages[text]
        return found if isinstance(found, str) else found[0]

    def forms(self, one: str, many: str) -> tuple[str, str]:
        """The text for one and for many in this language."""
        found = (one, many) if self.code == "es" else self.messages[one]
        return found if isinstance(found, tuple) else (one, many)


SPANISH = Language("es", "es_CL")
ENGLISH_PREFIX = "en/"
"""Below it, each page of the English edition has the address of the Spanish one."""

_spoken: ContextVar[Language] = ContextVar("language", default=SPANISH)


def spoken() -> Language:
    """The language of the page that is being made."""
    return _spoken.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Make whatever is made meanwhile in this language."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def gettext(text: str) -> str:
    """The text in the language spoken."""
    return _spoken.get().said(text)


def gettext_noop(text: str) -> str:
    """The text as it stands: a mark that it is a message, which is said where it is shown."""
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """Which of two forms goes with a count, in the language spoken."""
    return _spoken.get().forms(one, many)[count != 1]


def is_spanish() -> bool:
    """Whether the records' own language is spoken."""
    return _spoken.get().code == SPANISH.code
