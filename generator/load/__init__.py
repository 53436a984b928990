"""Files of a registry → records and problems, with line and column."""

from generator.load.entry import Entry
from generator.load.loaded import Loaded
from generator.load.lost import LOST, is_lost
from generator.load.places import locate
from generator.load.whole import load

__all__ = ["LOST", "Entry", "Loaded", "is_lost", "load", "locate"]
