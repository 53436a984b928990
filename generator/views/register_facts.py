"""Turns `registro.yaml` into what every page says of the register: who runs it, its channels."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from generator.language import gettext, gettext_noop
from generator.registry import Registry
from generator.views.page import Site, Slot
from generator.views.record_parts import channels
from generator.vocabulary import label

_CHARACTERS = {
    "oficial": gettext_noop("Registro oficial"),
    "piloto": gettext_noop("Registro piloto"),
    "no_oficial": gettext_noop("Registro no oficial"),
}


def slots(registry: Registry, site: Site) -> Mapping[str, Slot]:
    """The slots that speak of the register itself."""
    settings = registry.settings
    facts: Mapping[str, object] = {
        "settings": settings,
        "character": gettext(_CHARACTERS[settings.character]),
        "character_label": label("register_character", settings.character),
        "channels": channels(settings),
        "day": site.day,
        "demonstration": has_examples(registry),
    }
    return {
        "aviso": Slot("fragments/banner.html", facts),
        "pie": Slot("fragments/foot.html", facts),
        "registro": Slot("fragments/register.html", facts),
        "correcciones": Slot("fragments/corrections.html", facts),
        "denuncias": Slot("fragments/misuse.html", facts),
        "perdida": Slot("fragments/lost.html", {"box_id": "apl_buscar_perdida", "large": True}),
    }


def has_examples(registry: Registry) -> bool:
    """Whether the site shows any fictional record: only then does the banner stand."""
    names = ("acuerdos", "empresas", "sellos", "programas", "preinversion", "estadisticas")
    return registry.settings.demonstration and any(
        entry.record.example for name in names for entry in registry.collection(name).values()
    )


def body_data(registry: Registry, site: Site) -> Mapping[str, str]:
    """What scripts read from `<body>`: the day of the data, and how long they are trusted."""
    settings = registry.settings
    return {
        "data-dia": site.day.isoformat(),
        "data-dias-confiables": str(settings.trusted_days),
        "data-dias-por-vencer": str(settings.expiring_days),
        **({"data-sin-servidor": ""} if site.offline else {}),
    }


def source_url(registry: Registry) -> Callable[[str], str | None]:
    """The address of a file or folder (`registry/`) of the repository; None without one."""
    settings = registry.settings

    def address(path: str) -> str | None:
        if not settings.repository:
            return None
        branch = quote(settings.branch, safe="/")
        kind = "tree" if path.endswith("/") else "blob"
        return f"{settings.repository.rstrip('/')}/{kind}/{branch}/{quote(path.rstrip('/'))}"

    return address
