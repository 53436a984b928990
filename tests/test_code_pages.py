import re
from datetime import date

import pytest

from generator.views import owned_pages
from generator.views.page import Site
from generator.views.survey import Survey
from tests.record_bodies import SITE, body, made, page_of, words
from tests.sample import adhesion, agreement, certificate, company, element, person, published, seal


def certificate_page(*certificates, site=SITE, **more):
    plant = element(adhesion(*(certificates or (certificate(),))))
    return page_of(owned_pages, published(company(plant), **more), "v/ABCDEFGG/", site)


def test_every_code_has_one_page_in_capitals_without_dash():
    """Certificates and seals stand under `/v/`, short enough to type."""
    plant = element(adhesion(certificate()))

    pages = made(owned_pages.pages(Survey(published(company(plant), seals={"uno": seal()}), SITE)))

    codes = {path: page for path, page in pages.items() if path.startswith("v/")}
    assert list(codes) == ["v/ABCDEFGG/", "v/23456789/"]
    assert {page.mould for page in codes.values()} == {"codigos"}


def test_the_first_lines_answer_and_then_comes_english():
    """State, first and last day, for what and whom; then one line in English; then the chain."""
    said = words(certificate_page())

    order = [
        "Vigente",
        "La instalación Planta Talca, de Conservas Inventadas SpA",
        "desde el 10 de enero de 2025 hasta el 10 de enero de 2028",
        "Certificate in force from 10 January 2025 to 10 January 2028",
        "Datos al 23 de noviembre de 2026",
        "De la adhesión al sello",
    ]
    places = [said.index(one) for one in order]
    assert places == sorted(places)


def test_the_chain_leads_from_the_element_to_the_seal():
    """Element, adhesion, audits, certificate, seal: in this order, each with its link."""
    final = {"tipo": "final", "fecha": "2024-12-10", "auditor": "Auditores de Prueba Ltda."}
    plant = element(adhesion(certificate(), auditorias=[final]))
    registry = published(company(plant), seals={"uno": seal()})

    html = body(page_of(owned_pages, registry, "v/ABCDEFGG/"))

    steps = re.findall(r"<li><strong>(.*?)</strong>", html[html.index("apl-cadena") :])
    assert steps[:5] == ["Establecimiento", "Adhesión", "Auditoría", "Certificado", "Sello APL"]
    for address in ("empresas/empresa/#planta", "acuerdos/acuerdo/", "v/23456789/"):
        assert f'href="../../{address}"' in html
    assert "Auditó Auditores de Prueba Ltda." in words(
        page_of(owned_pages, registry, "v/ABCDEFGG/")
    )


def test_a_certificate_without_audits_or_seal_says_so():
    """What this register lacks is told as lacking, not left out."""
    said = words(certificate_page())

    assert "este registro no tiene sus auditorías" in said
    assert "este registro no tiene un contrato de sello que lo cubra" in said


def test_audits_of_an_earlier_certificate_are_not_behind_this_one():
    """Each certificate shows the audits since the one before it."""
    audits = [
        {"tipo": "final", "fecha": "2023-06-01", "auditor": "Firma Primera"},
        {"tipo": "final", "fecha": "2024-12-10", "auditor": "Firma Segunda"},
    ]
    first = certificate("2345-6789", fecha="2023-07-01", vigente_hasta="2025-01-09")
    second = certificate(renueva="2345-6789")
    registry = published(company(element(adhesion(first, second, auditorias=audits))))

    later = words(page_of(owned_pages, registry, "v/ABCDEFGG/"))
    earlier = words(page_of(owned_pages, registry, "v/23456789/"))

    assert "Firma Segunda" in later and "Firma Primera" not in later
    assert "Firma Primera" in earlier and "Firma Segunda" not in earlier
    assert "Renueva al certificado 2345-6789" in later
    assert "Lo renueva el certificado ABCD-EFGG" in earlier


def test_suspensions_and_annulment_show_from_their_day_on():
    """Recorded stops are told once they have begun, with their days and reasons."""
    stopped = certificate(
        suspensiones=[{"desde": "2025-03-01", "hasta": "2025-04-30", "motivo": "Falla del equipo"}],
        anulacion={"fecha": "2026-02-01", "motivo": "Datos falsos."},
    )
    early = Site("", date(2025, 1, 31))

    now, before = words(certificate_page(stopped)), words(certificate_page(stopped, site=early))

    assert "Suspendido desde el 1 de marzo de 2025 hasta el 30 de abril de 2025. Falla" in now
    assert "Anulado desde el 1 de febrero de 2026. Datos falsos." in now
    assert "Falla del equipo" not in before and "Datos falsos" not in before


def test_official_number_document_and_level_are_shown():
    """What the issuing body gave is searchable on the page, and the level has its name."""
    held = certificate(
        numero_oficial="APL-123/2025", documento="https://ascc.example/c.pdf", nivel=2
    )
    levels = [{"numero": 1, "nombre": "Inicial"}, {"numero": 2, "nombre": "Avanzado"}]
    agreements = {"acuerdo": agreement(tipo="certificacion_sustentabilidad", niveles=levels)}

    page = certificate_page(held, agreements=agreements)

    assert "Número oficial: APL-123/2025." in words(page)
    assert 'href="https://ascc.example/c.pdf"' in body(page)
    assert "Nivel 2, Avanzado" in words(page)


def test_a_seal_shows_its_contract_and_each_certificate_behind_it():
    """Contract, uses, early end, and a chain for every certificate that it covers."""
    plants = [
        element(adhesion(certificate()), id="una", nombre="Una"),
        element(adhesion(certificate("0000-001Y")), id="otra", nombre="Otra"),
    ]
    held = seal(
        "ABCD-EFGG",
        "0000-001Y",
        usos=["envase", "web"],
        termino={"fecha": "2026-05-04", "motivo": "Así lo pidió la empresa."},
    )
    registry = published(company(*plants), seals={"uno": held})

    page = page_of(owned_pages, registry, "v/23456789/")

    said = words(page)
    assert "No vigente" in said and "terminó antes de su plazo" in said
    assert "N.º 7/2025, del 1 de febrero de 2025" in said
    assert "envase, sitio web" in said
    assert body(page).count('class="apl-cadena"') == 2


def test_the_seal_of_one_element_names_it_in_its_title():
    """Who may use it is in the title; no status word is."""
    registry = published(
        company(element(adhesion(certificate()))),
        seals={"uno": seal(titular={"empresa": "empresa", "elemento": "planta"})},
    )

    page = page_of(owned_pages, registry, "v/23456789/")

    assert page.title == "Sello APL 2345-6789: Conservas Inventadas SpA, Planta Talca"
    assert "solo por Planta Talca" in words(page)


def test_codes_of_a_natural_person_name_nobody():
    """The page answers by code, is `noindex`, and holds neither name nor street."""
    plant = element(adhesion(certificate()), direccion="Los Aromos 123")
    registry = published(person(plant), seals={"uno": seal()})

    for path in ("v/ABCDEFGG/", "v/23456789/"):
        page = page_of(owned_pages, registry, path)
        assert not re.search(r"Juana|Peñafiel|Aromos", body(page) + page.title + page.description)
        assert page.indexable is False


def test_an_example_says_so_on_top():
    """A fictional certificate carries the notice before its answer, and is marked as one."""
    plant = element(adhesion(certificate()))
    registry = published(company(plant, ejemplo=True), {"acuerdo": agreement(ejemplo=True)})

    page = page_of(owned_pages, registry, "v/ABCDEFGG/")

    assert page.example is True
    assert words(page).index("Registro de ejemplo") < words(page).index("Certificado ABCD-EFGG")


def test_it_ends_with_what_to_do_and_an_address_to_hand_on():
    """What an expiry means, who manages the agreement, how to correct, the page's own address."""
    agreements = {
        "acuerdo": agreement(entidad_gestora="Gremio A.G.", sitio_entidad="https://gremio.example/")
    }

    page = certificate_page(agreements=agreements)

    assert "no se renueva solo" in words(page)
    assert '<a href="https://gremio.example/" rel="external nofollow">Gremio A.G.</a>' in body(page)
    assert "https://registro.example/v/ABCDEFGG/" in words(page)
    assert "Para corregir un dato" in words(page)


def test_without_a_public_address_none_is_shown():
    """A register that does not know its address shows no half of one."""
    page = certificate_page(site=Site("", SITE.day))

    assert "Dirección de esta página" not in words(page, Site("", SITE.day))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Acuerdo de las Conservas", "al Acuerdo de las Conservas."),
        ("Envases II", "al acuerdo Envases II."),
    ],
)
def test_the_chain_says_agreement_once(name, told):
    """`al acuerdo Acuerdo de …` is said by nobody."""
    whole = published(
        company(element(adhesion(certificate()))), {"acuerdo": agreement(nombre=name)}
    )

    assert told in words(page_of(owned_pages, whole, "v/ABCDEFGG/"))


def test_the_reason_of_a_suspension_begins_like_a_sentence():
    """It stands after a full stop, however an editor began it."""
    held = certificate(suspensiones=[{"desde": "2026-03-01", "motivo": "cambió de horno"}])
    whole = published(company(element(adhesion(held))))

    assert "sin fecha de término. Cambió de horno." in words(
        page_of(owned_pages, whole, "v/ABCDEFGG/")
    )


# What the label should say.


def label_of(html: str) -> str:
    start = html.index('id="etiqueta"')
    return html[start : html.index("</section>", start)]


def test_the_label_is_told_to_be_compared():
    """Holder, brands, installation and comuna, as a reader finds them on what is at hand."""
    record = company(element(adhesion(certificate())), nombre_fantasia="Inventos", marcas=["Ñeque"])
    told = label_of(body(page_of(owned_pages, published(record), "v/ABCDEFGG/")))

    for words_ in ("Conservas Inventadas SpA", "Inventos, Ñeque", "Planta Talca (Talca)"):
        assert words_ in told
    assert "Talca, Maule" in told


def test_the_address_that_no_copy_can_have_is_told():
    """The beginning of the address stands apart; a site without an address claims none."""
    told = label_of(body(certificate_page()))
    homeless = body(certificate_page(site=Site("", SITE.day)), Site("", SITE.day))

    assert "<strong>https://registro.example/v/</strong>ABCDEFGG/" in told
    assert "página verdadera" not in label_of(homeless)


def test_a_nameless_holder_stays_nameless_on_the_label():
    """What a person did not consent to publish is on no label either."""
    record = {"productor-x1": person(element(adhesion(certificate())), marcas=["Mermelada Juana"])}
    told = label_of(body(page_of(owned_pages, published(record), "v/ABCDEFGG/")))

    assert "Productor(a), Talca" in told
    assert "Juana" not in told and "no tiene marcas suyas" in told


def test_the_seal_of_a_company_names_the_installations_it_rests_on():
    """Those of its certificates, each with its comuna; the others are not on the label."""
    first = element(adhesion(certificate()))
    second = element(adhesion(certificate("J403-5KME")), id="otra", nombre="Planta Otra")
    whole = published(company(first, second), seals={"uno": seal()})
    told = label_of(body(page_of(owned_pages, whole, "v/23456789/")))

    assert "Planta Talca" in told and "Planta Otra" not in told
