"""The words for broken YAML: the slips that are recognised, and libyaml's own texts in Spanish."""

import re
from collections.abc import Mapping

CAUSES: Mapping[str, tuple[str, str]] = {
    "unclosed_quote": (
        "las comillas que se abren aquí no se cierran donde termina el texto",
        "the quote that opens here is not closed where the text ends",
    ),
    "unclosed_bracket": (
        "lo que se abre aquí con «{character}» no se cierra",
        "what opens here with “{character}” is not closed",
    ),
    "missing_comma": (
        "falta una coma, o cerrar la lista o el bloque, antes de esto",
        "a comma, or the end of the list or block, is missing before this",
    ),
    "colon_in_text": (
        "hay «: » dentro de un texto, como si empezara otra clave; pon el texto entre comillas",
        "“: ” stands inside a text, as if another key began; quote the text",
    ),
    "deeper_than_before": (
        "esta línea está más adentro que la anterior, que ya tiene su valor; "
        "alinéala con las demás claves del bloque",
        "this line is indented more than the one before, which has its value already; "
        "align it with the other keys of the block",
    ),
    "missing_colon": (
        "falta «: » entre la clave y su valor; si es la continuación de un texto, "
        "ponla más adentro que su clave",
        "“: ” is missing between the key and its value; the rest of a text has to be indented "
        "more than its key",
    ),
    "conflict": (
        "quedó una marca de un conflicto de git; elige una de las dos versiones y borra las marcas",
        "a mark of a git conflict was left; keep one of the versions and delete the marks",
    ),
    "no_space_after_colon": (
        "falta un espacio después de «:»",
        "a space is missing after “:”",
    ),
    "no_name": (
        "falta el nombre de la clave antes de «:»",
        "the name of the key is missing before “:”",
    ),
    "equals": (
        "entre la clave y su valor va «: », no «=»",
        "“: ” goes between the key and its value, not “=”",
    ),
    "wide_colon": (
        "los dos puntos son de otro alfabeto; escribe «:»",
        "this colon is of another script; write “:”",
    ),
    "no_space_after_dash": (
        "falta un espacio después de «-»",
        "a space is missing after “-”",
    ),
    "hard_space": (
        "hay un espacio duro (U+00A0), que viene de copiar y pegar; escribe un espacio común",
        "a no-break space (U+00A0), which comes with copy and paste, stands here; type a space",
    ),
    "text_after_quote": (
        "hay texto después de cerrar las comillas; si el texto lleva comillas adentro, "
        "rodéalo con la otra clase: '…\"…'",
        "text follows the closing quote; if the text holds quotes, surround it with the other "
        "kind: '…\"…'",
    ),
    "text_after_bracket": (
        "hay texto después de cerrar la lista; si es un solo texto, ponlo entero entre comillas",
        "text follows the end of the list; if it is one text, quote it as a whole",
    ),
    "uneven_indent": (
        "esta línea no empieza en la columna de su bloque; alinéala con las demás claves",
        "this line does not begin in the column of its block; align it with the other keys",
    ),
    "tab": (
        "hay un tabulador donde van espacios",
        "a tab stands where spaces belong",
    ),
    "cannot_start": (
        "un texto no puede empezar con «{character}»; ponlo entre comillas",
        "a text cannot begin with “{character}”; quote it",
    ),
    "after_block_sign": (
        "después de «{character}» el texto va en la línea siguiente, dos espacios más adentro; "
        "si «{character}» es parte del texto, ponlo entre comillas",
        "after “{character}” the text goes on the next line, two spaces further in; "
        "if “{character}” is part of the text, quote it",
    ),
    "list_on_line": (
        "una lista con «- » empieza en la línea siguiente a su clave; "
        "si es un texto, ponlo entre comillas",
        "a list with “- ” begins on the line after its key; if this is a text, quote it",
    ),
}
"""Spanish and English for each slip; `{character}` is the one at its place."""

_SPANISH: tuple[tuple[str, str], ...] = (
    (r"did not find expected node content", "falta un valor"),
    (r"did not find expected <document start>", "hay texto suelto fuera de la ficha"),
    (r"found unexpected end of stream", "el archivo termina antes que la lista o el bloque"),
    (r"found unexpected document indicator", "hay «---» o «...» dentro de un texto"),
    (r"found unknown escape character", "esa secuencia con «\\» no existe; usa comillas simples"),
    (
        r"did not find expected hexdecimal number",
        "después de esa «\\» se espera un número hexadecimal; usa comillas simples",
    ),
    (
        r"invalid Unicode character escape code",
        "esa secuencia con «\\» no corresponde a ningún carácter; usa comillas simples",
    ),
    (r"found a tab character.*", "hay un tabulador donde van espacios"),
    (
        r"block mapping entries are not allowed in this context",
        "aquí no puede empezar un bloque de claves",
    ),
    (r"mapping keys are not allowed in this context", "aquí no puede haber una clave"),
    (r"tag", "hay una etiqueta («!») que no se puede usar; si es un texto, ponlo entre comillas"),
    (r"directive|version", "hay una línea que empieza con «%»; ponla entre comillas o bórrala"),
    (r"comment or line break", "sobra un signo, o falta un espacio antes de «#»"),
    (r"indentation", "la sangría del texto no es la que anuncia su signo"),
    (r"control characters are not allowed|special characters", "hay caracteres de control"),
)


def in_spanish(problem: str) -> str:
    """The Spanish of one of libyaml's fixed texts; a general sentence for the rare others."""
    for pattern, spanish in _SPANISH:
        if re.search(pattern, problem):
            return spanish
    return "esta línea no se entiende; revisa comillas, dos puntos y sangría"
