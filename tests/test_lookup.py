"""Expectations of the answers to what people type."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.lookup import Answer, answer, answer_code, answer_name, answer_rut
from generator.registry import Registry
from tests import sample
from tests.sample import DAY, adhesion, agreement, certificate, company, element, published, seal


@pytest.fixture(scope="module")
def register() -> Registry:
    """Two companies and a nameless producer, with certificates, a seal and former names."""
    plant = element(
        adhesion(certificate(numero_oficial="APL-123/2024"), certificate("J403-5KME", nivel=None)),
    )
    plant["adhesiones"][0]["certificados"][1].pop("nivel")
    return published(
        {
            "conservas": company(
                plant,
                razon_social="Conservas del Ñandú S.A.",
                nombre_fantasia="La Conserva",
                marcas=["O'Higgins 1810"],
                nombres_anteriores=[{"razon_social": "Fábrica Vieja Ltda.", "rut": "99900002-9"}],
                ids_anteriores=["conservas-antiguas"],
            ),
            "otra": company(
                element(adhesion(certificate("1WDV-95DW"))),
                razon_social="Otra del Ñandú SpA",
                rut="99900003-7",
            ),
            "productor-x1": sample.person(element(adhesion(certificate("2C1Z-7MDK")))),
            "ida": company(
                rut="99900004-5", baja={"fecha": "2026-01-02", "motivo": "error_de_registro"}
            ),
        },
        seals={"sello": seal(titular={"empresa": "conservas"})},
    )


def said(register: Registry, query: str, day: date = DAY) -> str:
    return answer(register, query, day).first_line


# First lines, in exactly the words of the design.


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 1, 9), "aún no rige"),
        (date(2025, 1, 10), "vigente"),
        (date(2027, 11, 13), "vigente, vence en 58 días"),
        (date(2028, 1, 9), "vigente, vence en 1 día"),
        (date(2028, 1, 10), "vigente, vence en 0 días"),
        (date(2028, 1, 11), "vencido"),
    ],
)
def test_a_certificate_says_its_state(register, day, state):
    """The first line of a certificate is its code and its state on the day."""
    assert said(register, "abcd efgg", day) == f"ABCD-EFGG: {state}"


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({"suspensiones": [{"desde": "2026-01-01"}]}, "suspendido"),
        ({"anulacion": {"fecha": "2026-01-01"}}, "anulado"),
    ],
)
def test_an_interrupted_certificate_says_so(keys, state):
    """Suspended and annulled stand in the first line as such."""
    whole = published(company(element(adhesion(certificate(**keys)))))

    assert said(whole, "ABCD-EFGG") == f"ABCD-EFGG: {state}"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 1, 31), "no vigente (aún no rige)"),
        (DAY, "vigente"),
        (date(2028, 1, 11), "no vigente (vencido)"),
    ],
)
def test_a_seal_says_whether_it_holds_and_why_not(register, day, state):
    """A seal is in force, or not with its reason in brackets."""
    assert said(register, "2345-6789", day) == f"2345-6789: {state}"


def test_a_company_is_a_count(register):
    """By RUT the first line is the name and how many of its plants are certified."""
    expected = "Conservas del Ñandú S.A.: 1 de 1 instalaciones con certificado vigente"

    assert said(register, "99.900.001-0") == expected
    assert said(register, "la conserva") == expected


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("ABCD-EFG0", "no es un código válido"),
        ("W3W3-W3W8", "no es un código válido"),
        ("76.123.456-1", "no es un RUT válido"),
        ("76.123.456-0", "este registro aún no tiene la nómina"),
        ("Nadie Así", "este registro aún no tiene la nómina"),
    ],
)
def test_what_is_not_there_says_why(register, query, line):
    """What cannot be found says what is wrong with it, or that the list is not here."""
    assert said(register, query) == f"{query}: {line}"


def test_only_complete_lists_say_no():
    """With every list complete for the day, silence is a no."""
    lists = {"acuerdo": agreement(nominas=sample.rolls("completa"))}

    assert said(published(agreements=lists), "76.123.456-0").endswith("no figura en el registro")


# Any writing.


@pytest.mark.parametrize(
    "query",
    [
        "ABCD-EFGG",
        "abcdefgg",
        " abcd efgg ",
        "ABCD\u2013EFGG",
        "https://registro.example/sub/v/ABCDEFGG/",
        "/v/ABCDEFGG/?x=1",
        "APL-123/2024",
        "apl 123 2024",
    ],
)
def test_a_certificate_is_found_in_any_writing(register, query):
    """Case, spaces, dashes, a page's address and the official number all lead to it."""
    found = answer(register, query, DAY)

    assert (found.kind, found.id) == ("certificado", "ABCD-EFGG")


@pytest.mark.parametrize(
    "query", ["99900001-0", "99.900.001-0", "999000010", "RUT 99.900.001-0", "99900002-9"]
)
def test_a_company_is_found_by_its_rut_in_any_writing(register, query):
    """Dots, dashes and former RUTs make no difference."""
    assert answer(register, query, DAY).id == "conservas"


@pytest.mark.parametrize(
    "query",
    [
        "conservas del nandu",
        "CONSERVAS DEL ÑANDÚ SPA",
        "ohiggins 1810",
        "fabrica vieja",
        "conservas",
        "nandu conserv",
        "conservas-antiguas",
        "conservas ",
    ],
)
def test_a_company_is_found_by_name_brand_or_id(register, query):
    """Accents, legal suffixes, brands, former names and ids, and words of a name all find it."""
    assert answer(register, query, DAY).id == "conservas"


def test_a_name_of_several_lists_them(register):
    """Words that two names share give both, each with its own state."""
    found = answer(register, "nandu", DAY)

    assert found.kind == "varias" and found.found
    assert [match.id for match in found.matches] == ["conservas", "otra"]
    assert found.first_line == "nandu: 2 coincidencias"


# How it was reached.


def test_a_former_rut_name_or_id_says_where_it_leads(register):
    """Who asks by an old RUT, name or id learns that it is one."""
    by_rut = answer(register, "99900002-9", DAY).remarks
    by_name = answer(register, "Fábrica Vieja", DAY).remarks
    by_id = answer(register, "conservas-antiguas", DAY).remarks

    assert by_rut == (
        "El RUT 99900002-9 es anterior: lleva a Conservas del Ñandú S.A., que hoy tiene otro.",
    )
    assert by_name == (
        "«Fábrica Vieja Ltda.» es un nombre anterior: hoy se llama Conservas del Ñandú S.A.",
    )
    assert "dirección anterior" in by_id[0]


def test_a_certificate_outlives_a_withdrawal_and_says_so():
    """Who left the agreement with a certificate keeps it, and the answer explains why."""
    left = adhesion(certificate(), retiro={"fecha": "2026-01-01"})
    found = answer(published(company(element(left))), "ABCD-EFGG", DAY)

    assert found.estado == "vigente"
    assert found.remarks[0].startswith("Se retiró del acuerdo el 1 de enero de 2026.")


def test_an_expired_certificate_names_the_one_that_follows():
    """Who holds an old certificate is told of the new one."""
    old = certificate(fecha="2023-06-01", vigente_hasta="2025-06-01")
    new = certificate("2345-6789", fecha="2025-05-01", renueva="ABCD-EFGG")
    found = answer(published(company(element(adhesion(old, new)))), "ABCD-EFGG", DAY)

    assert "Rige otro más nuevo: el 2345-6789." in found.sentence


# Natural persons.


def test_a_nameless_producer_is_found_by_code_only(register):
    """The code answers, without the name; name and RUT find nothing."""
    by_code = answer(register, "2C1Z-7MDK", DAY)

    assert by_code.estado == "vigente"
    assert "Productor(a), Talca" in by_code.sentence
    assert not answer(register, "Juana Andrea Peñafiel Soto", DAY).found
    assert answer(register, "12.345.678-5", DAY).estado == "rut_no_publicado"


def test_a_rut_below_fifty_million_of_a_company_is_found():
    """Only what is absent is answered by the range; a published low RUT is found."""
    whole = published(company(rut="12345678-5"))

    assert answer(whole, "12.345.678-5", DAY).kind == "empresa"


# Mistyped codes, and what they are taken for.


def test_a_mistyped_code_offers_those_it_may_mean(register):
    """One wrong symbol or two swapped ones lead to the near misses, with their state."""
    wrong = answer(register, "ABCD-EFG6", DAY)
    swapped = answer(register, "BACD-EFGG", DAY)

    assert wrong.estado == swapped.estado == "codigo_invalido"
    assert [match.id for match in wrong.matches] == ["ABCD-EFGG"]
    assert "ABCD-EFGG" in swapped.sentence
    assert not wrong.found


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("Carmener", "nombre"),
        ("Viña-Mar", "nombre"),
        ("W3W3-W3W8", "codigo"),
        ("W3W3W3W8", "codigo"),
        ("1234-5678", "codigo"),
        ("12345678", "rut"),
        ("1.234.567-8", "rut"),
        ("ABC1-2345", "codigo"),
        ("WXYZ-WXYA", "codigo"),
        ("Casa-Bella", "nombre"),
        ("Casa-Nave", "nombre"),
        ("BACDEFGG", "codigo"),
    ],
)
def test_what_is_absent_is_answered_by_its_looks(register, query, kind):
    """Eight letters are a name unless they nearly are a code; eight digits are a RUT."""
    assert answer(register, query, DAY).kind == kind


def test_a_withdrawn_record_says_so_and_no_more(register):
    """The id of a withdrawn company answers; its RUT and name do not."""
    found = answer(register, "ida", DAY)

    assert (found.kind, found.estado, found.motivo) == (
        "ficha_retirada",
        "ficha_retirada",
        "error_de_registro",
    )
    assert found.matches == ()
    assert not answer(register, "99900004-5", DAY).found


# The shape of an answer.


def test_the_json_of_an_answer_is_that_of_the_design(register):
    """Query, day, kind, id, estado, rige, desde, hasta and motivo, days in ISO form."""
    assert answer(register, "abcd-efgg", DAY).as_json() == {
        "query": "abcd-efgg",
        "day": "2026-11-23",
        "kind": "certificado",
        "id": "ABCD-EFGG",
        "estado": "vigente",
        "rige": True,
        "desde": "2025-01-10",
        "hasta": "2028-01-10",
        "motivo": None,
    }


@pytest.mark.parametrize(("extra", "rige"), [(0, True), (1, None)])
def test_a_company_certified_in_part_neither_holds_nor_fails(extra, rige):
    """`rige` is true where all elements are certified, unknown where only some are."""
    more = [element(adhesion(), id=f"otra-{n}") for n in range(extra)]
    whole = published(company(element(adhesion(certificate())), *more))

    assert answer(whole, "empresa", DAY).rige is rige


def test_each_way_of_asking_has_its_own_function(register):
    """By code, by RUT and by name one asks only that."""
    assert answer_code(register, "zzz", DAY).estado == "codigo_invalido"
    assert answer_code(register, "APL-123/2024", DAY).id == "ABCD-EFGG"
    assert answer_rut(register, "zzz", DAY).estado == "rut_invalido"
    assert answer_rut(register, "99900001-0", DAY).id == "conservas"
    assert answer_name(register, "ABCD-EFGG", DAY).estado == "sin_nomina"
    assert answer_name(register, "la conserva", DAY).id == "conservas"


def test_two_certificates_of_one_official_number_are_both_shown():
    """An official number that the issuer used twice leads to both."""
    twice = [certificate(numero_oficial="77"), certificate("2345-6789", numero_oficial="77")]
    whole = published(company(element(adhesion(*twice))))

    found = answer(whole, "77", DAY)

    assert [match.id for match in found.matches] == ["2345-6789", "ABCD-EFGG"]


@given(st.text(max_size=50))
def test_any_text_has_an_answer(query):
    """Whatever is typed, there is an answer with a word, a sentence and a first line."""
    found: Answer = answer(published(company()), query, DAY)

    assert found.word and found.sentence and found.first_line and found.english


# Elements, and addresses that people paste.


@pytest.mark.parametrize(
    "query",
    [
        "conservas/planta",
        "https://registro.example/empresas/conservas/#planta",
        "https://registro.example/sub/empresas/conservas/index.html?x=1#planta",
        "vendida/planta-vieja",
    ],
)
def test_an_element_can_be_asked_for_alone(query):
    """By `empresa/elemento`, its address, or what it was called before it was sold."""
    plant = element(adhesion(certificate()), ids_anteriores=["vendida/planta-vieja"])
    found = answer(published({"conservas": company(plant)}), query, DAY)

    assert (found.kind, found.id, found.rige) == ("elemento", "conservas/planta", True)
    assert found.first_line == "Planta Talca, Conservas Inventadas SpA: vigente"
    assert any("dirección anterior" in one for one in found.remarks) == ("vendida" in query)


def test_of_several_agreements_the_one_in_force_speaks():
    """An element that left one agreement and is certified in another is certified."""
    left = {"retiro": {"fecha": "2024-01-10", "motivo": "Cambió de giro"}}
    plant = element(adhesion(**left), adhesion(certificate(), acuerdo="otro"))
    whole = published(company(plant), {"acuerdo": agreement(), "otro": agreement()})
    found = answer(whole, "empresa/planta", DAY)

    assert found.row.startswith("certificado-vigente")
    assert [match.state for match in found.matches] == ["Retirado del acuerdo", "Vigente"]
    assert "Está en 2 acuerdos" in " ".join(found.remarks)


def test_an_element_before_its_first_adhesion():
    """It is on record, and had adhered to nothing yet."""
    found = answer(published(company(element(adhesion()))), "empresa/planta", date(2020, 1, 1))

    assert found.first_line == "Planta Talca, Conservas Inventadas SpA: sin adhesión ese día"
    assert found.rige is None


def test_a_name_that_comes_close_is_offered(register):
    """Nothing bears the name; what may have been meant is listed, and the silence stays honest."""
    found = answer(register, "Conserva del Nandu Grande", DAY)

    assert not found.found
    assert [match.id for match in found.matches] == ["conservas"]
    assert "Hay nombres parecidos" in " ".join(found.remarks)


@pytest.mark.parametrize("query", ["conservas/nada", "nada/planta", "/", "a/b/c"])
def test_what_only_looks_like_an_element_is_a_name(query, register):
    """No element, no error."""
    assert not answer(register, query, DAY).found
