"""Turns the register's settings into the page that takes the list of a ceremony."""

from urllib.parse import quote

from generator.load.files import INBOX
from generator.views.page import Slot
from generator.views.record_parts import channels
from generator.views.survey import Survey
from generator.vocabulary import LABELS

TEMPLATE = "equipo/ceremonia/plantilla-ceremonia.xlsx"
"""The address of the workbook to fill."""


def slot(survey: Survey) -> Slot:
    """The form, where its file goes, and whom to write to without it."""
    settings = survey.registry.settings
    states = {key: LABELS["adhesion_state"][key] for key in ("aceptada", "pendiente", "observada")}
    facts: dict[str, object] = {
        "upload": upload_url(settings.repository, settings.branch),
        "inbox": f"registry/{INBOX}/",
        "workbook": TEMPLATE,
        "channels": channels(settings),
        "states": states,
    }
    return Slot("fragments/ceremony.html", facts)


def upload_url(repository: str | None, branch: str) -> str:
    """The repository's own page for uploading to the folder of spreadsheets; "" without one."""
    if not repository:
        return ""
    return f"{repository.rstrip('/')}/upload/{quote(branch, safe='/')}/registry/{INBOX}"
