"""Turns each agreement into its scheme sheet: who vouches for what, and how.

The points are those that Directive (EU) 2024/825 asks about a sustainability label: owner, legal
basis, requirements, who checks, withdrawal and complaints.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator import territory
from generator.language import gettext, is_spanish
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
    """The sheet of every published agreement."""
    titles = agreement_titles(survey.registry)
    for entry in survey.registry.agreements.values():
        title = titles[entry.id]
        yield Planned(_path(entry.id), partial(_page, survey, entry, title), title)


def list_slot(survey: Survey) -> Slot:
    """All sheets, by the names of the agreements."""
    titles = agreement_titles(survey.registry)
    rows = sorted(
        (titles[one.id], _path(one.id), one.record.example)
        for one in survey.registry.agreements.values()
    )
    return Slot("fragments/schemes.html", {"rows": rows, "day": survey.day})


def _path(id: str) -> str:
    return f"acuerdos/{id}/esquema/"


def _page(survey: Survey, entry: Entry[Agreement], agreement_title: str) -> Page:
    title = gettext("Ficha del esquema: {title}").format(title=agreement_title)
    return Page(
        path=_path(entry.id),
        mould="esquemas",
        template="pages/esquema.html",
        title=title,
        description=description(
            gettext(
                "{title}: quién responde por el acuerdo, qué exige, quién audita, cómo se retira y"
                " dónde reclamar."
            ).format(title=agreement_title)
        ),
        context={**_facts(survey, entry), "place": _place(entry.record)},
        crumbs=(SECTIONS["acuerdos"], Crumb(entry.record.name, f"acuerdos/{entry.id}/")),
        example=entry.record.example,
        source=entry.path,
        nodes=_nodes(survey, entry, title),
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
    """The names of the comunas and regions where it holds."""
    reach = agreement.territory
    comunas = (territory.comuna(code) for code in reach.comunas)
    regions = (territory.region(code) for code in reach.regions)
    return ", ".join(one.name for one in (*comunas, *regions) if one)


def _nodes(survey: Survey, entry: Entry[Agreement], title: str) -> tuple[Node, ...]:
    """The sheet as a page about the agreement, under its law; nothing of what is fictional."""
    url, path = survey.site.url, f"{survey.site.here}{_path(entry.id)}"
    if not url or entry.record.example:
        return ()
    return (
        {
            "@type": "WebPage",
            "@id": path,
            "url": path,
            "name": title,
            "inLanguage": "es-CL" if is_spanish() else "en",
            "about": {"@id": f"{url}acuerdos/{entry.id}/#acuerdo"},
            "citation": _LAW_NODE,
        },
    )
