#!/bin/sh
# pyproject.toml → requirements.lock (the generator) and requirements-test.lock (all that tests and
# linters need besides, at the same versions). Hashes only: no address stands in a lock.
set -eu

if [ -x .venv/bin/uv ]; then uv=.venv/bin/uv; else uv=uv; fi

compile() {
    "$uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 --upgrade \
        --generate-hashes --no-emit-index-url --no-header --no-annotate "$@"
}

compile --group build --output-file requirements.lock
compile --group build --group test --group lint --extra zensical --constraint requirements.lock \
    --output-file requirements-test.lock
