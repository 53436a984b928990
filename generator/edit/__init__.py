"""Text of a record, comments and all → the same record in canonical form, mended or extended."""

from generator.edit.canonical import added, canonical, fresh

__all__ = ["added", "canonical", "fresh"]
