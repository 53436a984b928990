"""Expectations of the questions that the measurement of the search asks."""

from bench.search.questions import questions, rows_of

HEAD = "tipo;nombre;codigos;Comuna"
COMPANIES = [f'Empresa;"Viña Ñandú {n} SpA";9990000{n % 10}-K;"Ñuñoa, Talca"' for n in range(30)]
CERTIFICATES = [f"Certificado;Certificado {n};0ABC-00{n:02};Talca" for n in range(30)]
FILE = "\ufeff" + "\r\n".join([HEAD, *COMPANIES, *CERTIFICATES])


def test_the_same_rows_give_the_same_questions() -> None:
    """Two measurements of one site can be compared."""
    rows = rows_of(FILE)

    assert list(questions(rows)) == list(questions(rows))


def test_questions_are_typed_as_people_type() -> None:
    """Without accents, with slips of the hand, RUTs, and codes with O for 0."""
    asked = list(questions(rows_of(FILE)))

    assert any(one.startswith("vina nandu ") and one.endswith(" spa") for one in asked)
    assert any("vina" not in one or "nandu" not in one for one in asked if one.endswith(" spa"))
    assert any(one.startswith("9990000") for one in asked)
    assert any(one.startswith("oabc-") for one in asked)
