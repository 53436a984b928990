"""Certificates → the files of seals: contracts of their holders, some ended before their time."""

from collections.abc import Iterator, Mapping
from random import Random

from bench.registry.certificates import Certificate, Key, Mint, Outcome
from bench.registry.days import DAY, between, later

_OLD = 0.2
"""The share of seals whose certificate has expired."""


def files(
    chance: Random, outcomes: Mapping[Key, Outcome], count: int, mint: Mint
) -> Iterator[tuple[str, str]]:
    """So many seals' files, or one for each certificate: (path in the registry, text)."""
    held = [(name, outcome.certificates[-1]) for name, outcome in outcomes.items()]
    held = [one for one in held if one[1].certified_on <= DAY]
    valid = [one for one in held if one[1].valid_until >= DAY]
    old = [one for one in held if one[1].valid_until < DAY]
    expired = min(len(old), round(count * _OLD))
    current = min(len(valid), count - expired)
    chosen = chance.sample(valid, current) + chance.sample(old, min(len(old), count - current))
    for number, ((company, element, _), one) in enumerate(chosen, 1):
        year = one.certified_on.year
        lines = _lines(chance, number, company, element, one, mint())
        yield f"sellos/{year}/sello-{year}-{number:05}.yaml", "\n".join(lines) + "\n"


def _lines(
    chance: Random, number: int, company: str, element: str, one: Certificate, code: str
) -> Iterator[str]:
    since = later(one.certified_on, min(30, (one.valid_until - one.certified_on).days))
    yield f'codigo: "{code}"'
    yield f"titular:\n  empresa: {company}"
    if chance.random() < 0.8:
        yield f"  elemento: {element}"
    yield f"contrato:\n  numero: S-{number}-{since.year}\n  fecha: {min(since, DAY)}"
    yield f"desde: {since}"
    yield f"hasta: {one.valid_until}"
    yield f'certificados:\n  - "{one.code}"'
    yield f"usos:\n  - {chance.choice(('producto', 'envase', 'web', 'publicidad'))}"
    last = min(one.valid_until, DAY)
    if chance.random() < 0.04 and since <= last:
        yield f"termino:\n  fecha: {between(chance, since, last)}\n  motivo: La empresa lo pidió."
    yield "fuentes:\n  - documento: Contrato sintético"
