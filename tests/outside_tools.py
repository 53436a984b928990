"""Outside tools that tests call; one that is missing is a skip with its reason, in CI a failure."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from scripts.find_browser import find_browser

NODE = Path(__file__).parent.parent / ".cache" / "node"
"""Where `scripts/node.sh` installs what tests/node/package.json names."""
SERVERS = NODE.parent / "servers" / "usr" / "sbin"
"""Where `scripts/servers.sh` unpacks nginx."""


def without(tool: str, remedy: str) -> NoReturn:
    """Leave a test that needs an outside `tool`: skipped on a laptop, failed in CI."""
    reason = f"{tool} is not on this machine ({remedy})"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def chromium_path() -> str:
    """The path of a Chromium that starts."""
    return find_browser() or without("Chromium", "apt-get install chromium")


def language_server() -> list[str]:
    """The command that starts the yaml-language-server on its standard input and output."""
    script = NODE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    node = shutil.which("node")
    if not node or not script.is_file():
        without("yaml-language-server", "sh scripts/node.sh")
    return [node, str(script), "--stdio"]


def type_checker() -> list[str]:
    """The command that starts TypeScript's compiler; beside it lies the schema.org vocabulary."""
    node = shutil.which("node")
    script = NODE / "node_modules" / "typescript" / "lib" / "tsc.js"
    if not node or not script.is_file() or not (NODE / "node_modules" / "schema-dts").is_dir():
        without("TypeScript", "sh scripts/node.sh")
    return [node, str(script)]


def html_checker() -> list[str]:
    """The command that starts the Nu HTML checker; without more stack it gives up on long pages."""
    java = shutil.which("java")
    program = NODE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not java:
        without("Java", "apt-get install default-jre-headless")
    return [java, "-Xss4m", "-jar", str(_from_npm(program, "vnu-jar"))]


def axe() -> str:
    """The script of axe-core, which looks a page over from inside."""
    script = NODE / "node_modules" / "axe-core" / "axe.min.js"
    return _from_npm(script, "axe-core").read_text(encoding="utf-8")


def web_server(*names: str, package: str) -> str:
    """The path of a web server that goes by one of these names; none of them runs by itself."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", str(SERVERS)))
    found = next(filter(None, (shutil.which(name, path=path) for name in names)), None)
    return found or without(names[0], f"sh scripts/servers.sh, or apt-get install {package}")


def sitemap_schema() -> Path:
    """The XML Schema of a sitemap, as sitemaps.org publishes it."""
    return _from_npm(NODE / "node_modules" / "sitemap" / "schema" / "sitemap.xsd", "sitemap")


def _from_npm(file: Path, package: str) -> Path:
    return file if file.is_file() else without(package, "sh scripts/node.sh")
