#!/bin/sh
# See that the tests have the Java that the Nu HTML checker runs on.
set -eu

there() {
    command -v java >/dev/null 2>&1 && java -version >/dev/null 2>&1
}

there || {
    echo "No Java found; installing it for the tests." >&2
    sh scripts/install.sh default-jre-headless || true
}
there && exit 0
echo "No Java, and none could be installed (apt-get install default-jre-headless): the tests" >&2
if [ "${CI:-}" = true ]; then
    echo "that need it cannot run, which in CI is a failure." >&2
    exit 1
fi
echo "that need it will be skipped." >&2
