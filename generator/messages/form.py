"""Words for faults of form: the file, its YAML, its keys and its values (APL001 to APL099)."""

from collections.abc import Mapping

from generator.messages.message import Message


def _error(es: str, en: str, hint_es: str = "", hint_en: str = "") -> Message:
    return Message("error", es, en, hint_es, hint_en)


FORM: Mapping[str, Message] = {
    "APL001": _error(
        "el nombre del archivo, «{name}», no sirve de id",
        "the file's name, “{name}”, cannot be an id",
        "Usa minúsculas sin acentos, números y guiones, 80 signos a lo más: vina-quebrada.yaml.",
        "Use lower-case letters without accents, digits and hyphens, at most 80: vina-azul.yaml.",
    ),
    "APL002": _error("no se puede leer el archivo: {reason}", "the file cannot be read: {reason}"),
    "APL003": _error(
        "el archivo pesa más de 1 MiB; un registro cabe en mucho menos",
        "the file is larger than 1 MiB; a record takes far less",
    ),
    "APL004": _error(
        "el texto no está en UTF-8: aquí hay un byte {byte}",
        "the text is not UTF-8: here stands a byte {byte}",
        "Guarda el archivo con la codificación UTF-8.",
        "Save the file with the encoding UTF-8.",
    ),
    "APL005": _error(
        "el archivo empieza con una marca de orden de bytes (BOM)",
        "the file begins with a byte-order mark (BOM)",
        "Guárdalo como «UTF-8», no como «UTF-8 con BOM».",
        "Save it as “UTF-8”, not as “UTF-8 with BOM”.",
    ),
    "APL006": _error(
        "hay un carácter de control ({point})",
        "a control character ({point}) stands here",
        "Bórralo y escribe de nuevo el texto de alrededor.",
        "Delete it and type the text around it again.",
    ),
    "APL007": _error(
        "hay un carácter invisible ({point})",
        "an invisible character ({point}) stands here",
        "Suele venir al copiar y pegar: borra y escribe de nuevo ese texto.",
        "It often comes with copy and paste: delete that text and type it again.",
    ),
    "APL008": _error(
        "hay un tabulador al comienzo de la línea; YAML usa espacios",
        "the line begins with a tab; YAML uses spaces",
        "Reemplázalo por dos espacios por nivel.",
        "Replace it by two spaces a level.",
    ),
    "APL009": _error("el archivo está vacío", "the file is empty"),
    "APL010": _error("no es YAML válido: {problem}", "this is not valid YAML: {problem_en}"),
    "APL011": _error(
        "el archivo tiene otro documento («---»); va un registro por archivo",
        "the file holds another document (“---”); one record a file",
    ),
    "APL012": _error(
        "no se usan anclas («&{name}»); escribe el valor",
        "anchors (“&{name}”) are not used; write the value",
        "Si el texto empieza con «&», ponlo entre comillas.",
        "If the text begins with “&”, quote it.",
    ),
    "APL013": _error(
        "no se usan alias («*{name}»); escribe el valor",
        "aliases (“*{name}”) are not used; write the value",
        "Si el texto empieza con «*», ponlo entre comillas.",
        "If the text begins with “*”, quote it.",
    ),
    "APL014": _error(
        "no se usan etiquetas («{name}»)",
        "tags (“{name}”) are not used",
        "Si el texto empieza con «!», ponlo entre comillas.",
        "If the text begins with “!”, quote it.",
    ),
    "APL015": _error(
        "hay más de {deepest} niveles, uno dentro de otro", "nested more than {deepest} levels deep"
    ),
    "APL016": _error(
        "la clave tiene que ser una palabra",
        "a key has to be a word",
        "Va «clave: valor»; un texto que empieza con «[», «{{» o «?» necesita comillas.",
        "Write “key: value”; a text that begins with “[”, “{{” or “?” needs quotes.",
    ),
    "APL017": _error(
        "la clave «{key}» está repetida; la primera está en la línea {first}",
        "the key “{key}” is repeated; the first one is in line {first}",
    ),
    "APL018": _error(
        "no se usa «<<» para mezclar claves; escribe cada una",
        "“<<” does not merge keys here; write each one",
    ),
    "APL019": _error(
        "el id «{id}» está también en {other}",
        "the id “{id}” stands in {other} too",
        "Cada id es único en su colección, con todas sus carpetas: cambia el nombre de uno de los "
        "archivos.",
        "An id is unique in its collection, over all its folders: rename one of the files.",
    ),
    "APL020": _error("falta la clave «{key}»", "the key “{key}” is missing"),
    "APL021": _error(
        "no existe la clave «{key}»",
        "there is no key “{key}”",
        "Aquí pueden ir: {known}.",
        "Known here: {known}.",
    ),
    "APL022": _error(
        "se esperaba un solo valor, y hay {found}",
        "a single value was expected, and here stands {found_en}",
    ),
    "APL023": _error(
        "se esperaba un bloque de claves, una por línea, y hay {found}",
        "a block of keys was expected, one a line, and here stands {found_en}",
    ),
    "APL024": _error(
        "se esperaba una lista, y hay {found}",
        "a list was expected, and here stands {found_en}",
        "Pon cada valor en su línea, con «- » adelante, o entre corchetes: [a, b].",
        "Put each value on a line of its own with “- ”, or in brackets: [a, b].",
    ),
    "APL025": _error(
        "«{value}» no está entre los valores posibles: {choices}",
        "“{value}” is not one of: {choices}",
    ),
    "APL026": _error("la lista necesita al menos un valor", "the list needs at least one value"),
    "APL027": _error(
        "el archivo tiene que ser un bloque de claves, una por línea",
        "the file has to be a block of keys, one a line",
    ),
    "APL028": _error(
        "el archivo tiene que ser una lista, con «- » delante de cada entrada",
        "the file has to be a list, with “- ” before each entry",
    ),
    "APL029": _error(
        "«{key}» no se anota: sale de otros datos de la ficha",
        "“{key}” is not recorded: it follows from other data of the record",
        "El estado y la vigencia salen de las fechas; la región, de la comuna; la sección, del "
        "código CIIU.",
        "State and validity follow from dates, the region from the comuna, the section from CIIU.",
    ),
    "APL030": _error("el texto está en blanco", "the text is blank"),
    "APL031": _error(
        "«{value}» no es un id",
        "“{value}” is not an id",
        "Un id tiene minúsculas sin acentos, números y guiones, 80 signos a lo más.",
        "An id has lower-case letters without accents, digits and hyphens, at most 80.",
    ),
    "APL032": _error(
        "«{value}» no tiene la forma empresa/elemento",
        "“{value}” is not of the form company/element",
    ),
    "APL033": _error(
        "«{value}» no sirve de fecha: se espera AAAA-MM-DD",
        "“{value}” will not do as a date: YYYY-MM-DD",
    ),
    "APL034": _error(
        "«{value}» no sirve de fecha: se espera AAAA, AAAA-MM o AAAA-MM-DD",
        "“{value}” will not do as a date: YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    "APL035": _error(
        "«{value}» no es un número entero",
        "“{value}” is not a whole number",
        "Escríbelo solo con cifras, sin puntos ni unidad.",
        "Write digits only, without separators or unit.",
    ),
    "APL036": _error(
        "{value} es muy poco: se espera {minimum} o más",
        "{value} is too little: {minimum} or more is expected",
    ),
    "APL037": _error(
        "«{value}» no es un número",
        "“{value}” is not a number",
        "Escríbelo con cifras y punto decimal: 18.4.",
        "Write digits and a decimal point: 18.4.",
    ),
    "APL038": _error(
        "{value} está fuera de lo posible: de {low} a {high}",
        "{value} is out of range: {low} to {high}",
    ),
    "APL039": _error(
        "se espera true o false, y dice «{value}»", "true or false is expected, not “{value}”"
    ),
    "APL040": _error(
        "«{value}» no es un código de región",
        "“{value}” is not a region code",
        'Son dos cifras entre comillas, como "07" para el Maule.',
        'Two digits in quotes, such as "07" for Maule.',
    ),
    "APL041": _error(
        "«{value}» no es un código de comuna",
        "“{value}” is not a comuna code",
        'Son cinco cifras entre comillas, como "07101" para Talca.',
        'Five digits in quotes, such as "07101" for Talca.',
    ),
    "APL042": _error(
        "«{value}» no es un código CIIU4.CL",
        "“{value}” is not a CIIU4.CL code",
        "Una letra de la A a la U, o de 2 a 6 cifras que parten con una división; entre comillas.",
        "A letter from A to U, or 2 to 6 digits that begin with a division; in quotes.",
    ),
    "APL043": _error(
        "«{value}» no tiene la forma de un RUT",
        "“{value}” is not of the form of a RUT",
        'Se escribe como "12345678-5", entre comillas.',
        'Write it as "12345678-5", in quotes.',
    ),
    "APL044": _error(
        "el dígito verificador de «{value}» no corresponde",
        "the check digit of “{value}” is wrong",
        "Cópialo de nuevo de la fuente: hay una cifra cambiada.",
        "Copy it again from the source: a digit was mistaken.",
    ),
    "APL045": _error(
        "«{value}» no es un código del registro",
        "“{value}” is not a code of the register",
        'Son ocho signos, como "ABCD-EFGG": cifras y letras sin I, L, O ni U.',
        'Eight symbols, such as "ABCD-EFGG": digits and letters without I, L, O and U.',
    ),
    "APL046": _error(
        "el código «{value}» tiene un error de copia: su último signo no corresponde",
        "the code “{value}” was copied wrong: its last symbol does not fit",
    ),
    "APL047": _error("«{value}» no es una dirección https", "“{value}” is not an https address"),
    "APL048": _error(
        "«{value}» no es una dirección http o https", "“{value}” is not an http or https address"
    ),
    "APL049": _error("«{value}» no es un correo electrónico", "“{value}” is not an e-mail address"),
    "APL050": Message(
        "warning",
        "ponlo entre comillas: otros programas leen {value} como número",
        "quote it: other programs read {value} as a number",
        'Escribe "{value}".',
        'Write "{value}".',
    ),
    "APL051": Message(
        "warning",
        "«{value}» queda fuera del valor: después de un espacio, «#» empieza un comentario",
        "“{value}” is left out of the value: after a space, “#” begins a comment",
        "Si es parte del texto, ponlo entero entre comillas; si no, deja un espacio tras «#».",
        "If it is part of the text, quote it all; if not, leave a space after “#”.",
    ),
    "APL052": _error(
        "se esperaba una lista, y falta un espacio después de cada «-»",
        "a list was expected, and a space is missing after each “-”",
    ),
    "APL053": _error(
        "la clave «{key}» no va en este bloque",
        "the key “{key}” does not belong in this block",
        "Es de un bloque «{home}»; si la sangría está bien, aquí pueden ir: {known}.",
        "It is of a block “{home}”; if the indentation is right, known here are: {known}.",
    ),
    "APL054": _error(
        "la fecha «{value}» no sirve: {reason}",
        "the date “{value}” will not do: {reason_en}",
    ),
    "APL060": _error(
        "no hay una clave «{key}»: aquí no van datos de contacto de personas",
        "there is no key “{key}”: personal contact data has no place here",
    ),
    "APL061": _error(
        "hay un correo electrónico, «{value}»; aquí no van datos de contacto de personas",
        "an e-mail address, “{value}”, stands here; personal contact data has no place here",
    ),
    "APL062": _error(
        "hay un teléfono, «{value}»; aquí no van datos de contacto de personas",
        "a telephone number, “{value}”, stands here; personal contact data has no place here",
    ),
    "APL063": _error(
        "hay un RUT de persona natural, «{value}»; este registro no los publica",
        "the RUT of a natural person, “{value}”, stands here; this register does not publish them",
    ),
    "APL064": Message(
        "warning",
        "el comentario lleva un dato de contacto o un RUT de persona natural, «{value}»",
        "the comment holds contact data or the RUT of a natural person, “{value}”",
        "El sitio no lo muestra, pero el archivo está a la vista: bórralo.",
        "The site does not show it, but the file is there to be read: delete it.",
    ),
    "APL090": _error(
        "«{name}» no es un archivo del registro",
        "“{name}” is not a file of the registry",
        "Cada registro va en la carpeta de su colección: {folders}.",
        "Each record goes into the folder of its collection: {folders}.",
    ),
    "APL091": _error(
        "esta carpeta no es una colección del registro",
        "this folder is not a collection of the registry",
        "Las carpetas son: {folders}.",
        "The folders are: {folders}.",
    ),
    "APL092": _error(
        "«{name}» no se leerá: un registro termina en .yaml",
        "“{name}” will not be read: a record ends in .yaml",
        "Cambia su nombre, o sácalo de aquí. Una planilla va en entrada/, sin datos personales.",
        "Rename it, or take it out. A spreadsheet goes into entrada/, without personal data.",
    ),
    "APL093": _error(
        "«{name}» es un enlace, y no se seguirá",
        "“{name}” is a link, and will not be followed",
        "Pon aquí el archivo mismo, o saca el enlace.",
        "Put the file itself here, or take the link out.",
    ),
    "APL094": _error(
        "la carpeta «{name}» no se puede leer",
        "the folder “{name}” cannot be read",
        "Revisa sus permisos.",
        "Check its permissions.",
    ),
    "APL095": _error(
        "«{name}» no es un archivo común, y no se leerá",
        "“{name}” is no regular file, and will not be read",
    ),
    "APL096": _error(
        "en vocabulario/ van solo organismos.yaml y auditores.yaml, y no «{name}»",
        "only organismos.yaml and auditores.yaml belong in vocabulario/, and not “{name}”",
        "Cada una de esas listas es un solo archivo; sácalo de aquí.",
        "Each of these lists is a single file; take this out of here.",
    ),
    "APL097": _error(
        "«{name}» es un archivo, y con ese nombre va una carpeta",
        "“{name}” is a file, and a folder belongs under that name",
        "Bórralo, y haz una carpeta con los registros adentro.",
        "Delete it, and make a folder with the records inside.",
    ),
    "APL099": Message(
        "info",
        "desde aquí hay {count} avisos más como {code} en este archivo",
        "from here on there are {count} more problems such as {code} in this file",
    ),
}
