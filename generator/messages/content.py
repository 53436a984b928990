"""Words for faults of the prose, the moulds and the configuration (APL9nn)."""

from collections.abc import Mapping

from generator.messages.message import Message

CONTENT: Mapping[str, Message] = {
    "APL901": Message(
        "error",
        "no existe el lugar «{name}» (data-registro)",
        "there is no slot “{name}” (data-registro)",
        "Hay estos: {known}.",
        "Known: {known}.",
    ),
    "APL902": Message(
        "warning",
        "este registro no tiene «{name}»; el enlace queda como texto",
        "this registry has no “{name}”; the link becomes plain text",
    ),
    "APL903": Message(
        "warning",
        "mkdocs.yml no dice site_url: no se harán códigos QR, insignias, avisos ni calendarios",
        "mkdocs.yml has no site_url: no QR codes, badges, feeds or calendars are made",
    ),
    "APL904": Message("warning", "{said}", "{said}"),
    "APL905": Message(
        "error",
        "falta el molde «{name}»: una página de content/ con «molde: {name}»",
        "the mould “{name}” is missing: a page of content/ with “molde: {name}”",
    ),
}
