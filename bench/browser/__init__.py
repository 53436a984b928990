"""A built site → what its visitors pay in a browser: bytes, milliseconds, Lighthouse's scores."""
