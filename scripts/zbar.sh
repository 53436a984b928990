#!/bin/sh
# See that the tests have the library with which they read QR codes.
set -eu

there() {
    .venv/bin/python -c 'from pyzbar import pyzbar' 2>/dev/null
}

there || {
    echo "No zbar found; installing it for the tests." >&2
    sh scripts/install.sh libzbar0 || true
}
there && exit 0
echo "No zbar, and none could be installed (apt-get install libzbar0): tests of QR codes fail." >&2
exit 1
