"""Trades → agreements, each second one following the first of its pair, and their files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from bench.registry.days import DAY, between, later
from bench.registry.trades import TRADES, Trade
from bench.registry.words import free_id, place
from generator.territory import Region, regions

_ROMAN = ("I", "II")
_ADHESION_DAYS, _IMPLEMENTATION_DAYS, _EVALUATION_DAYS = 540, 730, 910
_WITH_LEVELS = 12
"""One agreement in so many certifies by levels."""
LEVELS = (1, 2, 3)
_COVERAGES = ("completa", "completa", "parcial", "sin_nomina")
BODIES = {
    "ascc": "Agencia de Sustentabilidad y Cambio Climático",
    "mma": "Ministerio del Medio Ambiente",
    "minsal": "Ministerio de Salud",
}
_TARGETS = (
    ("Usar menos agua", "agua", "Medir cada mes el agua que entra.", "Planilla mensual."),
    ("Gastar menos energía", "energia", "Cambiar los motores antiguos.", "Facturas y fotografías."),
    ("Valorizar los residuos", "residuos", "Separar en origen y pesar.", "Guías de despacho."),
    ("Trabajar sin accidentes", "seguridad-laboral", "Capacitar a cada turno.", "Lista firmada."),
    ("Cuidar el aire", "aire", "Medir ruidos y olores una vez al año.", "Informe de medición."),
    ("Capacitar", "capacitacion", "Dar un curso de producción limpia.", "Programa y asistencia."),
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement of a trade; without a region it is of the whole country."""

    id: str
    name: str
    trade: Trade
    region: Region | None
    ordinal: int
    previous_id: str | None
    signed: date
    years: int
    has_levels: bool
    is_validated: bool
    coverage: str

    @property
    def adhesion_ends(self) -> date:
        """The last day of adhesion."""
        return later(self.signed, _ADHESION_DAYS)

    @property
    def implementation_ends(self) -> date:
        """The day from which final audits are due."""
        return later(self.signed, _IMPLEMENTATION_DAYS)

    @property
    def evaluation_ends(self) -> date:
        """The last day of the final evaluation."""
        return later(self.signed, _EVALUATION_DAYS)


def agreements(chance: Random, count: int) -> list[Agreement]:
    """So many agreements, of each trade in turn."""
    taken: set[str] = set()
    made: list[Agreement] = []
    for number in range(count):
        trade, turn = TRADES[number % len(TRADES)], number // len(TRADES)
        first = made[number - len(TRADES)] if turn % 2 else None
        made.append(_agreement(chance, trade, turn, first, taken))
    return made


def _agreement(
    chance: Random, trade: Trade, turn: int, first: Agreement | None, taken: set[str]
) -> Agreement:
    region = chance.choice(regions()) if turn > 1 else None
    where = f", {region.name}, valle de {place(chance)}" if region else ""
    if first:
        region, where = first.region, first.name.partition(",")[1] + first.name.partition(",")[2]
    ordinal = 2 if first else 1
    head = "Segundo Acuerdo" if first else "Acuerdo"
    earliest = later(first.signed, 1_200) if first else date(2012, 3, 1)
    latest = DAY if first else date(2021, 12, 31)
    return Agreement(
        id=free_id(f"{trade.rubro}{where.lower()} {_ROMAN[ordinal - 1]}", taken),
        name=f"{head} de Producción Limpia de {trade.sector}{where}",
        trade=trade,
        region=region,
        ordinal=ordinal,
        previous_id=first.id if first else None,
        signed=between(chance, earliest, min(latest, later(earliest, 3_600))),
        years=chance.choice((2, 3, 3, 4)),
        has_levels=chance.randrange(_WITH_LEVELS) == 0,
        is_validated=chance.random() < 0.5,
        coverage=chance.choice(_COVERAGES),
    )


def files(made: list[Agreement]) -> Iterator[tuple[str, str]]:
    """The agreements' files: (path in the registry, text)."""
    for one in made:
        yield f"acuerdos/{one.trade.rubro}/{one.id}.yaml", "\n".join(_lines(one)) + "\n"


def _lines(one: Agreement) -> Iterator[str]:
    yield f"nombre: {one.name}" if ":" not in one.name else f'nombre: "{one.name}"'
    yield "nombre_oficial: false"
    kind = "certificacion_sustentabilidad" if one.has_levels else "establecimientos_productivos"
    yield f"tipo: {kind}"
    yield f"ordinal: {one.ordinal}"
    if one.previous_id:
        yield f"acuerdo_anterior: {one.previous_id}"
    yield f"sector: {one.trade.sector}"
    yield f'ciiu: "{one.trade.ciiu}"'
    yield f"rubro: {one.trade.rubro}"
    yield "territorio:"
    yield f"  alcance: {'regional' if one.region else 'nacional'}"
    if one.region:
        yield f'  regiones:\n    - "{one.region.code}"'
    yield from _time(one)
    yield f"entidad_gestora: Gremio de {one.trade.sector} A.G."
    yield "organismos:"
    yield from (f"  - {body}" for body in BODIES)
    yield f"requiere_validacion: {'true' if one.is_validated else 'false'}"
    yield from _targets(one)
    yield from _rolls(one)
    yield "fuentes:\n  - documento: Texto del acuerdo sintético"


def _time(one: Agreement) -> Iterator[str]:
    yield f"estado: {_state(one)}"
    yield "fechas:"
    yield f"  firma: {one.signed}"
    yield f"  fin_adhesion: {one.adhesion_ends}"
    yield f"  fin_implementacion: {one.implementation_ends}"
    yield f"  fin_evaluacion: {one.evaluation_ends}"
    yield f"vigencia_certificado_anios: {one.years}"
    if one.has_levels:
        yield "niveles:"
        for level in LEVELS:
            yield f"  - numero: {level}\n    nombre: Nivel {level}"
            yield f"    porcentaje: {40 + level * 20}"


def _state(one: Agreement) -> str:
    if one.evaluation_ends < DAY:
        return "terminado"
    if one.implementation_ends < DAY:
        return "evaluacion_final"
    return "implementacion" if one.adhesion_ends < DAY else "adhesion"


def _targets(one: Agreement) -> Iterator[str]:
    count = 3 + one.signed.toordinal() % 4
    yield "temas:"
    yield from (f"  - {theme}" for _, theme, _, _ in _TARGETS[:count])
    yield "metas:"
    for number, (name, theme, action, means) in enumerate(_TARGETS[:count], 1):
        yield f"  - numero: {number}\n    nombre: {name}\n    tema: {theme}\n    acciones:"
        yield f'      - codigo: "{number}.1"\n        descripcion: {action}'
        yield f"        medio_verificacion: {means}\n        plazo_meses: {6 * number}"
        yield "        obligatoria: true\n        responsable: empresas"


def _rolls(one: Agreement) -> Iterator[str]:
    yield "nominas:"
    for roll in ("adheridos", "certificados", "sellos"):
        yield f"  {roll}:\n    cobertura: {one.coverage}"
        if one.coverage != "sin_nomina":
            yield f"    al: {DAY}"
