"""Rows of what can be found → the files of the search index that the browser reads."""

from generator.search.parts import files
from generator.search.rows import Row

__all__ = ["Row", "files"]
