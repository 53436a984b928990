"""The words for what a spreadsheet holds and no record can: files, sheets, cells and rows."""

from collections.abc import Mapping

from generator.messages import Language, hint, level, message
from generator.messages.message import Message
from generator.model.fields import PERSONAL
from generator.problem import Level, Place, Problem
from generator.rut import NATURAL_BELOW
from generator.sheets.sheet import Trouble


def _error(es: str, en: str, hint_es: str = "", hint_en: str = "") -> Message:
    return Message("error", es, en, hint_es, hint_en)


def _info(es: str, en: str, hint_es: str = "", hint_en: str = "") -> Message:
    return Message("info", es, en, hint_es, hint_en)


_FILES: Mapping[str, Message] = {
    "too-large": _error(
        "el archivo es demasiado grande: más de {most} MiB", "the file is larger than {most} MiB"
    ),
    "empty-file": _error("el archivo está vacío", "the file is empty"),
    "no-book": _error(
        "no es un libro de Excel, aunque su nombre lo diga",
        "this is no workbook, whatever its name says",
        "Ábrelo en la planilla de cálculo y guárdalo como «Libro de Excel (.xlsx)».",
        "Open it in a spreadsheet program and save it as “Excel workbook (.xlsx)”.",
    ),
    "unknown-kind": _error(
        "no se sabe leer esta clase de archivo; se leen {endings}",
        "files of this kind are not read; these are: {endings}",
    ),
    "empty-zip": _error("el zip no trae ningún archivo .csv", "the zip holds no .csv file"),
    "damaged": _error(
        "el archivo está dañado y no se puede leer",
        "the file is damaged and cannot be read",
        "Pide que lo envíen de nuevo, o ábrelo en la planilla de cálculo y guárdalo otra vez.",
        "Ask for it again, or open it in a spreadsheet program and save it anew.",
    ),
    "password": _error(
        "el archivo tiene contraseña",
        "the file is protected by a password",
        "Guarda una copia sin contraseña e importa la copia.",
        "Save a copy without a password and import that.",
    ),
    "no-json": _error("no es JSON válido", "this is not valid JSON"),
    "other-json": _error(
        "este JSON no trae tablas como las de «apl export»",
        "this JSON holds no tables like those of “apl export”",
    ),
    "too-wide": _error(
        "una hoja abarca más de {most} celdas; borra lo que esté lejos de la tabla",
        "a sheet spans more than {most} cells; delete what lies far from the table",
    ),
    "bad-quotes": _error(
        "hay comillas que no se cierran",
        "there are quotes that do not close",
        "Guarda la hoja de nuevo como CSV, o como libro de Excel.",
        "Save the sheet as CSV again, or as a workbook.",
    ),
    "no-text": _error("el texto está cortado o dañado", "the text is cut or damaged"),
    "hidden-sheet": _info("la hoja está oculta: no se lee", "the sheet is hidden: it is not read"),
    "no-header": _info(
        "no tiene una fila de encabezados conocidos: no se lee",
        "it has no row of known headers: it is not read",
    ),
    "nothing-to-read": _error(
        "no hay ninguna hoja con encabezados conocidos",
        "there is no sheet with known headers",
        "Usa nombres como RUT, Razón social, Instalación, Comuna, Acuerdo, Fecha de adhesión.",
        "Use names such as RUT, Razón social, Instalación, Comuna, Acuerdo, Fecha de adhesión.",
    ),
    "personal-columns": _info(
        "datos personales que no se leen ni se registran: {names}",
        "personal data, neither read nor recorded: {names}",
    ),
    "second-columns": _info(
        "se usan solo donde «{first}» está vacía: {names}",
        "used only where “{first}” is empty: {names}",
    ),
    "unknown-columns": _info(
        "columnas que no se usan: {names}", "columns that are not used: {names}"
    ),
}
_CELLS: Mapping[str, Message] = {
    "error-cell": _error(
        "la fórmula no da un valor ({value})",
        "the formula yields no value ({value})",
        "Corrige la fórmula, o pega solo los valores.",
        "Mend the formula, or paste the values alone.",
    ),
    "lost-letters": _error(
        "el texto perdió letras al guardarse: «{value}»", "letters were lost in “{value}”"
    ),
    "day-for-text": _error(
        "la celda tiene una fecha ({value}), y aquí va un texto",
        "the cell holds a day ({value}), and a text belongs here",
        "Excel convierte en fecha lo que se le parece, como 12/2021: da a la celda formato de "
        "texto y escríbelo de nuevo.",
        "Excel makes a day of what looks like one, such as 12/2021: format the cell as text and "
        "type it again.",
    ),
    "lost-digits": _error(
        "el número {value} perdió cifras en la planilla",
        "the number {value} has lost digits in the sheet",
        "Da a la celda formato de texto y escríbelo de nuevo.",
        "Format the cell as text and type it again.",
    ),
    "no-day": _error("«{value}» es una hora, no una fecha", "“{value}” is a time, not a day"),
    "short-year": _error(
        "«{value}» tiene un año de dos cifras",
        "“{value}” has a year of two digits",
        "Escribe el año completo: 03-05-2024.",
        "Write the whole year: 03-05-2024.",
    ),
    "month-or-day": _error(
        "«{value}» se puede leer de dos maneras: en esta columna hay fechas con el mes primero",
        "“{value}” can be read in two ways: this column holds days with the month first",
        "Escribe las fechas como 2024-05-03.",
        "Write days as 2024-05-03.",
    ),
    "rut-without-digit": _error(
        "«{value}» es un número sin guion: no se sabe si le falta el dígito verificador",
        "“{value}” is a number without a hyphen: its check digit may be missing",
    ),
    "no-choice": _error(
        "«{value}» no está entre los valores posibles: {choices}",
        "“{value}” is none of the possible values: {choices}",
    ),
    "repeated-column": _error(
        "la columna está repetida y dice «{value}» donde la otra dice «{other}»",
        "the column stands twice, and says “{value}” where the other one says “{other}”",
    ),
}
_ROWS: Mapping[str, Message] = {
    "contradicts": _error(
        "dice «{value}», y la fila {row} dice «{other}» de lo mismo",
        "says “{value}”, and row {row} says “{other}” of the same",
    ),
    "which-element": _error(
        "la empresa tiene varios elementos, y la fila no dice cuál",
        "the company has several elements, and the row does not say which",
    ),
    "no-name": _error("falta el nombre de la instalación", "the installation's name is missing"),
    "number-gap": _error(
        "no existe el número {value}: hay {last}", "there is no number {value}: there are {last}"
    ),
    "several": _error("«{value}» puede ser cualquiera de estos: {ids}", "“{value}” may be: {ids}"),
    "unknown-record": _error("«{value}» no está entre {table}", "“{value}” is not among {table}"),
    "unknown-element": _error(
        "«{value}» no está entre los elementos de {id}", "“{value}” is no element of {id}"
    ),
    "which-adhesion": _error(
        "no se sabe a cuál adhesión se refiere: hay {count} abiertas",
        "the row does not say which adhesion is meant: {count} are open",
    ),
    "unknown-certificate": _error(
        "no hay un solo certificado con el código «{value}»",
        "there is not one certificate with the code “{value}”",
    ),
    "unknown-agreement": _error(
        "«{value}» no es el id ni el nombre de un acuerdo",
        "“{value}” is neither the id nor the name of an agreement",
    ),
    "no-agreement": _error(
        "falta el acuerdo",
        "the agreement is missing",
        "Agrega una columna «Acuerdo», o di cuál es con --acuerdo ID.",
        "Add a column “Acuerdo”, or name it with --acuerdo ID.",
    ),
    "no-parent": _error("falta la columna «{key}»", "the column “{key}” is missing"),
    "no-company": _error(
        "la fila no dice de qué empresa es", "the row does not say which company it is about"
    ),
    "other-rut": _error("el RUT {value} es de {id}", "the RUT {value} is that of {id}"),
    "other-name": _error(
        "{id} tiene ese nombre, y otro RUT que {value}",
        "{id} has this name, and another RUT than {value}",
        "Si es la misma empresa, pon su id en una columna «id empresa»; si no, escribe su RUT.",
        "If it is the same company, put its id into a column “id empresa”.",
    ),
    "no-id": _error("falta un id con letras o números", "an id of letters or digits is missing"),
    "no-rut": _error(
        "«{value}» es una empresa nueva y le falta el RUT",
        "“{value}” is a new company, and its RUT is missing",
    ),
    "unknown-company": _error(
        "no hay una empresa con el RUT {value}, y para agregarla falta su razón social",
        "no company has the RUT {value}, and to add it its legal name is missing",
    ),
    "elsewhere": _error(
        "el código {value} es de otro elemento de {id}",
        "the code {value} is that of another element of {id}",
    ),
}
_NOTES: Mapping[str, Message] = {
    "other-id": _info(
        "el id «{value}» no está en el registro; por su RUT es {id}",
        "the id “{value}” is not in the register; by its RUT this is {id}",
    ),
    "person-rut": _info(
        "el RUT es de una persona natural: no se registra sin su consentimiento",
        "the RUT is that of a natural person: it is not recorded without consent",
    ),
    "size-unknown": _info(
        "la planilla no dice el tamaño: queda «sin_informacion»",
        "the list does not tell the size: it is recorded as “sin_informacion”",
    ),
    "state-unknown": _info(
        "la planilla no dice el estado de la adhesión: queda «{state}»",
        "the list does not tell the state of the adhesion: it is recorded as “{state}”",
    ),
    "minted": _info("recibe el código {code}", "it is given the code {code}"),
    "to-mint": _info("recibirá un código nuevo", "it will be given a new code"),
}
_PERSONAL = frozenset((*PERSONAL.values(), "APL202", "APL209"))
"""Faults whose words repeat what somebody's name, telephone or address is."""

CATALOGUE: Mapping[str, Message] = {**_FILES, **_CELLS, **_ROWS, **_NOTES}


def severity(trouble: Trouble) -> Level:
    """How serious it is."""
    if trouble.code in CATALOGUE:
        return CATALOGUE[trouble.code].level
    return level(_problem(trouble))


def told(trouble: Trouble, language: Language) -> tuple[str, str]:
    """What is wrong, and how to mend it (or an empty text)."""
    if trouble.code not in CATALOGUE:
        return message(_problem(trouble), language), hint(_problem(trouble), language)
    words = CATALOGUE[trouble.code]
    params = {key: _one_line(value) for key, value in trouble.params.items()}
    said = words.text(language).format(**params)
    if suggestion := params.get("suggestion"):
        ask = "¿Quisiste decir {}?" if language == "es" else "Did you mean {}?"
        return said, ask.format(suggestion)
    return said, words.hint(language).format(**params)


def _problem(trouble: Trouble) -> Problem:
    """A fault of the register's own, without the personal data that it is about."""
    params = dict(trouble.params)
    if trouble.code in _PERSONAL or _may_be_persons_rut(trouble):
        params |= dict.fromkeys(("value", "found", "found_en", "id") & params.keys(), "•••")
        params.pop("suggestion", None)
    return Problem(Place(trouble.place.file), trouble.code, params)


def _may_be_persons_rut(trouble: Trouble) -> bool:
    if trouble.code not in ("APL043", "APL044"):
        return False
    digits = "".join(sign for sign in str(trouble.params.get("value"))[:-1] if sign.isdigit())
    return not digits or int(digits) < NATURAL_BELOW


def _one_line(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 200 else f"{text[:199]}…"
