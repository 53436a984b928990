"""The lists of certificates and seals, and what is about to end."""

from generator.views import certificate_lists, seal_directory
from tests.sample import CODES, adhesion, agreement, certificate, company, element, published, seal
from tests.view_bodies import fragment, survey, told

EVERY_STATE = {
    "vigente": certificate(CODES[0]),
    "por_vencer": certificate(CODES[1], fecha="2023-12-01", vigente_hasta="2026-12-01"),
    "suspendido": certificate(CODES[2], suspensiones=[{"desde": "2026-11-01"}]),
    "futuro": certificate(CODES[3], fecha="2026-12-24", vigente_hasta="2029-12-24"),
    "vencido": certificate(CODES[4], fecha="2021-01-10", vigente_hasta="2024-01-10"),
    "anulado": certificate(CODES[5], anulacion={"fecha": "2025-06-01"}),
}


def plants(*certificates):
    return company(
        *(
            element(adhesion(one, fecha="2020-01-01"), id=f"p{n}", nombre=f"Planta {n}")
            for n, one in enumerate(certificates)
        )
    )


def test_certificates_stand_by_state_in_force_first():
    """Each state under its heading with its count; those that end next come first."""
    registry = published(plants(*EVERY_STATE.values()))
    html = fragment(certificate_lists.certificates_slot(survey(registry)))
    said = told(html)

    order = ["Vigentes", "Suspendidos", "Aún no rigen", "Vencidos", "Anulados"]
    heads = [f"{one} al 23 de noviembre de 2026" for one in order]
    counts = [2 if one == "Vigentes" else 1 for one in order]
    places = [said.rindex(f"{one} {n} certificado") for one, n in zip(heads, counts, strict=True)]
    assert places == sorted(places)
    assert said.index("Planta 1 Conservas") < said.index("Planta 0 Conservas")
    assert "Vigente, vence en 8 días" in said
    assert html.count("data-estado=") == 6


def test_only_what_ends_within_the_days_of_the_register_is_about_to_end():
    """90 days unless the register says otherwise."""
    registry = published(plants(*EVERY_STATE.values()))
    said = told(fragment(certificate_lists.expiring_slot(survey(registry))))

    assert "Planta 1" in said and "Planta 0" not in said
    assert (
        "1 certificado vence entre el 23 de noviembre de 2026 y el 21 de febrero de 2027." in said
    )

    short = published(plants(*EVERY_STATE.values()), settings={"dias_por_vencer": 5})
    assert "vence entre el 23 de noviembre de 2026 y el 28 de noviembre de 2026" in told(
        fragment(certificate_lists.expiring_slot(survey(short)))
    )


def test_who_may_use_the_seal_stands_apart_from_who_may_not():
    """A seal in force with holder, scope and days; the others with their reason."""
    registry = published(
        plants(EVERY_STATE["vigente"], EVERY_STATE["vencido"]),
        seals={
            "uno": seal(CODES[0], codigo=CODES[5], usos=["web", "envase"]),
            "dos": seal(
                CODES[4],
                codigo=CODES[6],
                titular={"empresa": "empresa", "elemento": "p1"},
                desde="2021-02-01",
                hasta="2024-01-10",
            ),
        },
    )
    said = told(fragment(seal_directory.slot(survey(registry))))

    held, ended = (f"{one} derecho a usarlo al 23 de noviembre de 2026" for one in ("Con", "Sin"))
    assert said.index(f"{held} 1 sello vigente.") < said.index(f"{ended} 1 sello que no rige.")
    assert "Vale para la empresa · Talca · Usos: sitio web, envase" in said
    assert "Planta 1 · Contrato vencido · Talca J403-5KME" in said


def test_the_home_page_names_the_first_holders_only():
    """Few names, but the whole count."""
    registry = published(
        plants(EVERY_STATE["vigente"]), seals={"uno": seal(CODES[0], codigo=CODES[5])}
    )
    said = told(fragment(certificate_lists.holders_slot(survey(registry))))

    assert "Conservas Inventadas SpA" in said
    assert "1 sello vigente al 23 de noviembre de 2026." in said


def test_silence_about_seals_is_no_no():
    """Without seals and without their list, the slot says how far the register goes."""
    for slot in (seal_directory.slot, certificate_lists.holders_slot):
        said = told(fragment(slot(survey(published(agreements={"acuerdo": agreement()})))))

        assert "no tiene sellos vigentes al 23 de noviembre de 2026" in said
        assert "aún no tiene la nómina de contratos de sello de ningún acuerdo" in said
