"""What a visit leaves in the browser, and what of a question the host gets to see."""

from playwright.sync_api import expect

from tests.site.asking import accented_company, lasting_certificate
from tests.site.facts import Facts
from tests.site.reading import Reader
from tests.site.test_ceremony import PASTED, check

LEFT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


def test_a_visit_leaves_nothing_but_light_or_dark(reader: Reader, facts: Facts) -> None:
    """No cookie, whatever is done; what is kept in the browser is the palette that was chosen."""
    page = reader.open("")
    page.locator("label[title='Cambiar a modo claro']").click()
    reader.suggestions("vino")
    reader.explore("#q=vino")
    reader.verify(accented_company(facts).name)
    reader.open(f"v/{lasting_certificate(facts).code}/")

    assert page.context.cookies() == []
    left = page.evaluate(LEFT)
    assert left and all(name.endswith("__palette") for name in left), left


def test_no_question_reaches_the_host(reader: Reader, facts: Facts) -> None:
    """Neither what is typed nor what is pasted stands in an address that the browser asks for."""
    company, code = accented_company(facts), lasting_certificate(facts).code
    reader.open("")
    reader.suggestions(company.name)
    reader.explore(f"#q={company.name}")
    reader.verify(company.name)
    reader.verify(code)
    check(reader.open("equipo/ceremonia/"), PASTED)
    expect(reader.page.locator("main")).to_be_visible()

    asked = [address.partition("#")[0].lower() for address in reader.requests]
    words = [word.lower() for word in (*company.name.split(), code, company.id) if len(word) > 3]
    assert len(asked) > 20
    assert not [one for one in asked for word in words if word in one]
