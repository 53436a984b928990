"""Trades and agreements → companies with their elements and adhesions, certificates still apart."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from bench.registry.agreements import Agreement
from bench.registry.days import DAY, between, later
from bench.registry.sizes import Size
from bench.registry.trades import TRADES, Trade
from bench.registry.words import brand, firm, free_id, legal_suffix, person, place
from generator.code import ALPHABET
from generator.folding import slug
from generator.rut import check_digit
from generator.territory import Comuna, comunas

_FIRST_RUT, _LAST_RUT = 99_000_000, 99_999_999
_NATURAL = 0.12
"""The share of natural persons among companies of one element."""
_STATES = ("aceptada", "aceptada", "aceptada", "pendiente", "observada", "rechazada")
_SIZES = ("micro", "pequena", "mediana", "grande", "sin_informacion")
_TOWNS = tuple(comunas().values())
_TOWN_WEIGHTS = tuple(accumulate(5 if town.region == "13" else 2 for town in _TOWNS))
_TRADE_WEIGHTS = tuple(accumulate(trade.weight for trade in TRADES))


@dataclass(frozen=True, slots=True)
class Adhesion:
    """An adhesion to an agreement; one that was withdrawn says since when."""

    agreement: Agreement
    adhered_on: date
    state: str
    withdrawn_on: date | None


@dataclass(frozen=True, slots=True)
class Element:
    """What is certified, with its place and its adhesions."""

    id: str
    scope: str
    name: str
    comuna: Comuna
    address: str | None
    location: tuple[float, float] | None
    adhesions: tuple[Adhesion, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """A company; a natural person has no RUT, and a name only where it is known."""

    id: str
    former_id: str | None
    legal_name: str | None
    trade_name: str | None
    brand: str | None
    rut: str | None
    consents: bool
    size: str
    trade: Trade
    comuna: Comuna
    elements: tuple[Element, ...]

    @property
    def is_natural(self) -> bool:
        """Whether it is a natural person's business."""
        return self.rut is None


def companies(chance: Random, size: Size, made: Sequence[Agreement]) -> list[Company]:
    """The companies of a registry of this size."""
    by_trade = {trade: [one for one in made if one.trade is trade] for trade in TRADES}
    following: dict[str | None, Agreement] = {one.previous_id: one for one in made}
    bodies = chance.sample(range(_FIRST_RUT, _LAST_RUT + 1), size.companies)
    counts = _element_counts(chance, size)
    taken: set[str] = set()
    return [
        _company(chance, body, count, by_trade, following, taken)
        for body, count in zip(bodies, counts, strict=True)
    ]


def _element_counts(chance: Random, size: Size) -> list[int]:
    """One element each, and the rest mostly with the same few companies."""
    counts = [1] * size.companies
    for _ in range(size.elements - size.companies):
        counts[int(size.companies * chance.random() ** 1.5)] += 1
    chance.shuffle(counts)
    return counts


def _company(
    chance: Random,
    body: int,
    count: int,
    by_trade: Mapping[Trade, list[Agreement]],
    following: Mapping[str | None, Agreement],
    taken: set[str],
) -> Company:
    trade = TRADES[bisect(_TRADE_WEIGHTS, chance.randrange(_TRADE_WEIGHTS[-1]))]
    town = _town(chance)
    is_natural = count == 1 and chance.random() < _NATURAL
    name = person(chance) if is_natural else firm(chance, chance.choice(trade.firms))
    whole = name if is_natural else f"{name} {legal_suffix(chance)}"
    return Company(
        id=_anonymous_id(chance, taken) if is_natural else free_id(name, taken),
        former_id=_former_id(chance, name, taken) if not is_natural else None,
        legal_name=whole if not is_natural or chance.random() < 0.7 else None,
        trade_name=brand(chance) if not is_natural and chance.random() < 0.4 else None,
        brand=brand(chance) if not is_natural and chance.random() < 0.15 else None,
        rut=None if is_natural else f"{body}-{check_digit(body)}",
        consents=is_natural and chance.random() < 0.25,
        size=chance.choice(_SIZES),
        trade=trade,
        comuna=town,
        elements=_elements(chance, count, is_natural, trade, town, by_trade[trade], following),
    )


def _former_id(chance: Random, name: str, taken: set[str]) -> str | None:
    return free_id(f"{name} antes", taken) if chance.random() < 0.02 else None


def _town(chance: Random) -> Comuna:
    return _TOWNS[bisect(_TOWN_WEIGHTS, chance.randrange(_TOWN_WEIGHTS[-1]))]


def _anonymous_id(chance: Random, taken: set[str]) -> str:
    """Random, with a letter and a digit, so that it is neither a word nor a number."""
    random = "".join(chance.choice(ALPHABET) for _ in range(5)).lower()
    return free_id(f"productor-q{random}7", taken)


def _elements(
    chance: Random,
    count: int,
    is_natural: bool,
    trade: Trade,
    town: Comuna,
    choices: Sequence[Agreement],
    following: Mapping[str | None, Agreement],
) -> tuple[Element, ...]:
    """Most elements of a company are where it is, and in the same agreement."""
    usual = choices[int(len(choices) * chance.random() ** 2)]
    taken: set[str] = set()
    made = []
    for number in range(1, count + 1):
        where = town if number == 1 or chance.random() < 0.5 else _town(chance)
        name = f"Predio {number}" if is_natural else _element_name(chance, trade, where)
        id = free_id(name, taken)
        agreement = usual if chance.random() < 0.8 else chance.choice(choices)
        made.append(
            Element(
                id=id,
                scope=_scope(chance),
                name=name if id == slug(name) else f"{name} {id.rpartition('-')[2]}",
                comuna=where,
                address=_address(chance) if chance.random() < 0.3 else None,
                location=_location(chance) if chance.random() < 0.2 else None,
                adhesions=_adhesions(chance, agreement, following.get(agreement.id)),
            )
        )
    return tuple(made)


def _element_name(chance: Random, trade: Trade, where: Comuna) -> str:
    return f"{chance.choice(trade.places)} {where.name if chance.random() < 0.4 else place(chance)}"


def _scope(chance: Random) -> str:
    kinds = ("establecimiento", "organizacion", "producto", "maquinaria")
    return chance.choices(kinds, (90, 4, 3, 3))[0]


def _address(chance: Random) -> str:
    way = chance.choice(("Camino a", "Fundo", "Avenida", "Pasaje", "Calle"))
    return f"{way} {place(chance)} {chance.randint(1, 2_900)}"


def _location(chance: Random) -> tuple[float, float]:
    return round(chance.uniform(-53, -18), 4), round(chance.uniform(-74, -69), 4)


def _adhesions(
    chance: Random, agreement: Agreement, following: Agreement | None
) -> tuple[Adhesion, ...]:
    if chance.random() < 0.03:
        return ()
    first = _adhesion(chance, agreement)
    if following is None or chance.random() < 0.9:
        return (first,)
    return (first, _adhesion(chance, following))


def _adhesion(chance: Random, agreement: Agreement) -> Adhesion:
    day = between(chance, agreement.signed, min(agreement.adhesion_ends, DAY))
    state = "aceptada" if chance.random() < 0.94 else chance.choice(_STATES)
    leaves = state == "aceptada" and chance.random() < 0.03
    withdrawn = between(chance, day, min(DAY, later(day, 400))) if leaves else None
    return Adhesion(agreement, day, state, withdrawn)
