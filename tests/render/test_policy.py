"""The policy of a page: its own scripts, files of its own site, and nothing else."""

import pytest

from generator.render import policy

SCRIPT = "alert(1)"
HASH = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
"""What browsers themselves ask for when they refuse `alert(1)`."""


def _page(body: str) -> str:
    return f'<!doctype html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def test_a_script_of_the_page_is_allowed_by_its_hash() -> None:
    """The hash is the one that a browser works out."""
    assert policy.scripts(_page(f"<script>{SCRIPT}</script>")) == {HASH}


@pytest.mark.parametrize(
    "body",
    [
        '<script src="a.js" defer></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
    ],
)
def test_files_and_data_need_no_hash(body: str) -> None:
    """What is loaded is allowed by where it lies, and data never run."""
    assert not policy.scripts(_page(body))


def test_the_policy_stands_before_all_that_it_is_about() -> None:
    """Right after the charset: a script above it would not be asked."""
    html = policy.with_policy(_page(f"<script>{SCRIPT}</script>"))

    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<script")
    assert html.count(HASH) == 1


def test_nothing_unsafe_and_no_other_host_is_allowed() -> None:
    """No policy, online or in a folder, has a word that lets strangers in."""
    for offline in (False, True):
        told = policy.policy([HASH], offline=offline)
        assert "unsafe" not in told and "http" not in told and "*" not in told
        assert told.startswith("default-src 'none';")


def test_a_page_without_charset_is_our_mistake() -> None:
    """A page that cannot have a policy is not let out without one."""
    with pytest.raises(ValueError, match="charset"):
        policy.with_policy("<p>x</p>")
