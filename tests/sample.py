"""Small published registries, built from the keys that staff write."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.load import Entry, Loaded
from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.register import Register
from generator.model.seal import Seal
from generator.registry import Registry, registry

CODES = ("ABCD-EFGG", "2345-6789", "0000-001Y", "12FP-CFNP", "1WDV-95DW", "2C1Z-7MDK", "J403-5KME")
DAY = date(2026, 11, 23)

Keys = Mapping[str, Any]


def agreement(**keys: Any) -> Keys:
    """An agreement that runs, of which no list is held."""
    return {
        "nombre": "Acuerdo de Producción Limpia de Prueba",
        "tipo": "establecimientos_productivos",
        "sector": "prueba",
        "territorio": {"alcance": "nacional"},
        "estado": "implementacion",
        **keys,
    }


def certificate(code: str = "ABCD-EFGG", **keys: Any) -> Keys:
    """A certificate in force on `DAY`, far from its end."""
    return {"codigo": code, "fecha": "2025-01-10", "vigente_hasta": "2028-01-10", **keys}


def adhesion(*certificates: Keys, **keys: Any) -> Keys:
    """An accepted adhesion to the agreement `acuerdo`."""
    held = {"certificados": list(certificates)} if certificates else {}
    return {"acuerdo": "acuerdo", "fecha": "2023-05-02", "estado": "aceptada", **held, **keys}


def element(*adhesions: Keys, **keys: Any) -> Keys:
    """A plant in Talca."""
    return {
        "id": "planta",
        "alcance": "establecimiento",
        "nombre": "Planta Talca",
        "comuna": "07101",
        "adhesiones": list(adhesions),
        **keys,
    }


def company(*elements: Keys, **keys: Any) -> Keys:
    """A legal person with these elements."""
    return {
        "razon_social": "Conservas Inventadas SpA",
        "tipo": "persona_juridica",
        "rut": "99900001-0",
        "tamano": "pequena",
        "elementos": list(elements or (element(),)),
        **keys,
    }


def person(*elements: Keys, **keys: Any) -> Keys:
    """A natural person without consent."""
    return {
        "razon_social": "Juana Andrea Peñafiel Soto",
        "tipo": "persona_natural",
        "tamano": "micro",
        "elementos": list(elements or (element(),)),
        **keys,
    }


def seal(*codes: str, **keys: Any) -> Keys:
    """A seal of the company `empresa`, in force on `DAY` as long as its certificates are."""
    return {
        "codigo": "2345-6789",
        "titular": {"empresa": "empresa"},
        "contrato": {"numero": "7/2025", "fecha": "2025-02-01"},
        "desde": "2025-02-01",
        "hasta": "2028-01-10",
        "certificados": list(codes or ("ABCD-EFGG",)),
        **keys,
    }


def rolls(coverage: str, **keys: Any) -> Keys:
    """The three lists of an agreement, all alike."""
    return {
        name: {"cobertura": coverage, **keys} for name in ("adheridos", "certificados", "sellos")
    }


def model(kind: Any, keys: Keys) -> Any:
    """The record of these keys, every scalar as the text that would stand in a file."""
    return kind.model_validate(_as_text(keys))


def _as_text(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _as_text(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_as_text(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def loaded(
    companies: Mapping[str, Keys] | Keys | None = None,
    agreements: Mapping[str, Keys] | None = None,
    seals: Mapping[str, Keys] | None = None,
    settings: Keys | None = None,
    **others: Mapping[str, Entry[Any]],
) -> Loaded:
    """These records as loading finds them; one company alone is called `empresa`."""
    if companies and "tipo" in companies:
        companies = {"empresa": companies}
    entries = {
        "acuerdos": _entries("acuerdos", Agreement, agreements or {"acuerdo": agreement()}),
        "empresas": _entries("empresas", Company, companies or {}),
        "sellos": _entries("sellos", Seal, seals or {}),
        "programas": {},
        "preinversion": {},
        "estadisticas": {},
        **others,
    }
    register = Entry("registro", "registro.yaml", model(Register, settings or {}))
    return Loaded(entries, register, None, None, (), frozenset())


def published(
    companies: Mapping[str, Keys] | Keys | None = None,
    agreements: Mapping[str, Keys] | None = None,
    seals: Mapping[str, Keys] | None = None,
    settings: Keys | None = None,
    **others: Mapping[str, Entry[Any]],
) -> Registry:
    """The published registry of these records."""
    return registry(loaded(companies, agreements, seals, settings, **others))


def _entries(folder: str, kind: Any, records: Mapping[str, Keys]) -> dict[str, Entry[Any]]:
    return {id: Entry(id, f"{folder}/{id}.yaml", model(kind, keys)) for id, keys in records.items()}


def only_company(published: Registry) -> Entry[Company]:
    """The company of a registry that has one."""
    (entry,) = published.companies.values()
    return entry
