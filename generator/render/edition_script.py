"""Turns what an edition has of its own into the module that its scripts know it by."""

import json
from collections.abc import Mapping

MODULE = "idioma/edicion.js"

Pages = Mapping[str, tuple[str, str]]
"""Titles and descriptions of the edition's pages of prose, by their address in Spanish."""

_LOCALES = {"en": "en-GB"}


def script(code: str, prefix: str, pages: Pages, names: Mapping[str, Mapping[str, str]]) -> str:
    """The module: one constant, as `templates/assets/idioma/edicion.js` has it for Spanish."""
    edition = {"locale": _LOCALES[code], "prefix": prefix, "pages": pages, "names": names}
    body = json.dumps(edition, ensure_ascii=False, separators=(",", ":"))
    return f"/** The edition of these scripts. */\nexport const EDITION = {body};\n"
