"""Turns each agreement into its page: parties, place, days, targets, adherents, results."""

from collections.abc import Iterator
from functools import partial

from generator.agreement_time import adhesion_is_open
from generator.language import gettext
from generator.load import Entry
from generator.model.agreement import Agreement
from generator.views.agreement_counts import adherents, published
from generator.views.agreement_parts import bodies, coverages, level_name, milestones, reach, themes
from generator.views.agreement_succession import Followers, followers, next_agreement
from generator.views.figure_slots import shown_figures
from generator.views.follow import feed_path, follow
from generator.views.linked_site import agreement_nodes
from generator.views.map_view import drawing
from generator.views.page import Page, Planned
from generator.views.record_parts import (
    SECTIONS,
    Linked,
    agreement_titles,
    channels,
    corrections,
    description,
    rubro_link,
    sector_link,
)
from generator.views.scope_figures import scope_figures
from generator.views.survey import Survey
from generator.vocabulary import THEMES, label, word


def pages(survey: Survey) -> Iterator[Planned]:
    """The page of every published agreement."""
    registry = survey.registry
    titles, following = agreement_titles(registry), followers(registry)
    for entry in registry.agreements.values():
        make = partial(_page, survey, entry, titles[entry.id], following)
        yield Planned(f"acuerdos/{entry.id}/", make)


def _page(survey: Survey, entry: Entry[Agreement], title: str, following: Followers) -> Page:
    agreement = entry.record
    return Page(
        path=f"acuerdos/{entry.id}/",
        mould="acuerdos",
        template="pages/acuerdo.html",
        title=title,
        description=_description(title, agreement),
        context={
            "id": entry.id,
            "agreement": agreement,
            **_summary(survey, agreement),
            **_parts(survey, entry),
            **_succession(survey, entry, following),
            **_numbers(survey, entry),
            **_figures(survey, entry),
            "chile": drawing(),
            "follow": follow(survey.site, f"acuerdos/{entry.id}", f"acuerdos/{entry.id}"),
        },
        crumbs=(SECTIONS["acuerdos"],),
        example=agreement.example,
        source=entry.path,
        feed=feed_path(f"acuerdos/{entry.id}"),
        nodes=agreement_nodes(survey.registry, entry, survey.site),
    )


def _description(title: str, agreement: Agreement) -> str:
    sponsor = gettext("Lo gestiona {sponsor}.").format(sponsor=agreement.sponsor)
    return description(
        gettext(
            "{title}: quiénes lo firman, dónde rige, metas, adheridos, certificados y fuentes."
        ).format(title=title),
        *([sponsor] if agreement.sponsor else []),
        gettext("Sector: {sector}.").format(sector=agreement.sector),
    )


def _summary(survey: Survey, agreement: Agreement) -> dict[str, object]:
    """What the first lines say: where it stands, and whether one can still adhere."""
    return {
        "state": label("agreement_state", agreement.state),
        "state_known": agreement.state != "sin_informacion",
        "kind": label("agreement_kind", agreement.kind),
        "kind_known": agreement.kind != "sin_informacion",
        "adhesion_open": adhesion_is_open(agreement, survey.day),
    }


def _parts(survey: Survey, entry: Entry[Agreement]) -> dict[str, object]:
    agreement, registry = entry.record, survey.registry
    return {
        "rubro": rubro_link(agreement.rubro),
        "sector": sector_link(agreement.ciiu),
        "bodies": bodies(agreement, registry.bodies),
        "reach": reach(agreement),
        "milestones": milestones(agreement, survey.day),
        "themes": themes(agreement),
        "theme_names": {id: word(one) for id, one in THEMES.items()},
        "levels": [(one, level_name(agreement.levels, one.number)) for one in agreement.levels],
        "corrections": corrections(agreement, survey.day),
        "channels": channels(registry.settings),
    }


def _succession(survey: Survey, entry: Entry[Agreement], following: Followers) -> dict[str, object]:
    """The one before and those after, with whether the nearest that runs is open."""
    before = entry.record.previous_id
    previous = survey.registry.living("acuerdos", before) if before else None
    return {
        "previous": _linked(previous) if previous else None,
        "followers": [_linked(one) for one in following.get(entry.id, ())],
        "next": next_agreement(entry.id, following, survey.day),
    }


def _linked(entry: Entry[Agreement]) -> Linked:
    return Linked(entry.record.name, f"acuerdos/{entry.id}/")


def _figures(survey: Survey, entry: Entry[Agreement]) -> dict[str, object]:
    scope = f"acuerdos/{entry.id}"
    return shown_figures(survey, scope_figures(survey, scope, f"{scope}/"))


def _numbers(survey: Survey, entry: Entry[Agreement]) -> dict[str, object]:
    found = adherents(survey, entry.id, entry.record)
    held = coverages(entry.record, survey.day)
    return {
        "adherents": found,
        "figures": published(entry.record),
        "coverages": held,
        "settled": all(one.settles for one in held),
        "explorer": f"registro/#acuerdo={entry.id}",
    }
