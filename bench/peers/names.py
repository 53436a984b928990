"""The generator's reference tables → the names that peers need, as plain data."""

from pathlib import Path
from typing import Any

import yaml

from bench.peers.records import agreements
from generator import data, territory
from generator.vocabulary import RUBROS, THEMES


def names(registry: Path) -> dict[str, Any]:
    """Names by code: comunas, rubros, sectors, themes, bodies, audit firms and agreements."""
    return {
        "comunas": _comunas(),
        "rubros": {id: label.es for id, label in RUBROS.items()},
        "temas": {id: label.es for id, label in THEMES.items()},
        "sectores": {row["codigo"]: row["titulo"] for row in data.rows("ciiu.csv")},
        "organismos": _list(registry, "organismos"),
        "auditores": _list(registry, "auditores"),
        "acuerdos": agreements(registry),
    }


def _comunas() -> dict[str, dict[str, str]]:
    regions = {region.code: region for region in territory.regions()}
    return {
        code: {
            "n": comuna.name,
            "s": comuna.slug,
            "r": regions[comuna.region].name,
            "rs": regions[comuna.region].slug,
        }
        for code, comuna in territory.comunas().items()
    }


def _list(registry: Path, name: str) -> dict[str, str]:
    text = (registry / "vocabulario" / f"{name}.yaml").read_text(encoding="utf-8")
    return {entry["id"]: entry["nombre"] for entry in yaml.safe_load(text)}
