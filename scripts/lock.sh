#!/bin/sh
# pyproject.toml → requirements.lock (the generator), requirements-test.lock (all that tests,
# linters and the audit need besides, at the same versions) and requirements-oldest.lock (the same
# with the oldest versions that pyproject.toml allows). Hashes only: no address stands in a lock.
# Other words are for uv: `sh scripts/lock.sh --upgrade` takes the newest versions (`make lock`).
set -eu

if [ -x .venv/bin/uv ]; then uv=.venv/bin/uv; else uv=uv; fi
oldest=$(mktemp)
trap 'rm -f "$oldest"' EXIT

compile() {
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --no-emit-index-url --no-header --no-annotate --group build "$@"
}

compile --generate-hashes --output-file requirements.lock "$@"
compile --generate-hashes --group test --group lint --group audit --extra zensical \
    --constraint requirements.lock --output-file requirements-test.lock "$@"
compile --resolution lowest-direct --output-file "$oldest"
compile --generate-hashes --group test --group lint --group audit --extra zensical \
    --constraint "$oldest" --output-file requirements-oldest.lock "$@"
