"""The page of a ceremony decides every row as `apl import` does, and its file goes in whole."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import personal
from tests.ceremony import corpus
from tests.ceremony.copies import bundle, in_browser, in_terminal
from tests.sheets.small_register import Desk, desk
from tests.tabs import tab

__all__ = ["desk"]

OWN_WORDS = ("empresas/", "APL415")
"""Words that name the file of a record, or a code of chance, are each one's own."""


def _faults(row: dict) -> list[tuple[str, str]]:
    """What is wrong with a row, as the terminal tells it."""
    return [(one["code"], one["column"]) for one in row["messages"] if one["level"] == "error"]


def _letters(column: int) -> str:
    return "" if column < 1 else chr(ord("A") + column - 1)


def _agree(ours: list[dict], theirs: list[dict]) -> None:
    """Row by row: the state, and each fault with its column and words."""
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert (other["row"], other["state"]) == (one["row"], one["state"]), one
        told = zip(other["codes"], map(_letters, other["columns"]), strict=True)
        assert sorted(told) == sorted(_faults(one)), one
        said = [m["message"] for m in one["messages"] if m["level"] == "error"]
        if not any(word in str(one) for word in OWN_WORDS):
            assert sorted(other["words"]) == sorted(said)


def test_every_row_has_the_same_verdict(browser, desk: Desk):
    """New, changed, the same or refused: more than a hundred rows, for the same reasons."""
    pasted = corpus.pasted()

    ours = in_terminal(desk, pasted)["rows"]

    assert len(ours) == len(corpus.TRAPS) > 100
    _agree(ours, in_browser(browser, desk.registry, pasted)["rows"])


@pytest.mark.parametrize("separator", [";", ",", "|"])
def test_any_separator_is_found(browser, desk: Desk, separator):
    """What a CSV file holds can be pasted as well; decimal commas stay in their cells."""
    pasted = "\r\n".join(corpus.pasted(separator).split("\r\n")[:6])

    _agree(in_terminal(desk, pasted)["rows"], in_browser(browser, desk.registry, pasted)["rows"])


def test_the_file_is_imported_whole(browser, desk: Desk):
    """What the page hands over holds the accepted rows, and none of them is refused."""
    found = in_browser(browser, desk.registry, corpus.pasted())
    accepted = sum(row["state"] in ("new", "changed") for row in found["rows"])

    told = in_terminal(desk, found["file"], "--write")

    assert told["written"]
    assert told["counts"] == {"new": accepted, "changed": 0, "same": 0, "refused": 0}
    again = in_browser(browser, desk.registry, found["file"])
    pending = {row["state"] for row in again["rows"]}
    assert "refused" not in pending


def test_accepted_rows_are_the_same_afterwards(browser, desk: Desk):
    """Once imported and published, the list pasted again changes nothing."""
    accepted = [{"RUT": corpus.number(n), "Estado adhesión": "aceptada"} for n in range(400, 420)]
    rows = [corpus.HEADER, *(corpus.cells(n, row) for n, row in enumerate(accepted))]
    pasted = "\n".join("\t".join(row) for row in rows)
    file = in_browser(browser, desk.registry, pasted)["file"]
    assert in_terminal(desk, file, "--write")["written"]

    again = in_browser(browser, desk.registry, pasted)

    assert {row["state"] for row in again["rows"]} == {"same"}
    assert again["file"] == ""


@pytest.mark.parametrize("days", [("05/03/2024", "05/23/2024"), ("03/05/2024", "23/05/2024")])
def test_a_column_with_the_month_first(browser, desk: Desk, days):
    """One day that can only be read so makes every doubtful one of its column refused."""
    rows = [corpus.cells(n, {"Fecha de adhesión": day}) for n, day in enumerate(days, start=1)]
    pasted = "\n".join("\t".join(row) for row in [list(corpus.HEADER), *rows])

    ours = in_terminal(desk, pasted)["rows"]
    theirs = in_browser(browser, desk.registry, pasted)["rows"]

    assert [row["state"] for row in theirs] == [row["state"] for row in ours]


FORM = (
    ";;;;Encargado;;;;\n"
    "RUT institución;Nombre institución;Nombre instalación;Comuna instalación;RUT;Nombre;"
    "Cargo;Fono;Correo\n"
)


def test_the_schemes_own_form(browser, desk: Desk):
    """The RUT and name under "Encargado" are a person's, and are left out by both."""
    pasted = f"{FORM}99800001-7;Una SpA;Planta;Talca;12.345.678-5;Rosa;Jefa;9 8765 4321;r@x.cl\n"

    ours = in_terminal(desk, pasted, "--acuerdo", "conservas")
    theirs = in_browser(browser, desk.registry, pasted, "conservas")

    assert [row["state"] for row in ours["rows"]] == [row["state"] for row in theirs["rows"]]
    assert theirs["personal"] == ["RUT", "Nombre", "Cargo", "Fono", "Correo"]
    assert json.dumps(theirs["personal"][0])[1:-1] in ours["messages"][0]["message"]
    assert "Rosa" not in str(theirs) and "8765" not in str(theirs)


def test_check_digits_and_halves(browser, desk: Desk):
    """A check digit in a column of its own belongs to its RUT; two plates make one."""
    body, digit = corpus.number(500).split("-")
    header = "RUT\tDV\tRazón social\tInstalación\tComuna\tFecha adhesión\tAcuerdo"
    pasted = f"{header}\n{body}\t{digit}\tUna SpA\tP\tTalca\t2024-05-03\tconservas\n"

    ours = in_terminal(desk, pasted)["rows"]
    theirs = in_browser(browser, desk.registry, pasted)["rows"]

    assert [row["state"] for row in theirs] == [row["state"] for row in ours] == ["new"]


PIECES = st.sampled_from(
    "fono |tel. |+56 |9 8765 4321|2 2345 6789|71 223 4567|12.345.678-5|12345678-5|RUT |rosa@|"
    "ejemplo.cl|$ |UF |1.234.567|987.654.321|2019|2020 - 2021|WhatsApp: |, |. |/|-|Planta |ñandú |"
    "４|٣|\u00a0|\u200b|m3|folio |contacto |".split("|")
)


@settings(max_examples=4)
@given(st.lists(st.lists(PIECES, max_size=7).map("".join), min_size=60, max_size=60))
def test_the_same_personal_data_is_found(browser, texts):
    """The browser finds the e-mail, telephone or RUT that the generator finds first."""
    with tab(browser) as page:
        page.evaluate(bundle())
        theirs = page.evaluate("texts => globalThis.findPersonal(texts)", texts)

    for text, kind in zip(texts, theirs, strict=True):
        found = personal.findings(text)
        assert kind == (found[0].kind if found else ""), unicodedata.normalize("NFC", text)
