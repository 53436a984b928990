#!/bin/sh
# See that the tests have Node and, in .cache/node, what tests/node/ asks of it.
set -eu

give_up() {
    echo "$1: the tests that need it" >&2
    if [ "${CI:-}" = true ]; then
        echo "cannot run, which in CI is a failure." >&2
        exit 1
    fi
    echo "will be skipped." >&2
    exit 0
}

there() {
    command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1
}

there || {
    echo "No Node found; installing it for the tests." >&2
    sh scripts/install.sh nodejs npm || true
    there || give_up "No Node, and none could be installed (apt-get install nodejs npm)"
}

folder=.cache/node
# The lock is copied last: where it stands, all that it names was installed.
cmp -s tests/node/package-lock.json "$folder/installed.json" && exit 0
rm -rf "$folder"
mkdir -p "$folder"
cp tests/node/package.json tests/node/package-lock.json "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >&2 ||
    give_up "npm could not install what tests/node/package.json names"
cp tests/node/package-lock.json "$folder/installed.json"
