"""The tables → the data dictionary: what each column means, in Spanish and in English."""

import csv
import io

from generator.exports.tables import TABLES

HEADER = (
    "tabla columna tipo titulo descripcion title description valores obligatoria derivada".split()
)

KINDS = {
    "text": ("texto", "text"),
    "integer": ("entero", "integer"),
    "number": ("número", "number"),
    "boolean": ("true o false", "true or false"),
    "day": ("fecha", "date"),
    "partial_day": ("fecha, mes o año", "date, month or year"),
    "list": ("lista entre «; »", "list, with “; ” between"),
    "blocks": ("lista en JSON", "list in JSON"),
}
"""What cells of each kind are called."""


def dictionary() -> bytes:
    """As a table of its own: UTF-8, commas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for name, table in TABLES.items():
        for one in table.columns:
            words = (one.title, one.description, one.title_en, one.description_en)
            flags = ("true" if flag else "false" for flag in (one.required, one.derived))
            kind = KINDS[one.kind][0]
            writer.writerow((name, one.name, kind, *words, "; ".join(one.choices), *flags))
    return out.getvalue().encode()
