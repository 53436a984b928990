"""Turns a certificate or seal and a day into what its badge says, and whether it may be shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.code import compact
from generator.decision import Decision
from generator.decision.facts import joined
from generator.decision.text import fill
from generator.language import gettext
from generator.load import Entry
from generator.model.company import Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry
from generator.status import certificate_status
from generator.views.page import Site
from generator.views.page_answers import TONES
from generator.views.record_codes import code_path

WIDTH = 440
HEIGHT = 144
EXAMPLE_HEIGHT = 26
"""What the band adds that says of an example that it is one."""

_STATES: Mapping[str, tuple[str, str]] = {
    "vigente": ("Vigente", "hasta el {hasta|fecha}"),
    "futuro": ("Aún no rige", "empieza el {desde|fecha}"),
    "anulado": ("Anulado", "desde el {estado_desde|fecha}"),
    "vencido": ("Vencido", "su último día fue el {hasta|fecha}"),
    "suspendido": ("Suspendido", "hasta el {estado_hasta|fecha}"),
    "suspendido_sin_termino": ("Suspendido", "desde el {estado_desde|fecha}"),
}
"""What the picture says of a certificate: the table's word, and a day that stays true."""

_SEAL_STATES: Mapping[str, tuple[str, str]] = {
    "": ("Vigente", "hasta el {hasta|fecha}"),
    "aun_no_rige": ("No vigente", "empieza a regir el {desde|fecha}"),
    "vencido": ("No vigente", "venció; su último día fue el {hasta|fecha}"),
    "contrato_terminado": ("No vigente", "su contrato terminó el {termino|fecha}"),
    "sin_certificado_vigente": ("No vigente", "sin un certificado vigente que lo sostenga"),
}
"""What the picture says of a seal, by the reason for which it is not in force."""

_OF_ELEMENT, _OF_COMPANY = "{cual|del}, de {empresa}", "{empresa|del}"

_MARKS = {
    "suspendido": "pausa",
    "suspendido_sin_termino": "pausa",
    "futuro": "reloj",
    "aun_no_rige": "reloj",
}
"""The sign beside the words; whatever is in force has a tick, all else a cross."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge: `what` it is, `name` and `whose` it is for, its state in a `word` and its `days`.

    `whose_short` stands in for `whose` where that is too long for a picture, "" for its beginning.

    It never says how many days are left, which would be wrong tomorrow. `said` is the answer of
    the decision table that it was drawn from; `alt` stands in for the picture and stays true.
    """

    code: str
    what: str
    name: str
    whose: str
    word: str
    days: str
    tone: str
    mark: str
    text: str
    alt: str
    address: str
    example: bool
    said: Decision
    whose_short: str = ""

    @property
    def path(self) -> str:
        """The picture's file."""
        return badge_path(self.code)

    @property
    def height(self) -> int:
        """The picture's height, in the units of `WIDTH`."""
        return HEIGHT + (EXAMPLE_HEIGHT if self.example else 0)

    @property
    def may_be_shown(self) -> bool:
        """Whether it stands for something in force."""
        return self.said.affirms


def worded() -> Iterator[str]:
    """The texts of its tables, each to be said in the language spoken."""
    for states in (_STATES, _SEAL_STATES):
        for word, days in states.values():
            yield from (word, days)
    yield from (_OF_ELEMENT, _OF_COMPANY)


def badge_path(code: str) -> str:
    """The file of a code's badge."""
    return f"insignias/{compact(code)}.svg"


def qr_path(code: str) -> str:
    """The file of a code's QR."""
    return f"qr/{compact(code)}.svg"


def certificate_badge(said: Decision, granted: Granted, site: Site) -> Badge:
    """The badge of a certificate, given the answer for it."""
    facts = said.facts
    state = facts["estado"]
    if state == "suspendido" and facts["suspension_abierta"] == "si":
        state = "suspendido_sin_termino"
    what = gettext("Certificado de producción limpia")
    return _badge(
        said,
        site,
        (what, fill(gettext("Certificado de producción limpia[[, nivel {nivel}]]"), facts)),
        (granted.element.name, facts["empresa"]),
        _STATES[state],
        state,
        fill(gettext(_OF_ELEMENT), facts),
    )


def seal_badge(said: Decision, registry: Registry, entry: Entry[Seal], site: Site) -> Badge:
    """The badge of a seal: of one element alone, or of a company and some of its elements."""
    facts = said.facts
    reason, what = facts["razon"], gettext("Sello APL (Estrella Azul)")
    of_element = facts["de"] == "elemento"
    company, held = facts["empresa"], _held(registry, entry, site.day)
    names = joined([one.name for one in held])
    made = _badge(
        said,
        site,
        (what, what),
        (names, company)
        if of_element
        else (company, gettext("Por {nombres}").format(nombres=names)),
        _SEAL_STATES[reason],
        reason,
        fill(gettext(_OF_ELEMENT if of_element else _OF_COMPANY), facts),
        "" if of_element else gettext(", por {nombres}").format(nombres=names),
    )
    return made if of_element or len(held) < 2 else replace(made, whose_short=_how_many(held))


def _held(registry: Registry, entry: Entry[Seal], day: date) -> Sequence[Element]:
    """The element that holds a seal; of a company, those whose certificates carry it.

    Where some of these are in force, the others carry nothing.
    """
    company = registry.companies[entry.record.holder.company_id].record
    if own := entry.record.holder.element_id:
        return [one for one in company.elements if one.id == own]
    named = (registry.certificates.get(code) for code in entry.record.certificates)
    held = [one for one in named if one]
    in_force = [one for one in held if certificate_status(one.certificate, day).in_force]
    return tuple({one.element.id: one.element for one in in_force or held}.values())


def _how_many(held: Sequence[Element]) -> str:
    plants = all(one.scope == "establecimiento" for one in held)
    of_plants = gettext("Por {n} de sus instalaciones")
    of_elements = gettext("Por {n} de sus elementos")
    return (of_plants if plants else of_elements).format(n=len(held))


def _badge(
    said: Decision,
    site: Site,
    what: tuple[str, str],
    names: tuple[str, str],
    words: tuple[str, str],
    state: str,
    whose: str,
    reach: str = "",
) -> Badge:
    """`what` plain and in full, `state` as the table names it; `reach` is what carries it today."""
    days = fill(gettext(words[1]), said.facts)
    code, word = said.facts["codigo"], gettext(words[0])
    example = said.facts["ejemplo"] == "si"
    text = gettext("{que} {codigo} {de_quien}{por_que}. {palabra}: {dias}.").format(
        que=what[1], codigo=code, de_quien=whose, por_que=reach, palabra=word, dias=days
    )
    alt = gettext("{que} {codigo} {de_quien}; {vence}. Véalo en el registro.").format(
        que=what[0],
        codigo=code,
        de_quien=whose,
        vence=fill(gettext("vence el {hasta|fecha}"), said.facts),
    )
    fictional = gettext("Registro de ejemplo, ficticio.")
    before = f"{fictional} " if example else ""
    return Badge(
        code=code,
        what=what[1],
        name=names[0],
        whose=names[1],
        word=word,
        days=days,
        tone=TONES[said.level],
        mark="visto" if said.affirms else _MARKS.get(state, "cruz"),
        text=f"{before}{text}",
        alt=f"{before}{alt}",
        address=f"{site.url}{code_path(code)}",
        example=example,
        said=said,
    )
