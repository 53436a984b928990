"""Two states of a registry → what the step from one to the other means to the public."""

from generator.changes.whole import Difference, difference

__all__ = ["Difference", "difference"]
