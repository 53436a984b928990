"""Expectations of the answers in English: complete, exact, and the same facts as in Spanish."""

import re
from collections.abc import Iterator

import pytest

from generator import decision
from generator.catalogue import english
from generator.days import parse_day
from generator.decision import TABLE, Row, given_names, rolls
from generator.decision import row as rows_module
from generator.decision.text import FILTERS, fill, names
from generator.language import is_spanish, speaking
from generator.lookup import answer
from generator.render.decision_script import table
from generator.vocabulary import label
from tests.decision.test_table import CASES
from tests.sample import (
    DAY,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    person,
    published,
    seal,
)

ENGLISH = english()
ROWS = {row.id: row for found in TABLE.values() for row in found}
TEXTS = ("word", "state", "sentence", "use", "now")
COUNTED = {"contadas": "units", "unidad": "units"}
"""Facts that agree with a number have another word for each language."""

SPANISH = {
    *("el", "la", "los", "las", "un", "una", "uno", "unos", "del", "al", "de", "en", "y", "que"),
    *("con", "sin", "por", "para", "se", "su", "sus", "este", "esta", "ese", "hasta", "desde"),
    *("es", "son", "está", "fue", "rige", "vigente", "vencido", "acuerdo", "nómina", "sello"),
    *("certificado", "instalación", "instalaciones", "empresa", "registro", "día", "días"),
}
"""Words that stand in nearly every Spanish sentence and in no English one."""

NAMED = re.compile(
    r"“[^”]*”|Sello APL|Conservas Inventadas SpA|Planta \w+|as recorded in Spanish: .*"
    "|Agencia de Sustentabilidad y Cambio Climático"
)
"""What is Spanish by right in an English answer: names, and what somebody wrote."""

_HOLES = re.compile(r"\{(\w+)(?:\|(\w+))?\}")


def texts(row: Row) -> Iterator[tuple[str, str]]:
    """Each text of a row with its English."""
    for name in TEXTS:
        if text := getattr(row, name):
            yield text, ENGLISH.said(text)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-záéíóúñü]+", text.lower()))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_every_row_is_said_in_english(row):
    """Each text of each row has its own, which speaks of the same facts by filters that exist."""
    for spanish, said in texts(row):
        assert said and said != spanish
        assert {COUNTED.get(name, name) for name in names(spanish)} == set(names(said))
        assert not words(_HOLES.sub("", NAMED.sub("", said))) & SPANISH
        assert {name for _, name in _HOLES.findall(said)} <= {"", *FILTERS}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_no_day_or_count_keeps_its_spanish_wording(row):
    """A filter that words a fact in Spanish has no place in an English text."""
    in_spanish = {"fecha", "dias", "acuerdos", "suyos", "acuerdo", "sujeto", "del"}

    for _, said in texts(row):
        assert not {name for _, name in _HOLES.findall(said)} & in_spanish


def test_no_text_of_two_rows_is_said_alike():
    """Answers that differ in Spanish differ in English: none was translated by its neighbour."""
    for name in ("sentence", "use", "now"):
        spanish = {text for row in ROWS.values() if (text := getattr(row, name))}

        assert len({ENGLISH.said(text) for text in spanish}) == len(spanish)


MONTHS = {
    name: number for names in table()["months"].values() for number, name in enumerate(names, 1)
}
_DAY = re.compile(r"(\d{1,2}) (?:de )?([A-Za-z]+) (?:de )?(\d{4})")


def days(text: str) -> list[tuple[str, int, str]]:
    """The days that a text names, in whichever language."""
    return sorted(
        (year, MONTHS[month], day) for day, month, year in _DAY.findall(text) if month in MONTHS
    )


def codes(text: str) -> list[str]:
    return sorted(re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", text))


@pytest.fixture
def told(monkeypatch):
    """What is said of a case: every text that is filled while it is answered."""
    heard: list[str] = []

    def hear(template, facts):
        text = fill(template, facts)
        heard.append(text)
        return text

    monkeypatch.setattr(rows_module, "fill", hear)
    return heard


@pytest.mark.parametrize("row", ROWS)
def test_both_languages_say_the_same_of_a_case(row, told):
    """The same row answers, and names the same days and codes, with nothing left unfilled."""
    records, ask = CASES[row]
    rolls._spoken_reach.cache_clear()
    assert ask(published(**records)) == row
    spanish = told[:]
    told.clear()
    with speaking(ENGLISH):
        assert ask(published(**records)) == row

    assert len(told) == len(spanish)
    for said, other in zip(told, spanish, strict=True):
        assert (days(said), codes(said)) == (days(other), codes(other))
        assert not set("{}[]|") & set(said)
        assert not words(NAMED.sub("", said)) & SPANISH, said


def certified(**keys):
    return company(element(adhesion(certificate(**keys))))


def english_answer(query, *records, day=DAY, **more):
    with speaking(ENGLISH):
        return answer(published(*records, **more), query, day)


def test_a_valid_certificate_reads_as_a_buyer_expects():
    """Who, under which agreement, from when to when, and what it means for the seal."""
    found = english_answer("ABCD-EFGG", certified())

    assert found.word == "In force"
    assert found.sentence == (
        "The site Planta Talca, of Conservas Inventadas SpA, holds a certificate in force under "
        "the agreement “Acuerdo de Producción Limpia de Prueba”. It is in force from 10 January "
        "2025 to 10 January 2028, both days included."
    )
    assert "absence here is not a no: this register does not hold the list" in found.meaning
    assert found.first_line == "ABCD-EFGG: in force"


def test_a_seal_names_its_element_and_its_uses():
    """Of one element, with the uses that the contract names, joined as English joins them."""
    held = seal(titular={"empresa": "empresa", "elemento": "planta"}, usos=["envase", "web"])

    found = english_answer("2345-6789", certified(), seals={"s": held})

    assert found.sentence.startswith("The site Planta Talca, of Conservas Inventadas SpA, has the")
    assert "The contract names where: packaging and website." in found.meaning


def test_names_that_the_register_gives_are_english_too():
    """A person without a name and an agreement without one are called something else here."""
    unnamed = person(element(adhesion(certificate())))
    gone = agreement(baja={"fecha": "2026-01-02", "motivo": "error_de_registro"})

    found = english_answer("ABCD-EFGG", unnamed, {"acuerdo": gone})

    assert ", of Producer in Talca, holds" in found.sentence
    assert "under an agreement withdrawn from this register." in found.sentence
    assert found.matches[0].name == "the site Planta Talca, Producer in Talca"


def test_what_records_call_themselves_stays():
    """Only the register's own names change with the language."""
    with speaking(ENGLISH):
        assert given_names.said_name("Productora Talca SpA") == "Productora Talca SpA"
    assert given_names.said_name("Productor(a), Talca") == "Productor(a), Talca"


def test_nothing_said_in_one_language_is_remembered_in_the_other():
    """Spanish, English and Spanish again, of the same register and day."""
    whole = published(certified())
    before = answer(whole, "ABCD-EFGG", DAY)
    with speaking(ENGLISH):
        between = answer(whole, "ABCD-EFGG", DAY)
    after = answer(whole, "ABCD-EFGG", DAY)

    assert before == after
    assert is_spanish()
    assert (between.word, before.word) == ("In force", "Vigente")
    assert between.english == before.english


def test_remarks_and_old_data_are_said_in_english():
    """What goes with an answer goes in its language."""
    with speaking(ENGLISH):
        (remark,) = decision.remarks({"dia_futuro": "si", "datos": "2026-11-20"})
        stale = decision.stale(8, parse_day("2026-11-20"))
        assert remark.sentence.endswith("nothing changes after the data of 20 November 2026.")
        assert stale.word == "Unconfirmed: data 8 days old"


def test_vocabularies_speak_the_language():
    """A word of ours is said in English; what a list lacks stays as it is."""
    with speaking(ENGLISH):
        assert label("scope", "maquinaria") == "Machinery"
        assert label("scope", "otra cosa") == "otra cosa"
        assert label("responsible", "estado") == "The State"
    assert label("scope", "maquinaria") == "Maquinaria"


def test_the_browsers_table_is_the_generators():
    """The same rows in the same order, with English texts and without the line below them."""
    spanish = table()
    with speaking(ENGLISH):
        found = table()

    assert found["tests"] == spanish["tests"]
    assert found["months"] == spanish["months"]
    for subject, rows in spanish["rows"].items():
        for one, other in zip(rows, found["rows"][subject], strict=True):
            assert one["id"] == other["id"] and one.get("when") == other.get("when")
            assert {name: ENGLISH.said(one[name]) for name in TEXTS if name in one} == {
                name: other[name] for name in TEXTS if name in other
            }
            assert "english" not in other
    assert found["uses"]["envase"] == "packaging"
