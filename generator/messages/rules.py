"""Words for faults between the values and records of a registry (APL2nn to APL8nn)."""

from collections.abc import Mapping

from generator.messages.message import Message

RULES: Mapping[str, Message] = {}
