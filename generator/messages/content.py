"""Words for faults of the prose, the moulds and the configuration (APL9nn)."""

from collections.abc import Mapping

from generator.messages.message import Message

CONTENT: Mapping[str, Message] = {}
