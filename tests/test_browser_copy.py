"""The browser's copy of the decision engine answers as the generator does, on any day."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from generator import code, decision, rut
from generator.answer import Answer
from generator.catalogue import english
from generator.decision import Decision, live
from generator.language import speaking
from generator.lookup import answer
from generator.registry import Registry
from generator.render.verification import facts
from generator.status import element_statuses
from tests.browser_engine import browser_answers
from tests.sample import DAY, Keys, agreement, published, rolls

FIRST = date(2019, 1, 1)
SPAN = 365 * 12
FORMS = ("SpA", "S.A.", "y Cía. Ltda.")


class Chance:
    """Records as chance has them: anything the data model allows, and more besides."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.codes: set[str] = set()
        self.body = 99_900_000

    def register(self) -> Registry:
        agreements = {f"acuerdo-{n}": self.agreement(n) for n in range(6)}
        companies = {self.id(n): self.company(n) for n in range(60)}
        seals = {f"sello-{n}": self.seal(companies) for n in range(40)}
        return published(companies, agreements, {id: one for id, one in seals.items() if one})

    def id(self, n: int) -> str:
        return f"empresa-{n}"

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def day(self, start: date = FIRST, span: int = SPAN) -> date:
        return start + timedelta(days=self.random.randrange(span))

    def code(self) -> str:
        minted = code.mint(self.codes, self.random.randrange)
        self.codes.add(minted)
        return minted

    def rut(self) -> str:
        self.body += 1
        return f"{self.body}-{rut.check_digit(self.body)}"

    def agreement(self, n: int) -> Keys:
        keys: dict[str, Any] = {
            "estado": self.random.choice(["implementacion", "terminado", "adhesion", "propuesta"]),
            "nombre": self.random.choice([f"Envases {n}", f"Acuerdo de Lecherías {n}", f"APL {n}"]),
        }
        if self.maybe(0.5):
            keys["fechas"] = {"firma": str(self.day())[:7], "fin_evaluacion": str(self.day())[:4]}
        if self.maybe(0.5):
            keys["estado_al"] = self.day()
        if self.maybe(0.6):
            more = {"al": self.day()} if self.maybe(0.5) else {}
            keys["nominas"] = rolls(self.random.choice(["completa", "parcial"]), **more)
        return agreement(**keys)

    def company(self, n: int) -> Keys:
        natural = self.maybe(0.2)
        name = self.random.choice(["Viña Ñuble", "Pan del Valle", "Lácteos Ayllu"])
        keys: dict[str, Any] = {
            "razon_social": f"{name} {n // 3} {self.random.choice(FORMS)}",
            "tipo": "persona_natural" if natural else "persona_juridica",
            "tamano": "micro",
            "elementos": [self.element(m, n) for m in range(self.random.randint(1, 3))],
            "ejemplo": self.maybe(0.3),
        }
        if not natural:
            keys["rut"] = self.rut()
            keys["marcas"] = [f"Marca O'Higgins {n}"]
            keys["nombres_anteriores"] = [{"razon_social": f"Antigua {n} Ltda.", "rut": self.rut()}]
            keys["ids_anteriores"] = [f"antes-{n}"]
        if self.maybe(0.1):
            reason = self.random.choice(["fusion", "privacidad", "error_de_registro"])
            keys["baja"] = {"fecha": self.day(), "motivo": reason}
            if reason == "fusion":
                keys["baja"]["en"] = self.id((n + 1) % 60)
        return keys

    def element(self, n: int, of: int) -> Keys:
        return {
            "ids_anteriores": [f"vendida-{of}/planta-{n}"],
            "id": f"elemento-{n}",
            "alcance": self.random.choice(["establecimiento", "establecimiento", "maquinaria"]),
            "nombre": f"Planta {n}",
            "comuna": "07101",
            "adhesiones": [self.adhesion() for _ in range(self.random.randint(0, 3))],
        }

    def adhesion(self) -> Keys:
        start = self.day(span=365 * 8)
        keys: dict[str, Any] = {
            "acuerdo": f"acuerdo-{self.random.randrange(7)}",
            "fecha": start,
            "estado": self.random.choice(["aceptada"] * 5 + ["observada"]),
            "certificados": [self.certificate(start) for _ in range(self.random.randint(0, 2))],
        }
        if self.maybe(0.25):
            keys["retiro"] = {"fecha": self.day(start, 2000), "motivo": "Cerró"}
        return keys

    def certificate(self, adhered: date) -> Keys:
        start = self.day(adhered, 900)
        end = self.day(start + timedelta(days=1), 1400)
        keys: dict[str, Any] = {"codigo": self.code(), "fecha": start, "vigente_hasta": end}
        if self.maybe(0.3):
            keys["nivel"] = self.random.randint(1, 3)
        if self.maybe(0.3):
            keys["numero_oficial"] = f"Nº {self.random.randrange(20)}/2024"
        if self.maybe(0.2):
            keys["anulacion"] = {"fecha": self.day(start, 1400), "motivo": "error en el acta"}
        if self.maybe(0.4):
            keys["suspensiones"] = [self.suspension(start) for _ in range(2)]
        return keys

    def suspension(self, start: date) -> Keys:
        since = self.day(start, 900)
        until = {"hasta": self.day(since, 500)} if self.maybe(0.6) else {}
        return {"desde": since, "motivo": "Revisión.", **until}

    def seal(self, companies: dict[str, Keys]) -> Keys | None:
        id = self.random.choice(list(companies))
        held = [
            (element["id"], one["codigo"])
            for element in companies[id]["elementos"]
            for adhesion in element["adhesiones"]
            if adhesion["estado"] == "aceptada"
            for one in adhesion["certificados"]
        ]
        if not held:
            return None
        element, certificate = self.random.choice(held)
        start = self.day()
        keys: dict[str, Any] = {
            "codigo": self.code(),
            "titular": {"empresa": id, **({"elemento": element} if self.maybe(0.5) else {})},
            "contrato": {"numero": "7", "fecha": self.day(start - timedelta(days=60), 90)},
            "desde": start,
            "hasta": self.day(start, 1500),
            "certificados": [certificate],
            "usos": self.random.sample(["producto", "envase", "web"], self.random.randint(0, 3)),
        }
        if self.maybe(0.3):
            keys["termino"] = {"fecha": self.day(start, 1500), "motivo": "Renuncia"}
        return keys

    def question(self, whole: Registry) -> dict[str, str]:
        company = self.random.choice(list(whole.companies.values())).record
        known: list[str] = [
            *self.random.sample(
                [*whole.certificates, *whole.seals_by_code, *whole.withdrawn_codes], 4
            ),
            self.random.choice([*whole.ruts, *whole.former_ruts]),
            self.random.choice([*whole.companies, *whole.former["empresas"]]),
            self.random.choice([id for _, id in whole.withdrawn]),
            company.legal_name or "",
            *company.brands,
            f"n {self.random.randrange(22)} 2024",
            "vina nuble",
            "pan",
            self.element_of(whole),
            self.random.choice([*whole.former_elements]),
            "panes del vale 1",
            "antigua lactoes ayllu",
        ]
        query = self.random.choice(known)
        if self.maybe(0.3):
            query = self.slip(query)
        return {"query": self.written(query), "day": str(self.day())}

    def element_of(self, whole: Registry) -> str:
        entry = self.random.choice(list(whole.companies.values()))
        return f"{entry.id}/{self.random.choice(entry.record.elements).id}"

    def slip(self, query: str) -> str:
        at = self.random.randrange(len(query))
        return query[:at] + self.random.choice("AB19UÑ-. ") + query[at + 1 :]

    def written(self, query: str) -> str:
        return self.random.choice(
            [query, query.lower(), query.upper(), f" {query}", query.replace("-", "")]
        )


MORE = [pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 2)]


@pytest.fixture(scope="module", params=[0, *MORE])
def chance(request: pytest.FixtureRequest) -> tuple[Chance, Registry]:
    made = Chance(request.param)
    return made, made.register()


def in_python(found: Answer) -> dict[str, object]:
    return {
        **found.as_json(),
        "row": found.row,
        "level": found.level,
        "word": found.word,
        "sentence": found.sentence,
        "use": found.meaning,
        "now": found.what_now,
        "english": found.english,
        "first_line": found.first_line,
        "remarks": list(found.remarks),
        "example": found.example,
        "found": found.found,
        "matches": [
            {name: getattr(match, name) for name in match.__slots__} for match in found.matches
        ],
    }


def in_browser(found: dict[str, Any]) -> dict[str, object]:
    said = found["decision"]
    same = ("query", "day", "kind", "id", "rige", "desde", "hasta", "motivo", "remarks", "example")
    worded = ("row", "level", "word", "sentence", "use", "now", "english", "estado")
    return {
        **{name: found[name] for name in (*same, "found", "matches")},
        **{name: said[name] for name in worded},
        "first_line": f"{found['label']}: {said['state']}",
    }


def test_a_thousand_questions_have_the_same_answer(browser, chance):
    """Whatever is asked about whatever is recorded, generator and browser say the same words."""
    made, whole = chance
    questions = [made.question(whole) for _ in range(400)]

    answers = browser_answers(browser, facts(whole, DAY), questions)["answers"]

    for asked, theirs in zip(questions, answers, strict=True):
        ours = answer(whole, asked["query"], date.fromisoformat(asked["day"]))
        assert in_browser(theirs) == in_python(ours), asked


def test_questions_have_the_same_answer_in_english(browser, chance):
    """The browser's copy in English answers as the generator does when it speaks English."""
    made, whole = chance
    questions = [made.question(whole) for _ in range(100)]
    parts = facts(whole, DAY)

    with speaking(english()):
        answers = browser_answers(browser, parts, questions)["answers"]
        ours = [answer(whole, one["query"], date.fromisoformat(one["day"])) for one in questions]

    for asked, mine, theirs in zip(questions, ours, answers, strict=True):
        assert in_browser(theirs) == {**in_python(mine), "english": ""}, asked


def decisions(whole: Registry, day: date) -> list[tuple[Decision, str, str, str]]:
    """Each record's answer for a day, with its live status, whole and as a word.

    Last comes what else stands on its page: a company's facts serve its elements.
    """
    found = []
    for granted in whole.certificates.values():
        said = decision.certificate(whole, granted, day)
        word = live.certificate_word(granted.certificate)
        found.append((said, live.certificate(whole, granted), word, ""))
    for seal in whole.seals.values():
        said = decision.seal(whole, seal, day)
        found.append((said, live.seal(whole, seal), live.seal_word(whole, seal), ""))
    agreements = {id: one.record for id, one in whole.agreements.items()}
    for entry in whole.companies.values():
        said = decision.company(whole, entry, day)
        page = live.company(whole, entry)
        found.append((said, page, live.company_word(whole, entry), ""))
        for item in entry.record.elements:
            for status in element_statuses(item, agreements, day):
                said = decision.element(whole, entry, item, status, day)
                whole_one = live.element(item, status.agreement_id)
                word = live.element_word(whole, item, status.agreement_id)
                found.append((said, whole_one, word, page))
    return found


def test_a_page_corrects_itself_to_what_the_generator_would_say(browser, chance):
    """For any later day a page's script finds the row, words and level of the generator."""
    made, whole = chance
    soon = whole.settings.expiring_days
    days = [made.day() for _ in range(4)]
    cases = [(day, *one) for day in days for one in decisions(whole, day)]
    lives = [
        {"live": text, "day": str(day), "soon": soon, "whole": page}
        for day, _, whole_one, word, page in cases
        for text in (whole_one, word)
    ]

    found = browser_answers(browser, facts(whole, DAY), [], lives)["decisions"]

    for n, (day, said, whole_one, word, _) in enumerate(cases):
        theirs, short = found[2 * n], found[2 * n + 1]
        assert (
            theirs["row"],
            theirs["sentence"],
            theirs["use"],
            theirs["now"],
            theirs["english"],
        ) == (
            said.id,
            said.sentence,
            said.use,
            said.now,
            said.english,
        ), (day, whole_one)
        assert (short["word"], short["level"], short["affirms"]) == (
            said.word,
            said.level,
            said.affirms,
        ), (day, word)


def test_a_page_in_english_corrects_itself_in_english(browser, chance):
    """What a page of the English edition says for a later day is what the generator would say."""
    made, whole = chance
    soon, day = whole.settings.expiring_days, made.day()

    with speaking(english()):
        cases = decisions(whole, day)
        lives = [
            {"live": text, "day": str(day), "soon": soon, "whole": page}
            for _, text, _, page in cases
        ]
        found = browser_answers(browser, facts(whole, DAY), [], lives)["decisions"]
        ours = [(said.word, said.sentence, said.use, said.now) for said, *_ in cases]

    for mine, theirs, one in zip(ours, found, lives, strict=True):
        assert (theirs["word"], theirs["sentence"], theirs["use"], theirs["now"]) == mine, one
