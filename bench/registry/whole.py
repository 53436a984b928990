"""A seed and a number of companies → every file of a synthetic registry, and their writing."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from bench.registry import agreements, certificates, companies, company_files, seals
from bench.registry.sizes import size
from bench.registry.words import firm, free_id
from generator import code

SEED = 2026
_AUDITORS = 24
_README = "Registro sintético para medir: ninguna empresa, acuerdo ni certificado de aquí existe.\n"
_REGISTER = """\
nombre: Registro sintético
operador: Banco de pruebas
caracter: no_oficial
demostracion: false
"""


def files(count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Every file of a registry of `count` companies: (path in the registry, text)."""
    chance = Random(seed)
    asked = size(count)
    mint = _mint(chance)
    auditors = _auditors(chance)
    signed = agreements.agreements(chance, asked.agreements)
    made = companies.companies(chance, asked, signed)
    outcomes = certificates.outcomes(chance, made, asked.certificates, mint, list(auditors))
    yield "README.md", _README
    yield "registro.yaml", _REGISTER
    yield "vocabulario/auditores.yaml", _vocabulary(auditors)
    yield "vocabulario/organismos.yaml", _vocabulary(agreements.BODIES)
    yield from agreements.files(signed)
    yield from company_files.files(made, outcomes)
    yield from seals.files(chance, outcomes, asked.seals, mint)


def _mint(chance: Random) -> certificates.Mint:
    taken: set[str] = set()

    def minted() -> str:
        found = code.mint(taken, chance.randrange)
        taken.add(found)
        return found

    return minted


def _auditors(chance: Random) -> dict[str, str]:
    taken: set[str] = set()
    names = [firm(chance, "Auditores") for _ in range(_AUDITORS)]
    return {free_id(name, taken): name for name in names}


def _vocabulary(entries: dict[str, str]) -> str:
    return "".join(f"- id: {id}\n  nombre: {name}\n" for id, name in entries.items())


def write(made: Iterable[tuple[str, str]], folder: Path) -> int:
    """Write files into a folder that is absent or empty; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    folders: set[str] = set()
    count = 0
    for name, text in made:
        parent = os.path.dirname(name)
        if parent not in folders:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            folders.add(parent)
        with open(f"{folder}/{name}", "xb") as file:
            file.write(text.encode())
        count += 1
    return count
