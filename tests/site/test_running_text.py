"""What a page says without its style sheet: to a screen reader, in a copy, in a plain browser."""

import re

from tests.site.outline import Pages

INLINE = r"(?:a|span|strong|em|small|time|code)"
RUN_TOGETHER = re.compile(
    rf"[\w)\]](?:</{INLINE}>)*<(?:span|small|strong|time)\b[^>]*>(?:<{INLINE}\b[^>]*>)*\w"
    rf"|\w</(?:span|small|strong|time)>(?:</{INLINE}>)*(?:<{INLINE}\b[^>]*>)*\w"
)
"""Two words in neighbouring pieces of a line with nothing between them."""


def test_words_do_not_run_together(pages: Pages) -> None:
    """Pieces of a line are apart by a space or a sign, not by the style sheet alone."""
    found = {}
    for name, page in pages.items():
        main = page.html.partition("<main")[2].partition("</main>")[0]
        text = re.sub(r"<(pre|svg|script)\b.*?</\1>", "", main, flags=re.DOTALL)
        if held := [match[0] for match in RUN_TOGETHER.finditer(text)]:
            found[name] = held[:3]

    assert not found
