"""The public page of the register's quality: fields, ages, lines, and counts that add up."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.load.lines import Lines
from generator.model.agreement import Agreement
from generator.quality import agreements
from generator.registry import Registry, registry
from generator.views import quality, quality_counts
from generator.views.page import Page, Site
from generator.views.quality_items import age
from generator.views.survey import Survey
from tests.record_bodies import body, made
from tests.sample import (
    CODES,
    DAY,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    person,
    published,
    rolls,
)
from tests.scratch import SOUND
from tests.view_bodies import entry, fragment, survey, told

REPOSITORY = "https://repositorio.example/registro"
ABSENT = ((), None, "sin_informacion", "sin_nomina", "parcial")


def pages(found: Survey) -> dict[str, Page]:
    return {path: one for path, one in made(quality.pages(found)).items() if isinstance(one, Page)}


def held(keys: tuple[Any, ...], record: Mapping[str, Any]) -> Any:
    """The value of a field in the keys of a record; None where any part of the way is missing."""
    value: Any = record
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def wholly(**keys: Any) -> dict[str, Any]:
    """An agreement that lacks nothing of what is looked at."""
    return {
        **agreement(
            ciiu="1102",
            rubro="vino",
            estado_al="2026-10",
            fechas={"firma": "2024-03-01"},
            vigencia_certificado_anios=3,
            entidad_gestora="Gremio",
            organismos=["ascc"],
            metas_declaradas=8,
            documentos=[{"titulo": "Texto", "url": "https://a.example/", "tipo": "acuerdo"}],
            nominas=rolls("completa", al="2026-11-20", fuente="Gremio"),
            emisiones=[
                {"anio": 2024, "reduccion_tco2e": 5, "metodologia": "Guía", "verificador": "Firma"}
            ],
            fuentes=[{"url": "https://a.example/", "consultada": "2026-01-02"}],
        ),
        **keys,
    }


LOOKED_AT = (
    ("ciiu",),
    ("rubro",),
    ("estado_al",),
    ("fechas", "firma"),
    ("vigencia_certificado_anios",),
    ("entidad_gestora",),
    ("organismos",),
    ("metas_declaradas",),
    ("documentos",),
    ("nominas", "adheridos"),
    ("nominas", "sellos", "al"),
    ("nominas", "certificados", "fuente"),
    ("emisiones", 0, "metodologia"),
    ("emisiones", 0, "verificador"),
    ("fuentes", 0, "consultada"),
)


def without(keys: tuple[Any, ...], record: Any) -> Any:
    """The record without one field."""
    key, rest = keys[0], keys[1:]
    if isinstance(record, list):
        return [without(rest, one) if place == key else one for place, one in enumerate(record)]
    if not rest:
        return {name: one for name, one in record.items() if name != key}
    return {**record, key: without(rest, record[key])} if key in record else record


def gaps(record: Mapping[str, Any], day: date = DAY) -> list[agreements.Gap]:
    (found,) = entry("acuerdos", "uno", Agreement, record).values()
    return list(agreements.gaps(found, day))  # type: ignore[arg-type]


def test_an_agreement_that_has_all_has_no_gaps() -> None:
    """Nothing is asked for that cannot be given."""
    assert gaps(wholly()) == []


@settings(max_examples=60)
@given(st.sets(st.sampled_from(LOOKED_AT)))
def test_every_gap_points_to_a_field_that_is_missing(taken: set[tuple[Any, ...]]) -> None:
    """What was taken away is found, each once, and nothing that is there is said to be missing."""
    record = wholly()
    for keys in sorted(taken, key=len, reverse=True):
        record = without(keys, record)
    found = gaps(record)

    for gap in found:
        assert gap.kind in ("falta", "sin_fuente")
        assert held(gap.keys, record) in ABSENT
    fields = [gap.keys for gap in found]
    assert len(fields) == len(set(fields))
    said = {
        ("metas_declaradas",): ("metas",),
        ("nominas", "adheridos"): ("nominas", "adheridos", "cobertura"),
    }
    assert {said.get(keys, keys) for keys in taken} == set(fields)


def test_what_is_old_says_since_when() -> None:
    """A list of over a year, a state and a source of over two; a day less is not old."""
    old = {
        "estado_al": "2024-11-22",
        "nominas": rolls("completa", al="2025-11-22", fuente="Gremio"),
        "fuentes": [{"url": "https://a.example/", "consultada": "2024-11-22"}],
    }
    new = {
        "estado_al": "2024-11-23",
        "nominas": rolls("completa", al="2025-11-23", fuente="Gremio"),
        "fuentes": [{"url": "https://a.example/", "consultada": "2024-11-23"}],
    }

    assert [(one.kind, str(one.since)) for one in gaps(wholly(**old))] == [
        *[("antiguo", "2025-11-22")] * 3,
        *[("antiguo", "2024-11-22")] * 2,
    ]
    assert gaps(wholly(**new)) == []


def test_an_agreement_that_is_not_signed_misses_no_list() -> None:
    """Before anybody can adhere there is neither day of signature nor list."""
    record = wholly(estado="diagnostico", fechas={}, nominas={})

    assert gaps(record) == []


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2026, 11, 1), "hace menos de un mes"),
        (date(2026, 10, 23), "hace un mes"),
        (date(2026, 1, 24), "hace 9 meses"),
        (date(2025, 11, 23), "hace un año"),
        (date(2019, 11, 24), "hace 6 años"),
        (date(2027, 1, 1), ""),
        (None, ""),
    ],
)
def test_ages_are_whole(since: date | None, words: str) -> None:
    """Whole months and years that have passed; none for what lies ahead or is not known."""
    assert age(since, DAY) == words


# Companies.

SIZES = st.sampled_from(["pequena", "sin_informacion"])
COMUNAS = st.sampled_from(["07101", "07102", "13101"])
MORE: Mapping[str, Any] = {"auditorias": [{"tipo": "final", "fecha": "2024-12-01"}]}


@st.composite
def registries(draw: st.DrawFn) -> Registry:
    """Companies in two regions, with certificates that lack one thing or another."""
    codes = iter(CODES)
    companies = {}
    for number in range(draw(st.integers(1, 3))):
        plants = []
        for place in range(draw(st.integers(1, 2))):
            one = certificate(next(codes), fecha="2025-01-10")
            if draw(st.booleans()):
                one = {**one, "numero_oficial": f"APL-{number}-{place}"}
            if draw(st.booleans()):
                one = {**one, "vigente_hasta": "2027-06-10"}
            keys = MORE if draw(st.booleans()) else {}
            on = draw(st.sampled_from(["2023-05-02", "2019-01-01"]))
            adhered = adhesion(one, **keys, fecha=on)
            plants.append(element(adhered, id=f"planta-{place}", comuna=draw(COMUNAS)))
        sources = [{"url": "https://a.example/"}] if draw(st.booleans()) else []
        companies[f"empresa-{number}"] = company(
            *plants,
            razon_social=f"Empresa {number} SpA",
            rut=("99900001-0", "99900002-9", "99900003-7")[number],
            tamano=draw(SIZES),
            fuentes=sources,
            ejemplo=draw(st.booleans()),
        )
    return published(companies, {"acuerdo": wholly(fechas={"firma": "2020-01-01"})})


@settings(max_examples=25)
@given(registries())
def test_counts_add_up(found: Registry) -> None:
    """Regions to the whole, comunas to their region, lines of a page to its comuna's counts."""
    view = survey(found)
    context = quality.slot(view).context
    every = pages(view)
    listed: Counter[str] = Counter()
    for path, page in every.items():
        if path.startswith("calidad/comunas/"):
            listed += Counter(one.kind for each in page.context["subjects"] for one in each.items)
        if path.startswith("calidad/regiones/"):
            rows = page.context["rows"]
            assert page.context["sum"].total.count == sum(one.total.count for one in rows)
    whole = context["elements"]

    assert {kind: one.count for kind, one in whole.counts.items()} == dict(listed)
    assert whole.total.count == sum(one.total.count for one in context["regions"])
    shown = every["calidad/acuerdos/acuerdo/"].context["subjects"]
    assert context["own"].below.count == sum(len(one.items) for one in shown)
    assert whole.total.examples == sum(
        len(each.items)
        for path, page in every.items()
        if path.startswith("calidad/comunas/")
        for each in page.context["subjects"]
        if each.example
    )


@settings(max_examples=25)
@given(registries())
def test_every_line_of_a_company_is_true(found: Registry) -> None:
    """What is said to be missing is; what is said to contradict does."""
    for one in survey(found).standings:
        record = one.company.record.model_dump(by_alias=True)
        for each in quality_counts.found(
            one, quality_counts.terms(found.agreement), DAY, is_first=True
        ):
            value = held(each.gap.keys, record)
            if each.gap.kind in ("falta", "sin_fuente"):
                assert value in ABSENT or "url" not in str(value)
            else:
                assert value in (date(2019, 1, 1), date(2027, 6, 10))


def test_a_line_says_field_age_and_where() -> None:
    """The certificate by its code, what it lacks, for how long, and where that is mended."""
    found = published(
        company(element(adhesion(certificate(fecha="2025-01-10")))),
        settings={"repositorio": REPOSITORY, "rama": "principal"},
    )
    page = pages(survey(found))["calidad/comunas/talca/"]
    said = told(body(page))

    assert "Planta Talca, certificado ABCD-EFGG: Falta. Documento: sin documento" in said
    assert "hace un año" in said
    assert f'{REPOSITORY}/blob/principal/registry/empresas/empresa.yaml"' in body(page)
    assert 'href="../../../v/ABCDEFGG/"' in body(page)


def test_links_lead_to_the_line_of_the_field() -> None:
    """Where the files are at hand, each address names a line, and that line is near the field."""
    checked = pipeline.check(SOUND, DAY)
    found = Survey(registry(checked.loaded), Site("", DAY), Lines(SOUND))
    settings_of = found.registry.settings.model_copy(update={"repository": REPOSITORY})
    object.__setattr__(found.registry, "settings", settings_of)
    sources = [
        (one, each.source)
        for page in pages(found).values()
        for one in page.context.get("subjects", ())
        for each in one.items
    ]

    assert sources
    for subject, source in sources:
        file, _, line = source.partition("#L")
        lines = (SOUND / file.partition("/registry/")[2]).read_text().splitlines()
        assert 1 <= int(line) <= len(lines), subject


def test_what_a_person_withheld_is_not_asked_for() -> None:
    """Neither name nor RUT of a natural person is missing, nor does either show."""
    found = published(person(element(adhesion(certificate()))))
    said = told(body(pages(survey(found))["calidad/comunas/talca/"]))

    assert "Productor(a), Talca" in said and "Juana" not in said
    assert "RUT" not in said and "azón social" not in said


def test_the_rules_tell_of_contradictions() -> None:
    """A warning of the check stands with its agreement, and leads to the rule."""
    record = wholly(
        ordinal=2,
        territorio={"alcance": "regional", "regiones": ["09"], "comunas": ["14107"]},
    )
    html = body(pages(survey(published(None, {"acuerdo": record})))["calidad/acuerdos/acuerdo/"])
    said = told(html)

    assert "Se contradice. Territorio, comunas: la comuna 14107 (Paillaco) es de la región" in said
    assert 'href="../../../equipo/reglas/#APL303"' in html
    assert "Falta. Acuerdo anterior: el ordinal es 2 y falta" in said and "APL305" in said


def test_a_pending_adhesion_shows_nowhere() -> None:
    """What is not public has no gaps either."""
    waiting = {**adhesion(), "estado": "pendiente", "fecha": "1999-01-01"}
    found = survey(published(company(element(waiting), element(adhesion(), id="otra"))))
    text = " ".join(told(body(page)) for page in pages(found).values())

    assert "antes de que se firmara" not in text


def test_nothing_to_say_is_said() -> None:
    """No agreement, no company, or nothing wrong with any."""
    empty = told(fragment(quality.slot(survey(published(acuerdos={})))))
    whole = survey(published(None, {"acuerdo": wholly()}))

    assert "aún no tiene acuerdos" in empty and "aún no tiene empresas" in empty
    assert "Nada que anotar." in told(body(pages(whole)["calidad/acuerdos/acuerdo/"]))
    assert "Nada que anotar en las fichas de empresas de esta región" in told(
        body(pages(whole)["calidad/regiones/maule/"])
    )


def test_the_shipped_registry_is_open_about_itself() -> None:
    """The other instruments stand on the page too, one by one."""
    root = Path(__file__).parents[2] / "registry"
    found = Survey(registry(pipeline.check(root, DAY).loaded), Site("", DAY), Lines(root))
    said = told(fragment(quality.slot(found)))

    assert "la meta «Auditorías de Producción Limpia en terreno» no dice de qué paso es" in said
    assert "Aurora del Huasco" in said and "hace 10 años" in said
