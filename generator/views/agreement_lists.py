"""Turns the agreements into the lists of all of them, by territory, and for SMEs."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator import territory
from generator.model.agreement import Agreement, IntegratedCertification
from generator.views import territories
from generator.views.agreement_rows import AgreementRow, agreement_rows
from generator.views.counted import Counted, counted
from generator.views.coverage import coverage
from generator.views.page import Slot
from generator.views.survey import Survey
from generator.vocabulary import RUBROS, label

_NO_RUBRO = "Sin rubro anotado"


@dataclass(frozen=True, slots=True)
class Group:
    """Agreements under a heading; `anchor` is its id on the page, `path` its own page if any."""

    name: str
    anchor: str
    path: str
    rows: tuple[AgreementRow, ...]

    @property
    def size(self) -> Counted:
        """How many it holds."""
        return _size(self.rows)


def _size(rows: tuple[AgreementRow, ...]) -> Counted:
    return counted(one.example for one in rows)


@dataclass(frozen=True, slots=True)
class Integration:
    """A certification that an agreement takes in, in words."""

    name: str
    kind: str
    scope: str


@dataclass(frozen=True, slots=True)
class Bridge:
    """An agreement with the certifications that it takes in."""

    row: AgreementRow
    integrations: tuple[Integration, ...]


def all_slot(survey: Survey) -> Slot:
    """Every agreement by its trade, the latest signed first."""
    return Slot(
        "fragments/agreements.html",
        {
            "groups": tuple(_by_rubro(survey)),
            "total": len(survey.agreements),
            "examples": sum(one.record.example for one in survey.agreements),
            "undated": sum(not _is_dated(one.record) for one in survey.agreements),
            "coverage": coverage(survey, "certified"),
            "day": survey.day,
        },
    )


def _is_dated(record: Agreement) -> bool:
    return record.dates is not None and record.dates.signed is not None


def _by_rubro(survey: Survey) -> Iterator[Group]:
    for rubro, words in RUBROS.items():
        if found := survey.agreements_by_rubro.get(rubro):
            rows = agreement_rows(survey, found)
            yield Group(words.es, f"rubro-{rubro}", f"rubros/{rubro}/", rows)
    rest = [one for one in survey.agreements if one.record.rubro is None]
    if rest:
        yield Group(_NO_RUBRO, "sin-rubro", "", agreement_rows(survey, rest))


def territories_slot(survey: Survey) -> Slot:
    """Agreements of a place as such, then of the whole country, then region by region."""
    special = [one for one in survey.agreements if one.record.kind == "cuencas_y_territorios"]
    return Slot(
        "fragments/territories.html",
        {
            "special": agreement_rows(survey, special),
            "places": territories.places(survey),
            "comunas": territories.comunas(survey),
            "groups": tuple(_by_territory(survey)),
            "day": survey.day,
        },
    )


def _by_territory(survey: Survey) -> Iterator[Group]:
    reaching = {
        reach: [one for one in survey.agreements if one.record.territory.reach == reach]
        for reach in ("nacional", "sin_informacion")
    }
    if reaching["nacional"]:
        yield Group("Todo el país", "pais", "", agreement_rows(survey, reaching["nacional"]))
    for region in territory.regions():
        if found := survey.agreements_by_region.get(region.code):
            path = f"regiones/{region.slug}/"
            yield Group(region.name, region.slug, path, agreement_rows(survey, found))
    if reaching["sin_informacion"]:
        rows = agreement_rows(survey, reaching["sin_informacion"])
        yield Group("Sin territorio preciso en las fuentes", "sin-territorio", "", rows)


def smes_slot(survey: Survey) -> Slot:
    """Agreements that take in other certifications or requirements of markets."""
    found = [one for one in survey.agreements if one.record.integrated_certifications]
    rows = agreement_rows(survey, found)
    bridges = tuple(
        Bridge(row, tuple(map(_integration, entry.record.integrated_certifications)))
        for entry, row in zip(found, rows, strict=True)
    )
    context = {"bridges": bridges, "size": _size(rows), "day": survey.day}
    return Slot("fragments/bridges.html", context)


def _integration(one: IntegratedCertification) -> Integration:
    return Integration(one.name, label("integrated_kind", one.kind), one.scope or "")
