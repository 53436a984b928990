"""Text → whether it is the address of a page."""

import re
from urllib.parse import urlsplit

LONGEST = 2000

HOST = re.compile(r"(?=.{1,253}$)[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*")
"""The name of a machine, with a point in it or not."""


def is_address(text: str, schemes: tuple[str, ...]) -> bool:
    """Whether `text` is a whole address, without spaces or a user's name, by one of `schemes`."""
    if len(text) > LONGEST or any(c.isspace() or c in '<>"\\^`{|}' for c in text):
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    host = parts.hostname or ""
    return (
        parts.scheme in schemes
        and "@" not in parts.netloc
        and "." in host
        and HOST.fullmatch(host) is not None
    )
