"""A registry's folder → the pages that every peer makes of it, with nothing derived yet.

Only PyYAML and the standard library: MkDocs runs this inside the peers' own environment.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page at `<section>/<id>/`; `text` is the YAML of its record, where it has a file."""

    section: str
    id: str
    title: str
    description: str
    data: Data
    text: str | None = None


def pages(registry: Path, comunas: Mapping[str, Data]) -> Iterator[Page]:
    """A page for every company, agreement, certificate and seal; `comunas` gives their names."""
    read = {path.stem: _read(path) for path in _files(registry, "empresas")}
    companies = {id: one for id, one in read.items() if _is_public(one[0])}
    titles = {id: _name(data, comunas) for id, (data, _) in companies.items()}
    granted: dict[str, Data] = {}
    adherents: dict[str, list[Data]] = defaultdict(list)
    for id, (data, text) in companies.items():
        yield Page("empresas", id, titles[id], f"{titles[id]} y el Sello APL.", data, text)
        for element, adhesion in _adhesions(data):
            adherents[adhesion["acuerdo"]].append(
                {"empresa": id, "titular": titles[id], "elemento": element, "adhesion": adhesion}
            )
            for one in adhesion.get("certificados", ()):
                granted[one["codigo"]] = _chain(id, titles[id], element, adhesion, one)
    for code, chain in granted.items():
        yield _code_page(code, f"Certificado {code}: {chain['titular']}", chain)
    for path in _files(registry, "sellos"):
        yield _seal_page(_read(path)[0], titles, granted)
    for path in _files(registry, "acuerdos"):
        data, text = _read(path)
        whole = {**data, "adherentes": adherents.get(path.stem, [])}
        yield Page("acuerdos", path.stem, data["nombre"], f"{data['nombre']}.", whole, text)


def agreements(registry: Path) -> dict[str, Data]:
    """What other pages say of an agreement: its name `n`, its sponsor `g`, its last day `f`."""
    found = {path.stem: _read(path)[0] for path in _files(registry, "acuerdos")}
    return {
        id: {"n": one["nombre"], "g": one["entidad_gestora"], "f": one["fechas"]["fin_evaluacion"]}
        for id, one in found.items()
    }


def _files(registry: Path, collection: str) -> list[Path]:
    return sorted((registry / collection).rglob("*.yaml"))


def _read(path: Path) -> tuple[dict[str, Any], str]:
    """The record, every scalar as text, and the YAML itself."""
    text = path.read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader), text


def _name(company: Data, comunas: Mapping[str, Data]) -> str:
    """A natural person's name is shown only with consent."""
    if company["tipo"] == "persona_natural" and "consentimiento" not in company:
        return f"Productor(a), {comunas[company['comuna']]['n']}"
    return str(company.get("razon_social") or "Productor(a)")


def _is_public(company: Data) -> bool:
    """Adhesions that were not accepted are nobody's business, nor is who has no other ones."""
    has_any = any("adhesiones" in element for element in company["elementos"])
    return not has_any or any(True for _ in _adhesions(company))


def _adhesions(company: Data) -> Iterator[tuple[Data, Data]]:
    """Accepted adhesions, each with its element; the element without its adhesions."""
    for element in company["elementos"]:
        bare = {key: value for key, value in element.items() if key != "adhesiones"}
        for adhesion in element.get("adhesiones", ()):
            if adhesion["estado"] == "aceptada":
                yield bare, adhesion


def _chain(company: str, title: str, element: Data, adhesion: Data, one: Data) -> Data:
    return {
        "clase": "certificado",
        "empresa": company,
        "titular": title,
        "elemento": element,
        "adhesion": adhesion,
        "certificado": one,
    }


def _code_page(code: str, title: str, data: Data) -> Page:
    about = f"{title}: si está vigente, desde cuándo y hasta cuándo."
    return Page("v", code.replace("-", ""), title, about, data)


def _seal_page(seal: Data, titles: Mapping[str, str], granted: Mapping[str, Data]) -> Page:
    holder = titles[seal["titular"]["empresa"]]
    chains = [granted[code] for code in seal["certificados"] if code in granted]
    data = {"clase": "sello", "nombre_titular": holder, "sello": seal, "cadenas": chains}
    return _code_page(seal["codigo"], f"Sello APL {seal['codigo']}: {holder}", data)
