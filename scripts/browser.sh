#!/bin/sh
# See that the tests have a Chromium: the system's own, or its package, or Playwright's build.
set -eu

browser() {
    .venv/bin/python scripts/find_browser.py
}

found=$(browser) || {
    echo "No Chromium found; installing one for the tests." >&2
    sh scripts/install.sh chromium || true
    found=$(browser) || {
        PLAYWRIGHT_BROWSERS_PATH=.cache/browsers .venv/bin/python -m playwright install chromium >/dev/null 2>&1 || true
        found=$(browser) || found=
    }
}
if [ -z "$found" ]; then
    echo "No Chromium, and none could be installed (apt-get install chromium): the tests that need it" >&2
    if [ "${CI:-}" = true ]; then
        echo "cannot run, which in CI is a failure." >&2
        exit 1
    fi
    echo "will be skipped." >&2
fi
