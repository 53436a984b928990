"""A catalogue of messages (`generator/data/idiomas/<code>.po`) → a language, read once and kept.

What Babel reads in a fifth of a second is kept as a mapping, for every build needs it.
"""

from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from generator import store
from generator.language import ENGLISH_PREFIX, Language, Message, Messages

_FOLDER = "idiomas"


def english(cache: Path | None = None) -> Language:
    """The English of the site; what was read of it is kept below `cache`."""
    source = files("generator.data").joinpath(_FOLDER, "en.po").read_bytes()
    digest = sha256(source).hexdigest()[:24]
    file = cache / _FOLDER / "en.mensajes" if cache else None
    known = store.kept(file, digest) if file else None
    messages = known if isinstance(known, dict) else read(source)
    if file and known is None:
        store.keep(file, digest, messages)
    return Language("en", "en", ENGLISH_PREFIX, Messages(messages), digest)


def read(source: bytes) -> dict[str, Message]:
    """The translated messages of a catalogue, by the text or its form for one."""
    from babel.messages.pofile import read_po  # takes longer than all the rest of a short build

    found: dict[str, Message] = {}
    for message in read_po(BytesIO(source), locale="en"):
        text, said = message.id, message.string
        if isinstance(text, tuple) and isinstance(said, tuple) and all(said):
            found[text[0]] = (said[0], said[1])
        elif isinstance(text, str) and text and isinstance(said, str) and said:
            found[text] = said
    return found
