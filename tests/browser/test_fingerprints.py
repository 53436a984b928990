"""Fingerprints of consultations and pasted lists, as the browser writes and reads them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.registry import Registry
from generator.render import decision_script
from generator.render.assets import join
from generator.render.verification import facts
from tests.browser_engine import ROOT, TABLE
from tests.sample import DAY, adhesion, agreement, certificate, company, element, published, seal

LATER = date(2027, 2, 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
DAYS = st.dates(date(1990, 1, 1)).map(date.isoformat) | st.just("")
TOLD = st.fixed_dictionaries({**dict.fromkeys(("query", "identity", "state"), TEXT), "until": DAYS})
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def call(browser: Browser) -> Iterator[Call]:
    """Calls a function of `tests/guiones/huellas.js` in a page."""
    page = browser.new_page()
    page.evaluate(join(ROOT / "tests/guiones/huellas.js", {TABLE: decision_script.script()}))
    yield lambda name, *given: page.evaluate(
        "([name, given]) => globalThis[name](...given)", [name, list(given)]
    )
    page.close()


@settings(max_examples=60)
@given(st.lists(TOLD, min_size=1, max_size=4))
def test_a_fingerprint_gives_back_what_it_was_made_from(call, told):
    """Whatever was asked and told, accents, marks and separators among it."""
    found = call("thereAndBack", told)

    assert found == {"day": "2026-11-23", "data": "2026-11-20", "told": told}


@pytest.mark.parametrize(
    "text",
    ["", ";", "1;2026-11-23", "1;2026-11-23;2026-11-23;ABCD-EFGG:aa:vigente:;00000000", "hola"],
)
def test_what_is_no_fingerprint_is_none(call, text):
    """A copied piece, another check, or any other text is not read as something it is not."""
    assert call("readFingerprints", [text]) == [None]


@pytest.mark.parametrize("told", [{"state": "a" * 200}, {"query": "a" * 1400}, {"until": "nunca"}])
def test_a_fingerprint_is_no_speech(call, told):
    """What no answer can have said is not shown, however well it is written."""
    line = {"query": "ABCD-EFGG", "identity": "", "state": "vigente", "until": "", **told}

    assert call("thereAndBack", [line]) is None


def verdicts(call: Call, before: Registry, after: Registry, *queries: str, day: date = DAY) -> Any:
    """What the register of a later day says of answers given on `DAY`."""
    files = facts(before, DAY), facts(after, LATER)
    return call("checkLater", *files, list(queries), day.isoformat())


def one(**keys: Any) -> Mapping[str, Any]:
    return company(element(adhesion(certificate(**keys))))


def test_the_same_facts_are_the_same_answer(call):
    """A new day of the data changes nothing of what was said of a day."""
    register = published(one(), seals={"uno": seal()})
    found = verdicts(call, register, register, "ABCD-EFGG", "2345-6789", "empresa", "Nadie")

    assert [verdict["kind"] for verdict in found] == ["igual"] * 4
    assert "con los mismos datos" in found[0]["sentence"]


def test_a_later_annulment_does_not_touch_an_earlier_day(call):
    """What was in force on the day asked still was; what happened since is told beside it."""
    after = one(anulacion={"fecha": "2027-01-15", "motivo": "Acta nula"})
    (verdict,) = verdicts(call, published(one()), published(after), "ABCD-EFGG")

    assert verdict["kind"] == "igual"
    assert verdict["changes"] == [
        {"day": "2027-01-15", "text": "Se anuló el certificado ABCD-EFGG. Motivo: Acta nula."}
    ]


def test_a_correction_says_when_and_what(call):
    """The day of the correction, what the register said, and what it says."""
    corrected = {
        **one(vigente_hasta="2027-12-31"),
        "correcciones": [
            {
                "fecha": "2026-12-20",
                "campo": "vigente_hasta",
                "decia": "2028-01-10",
                "dice": "2027-12-31",
                "motivo": "Error de digitación",
            }
        ],
    }
    (verdict,) = verdicts(call, published(one()), published(corrected), "ABCD-EFGG")

    assert verdict["kind"] == "cambio"
    assert verdict["word"] == "Cambió el 20 de diciembre de 2026"
    assert "Decía «Vigente (último día: 10 de enero de 2028)»" in verdict["sentence"]
    assert "dice «Vigente (último día: 31 de diciembre de 2027)»" in verdict["sentence"]
    assert "Se corrigió «" in verdict["changes"][0]["text"]


def test_a_change_without_a_day_says_so(call):
    """Where neither event nor correction tells the day, none is made up."""
    after = one(anulacion={"fecha": "2026-06-01", "motivo": "Acta nula"})
    (verdict,) = verdicts(call, published(one()), published(after), "ABCD-EFGG")

    assert verdict["word"] == "Cambió entre el 23 de noviembre de 2026 y el 1 de febrero de 2027"
    assert "no anota qué día" in verdict["sentence"]


def test_a_withdrawn_record_says_so(call):
    """A record that left the register is neither unchanged nor merely different."""
    gone = {**one(), "baja": {"fecha": "2027-01-02", "motivo": "error_de_registro"}}
    found = verdicts(call, published(one()), published(gone), "ABCD-EFGG", "empresa")

    assert [verdict["kind"] for verdict in found] == ["retirado", "retirado"]
    assert found[0]["word"] == "Registro retirado"
    assert "Entonces decía «Vigente" in found[0]["sentence"]


def test_what_another_element_does_is_not_this_answer(call):
    """The record changed, its answer did not."""
    more = company(element(adhesion(certificate())), element(id="otra", nombre="Otra planta"))
    (verdict,) = verdicts(call, published(one()), published(more), "ABCD-EFGG")

    assert verdict["kind"] == "igual"
    assert "no toca esta respuesta" in verdict["sentence"]


def test_a_forged_answer_does_not_fit_its_own_facts(call):
    """The facts it names give another answer: somebody altered it."""
    expired = published(one(vigente_hasta="2026-01-10"))
    files = facts(expired, DAY)
    identity = next(
        part["e"]["empresa"]["y"] for name, part in files.items() if name.startswith("empresas/")
    )
    told = {
        "query": "ABCD-EFGG",
        "identity": identity,
        "state": "vigente",
        "until": "2028-01-10",
    }
    (verdict,) = call("checkTold", files, [told], DAY.isoformat())

    assert verdict["kind"] == "no_calza"


def test_an_older_copy_does_not_judge(call):
    """A folder saved before the consultation cannot know."""
    register = published(one())
    files = facts(register, LATER), facts(register, DAY)
    (verdict,) = call("checkLater", *files, ["ABCD-EFGG"], DAY.isoformat())

    assert verdict["kind"] == "copia_antigua"


# A pasted list.


@pytest.mark.parametrize(
    ("text", "questions", "heading"),
    [
        ("a b\n\n c \r\nd", ["a b", "c", "d"], ""),
        ("RUT\n76.086.428-5\n", ["76.086.428-5"], "RUT"),
        ("RUT", ["RUT"], ""),
        ("Viña X\t76.086.428-5\nPan Y\t99.900.001-0", ["76.086.428-5", "99.900.001-0"], ""),
        ("Proveedor;RUT\nViña X;76.086.428-5\nPan Y;", ["76.086.428-5", "Pan Y"], "RUT"),
        ('"Viña ""La Ñ""\nde Talca"\nOtra', ['Viña "La Ñ" de Talca', "Otra"], ""),
        ('"Viña" de Talca\nOtra', ['"Viña" de Talca', "Otra"], ""),
        ("Empresa Nacional\nABCD-EFGG", ["Empresa Nacional", "ABCD-EFGG"], ""),
        ("\ufeffABCD-EFGG", ["ABCD-EFGG"], ""),
        ("", [], ""),
    ],
)
def test_a_list_is_read_as_it_was_pasted(call, text, questions, heading):
    """Lines, a column, several columns, quoted cells, titles: one question a row."""
    (found,) = call("readLists", [text])

    assert found == {"questions": questions, "heading": heading, "left": 0}


def test_what_is_too_long_is_told(call):
    """Rows that are not answered are counted."""
    (found,) = call("readLists", ["\n".join(f"Viña {n}" for n in range(2_003))])

    assert (len(found["questions"]), found["left"]) == (2_000, 3)


def test_a_company_has_a_line_for_each_element_in_each_agreement(call):
    """Adhesion, certificate and seal stand side by side, each with its own state."""
    first = element(adhesion(certificate()), adhesion(acuerdo="otro", fecha="2026-01-10"))
    second = element(id="bodega", nombre="Bodega Curicó")
    register = published(
        company(first, second),
        {"acuerdo": agreement(), "otro": agreement(nombre="Acuerdo Otro")},
        {"uno": seal()},
    )
    lines = call("tableLines", facts(register, DAY), "empresa", DAY.isoformat())

    said = [
        tuple(
            step and step["word"] for step in (line["adhesion"], line["certificate"], line["seal"])
        )
        for line in lines
    ]
    assert said == [
        ("Adherida desde el 2 de mayo de 2023", "Vigente", "Vigente"),
        ("Adherida desde el 10 de enero de 2026", "Sin certificado en este registro", None),
        ("Sin adhesión ese día", None, None),
    ]
    assert lines[0]["certificate"]["until"] == "2028-01-10"
