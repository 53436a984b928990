#!/bin/sh
# `oldest` or `newest` → the tests of every day, with the oldest or the newest versions of the
# packages that pyproject.toml allows, in an environment of their own. Further words are pytest's.
set -eu

which=$1
shift
place=.cache/versions/$which
python=${PYTHON:-python3}

pip() { "$place/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }

rm -rf "$place"
"$python" -m venv "$place"
case $which in
oldest)
    pip install --require-hashes --requirement requirements-oldest.lock
    ;;
newest)
    pip install --upgrade pip # for --group
    pip install --upgrade --upgrade-strategy eager --group build --group test --group lint ".[zensical]"
    pip uninstall --yes registro-apl
    ;;
*)
    echo "versions: $which is neither oldest nor newest" >&2
    exit 2
    ;;
esac
pip install --no-index --no-deps --no-build-isolation --editable .
"$place/bin/python" -m pip list --format freeze
# Three look at the lock itself, and at what its linters say of the code.
exec "$place/bin/python" -m pytest -m "not slow" --ignore tests/architecture \
    --ignore tests/test_third_party.py --ignore tests/test_release.py "$@"
