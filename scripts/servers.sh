#!/bin/sh
# See that the tests have nginx and Apache, which read the headers that the site brings. Neither is
# set up as a service: of Apache only the program is installed, and nginx is unpacked in .cache/.
set -eu

folder=.cache/servers

PATH=$PATH:/usr/sbin:$folder/usr/sbin

has_apache() {
    command -v apache2 || command -v httpd
}

has_nginx() {
    command -v nginx
}

unpack() {
    rm -rf "$folder"
    mkdir -p "$folder"
    (cd "$folder" && apt-get download --quiet --quiet nginx && dpkg-deb --extract nginx_*.deb . && rm nginx_*.deb)
}

has_apache >/dev/null 2>&1 || {
    echo "No Apache found; installing its program for the tests." >&2
    sh scripts/install.sh apache2-bin || true
}
has_nginx >/dev/null 2>&1 || {
    echo "No nginx found; unpacking it for the tests." >&2
    unpack 2>/dev/null || true
}
has_apache >/dev/null 2>&1 && has_nginx >/dev/null 2>&1 && exit 0
echo "No Apache or no nginx, and none could be had (apt-get install apache2-bin nginx): the tests" >&2
if [ "${CI:-}" = true ]; then
    echo "that need them cannot run, which in CI is a failure." >&2
    exit 1
fi
echo "that need them will be skipped." >&2
