import re
from datetime import date
from itertools import pairwise

from generator.model.vocabulary import PublicBody
from generator.views import agreement_counts, agreement_pages
from generator.views.agreement_parts import bodies, milestones
from generator.views.agreement_succession import followers, next_agreement
from generator.views.page import Site
from generator.views.survey import Survey
from tests.record_bodies import SITE, body, made, page_of, words
from tests.sample import (
    DAY,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    model,
    published,
    rolls,
)


def acuerdo(companies=None, site=SITE, **keys):
    registry = published(companies, {"acuerdo": agreement(**keys)})
    return page_of(agreement_pages, registry, "acuerdos/acuerdo/", site)


def test_the_state_comes_with_its_date():
    """The first box tells the stage as last known, with as much of its day as is recorded."""
    said = words(acuerdo(estado="evaluacion_final", estado_al="2025-08", fechas={"firma": "2022"}))

    assert "Evaluación final" in said
    assert "Es lo último que se sabe de su etapa, a agosto de 2025. Se firmó en 2022." in said


def test_a_stage_nobody_knows_is_said_to_be_unknown():
    """`sin_informacion` reads as what it is, never as a stage."""
    said = words(acuerdo(estado="sin_informacion"))

    assert "No se sabe en qué etapa está" in said
    assert "no dicen en qué etapa está hoy" in said


def test_a_halted_agreement_says_since_when_and_why():
    """`detenido` outranks the stage in the answer."""
    said = words(acuerdo(detenido={"desde": "2024-05", "motivo": "Falta de recursos"}))

    assert "Detenido" in said
    assert "Se detuvo en mayo de 2024. Falta de recursos." in said


def test_bodies_carry_the_name_of_their_successor():
    """A body that was renamed keeps its historical name, with what it is called today."""
    known = {
        id: model(PublicBody, {"id": id, **keys})
        for id, keys in {
            "cpl": {"nombre": "Consejo Nacional", "sigla": "CPL", "sucesor": "ascc"},
            "ascc": {"nombre": "Agencia de Sustentabilidad", "sigla": "ASCC"},
        }.items()
    }
    held = published(agreements={"a": agreement(organismos=["cpl", "ascc", "nadie"])})

    found = bodies(held.agreements["a"].record, known)

    assert [(one.acronym, one.today) for one in found] == [("CPL", "ASCC"), ("ASCC", "")]


def test_bodies_that_succeed_each_other_in_a_circle_end():
    """Two bodies that name each other as successor are shown, not followed for ever."""
    known = {
        "a": model(PublicBody, {"id": "a", "nombre": "A", "sucesor": "b"}),
        "b": model(PublicBody, {"id": "b", "nombre": "B", "sucesor": "a"}),
    }
    held = published(agreements={"x": agreement(organismos=["a"])})

    assert [one.today for one in bodies(held.agreements["x"].record, known)] == ["B"]


def test_milestones_are_in_order_and_mark_what_lies_ahead():
    """Partial dates stay partial; only what surely comes after the day is ahead."""
    held = published(
        agreements={
            "x": agreement(
                fechas={"firma": "2022-08-25", "manifestacion": "2021", "fin_evaluacion": "2027",
                        "fin_implementacion": "2026-11"}
            )
        }
    )  # fmt: skip

    found = milestones(held.agreements["x"].record, DAY)

    assert [(str(one.day), one.ahead) for one in found] == [
        ("2021", False),
        ("2022-08-25", False),
        ("2026-11", False),
        ("2027", True),
    ]


def test_the_territory_is_in_words_and_on_the_map():
    """Comunas lead to their pages, and the map marks the regions that they are in."""
    html = body(acuerdo(territorio={"alcance": "comunal", "comunas": ["14204", "07101"]}))

    assert 'href="../../comunas/talca/"' in html
    assert html.count("apl-region--marcada") == 2


def test_a_territory_that_no_source_names_has_no_map():
    """Nothing is drawn where nothing is known."""
    html = body(acuerdo(territorio={"alcance": "sin_informacion"}))

    assert "no dicen dónde rige" in html
    assert "<svg" not in html


def plants():
    """Two certified, one of them expired; one adhered; one that left."""
    expired = certificate("12FP-CFNP", fecha="2022-01-10", vigente_hasta="2025-01-10")
    left = adhesion(retiro={"fecha": "2024-01-02"})
    return {
        "una": company(
            element(adhesion(certificate()), id="a", nombre="Planta A"),
            element(adhesion(expired, fecha="2021-05-02"), id="b", nombre="Planta B"),
        ),
        "otra": company(
            element(adhesion(), id="c", nombre="Planta C"),
            element(left, id="d", nombre="Planta D"),
            rut="99900002-9",
        ),
    }


def test_counts_from_records_stand_beside_published_figures():
    """What is counted here and what sources published: each with unit, day and origin."""
    page = acuerdo(
        plants(),
        cifras=[
            {"que": "certificados", "unidad": "instalaciones", "cantidad": 34, "al": "2023-11"}
        ],
    )

    said = words(page)

    assert "Adheridos, sin quienes se retiraron 3 instalaciones, 2 empresas" in said
    assert "Certificados alguna vez, sin los anulados 2 instalaciones, 1 empresa" in said
    assert "Con certificado vigente 1 instalación, 1 empresa" in said
    assert "Certificados 34 instalaciones noviembre de 2023 Publicado" in said


def test_levels_are_named_and_never_added_up():
    """A published figure of a level carries the level's name; the caption says not to add."""
    said = words(
        acuerdo(
            tipo="certificacion_sustentabilidad",
            niveles=[{"numero": 1, "nombre": "Inicial"}, {"numero": 2, "nombre": "Nivel 2 (alto)"}],
            cifras=[
                {"que": "certificados", "unidad": "instituciones", "cantidad": 13, "nivel": "1"},
                {"que": "certificados", "unidad": "instituciones", "cantidad": 6, "nivel": "2"},
            ],
        )
    )

    assert "Certificados, Nivel 1, Inicial 13 instituciones" in said
    assert "Certificados, Nivel 2 (alto) 6 instituciones" in said
    assert "los niveles no se suman" in said


def test_a_figure_may_be_a_percentage_alone():
    """Where a source gives no quantity the unit still shows."""
    said = words(
        acuerdo(cifras=[{"que": "certificados", "unidad": "empresas", "porcentaje": "32.5"}])
    )

    assert "Certificados (empresas) 32,5 % sin fecha" in said


def test_the_coverage_keeps_silence_from_reading_as_a_no():
    """Without its lists the page says so for each; with all of them it does not hedge."""
    missing, whole = acuerdo(), acuerdo(nominas=rolls("completa", al="2026-12-31"))

    assert "Este registro aún no tiene la nómina de adheridos" in words(missing)
    assert "el silencio no es un no" in words(missing)
    assert "el silencio no es un no" not in words(whole)


def test_adherents_are_listed_with_their_status():
    """Each adherent leads to its place on its company's page."""
    html = body(acuerdo(plants()))

    assert 'href="../../empresas/otra/#c"' in html
    for name, word in (("Planta B", "Vencido"), ("Planta C", "Adherido, aún sin certificado")):
        assert word in html[html.index(name) :].partition("</li>")[0]


def test_a_long_list_is_cut_and_leads_to_the_explorer(monkeypatch):
    """Past the limit the page says how many there are, and where all of them are."""
    monkeypatch.setattr(agreement_counts, "MOST_ADHERENTS", 2)

    page = acuerdo(plants())

    assert "Aquí van 2 de 4." in words(page)
    assert 'href="../../registro/#acuerdo=acuerdo"' in body(page)


def test_what_others_are_not_told_is_not_counted_as_adherent():
    """A pending adhesion is neither listed nor counted."""
    said = words(acuerdo(company(element(adhesion(estado="pendiente")))))

    assert "Planta Talca" not in said
    assert "Quiénes adhirieron" not in said


def test_targets_fold_open_and_declared_counts_stand_in_for_them():
    """Known targets show every action with its terms; unknown ones their number."""
    action = {
        "codigo": "1.1",
        "descripcion": "Medir el agua.",
        "medio_verificacion": "Planilla mensual.",
        "plazo_meses": 1,
        "obligatoria": True,
        "responsable": "empresas",
    }
    known = acuerdo(metas=[{"numero": 1, "nombre": "Ahorrar agua", "tema": "agua",
                            "acciones": [action]}])  # fmt: skip
    declared = acuerdo(metas_declaradas=5, acciones_declaradas=116)

    assert "<details" in body(known)
    assert (
        "Se comprueba con: Planilla mensual. Plazo: 1 mes. Obligatoria. Le toca a: empresas."
        in (words(known))
    )
    assert "El acuerdo declara 5 metas y 116 acciones." in words(declared)


def test_the_page_leads_to_the_agreements_before_and_after():
    """Predecessor and successor link to each other."""
    registry = published(
        agreements={
            "primero": agreement(nombre="Primer Acuerdo"),
            "segundo": agreement(nombre="Segundo Acuerdo", acuerdo_anterior="primero"),
        }
    )

    first = body(page_of(agreement_pages, registry, "acuerdos/primero/"))
    second = body(page_of(agreement_pages, registry, "acuerdos/segundo/"))

    assert 'href="../../acuerdos/segundo/"' in first
    assert 'href="../../acuerdos/primero/"' in second


def test_the_next_agreement_is_the_first_that_has_not_ended():
    """An ended second agreement is passed over for the third."""
    registry = published(
        agreements={
            "uno": agreement(estado="terminado"),
            "dos": agreement(estado="terminado", acuerdo_anterior="uno"),
            "tres": agreement(acuerdo_anterior="dos", fechas={"fin_adhesion": "2026-11-22"}),
        }
    )

    found = next_agreement("uno", followers(registry), DAY)

    assert found.agreement.path == "acuerdos/tres/"
    assert found.open is False
    assert next_agreement("uno", followers(registry), date(2026, 11, 22)).open is True


def test_agreements_in_a_circle_do_not_hang():
    """Rules refuse circles; a page must still end on one."""
    registry = published(
        agreements={
            "uno": agreement(estado="terminado", acuerdo_anterior="dos"),
            "dos": agreement(estado="terminado", acuerdo_anterior="uno"),
        }
    )

    assert next_agreement("uno", followers(registry), DAY) is None


def test_results_documents_english_and_sources_have_their_place():
    """Impacts, MRV rows, integrated certifications, documents, English summary and sources."""
    said = words(
        acuerdo(
            impactos=[
                {"indicador": "agua", "valor": "-1.6", "unidad": "%", "periodo": "2018-2020"}
            ],
            emisiones=[{"anio": 2024, "reduccion_tco2e": "1090.5", "verificador": "Firma X"}],
            certificaciones_integradas=[{"nombre": "Sello S", "tipo": "sello_nacional"}],
            documentos=[{"titulo": "Texto del acuerdo", "url": "https://ascc.example/a.pdf"}],
            resumen_en="One paragraph.",
            fuentes=[{"documento": "Folleto del gremio", "consultada": "2026-10-01"}],
            notas="La fuente no nombra la región.",
        )
    )

    for one in (
        "-1,6 %",
        "2024 1.090,5 sin información Firma X",
        "Sello S Sello nacional",
        "Texto del acuerdo",
        "In English One paragraph.",
        "Folleto del gremio (consultada el 1 de octubre de 2026)",
        "La fuente no nombra la región.",
    ):
        assert one in said


def test_titles_and_descriptions_tell_agreements_apart():
    """Two agreements of one name get titles and descriptions of their own, within the limit."""
    names = {
        "uno": agreement(nombre="Acuerdo " + "muy " * 40),
        "dos": agreement(),
        "tres": agreement(),
    }

    pages = made(agreement_pages.pages(Survey(published(agreements=names), SITE))).values()

    assert len({page.title for page in pages}) == 3
    assert len({page.description for page in pages}) == 3
    assert all(len(page.description) <= 160 for page in pages)


def test_headings_descend_in_order_and_tables_have_captions():
    """One h1, no level skipped, a caption in every table: what a screen reader goes by."""
    html = body(acuerdo(plants(), niveles=[{"numero": 1, "nombre": "Inicial"}],
                        tipo="certificacion_sustentabilidad"))  # fmt: skip

    levels = [int(found) for found in re.findall(r"<h(\d)", html)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert html.count("<table") == html.count("<caption>")


def test_the_day_of_the_data_stands_beside_the_state():
    """A page built for another day says that day."""
    early = Site("", date(2024, 2, 1))

    assert "Datos al 1 de febrero de 2024." in words(acuerdo(site=early), early)
