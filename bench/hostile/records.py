"""A number → one sound record of every type, with all that is not text already in it.

Texts are planted into every other field by its path, so that a new field of a model has one too.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from stdnum import luhn
from stdnum.cl import rut as chilean_rut

from bench.hostile.fields import leaves
from generator.code import ALPHABET
from generator.problem import KeyPath

Tree = dict[str, Any]
Planted = Callable[[str, KeyPath], str]
"""The text for a field, given the record type and the path."""

EXCLUSIVE = frozenset({"baja", "borrador", "ejemplo"})
"""Keys that take a record out of sight: what is under them is tried by the loader alone."""
SAME: Mapping[tuple[str, KeyPath], KeyPath] = {
    ("acuerdos", ("cifras", 0, "nivel")): ("niveles", 0, "nombre")
}
"""Texts that must say what another one says."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A record: its file, its type, its keys, and which texts it may not have."""

    file: str
    kind: str
    tree: Tree
    without: tuple[str, ...] = ()


def code(number: int) -> str:
    """A valid code, a different one for each number below a million."""
    body = f"Z{number:06}"
    whole = body + luhn.calc_check_digit(body, ALPHABET)
    return f"{whole[:4]}-{whole[4:]}"


def rut(number: int) -> str:
    """A valid RUT of no company."""
    body = str(98_000_000 + number)
    return f"{body}-{chilean_rut.calc_check_digit(body)}"


def records(number: int, planted: Planted) -> Iterator[Sound]:
    """One record of every type, with texts planted; other numbers give other ids and codes."""
    made = [*_companies(number), _agreement(number), _seal(number), *_instruments(number)]
    for one in made:
        yield _filled(one, planted)


def lists(number: int, planted: Planted) -> Iterator[tuple[str, Tree]]:
    """An item of each list of the registry's own: (file, item)."""
    for kind in ("vocabulario/organismos.yaml", "vocabulario/auditores.yaml"):
        whole = _filled(Sound(kind, kind, {"items": [{"id": f"v{number}"}]}), planted, ("items",))
        yield kind, whole.tree["items"][0]


def register(planted: Planted) -> Tree:
    """The register's own settings."""
    return _filled(Sound("registro.yaml", "registro.yaml", {"caracter": "piloto"}), planted).tree


def _filled(one: Sound, planted: Planted, above: KeyPath = ()) -> Sound:
    for leaf in leaves(one.kind):
        if leaf.is_text and not _is_left_out(one, leaf.path):
            said = SAME.get((one.kind, leaf.path), leaf.path)
            plant(one.tree, (*above, *leaf.path), planted(one.kind, said))
    return one


def _is_left_out(one: Sound, path: KeyPath) -> bool:
    dotted = ".".join(map(str, path))
    return path[0] in EXCLUSIVE or dotted.startswith(one.without or ("\0",))


def plant(tree: Any, path: KeyPath, value: object) -> None:
    """Put `value` at `path`, making the blocks and lists on the way."""
    for step, following in pairwise(path):
        empty: Any = [] if isinstance(following, int) else {}
        if isinstance(tree, list):
            tree += [empty] if len(tree) == step else []
            tree = tree[int(step)]
        else:
            tree = tree.setdefault(step, empty)
    if isinstance(tree, list) and len(tree) == path[-1]:
        tree.append(value)
    else:
        tree[path[-1]] = value


def _told(**keys: Any) -> Tree:
    """What every record may carry, but texts."""
    dated = {"correcciones": [{"fecha": "2026-02-01"}], "fuentes": [{"consultada": "2026-01-01"}]}
    return {**keys, **dated}


def _agreement(number: int) -> Sound:
    rolls = ("adheridos", "certificados", "sellos")
    tree = _told(
        tipo="certificacion_sustentabilidad",
        territorio={"alcance": "comunal", "comunas": ["07101"]},
        rubro="vino",
        estado="implementacion",
        estado_al="2026-01",
        detenido={"desde": "2024-05"},
        fechas={"firma": "2022-01-01", "fin_implementacion": "2024-12-31"},
        niveles=[{"numero": "1"}],
        metas=[{"numero": "1", "tema": "agua"}],
        cifras=[{"que": "adheridos", "unidad": "empresas", "cantidad": "10"}],
        nominas={roll: {"cobertura": "parcial", "al": "2026-01-01"} for roll in rolls},
        impactos=[{"indicador": "agua", "valor": "1.5"}],
        emisiones=[{"anio": "2023", "reduccion_tco2e": "5"}],
        certificaciones_integradas=[{"tipo": "sello_nacional"}],
        documentos=[{"url": "https://codigo.example/a?b=1&c='d'", "tipo": "acuerdo"}],
    )
    return Sound(f"acuerdos/acuerdo-{number}.yaml", "acuerdos", tree)


def _companies(number: int) -> list[Sound]:
    """A legal person, and a natural one who agreed to everything and has left since."""
    legal = _company(number, "empresa", number)
    legal.update(tipo="persona_juridica", rut=rut(number))
    certificate = legal["elementos"][0]["adhesiones"][0]["certificados"][0]
    certificate["suspensiones"] = [{"desde": "2025-05-01", "hasta": "2025-06-01"}]
    natural = _company(number, "persona", 100_000 + number)
    fields = ["nombre", "rut", "direccion", "ubicacion", "sitio_web"]
    natural.update(tipo="persona_natural", consentimiento={"fecha": "2026-01-01", "campos": fields})
    adhesion = natural["elementos"][0]["adhesiones"][0]
    adhesion["retiro"] = {"fecha": "2026-03-01"}
    adhesion["certificados"][0]["anulacion"] = {"fecha": "2026-02-01"}
    at = "elementos.0.adhesiones.0"
    ended = (f"{at}.retiro", f"{at}.certificados.0.anulacion", "consentimiento")
    paused = (f"{at}.certificados.0.suspensiones",)
    return [
        Sound(f"empresas/empresa-{number}.yaml", "empresas", legal, ended),
        Sound(f"empresas/persona-{number}.yaml", "empresas", natural, paused),
    ]


def _company(number: int, name: str, coded: int) -> Tree:
    certificate = {
        "codigo": code(coded),
        "fecha": "2025-03-01",
        "vigente_hasta": "2028-03-01",
        "nivel": "1",
        "fuentes": [{"consultada": "2026-01-01"}],
    }
    audit = {"tipo": "intermedia", "fecha": "2024-01-15", "aplican": "5", "cumplen": "5"}
    adhesion = {
        "acuerdo": f"acuerdo-{number}",
        "fecha": "2023-02-01",
        "estado": "aceptada",
        "auditorias": [audit],
        "certificados": [certificate],
    }
    element = {
        "id": "planta",
        "alcance": "establecimiento",
        "comuna": "07101",
        "ubicacion": {"lat": "-35.4", "lon": "-71.6"},
        "adhesiones": [adhesion],
    }
    return _told(
        tamano="pequena",
        rubro="vino",
        comuna="07101",
        sitio_web="https://codigo.example/?a=1&b='2'",
        elementos=[element],
        ids_anteriores=[f"{name}-de-antes-{number}"],
    )


def _seal(number: int) -> Sound:
    tree = _told(
        codigo=code(200_000 + number),
        titular={"empresa": f"empresa-{number}", "elemento": "planta"},
        contrato={"fecha": "2025-04-01"},
        desde="2025-04-01",
        hasta="2028-03-01",
        certificados=[code(number)],
        usos=["envase"],
        termino={"fecha": "2026-10-01"},
    )
    return Sound(f"sellos/sello-{number}.yaml", "sellos", tree)


def _instruments(number: int) -> list[Sound]:
    programme = _told(
        region="07",
        hitos=[{"fecha": "2014-03"}],
        avances=[{"al": "2014", "etapa": "ingreso", "cantidad": "3"}],
        participantes=[{"empresa": f"empresa-{number}", "ingreso": "2014"}],
    )
    project = _told(
        territorio={"alcance": "regional", "regiones": ["07"]},
        rubro="energia",
        etapas=[{"meses": "2"}],
        contenidos={},
        certificacion_proceso={"fecha": "2026-01-01"},
        estado="en_curso",
    )
    table = _told(columnas=[{"id": "uno", "tipo": "texto"}])
    return [
        Sound(f"programas/programa-{number}.yaml", "programas", programme),
        Sound(f"preinversion/proyecto-{number}.yaml", "preinversion", project),
        Sound(f"estadisticas/tabla-{number}.yaml", "estadisticas", table),
    ]


def covered() -> Mapping[str, frozenset[KeyPath]]:
    """The texts of each type that these records hold, to be held against the models."""
    found: dict[str, set[KeyPath]] = {}

    def note(kind: str, path: KeyPath) -> str:
        found.setdefault(kind, set()).add(path)
        return "x"

    list(records(1, note))
    list(lists(1, note))
    register(note)
    return {kind: frozenset(paths) for kind, paths in found.items()}
