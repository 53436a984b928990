"""Turns the names that this register gives, where a record has none to show, into those spoken.

All other names are the records' own and stay as they are in every language.
"""

from generator.language import gettext, is_spanish

WITHDRAWN_AGREEMENT = "acuerdo retirado de este registro"
"""What a withdrawn agreement is called: nothing else of it is published."""

UNNAMED_COMPANY = "una empresa sin nombre"

NAMELESS_PERSON = "Productor(a)"
"""What a natural person is called who did not consent to a name."""

NAMELESS_PERSON_OF = "Productor(a), {comuna}"

GIVEN_NAMES = (WITHDRAWN_AGREEMENT, UNNAMED_COMPANY, NAMELESS_PERSON)
"""Those that stand by themselves."""

_START = NAMELESS_PERSON_OF.partition("{")[0]


def said_name(name: str) -> str:
    """A record's name in the language spoken."""
    if is_spanish():
        return name
    if name in GIVEN_NAMES:
        return gettext(name)
    if name.startswith(_START):
        return gettext(NAMELESS_PERSON_OF).format(comuna=name[len(_START) :])
    return name
