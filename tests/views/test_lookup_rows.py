"""What search finds: one row a thing, with the facets by which it is filtered."""

from generator.language import Language
from generator.prose import ProsePage
from generator.search.families import shelve
from generator.search.files import files
from generator.views import editions, lookup_rows
from generator.views.survey import Survey
from tests.record_bodies import SITE
from tests.sample import (
    CODES,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    person,
    published,
    seal,
)


def rows(*records, prose=(), **keys):
    bunches = lookup_rows.found(Survey(published(*records, **keys), SITE), prose)
    return {row.path: row for row in shelve(bunches).rows}


PLANT = company(
    element(adhesion(certificate(numero_oficial="APL-7")), rubro="vino", ciiu="1102"),
    nombre_fantasia="Inventadas",
    marcas=["La Inventada"],
    nombres_anteriores=[{"razon_social": "Antes Ltda.", "rut": "99900002-9"}],
)


def test_a_company_is_found_by_all_its_names_and_ruts():
    """Legal, trade, brand and former names; today's RUT and the one of before."""
    row = rows(PLANT)["empresas/empresa/"]

    assert {row.title, *row.words} == {
        "Conservas Inventadas SpA",
        "Inventadas",
        "La Inventada",
        "Antes Ltda.",
    }
    assert row.codes == ("99900001-0", "99900002-9")
    assert (row.kind, row.detail, row.estado) == ("empresa", "Talca", "")


def test_an_element_has_its_state_days_and_facets():
    """What decides on the site's day, and where, what and since which year."""
    row = rows(PLANT)["empresas/empresa/#planta"]

    assert (row.estado, row.desde, row.hasta) == ("certificado", "2025-01-10", "2028-01-10")
    assert row.facets == {
        "comuna": ("talca",),
        "region": ("maule",),
        "rubro": ("vino",),
        "sector": ("c",),
        "acuerdo": ("acuerdo",),
        "anio": ("2025",),
        "tamano": ("pequena",),
        "sello": ("sin_sello",),
    }
    assert row.parent == "empresas/empresa/"


def test_certificates_and_seals_are_found_by_code_and_number():
    """The compact code, the official number; the seal by its own code."""
    found = rows(PLANT, seals={"uno": seal()})

    assert found["v/ABCDEFGG/"].codes == ("ABCDEFGG", "APL-7")
    assert found["v/ABCDEFGG/"].estado == "vigente"
    assert found["v/23456789/"].codes == ("23456789",)
    assert found["v/23456789/"].facets["sello"] == ("vigente",)
    assert found["empresas/empresa/"].facets["sello"] == ("vigente",)


def test_a_person_without_consent_is_found_by_code_alone():
    """No name, RUT or brand in any row."""
    found = rows(person(element(adhesion(certificate())), comuna="07101", marcas=["Doña Juana"]))
    every = " ".join(
        " ".join((row.title, row.detail, *row.words, *row.codes)) for row in found.values()
    )

    assert "Juana" not in every and "Peñafiel" not in every
    assert found["empresas/empresa/"].title.startswith("Productor(a), Talca")
    assert found["v/ABCDEFGG/"].codes == ("ABCDEFGG",)


def test_agreements_have_their_territory_and_year():
    """Regions by their part of addresses, comunas too; the year of the signature."""
    signed = agreement(
        nombre="Acuerdo del Maule",
        entidad_gestora="Gremio",
        rubro="vino",
        territorio={"alcance": "comunal", "comunas": ["07102"]},
        fechas={"firma": "2019-05"},
    )
    row = rows(agreements={"acuerdo": signed})["acuerdos/acuerdo/"]

    assert row.detail == "Gremio · Constitución"
    assert "Gremio" in row.words
    assert row.facets["region"] == ("maule",) and row.facets["comuna"] == ("constitucion",)
    assert row.facets["anio"] == ("2019",) and row.facets["acuerdo"] == ("acuerdo",)


def test_prose_is_found_by_title_headings_and_other_names():
    """Headings as readers see them, without code blocks, moulds or the list of sources."""
    text = (
        "# Sello\n\n## ¿Quién **puede** [usarlo](x.md)? { #quien }\n\n"
        "```\n## no\n```\n\n## Fuentes\n"
    )
    page = ProsePage("a.md", "acerca/sello-apl/", None, None, "El Sello APL", "Qué es.", text)
    mould = ProsePage("m.md", "acuerdos/molde/", "acuerdos", None, "%%titulo%%", "", "")
    found = rows(prose=(page, mould))

    row = found["acerca/sello-apl/"]
    assert row.words[0] == "¿Quién puede usarlo?"
    assert {"Estrella Azul", "sello azul"} <= set(row.words)
    assert "no" not in row.words and "Fuentes" not in row.words
    assert "acuerdos/molde/" not in found


def test_the_staff_guide_does_not_answer_for_its_examples():
    """Its smaller headings name what the public asks about; the page on the seal answers that."""
    text = "# Editar\n\n## Fechas\n\n### Un sello\n"
    guide = ProsePage("e.md", "equipo/editar/", None, None, "Editar fichas", "Cómo.", text)
    about = ProsePage("a.md", "acerca/sello-apl/", None, None, "El Sello APL", "Qué es.", text)
    found = rows(prose=(guide, about))

    assert found["equipo/editar/"].words == ("Fechas",)
    assert {"Un sello", "qué es el sello"} <= set(found["acerca/sello-apl/"].words)


def test_a_company_of_which_nothing_is_public_is_not_found():
    """Neither it nor its elements: a pending adhesion stays out of every output."""
    found = rows(company(element(adhesion(estado="pendiente"))))

    assert not [path for path in found if path.startswith("empresas/")]


def test_places_are_found_by_every_spelling():
    """Regions by both names, comunas by their aliases, where they have a page."""
    found = rows(company(element(adhesion(), comuna="05502")))

    assert found["regiones/ohiggins/"].words == ("O'Higgins",)
    assert found["comunas/la-calera/"].title == "Comuna de Calera"
    assert "comunas/talca/" not in found


def test_every_value_has_its_label():
    """Whatever a row says of itself has a word for readers."""
    registry = published(PLANT, seals={"uno": seal()})
    labels = lookup_rows.labels(registry)

    for row in shelve(lookup_rows.found(Survey(registry, SITE), ())).rows:
        assert not row.estado or row.estado in labels["estado"]
        for facet, values in row.facets.items():
            assert facet == "anio" or set(values) <= set(labels[facet]), facet


def test_the_index_takes_the_rows():
    """Rows and labels make the files of the search, whatever state things are in."""
    states = (
        certificate(CODES[0], suspensiones=[{"desde": "2026-01-01"}]),
        certificate(CODES[1], anulacion={"fecha": "2026-01-01"}),
        certificate(CODES[2], fecha="2026-12-24", vigente_hasta="2029-12-24"),
    )
    plants = [element(adhesion(one), id=f"p{n}") for n, one in enumerate(states)]
    registry = published(company(*plants), seals={"uno": seal(CODES[0], codigo=CODES[5])})
    found = lookup_rows.found(Survey(registry, SITE), ())

    names = [name for name, _ in files(found, lookup_rows.labels(registry), offline=False)]
    assert names[0] == "buscar/facetas.json" and len(names) > 2


def test_a_page_in_both_languages_is_found_once_by_both_titles():
    """Its English is no row of its own; a page that only English has is one."""
    pages = (
        ProsePage("v.md", "verificar/", None, None, "Verificar", "Compruebe.", ""),
        ProsePage("en/v.md", "en/verificar/", None, None, "Verify", "Check.", "", "en"),
        ProsePage("en/o.md", "en/only/", None, None, "Only", "Here.", "", "en"),
        ProsePage("d.md", "datos/dictionary/", None, None, "Dictionary", "Data.", "", "en"),
    )
    found = rows(prose=pages)

    assert "Verify" in found["verificar/"].words
    assert "en/verificar/" not in found
    assert {"en/only/", "datos/dictionary/"} <= set(found)
    english = Language("en", "en", "en/")
    assert editions.titles(english, pages) == {"verificar/": ("Verify", "Check.")}
