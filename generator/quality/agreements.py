"""An agreement → what is missing, old or unsourced in it on a day."""

from collections.abc import Iterator
from datetime import date

from generator.load import Entry
from generator.model.agreement import Agreement, Roll
from generator.problem import KeyPath
from generator.quality.gap import Gap, is_old, of_sources

ROLL_DAYS = 365
"""After so many days a list counts as old."""

_SIGNED = ("adhesion", "implementacion", "evaluacion_final", "terminado", "sin_informacion")
"""The states in which an agreement may have companies; before, there is no list to miss."""


def gaps(entry: Entry[Agreement], day: date) -> Iterator[Gap]:
    """Everything, in the order of the record's keys."""
    record = entry.record
    signed = record.dates.signed if record.dates else None
    since = signed.first() if signed else None
    for keys, text in _missing(record):
        yield Gap("falta", keys, text, since)
    if record.state in _SIGNED:
        yield from _rolls(record, day, since)
    yield from _state(record, day)
    yield from _emissions(record)
    yield from of_sources(record, day)


def _missing(record: Agreement) -> Iterator[tuple[KeyPath, str]]:
    dates = record.dates
    levels = any(one.validity_years for one in record.levels)
    texts = any(one.kind == "acuerdo" for one in record.documents)
    found: tuple[tuple[bool, KeyPath, str], ...] = (
        (record.kind == "sin_informacion", ("tipo",), "no dice de qué tipo es"),
        (record.ciiu is None, ("ciiu",), "sin código de actividad"),
        (record.rubro is None, ("rubro",), "sin rubro"),
        (
            record.territory.reach == "sin_informacion",
            ("territorio", "alcance"),
            "no dice dónde rige",
        ),
        (record.state == "sin_informacion", ("estado",), "no dice en qué etapa está"),
        (
            record.state in _SIGNED and (dates is None or dates.signed is None),
            ("fechas", "firma"),
            "no dice cuándo se firmó",
        ),
        (
            record.certificate_years is None and not levels,
            ("vigencia_certificado_anios",),
            "no dice cuántos años vale su certificado",
        ),
        (
            record.sponsor is None and not record.signatories,
            ("entidad_gestora",),
            "no dice quién lo gestiona",
        ),
        (not record.bodies, ("organismos",), "no nombra organismos del Estado"),
        (
            not record.targets and record.declared_targets is None,
            ("metas",),
            "no dice sus metas, ni cuántas son",
        ),
        (not texts, ("documentos",), "no enlaza el texto del acuerdo"),
    )
    for is_missing, keys, text in found:
        if is_missing:
            yield keys, text


def _rolls(record: Agreement, day: date, since: date | None) -> Iterator[Gap]:
    held = record.rolls
    for key, of, roll in (
        ("adheridos", "quienes adhirieron", held.adhered if held else None),
        ("certificados", "quienes se certificaron", held.certified if held else None),
        ("sellos", "quienes tienen sello", held.seals if held else None),
    ):
        yield from _roll(("nominas", key), of, roll, day, since)


def _roll(
    keys: KeyPath, of: str, roll: Roll | None, day: date, since: date | None
) -> Iterator[Gap]:
    if roll is None or roll.coverage == "sin_nomina":
        yield Gap("falta", (*keys, "cobertura"), f"falta la nómina de {of}", since)
        return
    if roll.coverage == "parcial":
        yield Gap("falta", (*keys, "cobertura"), f"la nómina de {of} está en parte", roll.as_of)
    if roll.as_of is None:
        yield Gap("falta", (*keys, "al"), f"no dice hasta qué día llega la nómina de {of}")
    elif (day - roll.as_of).days > ROLL_DAYS:
        text = f"la nómina de {of} llega hasta un día lejano"
        yield Gap("antiguo", (*keys, "al"), text, roll.as_of)
    if roll.source is None:
        yield Gap("sin_fuente", (*keys, "fuente"), f"no dice quién entregó la nómina de {of}")


def _state(record: Agreement, day: date) -> Iterator[Gap]:
    if record.state in ("terminado", "sin_informacion"):
        return
    known = record.state_as_of
    if known is None:
        yield Gap("falta", ("estado_al",), "no dice a qué fecha se sabe su etapa")
    elif is_old(known.last(), day):
        yield Gap("antiguo", ("estado_al",), "su etapa se supo hace mucho", known.last())


def _emissions(record: Agreement) -> Iterator[Gap]:
    for place, row in enumerate(record.emissions):
        keys, since = ("emisiones", place), date(row.year, 12, 31)
        if row.methodology is None:
            text = f"la reducción de {row.year} no dice cómo se calculó"
            yield Gap("falta", (*keys, "metodologia"), text, since)
        if row.verifier is None:
            text = f"la reducción de {row.year} no dice quién la verificó"
            yield Gap("sin_fuente", (*keys, "verificador"), text, since)
