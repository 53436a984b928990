"""What libyaml says of broken YAML, in Spanish."""

import re

_SPANISH: tuple[tuple[str, str], ...] = (
    (
        r"mapping values are not allowed in this context",
        "hay «: » donde no puede empezar otra clave; si es parte de un texto, ponlo entre comillas",
    ),
    (
        r"could not find expected ':'",
        "falta «:» después de la clave, o el texto de la línea anterior no terminó",
    ),
    (
        r"did not find expected key",
        "se esperaba otra clave; revisa que las líneas de este bloque empiecen en la misma columna",
    ),
    (
        r"did not find expected '-' indicator",
        "se esperaba «- »; revisa que los puntos de la lista empiecen en la misma columna",
    ),
    (r"did not find expected ',' or '\]'", "falta «,» o «]» en la lista"),
    (r"did not find expected ',' or '\}'", "falta «,» o «}}» en el bloque"),
    (r"did not find expected node content", "falta un valor"),
    (r"did not find expected <document start>", "hay texto suelto fuera del registro"),
    (r"found unexpected end of stream", "las comillas, la lista o el bloque no se cierran"),
    (r"found unexpected document indicator", "hay «---» o «...» dentro de un texto"),
    (
        r"found character that cannot start any token",
        "este signo no puede empezar un valor; ponlo entre comillas",
    ),
    (r"found unknown escape character", "esa secuencia con «\\» no existe; usa comillas simples"),
    (r"found a tab character.*", "hay un tabulador donde van espacios"),
    (
        r"block sequence entries are not allowed in this context",
        "«- » no puede ir aquí; empieza la lista en otra línea",
    ),
    (
        r"block mapping entries are not allowed in this context",
        "aquí no puede empezar un bloque de claves",
    ),
    (r"mapping keys are not allowed in this context", "aquí no puede haber una clave"),
    (
        r"did not find expected hexdecimal number",
        "la secuencia con «\\» necesita un número hexadecimal",
    ),
    (r"found undefined tag handle", "hay una etiqueta («!») que no se puede usar"),
    (r"found duplicate anchor.*", "hay un ancla («&») repetida"),
    (r"found undefined alias.*", "hay un alias («*») sin ancla"),
    (
        r"did not find expected (alphabetic or numeric character|comment or line break)",
        "sobra un signo, o falta un espacio antes de «#»",
    ),
    (r"did not find digit or alphabetic character", "sobra un signo"),
    (
        r"found extremely long plain scalar|exceeded.*",
        "el archivo anida o alarga demasiado sus valores",
    ),
    (r"control characters are not allowed|.*special characters.*", "hay caracteres de control"),
)


def in_spanish(problem: str) -> str:
    """The Spanish of one of libyaml's fixed texts; a general sentence for the rare others."""
    for pattern, spanish in _SPANISH:
        if re.search(pattern, problem):
            return spanish.replace("}}", "}")
    return "esta línea no es YAML válido"
