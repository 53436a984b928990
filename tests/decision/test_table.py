"""Every row of the decision table answers its case, and nothing is answered twice."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator import decision
from generator.decision import TABLE, rolls
from generator.decision.remark_rows import ROLL_ROWS, STALE_ROW
from generator.decision.table import FACT_LABELS
from generator.decision.text import names
from generator.lookup import answer
from generator.registry import Registry
from generator.status import element_statuses
from tests import sample
from tests.sample import (
    DAY,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    only_company,
    published,
    seal,
)
from tests.sample import (
    rolls as lists,
)

LAST_DAY = date(2028, 1, 10)
SOON = date(2027, 12, 1)
OVER = date(2028, 1, 11)

COMPLETE = {"acuerdo": agreement(nominas=lists("completa"))}
ENDED = agreement(estado="terminado", estado_al="2026-01-01")
ENDED_COMPLETE = {**ENDED, "nominas": lists("completa")}

Ask = Callable[[Registry], str]


def certified(**keys: Any) -> sample.Keys:
    return company(element(adhesion(certificate(**keys))))


def asked(query: str, day: date = DAY) -> Ask:
    """The row that answers a question."""
    return lambda registry: answer(registry, query, day).row


def code_on(day: date) -> Ask:
    return asked("ABCD-EFGG", day)


def of_element(day: date = DAY) -> Ask:
    """The row that answers for the first element of the only company."""

    def ask(registry: Registry) -> str:
        entry = only_company(registry)
        (item,) = entry.record.elements
        known = {id: one.record for id, one in registry.agreements.items()}
        (status,) = element_statuses(item, known, day)
        return decision.element(registry, entry, item, status, day).id

    return ask


def of_roll(day: date = DAY) -> Ask:
    """The row that says how far the list of seals of the agreement goes."""

    def ask(registry: Registry) -> str:
        held = rolls.roll(registry.agreement("acuerdo"), "seals")
        reach = rolls.coverage(held, day)
        facts = {"cobertura": reach, "lista": "x", "al": "", "de_cual": "x"}
        return decision.decide("nomina", ROLL_ROWS, facts).id

    return ask


def of_several_rolls() -> Ask:
    """The row that says that a list is missing in some of several agreements."""

    def ask(_: Registry) -> str:
        facts = {"cobertura": "varias", "lista": "x", "faltan": "2"}
        return decision.decide("nomina", ROLL_ROWS, facts).id

    return ask


def remark(**facts: str) -> Ask:
    """The only remark that these facts call for."""
    known = {
        name: "x"
        for row in TABLE["aviso"]
        for text in (row.sentence, row.english)
        for name in names(text)
    } | {"datos": "2026-01-01", "retirado_el": "2026-01-01", "dias": "8"}

    def ask(_: Registry) -> str:
        (found,) = decision.remarks({**known, **facts})
        return found.id

    return ask


ELEMENT_SEAL = {"titular": {"empresa": "empresa", "elemento": "planta"}}
ENDED_SEAL = {"termino": {"fecha": "2026-01-01"}}
OTHER = certificate("1WDV-95DW")
TWO = company(element(adhesion(certificate())), element(adhesion(OTHER), id="otra"))
SEAL_CASES: dict[str, dict[str, Any]] = {
    "sello-empresa": {"companies": certified(), "seals": {"s": seal()}},
    "sello-elemento": {"companies": certified(), "seals": {"s": seal(**ELEMENT_SEAL)}},
    "otro-sello": {"companies": TWO, "seals": {"s": seal("1WDV-95DW")}},
    "sello-no-vigente": {"companies": certified(), "seals": {"s": seal(**ENDED_SEAL)}},
    "sin-contrato": {"companies": certified(), "agreements": COMPLETE},
    "sin-contrato-conocido": {"companies": certified()},
}
SUFFIXES = {"": DAY, "-por-vencer": SOON, "-ultimo-dia": LAST_DAY}

HALF = element(adhesion(), id="otra")
COMPANY_SEALS: dict[str, dict[str, Any]] = {
    "sello": {"seals": {"s": seal()}},
    "sello-elemento": {"seals": {"s": seal(**ELEMENT_SEAL)}},
    "sello-no-vigente": {"seals": {"s": seal(**ENDED_SEAL)}},
    "sin-contrato": {"agreements": COMPLETE},
    "sin-contrato-conocido": {},
}
SUSPENDED = {"suspensiones": [{"desde": "2026-03-01", "hasta": "2026-12-31"}]}
OPEN = {"suspensiones": [{"desde": "2026-03-01"}]}
ANNULLED = {"anulacion": {"fecha": "2026-03-01"}}
LEFT = {"retiro": {"fecha": "2026-02-01"}}


HELD = {"nominas": lists("completa")}
UNCERTIFIED: dict[str, tuple[sample.Keys, sample.Keys, date]] = {
    "suspendida": (certified(**OPEN), agreement(), DAY),
    "adherida": (company(element(adhesion())), agreement(), DAY),
    "vencida": (certified(), agreement(), OVER),
    "anulada": (certified(**ANNULLED), agreement(), DAY),
    "sin-certificar": (company(element(adhesion())), ENDED, DAY),
    "retirada": (company(element(adhesion(**LEFT))), agreement(), DAY),
    "ninguna": (company(element(adhesion(certificate(**OPEN))), HALF), agreement(), DAY),
}
"""States of a company without a certificate in force: records, agreement, day."""


def gone(reason: str, **keys: Any) -> sample.Keys:
    return company(baja={"fecha": "2026-01-02", "motivo": reason, **keys})


def some_complete(**more: Any) -> dict[str, Any]:
    return {"agreements": {**COMPLETE, "otro": agreement()}, **more}


CASES: dict[str, tuple[dict[str, Any], Ask]] = {
    "certificado-futuro": ({"companies": certified()}, code_on(date(2025, 1, 9))),
    "certificado-anulado": ({"companies": certified(**ANNULLED)}, code_on(DAY)),
    "certificado-vencido": ({"companies": certified()}, code_on(OVER)),
    "certificado-suspendido-sin-termino": ({"companies": certified(**OPEN)}, code_on(DAY)),
    "certificado-suspendido": ({"companies": certified(**SUSPENDED)}, code_on(DAY)),
    **{
        f"certificado-vigente-{name}{suffix}": (case, code_on(day))
        for name, case in SEAL_CASES.items()
        for suffix, day in SUFFIXES.items()
    },
    "sello-aun-no-rige": (SEAL_CASES["sello-empresa"], asked("2345-6789", date(2025, 1, 31))),
    "sello-vencido": (SEAL_CASES["sello-empresa"], asked("2345-6789", OVER)),
    "sello-contrato-terminado": (SEAL_CASES["sello-no-vigente"], asked("2345-6789")),
    "sello-sin-certificado-vigente": (
        {"companies": certified(**SUSPENDED), "seals": {"s": seal()}},
        asked("2345-6789"),
    ),
    "sello-vigente-elemento": (SEAL_CASES["sello-elemento"], asked("2345-6789")),
    "sello-vigente-empresa": (SEAL_CASES["sello-empresa"], asked("2345-6789")),
    "elemento-sin-adhesion": (
        {"companies": company(element(adhesion(fecha="2026-12-01")))},
        asked("empresa/planta"),
    ),
    "elemento-retirado-con-certificado": (
        {"companies": company(element(adhesion(certificate(**OPEN), **LEFT)))},
        of_element(),
    ),
    "elemento-retirado": ({"companies": company(element(adhesion(**LEFT)))}, of_element()),
    "elemento-adherido": (
        {"companies": company(element(adhesion())), "agreements": COMPLETE},
        of_element(),
    ),
    "elemento-adherido-sin-nomina": ({"companies": company(element(adhesion()))}, of_element()),
    "elemento-sin-certificar": (
        {"companies": company(element(adhesion())), "agreements": {"acuerdo": ENDED_COMPLETE}},
        of_element(),
    ),
    "elemento-sin-certificar-sin-nomina": (
        {"companies": company(element(adhesion())), "agreements": {"acuerdo": ENDED}},
        of_element(),
    ),
    **{
        f"empresa-todas-{name}": ({"companies": certified(), **case}, asked("empresa"))
        for name, case in COMPANY_SEALS.items()
    },
    **{
        f"empresa-algunas-{name}": (
            {"companies": company(element(adhesion(certificate())), HALF), **case},
            asked("empresa"),
        )
        for name, case in COMPANY_SEALS.items()
    },
    **{
        f"empresa-{name}{suffix}": (
            {"companies": records, "agreements": {"acuerdo": {**running, **held}}},
            asked("empresa", day),
        )
        for name, (records, running, day) in UNCERTIFIED.items()
        for suffix, held in {"": HELD, "-sin-nomina": {}}.items()
    },
    "empresa-sin-adhesiones": ({"companies": company()}, asked("empresa")),
    "ficha-fusionada": (
        {
            "companies": {
                "empresa": gone("fusion", en="nueva"),
                "nueva": company(rut="99900002-9"),
            }
        },
        asked("empresa"),
    ),
    "ficha-fusionada-sin-heredera": ({"companies": gone("fusion", en="nadie")}, asked("empresa")),
    "ficha-retirada-por-privacidad": ({"companies": gone("privacidad")}, asked("empresa")),
    "ficha-retirada-por-error": ({"companies": gone("error_de_registro")}, asked("empresa")),
    "consulta-vacia": ({}, asked("  ")),
    "consulta-corta": ({}, asked(" x ")),
    "codigo-invalido-con-parecidos": ({"companies": certified()}, asked("ABCD-EFG0")),
    "codigo-mal-escrito": ({}, asked("ABCD-EFG0")),
    "codigo-invalido": ({}, asked("ABCD-EFU7")),
    "codigo-desconocido": ({}, asked("ABCD-EFGG")),
    "rut-invalido": ({}, asked("76.123.456-1")),
    "rut-de-persona-natural": ({"agreements": COMPLETE}, asked("12.345.678-5")),
    "rut-no-figura": ({"agreements": COMPLETE}, asked("76.123.456-0")),
    "rut-sin-nomina": (some_complete(), asked("76.123.456-0")),
    "rut-sin-ninguna-nomina": ({}, asked("76.123.456-0")),
    "nombre-no-figura": ({"agreements": COMPLETE}, asked("Viña Inexistente")),
    "nombre-sin-nomina": (some_complete(), asked("Viña Inexistente")),
    "nombre-sin-ninguna-nomina": ({}, asked("Viña Inexistente")),
    "varias-coincidencias": (
        {"companies": {"una": company(), "dos": company(rut="99900002-9")}},
        asked("Conservas Inventadas"),
    ),
    "aviso-ejemplo": ({}, remark(ejemplo="si")),
    "aviso-rut-anterior": ({}, remark(rut_anterior="si")),
    "aviso-nombre-anterior": ({}, remark(nombre_anterior="si")),
    "aviso-id-anterior": ({}, remark(id_anterior="si")),
    "aviso-elemento-anterior": ({}, remark(elemento_anterior="si")),
    "aviso-varios-acuerdos": ({}, remark(varios_acuerdos="si")),
    "aviso-parecidos": ({}, remark(hay_nombres_parecidos="si")),
    "aviso-retirado-con-certificado": ({}, remark(retirado="si")),
    "aviso-dia-futuro": ({}, remark(dia_futuro="si")),
    "aviso-datos-antiguos": ({}, remark(datos_antiguos="si")),
    "sin-confirmar": ({}, lambda _: decision.stale(8, DAY).id),
    "nomina-completa": ({"agreements": COMPLETE}, of_roll()),
    "nomina-pasada": (
        {"agreements": {"acuerdo": agreement(nominas=lists("completa", al="2026-11-22"))}},
        of_roll(),
    ),
    "nomina-parcial": ({"agreements": {"acuerdo": agreement(nominas=lists("parcial"))}}, of_roll()),
    "nomina-sin-nomina": ({}, of_roll()),
    "nomina-varias": ({}, of_several_rolls()),
}


@pytest.mark.parametrize("row", [row.id for rows in TABLE.values() for row in rows])
def test_every_row_answers_its_case(row):
    """Each row of the table has a case that it, and no row before it, answers."""
    records, ask = CASES[row]

    assert ask(published(**records)) == row


def test_every_case_is_a_row():
    """No case speaks of a row that the table lacks."""
    assert set(CASES) == {row.id for row in decision.rows()}


def test_rows_have_distinct_ids_and_cases():
    """Every answer is a distinct one, told apart by its id and by when it applies."""
    found = decision.rows()

    assert len({row.id for row in found}) == len(found)
    assert len({(row.subject, row.case) for row in found}) == len(found)


def test_the_published_table_shows_no_code():
    """In the table as published every fact stands as plain words."""
    for row in decision.rows():
        for text in (row.word, row.state, row.sentence, row.use, row.now, row.english):
            assert not set("{}[]|") & set(text), row.id


def test_every_fact_has_a_stand_in_and_no_other():
    """What stands for facts in the published table is complete, and nothing is left over."""
    rows = [row for found in TABLE.values() for row in found]
    used = {
        name
        for row in rows
        for text in (row.word, row.state, row.sentence, row.use, row.now, row.english)
        for name in names(text)
    }

    assert used == set(FACT_LABELS)


def test_what_affirms_is_what_old_data_cannot_say():
    """Green answers affirm something in force, and so does a company certified in part."""
    for row in [row for found in TABLE.values() for row in found]:
        partly = row.id.startswith("empresa-algunas")
        assert row.affirms == (row.level == "positivo" or partly), row.id


def test_every_answer_says_something_in_english():
    """Each answer carries one line for those who read no Spanish."""
    assert all(row.english for row in decision.rows())
    assert STALE_ROW.english


def test_every_answer_tells_of_the_seal_and_what_to_do():
    """All but the lines that go with an answer, and what is said before anything is asked."""
    unasked = {"consulta-vacia", "consulta-corta"}
    for about, rows in TABLE.items():
        for row in rows if about not in ("aviso", "nomina") else ():
            assert row.id in unasked or (row.use and row.now), row.id


def test_what_to_do_and_the_seal_are_told_in_english_too():
    """Every row says in English what to do, and what it means for the seal in its line or apart."""
    for row in [row for found in TABLE.values() for row in found]:
        in_its_line = row.id.startswith(
            ("certificado-vigente", "empresa-todas", "empresa-algunas", "sello-vigente-elemento")
        )
        assert bool(row.english_now) == bool(row.now), row.id
        assert in_its_line or bool(row.english_use) == bool(row.use), row.id


def test_the_commonest_answers_are_in_the_agreed_words():
    """The two most frequent true answers are worded as the site promises."""
    whole = published(certified())
    held = answer(whole, "ABCD-EFGG", DAY)
    missing = answer(whole, "76.123.456-0", DAY)

    assert held.meaning.startswith("Certificada, sin contrato de sello en este registro.")
    assert "no es un no" in held.meaning
    assert missing.first_line == "76.123.456-0: este registro aún no tiene la nómina"
    assert "no es un no" in missing.sentence


def test_a_company_is_answered_as_far_as_the_lists_go():
    """Without the list of certificates a company's answer says so and rules nothing out."""
    expired = published(certified())
    complete = published(certified(), COMPLETE)

    unknown, known = (answer(one, "empresa", OVER) for one in (expired, complete))

    assert "este registro aún no tiene la nómina de certificados de su acuerdo" in unknown.sentence
    assert "no permite afirmar ni descartar" in unknown.meaning
    assert "silence is not a no" in unknown.english
    assert unknown.level == "neutro"
    assert "nómina" not in known.sentence and known.level == "negativo"


def test_several_agreements_are_told_by_how_many_lists_are_missing():
    """A company in two agreements is told in how many of them the list is missing."""
    two = company(element(adhesion(), adhesion(acuerdo="otro")))
    one_missing = published(two, {**COMPLETE, "otro": agreement()})
    both_missing = published(two, {"acuerdo": agreement(), "otro": agreement()})

    assert "la nómina de certificados de uno de sus acuerdos" in sentence_of(one_missing)
    assert "la nómina de certificados de 2 de sus acuerdos" in sentence_of(both_missing)


def sentence_of(whole: Registry) -> str:
    return answer(whole, "empresa", DAY).sentence


def test_what_is_missing_of_a_company_certified_in_part_is_no_no():
    """The elements without a certificate here may have one where the list is not held."""
    records = company(element(adhesion(certificate())), HALF)

    assert "no es un no" in sentence_of(published(records))
    assert "no es un no" not in sentence_of(published(records, COMPLETE))


def test_one_of_one_is_counted_in_the_singular_on_pages_only():
    """A page says "1 de 1 instalación"; the terminal's first line keeps its fixed words."""
    found = answer(published(certified()), "empresa", DAY)

    assert found.word == "1 de 1 instalación con certificado vigente"
    assert found.first_line.endswith("1 de 1 instalaciones con certificado vigente")
    assert found.matches[0].state == found.word
    assert found.english.startswith("1 of 1 site under agreements")


def test_nothing_is_counted_where_nothing_counts():
    """A company without adhesions, or that left them all, is not told as "0 de 0"."""
    idle = answer(published(company()), "empresa", DAY)
    left = answer(published(company(element(adhesion(**LEFT)))), "empresa", DAY)

    assert idle.word == "Sin adhesiones a un acuerdo en este registro"
    assert left.word == "Se retiró de sus acuerdos"
    assert "no es un no" in idle.sentence


def test_english_calls_a_product_a_product():
    """Not everything certified is a site."""
    product = company(element(adhesion(certificate()), alcance="producto", nombre="Pan"))
    whole = published(product, seals={"s": seal(**ELEMENT_SEAL)})

    assert "for this product only" in answer(whole, "2345-6789", DAY).english
    assert "covers this product" in answer(whole, "ABCD-EFGG", DAY).english
    assert answer(whole, "empresa", DAY).english.startswith("1 of 1 element ")


def test_sentences_about_seals_begin_with_a_capital_and_contract():
    """`La instalación …` opens a sentence, and nobody writes "de el producto"."""
    product = company(element(adhesion(certificate()), alcance="producto", nombre="Pan"))
    whole = published(product, seals={"s": seal(**ELEMENT_SEAL)})

    held = answer(whole, "2345-6789", DAY).sentence
    early = answer(whole, "2345-6789", date(2025, 1, 31)).sentence
    over = answer(whole, "2345-6789", OVER).sentence

    assert held.startswith("El producto Pan, de Conservas Inventadas SpA, tiene derecho")
    assert early.startswith("El sello del producto Pan, de")
    assert over.startswith("El contrato de sello del producto Pan, de")


def test_a_withdrawn_agreement_is_not_named():
    """Neither by its name, which is not published, nor by its id."""
    baja = {"fecha": "2026-01-02", "motivo": "error_de_registro"}
    whole = published(certified(), {"acuerdo": agreement(baja=baja)})

    assert "en el acuerdo retirado de este registro." in answer(whole, "ABCD-EFGG", DAY).sentence
    assert answer(whole, "empresa", DAY).matches[1].name == (
        "Planta Talca, acuerdo retirado de este registro"
    )
