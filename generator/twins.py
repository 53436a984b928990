"""The address of a page → that of the same page in the other edition, or of that edition's home.

An English page stands below `en/` where the Spanish one stands: there is no list of pairs to keep.
"""

from collections.abc import Collection

from generator.language import ENGLISH_PREFIX, SPANISH


def twin(path: str, known: Collection[str]) -> str | None:
    """The same page in the other edition; None where that is none of the `known` addresses."""
    found = (
        path.removeprefix(ENGLISH_PREFIX)
        if path.startswith(ENGLISH_PREFIX)
        else f"{ENGLISH_PREFIX}{path}"
    )
    return found if found in known else None


def home(language: str, known: Collection[str]) -> str | None:
    """Where the edition begins that is not in this language; None where there is no other."""
    found = ENGLISH_PREFIX if language == SPANISH.code else ""
    return found if found in known else None
