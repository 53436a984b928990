#!/bin/sh
# Make .venv from a Python of this machine (3.11 or newer; PYTHON=… chooses one).
set -eu

enough='import sys; sys.exit(sys.version_info < (3, 11))'

if [ -x .venv/bin/python ] && .venv/bin/python -c "$enough" && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    exit 0
fi

found=
for python in ${PYTHON:-python3 python3.13 python3.12 python3.11 python}; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c "$enough" 2>/dev/null; then
        found=$python
        break
    fi
done
if [ -z "$found" ]; then
    echo "Python 3.11 or newer is needed. On Debian or Ubuntu: apt-get install python3 python3-venv" >&2
    exit 1
fi

# Debian keeps ensurepip, and with it `python3 -m venv`, in a package of its own.
if ! "$found" -c 'import ensurepip' 2>/dev/null; then
    version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! sh scripts/install.sh "python$version-venv"; then
        echo "$found cannot make virtual environments. On Debian or Ubuntu: apt-get install python$version-venv" >&2
        exit 1
    fi
fi

rm -rf .venv
"$found" -m venv .venv
