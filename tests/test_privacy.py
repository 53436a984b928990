"""Expectations of what a natural person's record shows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import privacy
from generator.decision import compact
from generator.model.company import Company
from tests import sample
from tests.sample import adhesion, certificate, element, person

FIELDS = ("nombre", "rut", "direccion", "ubicacion", "sitio_web")
RUT = "12345678-5"

PRIVATE = element(
    adhesion(certificate(documento="https://juanapenafiel.example/certificado.pdf")),
    nombre="Huerto de Juana Peñafiel",
    direccion="Camino Las Acacias 4521",
    ubicacion={"lat": "-35.42671", "lon": "-71.65542"},
    identificador="Patente ZZ-TT-11",
)


def a_person(*fields: str, **keys: object) -> Company:
    """A natural person with everything that could be withheld, who consented to `fields`."""
    consent = {"fecha": "2026-01-01", "documento": "Formulario 12", "campos": list(fields)}
    made: Company = sample.model(
        Company,
        person(
            PRIVATE,
            nombre_fantasia="Mermeladas Pehuén",
            marcas=["Doña Juana"],
            sitio_web="https://www.juanapenafiel.example",
            nombres_anteriores=[{"razon_social": "Juana Soto Muñoz"}],
            ids_anteriores=["juana-penafiel", "productor-1"],
            consentimiento=consent,
            **keys,
        ),
    )
    return made


def shown(company: Company) -> str:
    """All that is left of a record, as one text."""
    return repr(privacy.reduced(company))


SECRETS = {
    "nombre": ("Juana", "Peñafiel", "Pehuén", "Soto", "ZZ-TT-11", "juana-penafiel"),
    "rut": ("12345678", "12.345.678"),
    "direccion": ("Acacias",),
    "ubicacion": ("35.42671", "71.65542"),
    "sitio_web": ("www.juanapenafiel.example",),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_published_only_if_consented(field):
    """Consent to one field publishes that field and none of the others."""
    left = shown(a_person(field, rut=RUT))

    for other, secrets in SECRETS.items():
        if other != field and not (field == "sitio_web" and other == "nombre"):
            assert not [secret for secret in secrets if secret in left], other
    assert any(secret in left for secret in SECRETS[field])


def test_without_consent_a_person_is_a_producer_of_a_comuna():
    """The name that stands for a nameless person is made of the comuna."""
    reduced = privacy.reduced(sample.model(Company, person(PRIVATE)))

    assert reduced.legal_name == "Productor(a), Talca"
    assert (reduced.trade_name, reduced.brands, reduced.former_names) == (None, (), ())
    assert not privacy.is_indexable(reduced)


def test_the_comuna_of_the_head_office_comes_first():
    """The company's own comuna names the producer; without any comuna there is just a producer."""
    machine = element(alcance="maquinaria")
    del machine["comuna"]  # type: ignore[attr-defined]

    here = sample.model(Company, person(PRIVATE, comuna="13101"))
    nowhere = sample.model(Company, person(machine))

    assert privacy.public_name(here) == "Productor(a), Santiago"
    assert privacy.public_name(nowhere) == "Productor(a)"


@pytest.mark.parametrize(
    "text",
    [
        "La dueña, Juana Andrea Peñafiel Soto, firmó.",
        "JUANA ANDREA PENAFIEL SOTO",
        "Peñafiel Soto, Juana",
        "Juana de la Peñafiel",
        "Marca «Mermeladas  Pehuen».",
        "En Camino las Acacias, Nº 4521.",
        "RUT 12.345.678-5",
        "rut 12345678 5",
        "Ver https://www.juanapenafiel.example/inicio",
        "Está en -35,42671",
    ],
)
def test_withheld_values_vanish_from_other_texts(text):
    """However it is written, a withheld value inside a note is blotted out."""
    company = a_person(rut=RUT, notas="Nota")
    left = privacy.redactor(company)(text)

    assert privacy.RESERVED in left
    for secrets in SECRETS.values():
        assert not [secret for secret in secrets if secret.lower() in left.lower()], left


@pytest.mark.parametrize(
    "text", ["Juana", "El agua de Soto", "El pehuén es un árbol", "12345678-9 m"]
)
def test_common_words_stay(text):
    """One word that happens to be part of a name is not a name."""
    company = a_person()
    assert privacy.redactor(company)(text) == text


def test_corrections_of_withheld_fields_tell_nothing_of_them():
    """A correction of a name says that there was one, in neither wording."""
    corrections = [
        {
            "fecha": "2026-02-01",
            "campo": "razon_social",
            "decia": "Juanita Peña",
            "dice": "Otra cosa",
            "motivo": "Error de tipeo",
        },
        {
            "fecha": "2026-02-01",
            "campo": "comuna",
            "decia": "Talca",
            "dice": "Maule",
            "motivo": "Error de tipeo",
        },
    ]
    reduced = privacy.reduced(a_person(correcciones=corrections))

    hidden, kept = reduced.corrections
    assert (hidden.said, hidden.says) == (privacy.RESERVED, privacy.RESERVED)
    assert (kept.said, kept.says) == ("Talca", "Maule")


def test_an_address_with_a_withheld_value_goes_as_a_whole():
    """A link to a file named after the person is no link any more."""
    reduced = privacy.reduced(
        sample.model(Company, person(PRIVATE, sitio_web="https://juanapenafiel.example"))
    )

    assert reduced.elements[0].adhesions[0].certificates[0].document is None


def test_an_element_id_made_of_the_name_is_replaced():
    """Addresses hold no name either, and the seal of the element still finds it."""
    named = {**PRIVATE, "id": "huerto-juana-penafiel"}
    holder = {"empresa": "empresa", "elemento": "huerto-juana-penafiel"}
    whole = sample.published(person(named), seals={"sello": sample.seal(titular=holder)})

    (public,) = whole.companies["empresa"].record.elements

    assert public.id == "elemento-1"
    assert whole.seals["sello"].record.holder.element_id == "elemento-1"


def test_a_legal_person_is_published_whole():
    """What the data model protects is natural persons."""
    company = sample.model(Company, sample.company())

    assert privacy.reduced(company) is company
    assert privacy.is_indexable(company)
    assert privacy.consented(company) == privacy.EVERY_FIELD


def test_the_registry_holds_no_other_form_of_a_person():
    """What leaves `registry()` is reduced already, in every index and in what browsers get."""
    whole = sample.published(
        person(PRIVATE, nombre_fantasia="Mermeladas Pehuén", notas="De Juana Peñafiel Soto"),
        seals={"sello": sample.seal(notas="Firmó Juana Andrea Peñafiel Soto")},
    )

    everything = "".join(
        (
            repr(whole.companies["empresa"].record),
            repr(whole.seals["sello"].record),
            repr(whole.certificates["ABCD-EFGG"]),
            json.dumps(compact.company(whole, whole.companies["empresa"])),
        )
    )
    assert "Juana" not in everything
    assert "Pehuén" not in everything


@given(st.text(max_size=60))
def test_redacting_twice_changes_nothing_more(text):
    """What is blotted out once stays as it is."""
    redact = privacy.redactor(a_person())

    assert redact(redact(text)) == redact(text)
