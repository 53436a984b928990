"""Compiled templates, kept from one build to the next."""

from pathlib import Path

from jinja2 import DictLoader, Environment

from generator.render.compiled import Compiled

_SOURCE = "Hola, {{ nombre }}"


class _Alone(Environment):
    """One that takes its cache as it is given, and not what other tests have compiled."""

    bytecode_cache = None


def _printed(cache: Path, program: str, source: str = _SOURCE) -> str:
    compiled = Compiled(cache, program)
    environment = _Alone(loader=DictLoader({"a.html": source}), bytecode_cache=compiled)
    return environment.get_template("a.html").render(nombre="Ñuñoa")


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    """The file that a build leaves is the one that the next takes, and it prints the same."""
    assert _printed(tmp_path, "one") == "Hola, Ñuñoa"
    (file,) = tmp_path.rglob("*.codigo")
    left = file.stat().st_mtime_ns

    assert _printed(tmp_path, "one") == "Hola, Ñuñoa"
    assert file.stat().st_mtime_ns == left


def test_another_source_or_program_compiles_anew(tmp_path: Path) -> None:
    """Neither an edited template nor an upgrade meets old code."""
    _printed(tmp_path, "one")

    assert _printed(tmp_path, "one", "Adiós, {{ nombre }}") == "Adiós, Ñuñoa"
    assert _printed(tmp_path, "two") == "Hola, Ñuñoa"


def test_damaged_code_is_not_run(tmp_path: Path) -> None:
    """Wherever a bit has flipped, the template is compiled anew."""
    _printed(tmp_path, "one")
    (file,) = tmp_path.rglob("*.codigo")
    damaged = bytearray(file.read_bytes())
    damaged[-1] ^= 1
    file.write_bytes(damaged)

    assert _printed(tmp_path, "one") == "Hola, Ñuñoa"
    assert file.read_bytes() != damaged
