import json
import re
from datetime import date

from generator.catalogue import english
from generator.language import speaking
from generator.views import owned_pages
from generator.views.company_timeline import timeline
from generator.views.page import Site
from generator.views.record_chain import Source
from generator.views.survey import Survey
from tests.record_bodies import SITE, body, made, page_of, words
from tests.sample import (
    adhesion,
    agreement,
    certificate,
    company,
    element,
    only_company,
    person,
    published,
    seal,
)


def five_plants():
    """Three with a certificate in force, one expired, one that never had any."""
    held = ("ABCD-EFGG", "2345-6789", "0000-001Y")
    certified = [
        element(adhesion(certificate(code)), id=f"planta-{n}", nombre=f"Planta {n}")
        for n, code in enumerate(held, 1)
    ]
    expired = certificate("12FP-CFNP", fecha="2022-01-10", vigente_hasta="2025-01-10")
    return company(
        *certified,
        element(adhesion(expired, fecha="2021-05-02"), id="planta-4", nombre="Planta 4"),
        element(adhesion(), id="planta-5", nombre="Planta 5"),
    )


def empresa(registry, site=SITE):
    return page_of(owned_pages, registry, "empresas/empresa/", site)


def test_the_answer_counts_and_never_calls_the_company_certified():
    """The first words after the name are the count, and `empresa certificada` stands nowhere."""
    said = words(empresa(published(five_plants())))

    assert "3 de 5 instalaciones con certificado vigente" in said
    assert said.index("3 de 5") < said.index("una por una")
    assert "empresa certificada" not in said.casefold()


def test_the_answer_has_its_day_and_a_line_in_english():
    """Beside the status stands the day of the data; below the sentence, English."""
    html = body(empresa(published(five_plants())))

    box = html[html.index("apl-respuesta") : html.index("</div>", html.index("apl-respuesta"))]
    assert '<time datetime="2026-11-23">23 de noviembre de 2026</time>' in box
    assert re.search(r'lang="en"[^>]*>3 of 5 sites', box)


def test_each_element_has_its_own_status_anchor_and_codes():
    """An element stands under its id with its certificate's dates, and leads to the code's page."""
    html = body(empresa(published(five_plants())))

    card = html[html.index('id="planta-4"') : html.index('id="planta-5"')]
    assert 'href="../../v/12FPCFNP/"' in card
    assert '<time datetime="2025-01-10">' in card
    assert ">Vencido</span>" in card
    assert 'href="../../comunas/talca/"' in card and 'href="../../regiones/maule/"' in card
    assert "Adherido, aún sin certificado" in html[html.index('id="planta-5"') :]


def test_audits_that_led_to_no_certificate_are_not_told():
    """A final audit shows where a certificate followed it, and only there."""
    final = {"tipo": "final", "fecha": "2024-12-10", "aplican": 12, "cumplen": 12}
    failed = {"tipo": "final", "fecha": "2025-06-10", "aplican": 12, "cumplen": 7}
    with_one = element(adhesion(certificate(), auditorias=[final]), id="una", nombre="Una")
    without = element(adhesion(auditorias=[failed]), id="otra", nombre="Otra")

    said = words(empresa(published(company(with_one, without))))

    assert "Auditoría final, 10 de diciembre de 2024: cumplía 12 de 12 acciones" in said
    assert "7 de 12" not in said


def test_pending_adhesions_stay_out():
    """An adhesion that was not accepted appears nowhere on the page."""
    pending = adhesion(estado="pendiente", acuerdo="acuerdo")
    waiting = element(pending, id="secreta", nombre="Planta Secreta")

    said = words(empresa(published(company(element(), waiting))))

    assert "Planta Talca" in said and "Planta Secreta" not in said
    assert "Acuerdo de Producción Limpia de Prueba" not in said


def test_what_is_dated_after_the_day_has_not_happened():
    """On a day between adhesion and certificate the page knows of the adhesion alone."""
    early = Site("https://registro.example/", date(2024, 1, 1))

    page = empresa(published(company(element(adhesion(certificate())))), early)

    events = page.context["events"]
    assert [event.text for event in events] == ["Adhesión: Planta Talca"]
    assert "Aún no rige" in words(page, early)


def test_the_timeline_is_newest_first_and_tells_like_events_together():
    """Two adhesions of one day are one line; the certificate's end closes the story."""
    expired = certificate(fecha="2022-01-10", vigente_hasta="2025-01-10")
    first = element(adhesion(expired, fecha="2021-05-02"), id="una", nombre="Una")
    second = element(adhesion(fecha="2021-05-02"), id="otra", nombre="Otra")

    events = empresa(published(company(first, second))).context["events"]

    assert [(str(event.day), event.text) for event in events] == [
        ("2025-01-10", "Último día del certificado: Una"),
        ("2022-01-10", "Certificado: Una"),
        ("2021-05-02", "Adhesión: Una y Otra"),
    ]


def test_the_timeline_tells_the_same_in_english():
    """The same days and names, with the events said in English."""
    expired = certificate(fecha="2022-01-10", vigente_hasta="2025-01-10")
    first = element(adhesion(expired, fecha="2021-05-02"), id="una", nombre="Planta Sur")
    second = element(adhesion(fecha="2021-05-02"), id="otra", nombre="Bodega")
    registry = published(company(first, second))

    with speaking(english()):
        events = timeline(Source(registry, only_company(registry), SITE.day))

    assert [(str(event.day), event.text) for event in events] == [
        ("2025-01-10", "Last day of the certificate: Planta Sur"),
        ("2022-01-10", "Certificate: Planta Sur"),
        ("2021-05-02", "Adhesion: Planta Sur and Bodega"),
    ]


def test_a_natural_person_is_nameless_and_not_indexed():
    """Name and RUT of who did not consent are in no part of the page, and it is `noindex`."""
    someone = person(element(adhesion(certificate())), rut="12345678-5", comuna="07101")

    page = empresa(published(someone))

    everything = body(page) + page.title + page.description
    assert "Productor(a), Talca" in everything
    assert not re.search(r"Juana|Peñafiel|12\.?345\.?678", everything)
    assert page.indexable is False


def test_namesakes_have_titles_of_their_own():
    """Two companies of one name differ in title and description."""
    pages = made(
        owned_pages.pages(
            Survey(published({"una": company(), "otra": company(rut="99900002-9")}), SITE)
        )
    )

    titles = {page.title for page in pages.values()}
    assert titles == {
        "Conservas Inventadas SpA (RUT 99.900.001-0)",
        "Conservas Inventadas SpA (RUT 99.900.002-9)",
    }
    assert len({page.description for page in pages.values()}) == 2


def test_descriptions_fit_whatever_the_name():
    """A description has at most 160 characters and no status word that ages."""
    long_name = "Sociedad Agrícola, Ganadera, Forestal y Comercial " * 4

    page = empresa(published(company(razon_social=long_name.strip())))

    assert len(page.description) <= 160
    assert "vigente" not in page.title.casefold()


def test_a_sold_plant_is_pointed_on_from_the_living_company():
    """The former owner's page says where the plant went, under the anchor it had there."""
    sold = element(adhesion(certificate()), ids_anteriores=["vendedora/planta-vieja"])
    registry = published(
        {
            "compradora": company(sold, razon_social="Compradora Inventada S.A."),
            "vendedora": company(rut="99900002-9", razon_social="Vendedora Inventada S.A."),
        }
    )

    html = body(page_of(owned_pages, registry, "empresas/vendedora/"))

    assert 'id="planta-vieja"' in html
    assert 'href="../../empresas/compradora/#planta"' in html
    assert "S.A.." not in words(page_of(owned_pages, registry, "empresas/vendedora/"))


def test_the_next_agreement_of_the_sector_and_its_deadline_are_told():
    """Where another agreement names the company's as the one before, the page leads there."""
    agreements = {
        "acuerdo": agreement(estado="terminado", estado_al="2025"),
        "segundo": agreement(
            nombre="Segundo Acuerdo de Prueba",
            acuerdo_anterior="acuerdo",
            fechas={"firma": "2026-01-05", "fin_adhesion": "2027-04-30"},
        ),
    }

    said = words(empresa(published(company(element(adhesion())), agreements)))

    assert (
        "Le sigue Segundo Acuerdo de Prueba, al que se puede adherir hasta el 30 de abril de 2027"
        in said
    )


def test_corrections_and_channels_are_on_the_page():
    """What was corrected, how to ask for more, and where to report misuse."""
    corrected = company(
        correcciones=[
            {"fecha": "2026-08-12", "campo": "tamano", "decia": "micro", "dice": "pequena",
             "motivo": "informó sus ventas"}
        ]
    )  # fmt: skip
    settings = {
        "correcciones": {
            "correo_institucional": "registro@institucion.example",
            "plazo_respuesta_dias": 10,
        },
        "denuncias": {"url": "https://institucion.example/denuncias"},
    }

    page = empresa(published(corrected, settings=settings))

    assert "Tamaño: decía «micro», dice «pequena». Informó sus ventas." in words(page)
    assert 'href="mailto:registro@institucion.example"' in body(page)
    assert "Se responde en 10 días." in words(page)
    assert 'href="https://institucion.example/denuncias"' in body(page)


def test_the_live_script_gets_facts_it_can_read():
    """Every `data-estado` is JSON as it stands, whatever quotes and signs a name has."""
    tricky = company(
        element(adhesion(certificate())), razon_social='O\'Higgins & Hijos <i>"Sur"</i> &lt; SpA'
    )

    html = body(empresa(published(tricky, seals={"uno": seal()})))

    found = re.findall(r"data-estado='([^']*)'", html)
    facts = [json.loads(one.replace("&#39;", "'").replace("&lt;", "<").replace("&amp;", "&"))
             for one in found]  # fmt: skip
    assert facts[0]["e"]["t"] == 'O\'Higgins & Hijos <i>"Sur"</i> &lt; SpA'
    assert "<i>" not in html


def test_an_ordinary_page_is_small():
    """One plant with one certificate and a seal stays under 8 KB."""
    registry = published(company(element(adhesion(certificate()))), seals={"uno": seal()})

    assert len(body(empresa(registry)).encode()) < 8_000


def test_ids_on_the_page_are_unique_even_if_an_element_is_called_like_a_section():
    """Elements may have any id; the page's own anchors never take one."""
    odd = [element(id=id, nombre=id) for id in ("sello", "fuentes", "notas", "empresa", "ahora")]

    html = body(empresa(published(company(*odd, notas="Nota."))))

    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_a_former_name_is_dated_as_far_as_its_source_goes():
    """`hasta` may be a year, a month or a day; only a day has a place in the timeline."""
    former = [
        {"razon_social": f"Antes {until} SA", "hasta": until} for until in ("2015", "2019-05")
    ]
    former.append({"razon_social": "Ayer SA", "hasta": "2020-06-30"})
    page = empresa(published(company(element(adhesion()), nombres_anteriores=former)))

    said = words(page)
    assert "Antes 2015 SA, hasta 2015; Antes 2019-05 SA, hasta mayo de 2019;" in said
    assert "Ayer SA, hasta el 30 de junio de 2020" in said
    assert said.count("Último día con el nombre anterior") == 1


def test_an_element_without_certificate_says_how_far_the_list_goes():
    """Its own sentence, which knows of the list, reaches the reader and the live script."""
    page = empresa(published(company(element(adhesion()))))

    assert "no hay en este registro un certificado suyo" in words(page).lower()
    assert "este registro aún no tiene la nómina de certificados de este acuerdo" in words(page)
    card = body(page)[body(page).index('id="planta"') :]
    assert 'data-parte="palabra">Adherido, aún sin certificado</span>' in card
    assert 'data-parte="frase">La instalación Planta Talca' in card


def test_a_person_who_lets_only_the_rut_be_published_is_not_said_to_hide_it():
    """What the page says of permission agrees with what it shows."""
    consent = {"fecha": "2026-01-02", "documento": "Carta", "campos": ["rut"]}
    shown = words(empresa(published(person(rut="9868503-0", consentimiento=consent))))
    hidden = words(empresa(published(person())))

    assert "9.868.503-0" in shown and "su RUT" not in shown
    assert "su nombre no se publica sin su permiso" in shown
    assert "su nombre y su RUT no se publican sin su permiso" in hidden


def test_a_withdrawn_agreement_leads_to_its_page_without_its_id():
    """What a plant adhered to may be withdrawn since; its address says when and why."""
    baja = {"fecha": "2026-01-02", "motivo": "error_de_registro"}
    page = empresa(published(company(element(adhesion())), {"acuerdo": agreement(baja=baja)}))

    link = '<a href="../../acuerdos/acuerdo/">Acuerdo retirado de este registro</a>'
    assert link in body(page)
