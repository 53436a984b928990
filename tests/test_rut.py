"""RUTs in any writing: one canonical form, one right check digit, exact refusals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cl import rut as stdnum_rut

from generator import rut

CHECKED = [
    "12345678-5",
    "12667869-K",
    "9868503-0",
    "61202000-0",
    "61313000-4",
    "90227000-0",
    "76123456-0",
    "11111111-1",
    "1-9",
]
BODIES = st.integers(min_value=1, max_value=99_999_999)


def canonical_of(body: int) -> str:
    return f"{body}-{rut.check_digit(body)}"


@pytest.mark.parametrize("text", CHECKED)
def test_known_ruts_are_canonical_already(text: str) -> None:
    """The vectors of the domain notes are valid and come back unchanged."""
    assert rut.parse(text) == text
    assert rut.canonical(text) == text


@given(BODIES)
def test_exactly_one_check_digit_is_right(body: int) -> None:
    """Of the eleven check digits one is accepted, and it is the one we compute."""
    accepted = [dv for dv in "0123456789K" if is_canonical(f"{body}-{dv}")]

    assert accepted == [rut.check_digit(body)]


@given(BODIES)
def test_display_is_read_back(body: int) -> None:
    """What a page shows can be pasted into a look-up box and into a record."""
    canonical = canonical_of(body)

    assert rut.parse(rut.display(canonical)) == canonical
    assert rut.canonical(rut.display(canonical)) == canonical


@given(st.integers(min_value=1_000_000, max_value=99_999_999), st.sampled_from("0123456789K"))
def test_agrees_with_stdnum_where_that_has_an_opinion(body: int, dv: str) -> None:
    """From 1.000.000 on python-stdnum accepts the same RUTs."""
    assert is_canonical(f"{body}-{dv}") == stdnum_rut.is_valid(f"{body}-{dv}")


@given(BODIES, st.data())
def test_one_wrong_digit_is_noticed(body: int, data: st.DataObject) -> None:
    """A check digit finds every single mistyped digit of the body."""
    digits = str(body)
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[place]]))
    mistyped = f"{digits[:place]}{wrong}{digits[place + 1 :]}-{rut.check_digit(body)}"

    assert not is_canonical(mistyped)


@pytest.mark.parametrize(
    "text",
    [
        "12.345.678-5",
        "12345678-5",
        "123456785",
        "12 345 678-5",
        " 12.345.678 - 5\n",
        "12.345.678\u20135",
        "12.345.678\u22125",
        "12\u00a0345\u00a0678-5",
        "12-345-678-5",
        "012345678-5",
        "RUT 12.345.678-5",
        "R.U.T. N° 12345678-5",
        "Rut:12345678-5",
    ],
)
def test_usual_writings_are_one_rut(text: str) -> None:
    """Look-up takes a RUT however people write it."""
    assert rut.parse(text) == "12345678-5"


def test_lower_case_k_is_a_k() -> None:
    """The check digit k is K, in look-up and in records."""
    assert rut.parse("12.667.869k") == "12667869-K"
    assert rut.canonical("12.667.869-k") == "12667869-K"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "format"),
        ("-", "format"),
        ("K-K", "format"),
        ("hola", "format"),
        ("12345678", "check_digit"),
        ("12345678-6", "check_digit"),
        ("1234567890-1", "format"),
        ("100000000-6", "format"),
        ("2016-09-09", "format"),
        ("１２３４５６７８-5", "format"),
        ("٣-5", "format"),
        ("00000000-0", "denied"),
        ("0-0", "denied"),
        ("1" * 1_000_000, "format"),
    ],
)
def test_what_is_no_rut_says_why(text: str, reason: str) -> None:
    """A refusal tells the writing, the check digit and the number nought apart."""
    with pytest.raises(rut.RutError) as caught:
        rut.parse(text)

    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "text",
    [
        "123456785",
        "12345678 5",
        "12.345678-5",
        "1.2345.678-5",
        "12345678\u20135",
        " 12345678-5",
        "12345678-5 ",
        "RUT 12345678-5",
        "１２３４５６７８-5",
        "12345678-5\n",
    ],
)
def test_records_are_stricter_than_look_up(text: str) -> None:
    """A record holds digits, thousands points, a dash and the check digit, nothing else."""
    with pytest.raises(rut.RutError) as caught:
        rut.canonical(text)

    assert caught.value.reason == "format"


def test_natural_persons_are_below_fifty_million() -> None:
    """The border between persons and entities is 50.000.000, which is an entity."""
    assert rut.is_natural(canonical_of(49_999_999))
    assert not rut.is_natural(canonical_of(50_000_000))
    assert rut.body("12345678-5") == 12_345_678


def test_body_takes_only_the_canonical_form() -> None:
    """Asking for the number of anything else is a mistake of ours, not a RUT."""
    with pytest.raises(ValueError, match="12345678-5"):
        rut.body("12.345.678-5".replace(".", "") + " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.345.678-5", True),
        ("12.345.678-6", True),
        ("123456-0", True),
        ("9868503k", True),
        ("1-9", False),
        ("12345", False),
        ("1234567890", False),
        ("2016-09-09", False),
        ("ABCD-EFGG", False),
        ("vino 12345678", False),
    ],
)
def test_look_up_knows_what_is_meant_as_a_rut(text: str, expected: bool) -> None:
    """Seven to nine symbols in RUT form count as a RUT, its check digit right or wrong."""
    assert rut.looks_like(text) is expected


def is_canonical(text: str) -> bool:
    try:
        return rut.canonical(text) == text
    except rut.RutError:
        return False
