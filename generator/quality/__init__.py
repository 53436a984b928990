"""Published records → what is missing, old, unsourced or contradictory in them, field by field."""

from generator.quality.gap import KINDS, Gap, Kind

__all__ = ["KINDS", "Gap", "Kind"]
