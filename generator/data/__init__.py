"""Reads the reference tables that ship with the generator; README.md names their sources."""

import csv
from importlib.resources import files


def text(name: str) -> str:
    """The table file `name` (`mapa.json`, `comunas.csv`) as it stands; FileNotFoundError if none.

    Not cached: whoever parses a table keeps the result.
    """
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of the CSV file `name`, in file order, keyed by its first line; all cells text."""
    return list(csv.DictReader(text(name).splitlines()))
