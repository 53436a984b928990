"""Turns each agreement into its scheme sheet, in Spanish and in English: who vouches for what, how.

The points are those that Directive (EU) 2024/825 asks about a sustainability label: owner, legal
basis, requirements, who checks, withdrawal and complaints.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator import territory
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.model.company import Adhesion, Certificate
from generator.views.agreement_parts import bodies, level_name, reach
from generator.views.page import Crumb, Node, Page, Planned, Slot
from generator.views.record_chain import auditor_name
from generator.views.record_parts import (
    SECTIONS,
    Linked,
    agreement_titles,
    channels,
    description,
)
from generator.views.survey import Survey

LAW = "https://www.bcn.cl/leychile/navegar?idNorma=1010668"
"""Ley 20.416, whose article ten is the Ley de APL."""

_LAW_NODE: Node = {
    "@type": "Legislation",
    "name": "Ley 20.416, artículo décimo (Ley de Acuerdos de Producción Limpia)",
    "legislationIdentifier": "Ley 20.416",
    "url": LAW,
}


@dataclass(frozen=True, slots=True)
class Practice:
    """What this register has recorded of an agreement's checks, by the day of the data."""

    firms: tuple[str, ...]
    audits: int
    certificates: int
    suspended: int
    annulled: int
    withdrawn: int


def pages(survey: Survey) -> Iterator[Planned]:
    """Both sheets of every published agreement."""
    titles = agreement_titles(survey.registry)
    for entry in survey.registry.agreements.values():
        title = titles[entry.id]
        yield Planned(_spanish(entry.id), partial(_spanish_page, survey, entry, title), title)
        yield Planned(_english(entry.id), partial(_english_page, survey, entry, title), title)


def list_slot(survey: Survey, language: str) -> Slot:
    """All sheets in one language, by the names of the agreements."""
    titles = agreement_titles(survey.registry)
    path = _english if language == "en" else _spanish
    rows = sorted(
        (titles[one.id], path(one.id), one.record.example)
        for one in survey.registry.agreements.values()
    )
    return Slot("fragments/schemes.html", {"rows": rows, "language": language, "day": survey.day})


def _spanish(id: str) -> str:
    return f"acuerdos/{id}/esquema/"


def _english(id: str) -> str:
    return f"en/{_spanish(id)}"


def _spanish_page(survey: Survey, entry: Entry[Agreement], title: str) -> Page:
    return Page(
        path=_spanish(entry.id),
        mould="esquemas",
        template="pages/esquema.html",
        title=f"Ficha del esquema: {title}",
        description=description(
            f"{title}: quién responde por el acuerdo, qué exige, quién audita, cómo se retira y"
            " dónde reclamar."
        ),
        context=_facts(survey, entry),
        crumbs=(SECTIONS["acuerdos"], Crumb(entry.record.name, f"acuerdos/{entry.id}/")),
        example=entry.record.example,
        source=entry.path,
        nodes=_nodes(survey, entry, _spanish(entry.id), f"Ficha del esquema: {title}", "es-CL"),
        other_language=_english(entry.id),
    )


def _english_page(survey: Survey, entry: Entry[Agreement], title: str) -> Page:
    return Page(
        path=_english(entry.id),
        mould="schemes",
        template="pages/scheme.html",
        title=f"Scheme sheet: {title}",
        description=description(
            f"{title}: who is responsible for this Chilean Clean Production Agreement, what it"
            " requires and who audits it."
        ),
        context={**_facts(survey, entry), "place": _place(entry.record)},
        crumbs=(
            Crumb("The scheme", "en/acerca/esquema/"),
            Crumb(entry.record.name, f"acuerdos/{entry.id}/"),
        ),
        example=entry.record.example,
        source=entry.path,
        nodes=_nodes(survey, entry, _english(entry.id), f"Scheme sheet: {title}", "en"),
        language="en",
        other_language=_spanish(entry.id),
    )


def _facts(survey: Survey, entry: Entry[Agreement]) -> dict[str, object]:
    agreement = entry.record
    texts = [one for one in agreement.documents if one.kind == "acuerdo"]
    return {
        "agreement": agreement,
        "home": Linked(agreement.name, f"acuerdos/{entry.id}/"),
        "bodies": bodies(agreement, survey.registry.bodies),
        "reach": reach(agreement),
        "texts": texts,
        "targets": len(agreement.targets) or agreement.declared_targets,
        "actions": sum(len(one.actions) for one in agreement.targets) or agreement.declared_actions,
        "levels": [(one, level_name(agreement.levels, one.number)) for one in agreement.levels],
        "practice": practice(survey, entry.id),
        "channels": channels(survey.registry.settings),
        "law": LAW,
    }


def practice(survey: Survey, id: str) -> Practice:
    """What has been recorded of the agreement: its auditors, and what was granted or taken back."""
    day, firms = survey.day, survey.registry.auditors
    made = list(_adhesions(survey, id))
    audits = [one for adhesion in made for one in adhesion.audits if one.audited_on <= day]
    held = [one for adhesion in made for one in adhesion.certificates if one.certified_on <= day]
    names = {auditor_name(one.auditor, firms) for one in audits} - {""}
    left = [one for one in made if one.withdrawal and one.withdrawal.withdrawn_on <= day]
    return Practice(
        tuple(sorted(names)),
        len(audits),
        len(held),
        sum(any(s.since <= day for s in one.suspensions) for one in held),
        sum(_is_annulled(one, survey) for one in held),
        len(left),
    )


def _adhesions(survey: Survey, id: str) -> Iterator[Adhesion]:
    for standing in survey.by_agreement.get(id, ()):
        for adhesion in standing.element.adhesions:
            here = survey.agreement_id(adhesion.agreement_id) == id
            if here and adhesion.adhered_on <= survey.day:
                yield adhesion


def _is_annulled(certificate: Certificate, survey: Survey) -> bool:
    return certificate.annulment is not None and certificate.annulment.annulled_on <= survey.day


def _place(agreement: Agreement) -> str:
    """Where it holds, in English; "" where that is not known."""
    reach = agreement.territory
    comunas = (territory.comuna(code) for code in reach.comunas)
    regions = (territory.region(code) for code in reach.regions)
    names = [one.name for one in (*comunas, *regions) if one]
    if names:
        return ", ".join(names)
    return "All of Chile" if reach.reach == "nacional" else ""


def _nodes(
    survey: Survey, entry: Entry[Agreement], path: str, title: str, language: str
) -> tuple[Node, ...]:
    """The sheet as a page about the agreement, under its law; nothing of what is fictional."""
    url = survey.site.url
    if not url or entry.record.example:
        return ()
    return (
        {
            "@type": "WebPage",
            "@id": f"{url}{path}",
            "url": f"{url}{path}",
            "name": title,
            "inLanguage": language,
            "about": {"@id": f"{url}acuerdos/{entry.id}/#acuerdo"},
            "citation": _LAW_NODE,
        },
    )
