"""A site's folder → nginx and Apache that serve it with the snippet that it brings for them."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from string import Template

from generator.render import hosting
from tests.outside_tools import web_server

_NGINX = Template("""
daemon off;
worker_processes 1;
error_log stderr;
pid $work/pid;
events {}
http {
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  server {
    listen 127.0.0.1:$port;
    root $site;
    include $site/$snippet;
  }
}
""")
_MODULES = "mpm_event authz_core headers mime dir alias".split()
_APACHE = Template("""
ServerRoot $work
ServerName localhost
Listen 127.0.0.1:$port
PidFile $work/pid
ErrorLog $work/errors
$modules
$user
TypesConfig /dev/null
DocumentRoot $site
<Directory $site>
  Require all granted
</Directory>
Include $site/$snippet
""")
_PATIENCE = 15.0


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[int]:
    """The port of an nginx with `site` at its root."""
    program = web_server("nginx", package="nginx")
    settings = {"site": site, "work": work, "snippet": hosting.NGINX}
    # A superuser's nginx would have workers that may not read a folder of this one's.
    head = "user root;" if os.geteuid() == 0 else ""
    with _running(settings, head + _NGINX.template, [program, "-p", str(work), "-c"]) as port:
        yield port


@contextmanager
def apache(site: Path, work: Path) -> Iterator[int]:
    """The port of an Apache with `site` at its root."""
    program = web_server("apache2", "httpd", package="apache2-bin")
    modules = "\n".join(f"LoadModule {name}_module {_modules()}/mod_{name}.so" for name in _MODULES)
    user = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
    settings = {"site": site, "work": work, "snippet": hosting.APACHE}
    settings |= {"modules": modules, "user": user}
    with _running(settings, _APACHE.template, [program, "-X", "-f"]) as port:
        yield port


def _modules() -> str:
    places = ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/libexec/apache2")
    return next(place for place in places if Path(place).is_dir())


@contextmanager
def _running(settings: dict[str, object], template: str, command: Sequence[str]) -> Iterator[int]:
    port = _free_port()
    work = Path(str(settings["work"]))
    config = work / "conf"
    config.write_text(Template(template).substitute(settings, port=port), encoding="utf-8")
    said = (work / "said").open("wb")
    with said, subprocess.Popen([*command, str(config)], stdout=said, stderr=said) as process:
        try:
            _wait(process, port, work)
            yield port
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", port: int, work: Path) -> None:
    ends = time.monotonic() + _PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    told = [path.read_text("utf-8") for path in (work / "said", work / "errors") if path.exists()]
    raise AssertionError(f"the server did not start: {' '.join(told)}")
