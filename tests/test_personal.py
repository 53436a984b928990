"""Personal contact data in free text: found however it is written, and nothing else found."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import personal, rut


def kinds(text: str) -> list[str]:
    return [found.kind for found in personal.findings(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Escriba a juan.perez+apl@empresa.cl.", "juan.perez+apl@empresa.cl"),
        ("<a@b.cl>", "a@b.cl"),
        ("(ventas@sub.viña-ñuble.cl)", "ventas@sub.viña-ñuble.cl"),
        ("JUAN@EMPRESA.COM, Santiago", "JUAN@EMPRESA.COM"),
        ("juan\uff20empresa.cl", "juan\uff20empresa.cl"),
        ("juan\u200b@empresa.cl", "juan\u200b@empresa.cl"),
    ],
)
def test_e_mail_addresses_are_found(text: str, found: str) -> None:
    """An address is found whole, without the punctuation around it."""
    assert [(f.kind, f.text) for f in personal.findings(text)] == [("email", found)]


@pytest.mark.parametrize(
    "text",
    [
        "síguenos en @apl_chile",
        "medium.com/@apl",
        "mapa@-33.4,-70.6",
        "paquete@3.2.1",
        "a @ b",
        "@",
        "juan@empresa",
    ],
)
def test_other_uses_of_the_at_sign_are_not(text: str) -> None:
    """Accounts, versions, places and lone signs are no e-mail address."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "+56 9 1234 5678",
        "+56912345678",
        "(+56) 2 2345 6789",
        "+56-41-234 56 78",
        "+56 (45) 221 2345",
        "+ 56 9 8765 4321",
        "+56.9.8765.4321",
        "+56 12345678",
        "+56\n9 1234\n5678",
        "9 8765 4321",
        "2 2345 6789",
        "(2) 2345 6789",
        "9-8765-4321",
        "9.8765.4321",
        "09 8765 4321",
        "569 8765 4321",
        "56 9 8765 4321",
        "9\u00a08765\u00a04321",
        "9\u20118765\u20114321",
        "９ ８７６５ ４３２１",
        "9\u2060 8765 4321",
        "٩ ٨٧٦٥ ٤٣٢١",
    ],
)
def test_telephones_are_found_by_their_form(text: str) -> None:
    """A national prefix, or a 9 or 2 before two groups of four, makes a telephone."""
    assert kinds(f"Planta Los Aromos, {text}, Talca") == ["phone"]


@pytest.mark.parametrize(
    "text",
    [
        "Fono: 22345678",
        "fono 987654321",
        "Tel. (45) 221 2345",
        "tel:987654321",
        "Telf. 45 2212345",
        "teléfono de la planta: 221234567",
        "tele\u0301fono 221234567",
        "TELÉFONOS 221234567",
        "atención telefónica 221234567",
        "cel.987654321",
        "Celular 98 765 4321",
        "Cel. 987.654.321",
        "contacto: Planta Norte, 98765-4321",
        "Contáctenos al 987654321",
        "WhatsApp 56987654321",
        "whatsapp al +56 9 87654321",
        "https://wa.me/56987654321",
        "fono\n221234567",
    ],
)
def test_telephones_are_found_after_the_word(text: str) -> None:
    """Eight or nine digits close behind tel, fono, cel, contacto or WhatsApp are a telephone."""
    assert kinds(text) == ["phone"]


def test_every_number_of_a_list_is_found() -> None:
    """Telephones that follow one another after one word are all named."""
    found = personal.findings("Fonos: 221234567 / 987654321 y 45 2212345, casilla 12")

    assert [f.text for f in found] == ["221234567", "987654321", "45 2212345"]


@pytest.mark.parametrize(
    "text",
    [
        "2019-2020 1234",
        "Fase 2 2019 2020",
        "Meta 9 2019-2020",
        "Resolución 9 1234",
        "12 2345 6789",
        "factura 2-2345-6789",
        "2.2345.6789",
        "contactores 12345678",
        "1,2 2345 6789",
        "COD-9-1234-5678",
        "9-1234-5678-1",
        "3 2345 6789",
        "hotel 12345678",
        "excelente 12345678",
        "celulosa 12345678",
        "Intel 12345678",
        "en contacto con 12.345.678 personas",
        "en contacto con 12 345 678 personas",
        "en contacto con 12345678 kWh",
        "contacto con alimentos 2019-2020",
        "Contacto 2019-2020",
        "contacto desde 12-03-2020",
        "contacto desde 2020-03-12",
        "fono: $ 12.345.678",
        "Fono: ver sitio. La meta 3 ahorra 12345678 litros",
        "contacto: 76.123.456-0",
        "tel. 1234567",
        "fono 1234567890123",
        "creció +56.123.456.789 pesos",
        "+56 %",
        "+56 123 empresas",
        "Camino a Melipilla 1234, parcela 5678",
        "-33.448900, -70.669300",
        "33°26'56\" S 70°40'09\" O",
        "1.466.336 tCO2e entre 2012 y 2019",
        "$ 12.345.678 y UF 2.400",
        "12.345.678 pesos",
        "Ley 20.416, artículo décimo; NCh2807.Of2009",
        "certificado ABCD-EFGG y sello 2345-6789",
        "CIIU 011101, comuna 07101",
        "acciones 1-9, metas 2-7",
        "https://example.org/document/655038160",
    ],
)
def test_other_numbers_are_not_personal(text: str) -> None:
    """Years, dates, sums, measures, codes, coordinates and laws may stand in a text."""
    assert personal.findings(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RUT 12.345.678-5", "12.345.678-5"),
        ("Juan, 12345678-5.", "12345678-5"),
        ("12.667.869-k", "12.667.869-k"),
        ("12 345 678-5", "12 345 678-5"),
        ("(012.345.678-5)", "012.345.678-5"),
        ("12.345.678\u20135", "12.345.678\u20135"),
        ("12.345.678 - 5, Juan", "12.345.678 - 5"),
        ("１２.３４５.６７８-5", "１２.３４５.６７８-5"),
        ("12.345\u200b.678-5", "12.345\u200b.678-5"),
        ("RUT: 123456785", "123456785"),
        ("cédula de identidad 12345678 5", "12345678 5"),
        ("R.U.N. 1-9", "1-9"),
        ("Rut.123456785", "123456785"),
        ("RUT12345678-5", "12345678-5"),
        ("código RUT 12345678-5", "12345678-5"),
    ],
)
def test_ruts_of_persons_are_found(text: str, found: str) -> None:
    """A RUT below 50.000.000 is found dotted or plain, and in any writing after its name."""
    assert [(f.kind, f.text) for f in personal.findings(text)] == [("rut", found)]


@pytest.mark.parametrize(
    "text",
    [
        "RUT 76.123.456-0",
        "61202000-0",
        "12.345.678-6",
        "12345678-6",
        "BIP 30374735-0",
        "código BIP N° 12345678-5",
        "ID 12345678-5-LE19",
        "A-12345678-5",
        "12.345.678 – 5 instalaciones",
        "RUT **.***.678-5",
        "RUT xx.xxx.678-5",
        "RUT 12 empresas",
        "RUT 19 empresas",
        "$12.345.678-5",
    ],
)
def test_other_ruts_and_codes_are_not(text: str) -> None:
    """RUTs of entities, wrong check digits and budget codes are not personal data."""
    assert personal.findings(text) == []


@given(st.integers(100_000, 99_999_999))
def test_the_border_of_persons_is_the_ruts(body: int) -> None:
    """Any RUT is found dotted and plain exactly where it is in the range of natural persons."""
    canonical = f"{body}-{rut.check_digit(body)}"
    expected = ["rut"] if rut.is_natural(canonical) else []

    assert kinds(f"Titular {canonical}, Talca") == expected
    assert kinds(f"Titular {rut.display(canonical)}, Talca") == expected


@given(st.text(alphabet="+56 92-.()@aZ$\u200b\u00a0\uff19tel:ñ\u0301Kk18,/RUTfono"))
def test_findings_are_ordered_slices_of_the_text(text: str) -> None:
    """Places refer to the text as given, in order, without overlap."""
    found = personal.findings(text)

    assert all(f.text == text[f.start : f.end] and f.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_several_findings_come_in_order() -> None:
    """A text with everything in it names each once."""
    text = "Ana, 12.345.678-5, ana@empresa.cl, fono +56 9 8765 4321"

    assert kinds(text) == ["rut", "email", "phone"]


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "@",
        "a@",
        "a.",
        "1",
        "1 ",
        "1.234.",
        "9 1234 5678 ",
        "+56 (",
        "tel 987654321 / ",
        "tel 0 0 0 0 ",
        "rut 1 1 1 1 ",
        "12345678-5 ",
        "contacto ",
        "９",
        "e\u0301",
        "1\u200b",
    ],
)
def test_a_mebibyte_of_hostile_text_is_read(piece: str) -> None:
    """No repetition makes the patterns wander; a quadratic one would not come back at all."""
    personal.findings("@" + piece * (2**20 // len(piece)) + "@")
