"""The register → what every copy of its data says of itself: whose, of which day, which terms."""

from collections.abc import Mapping

from generator.days import long_en, long_es
from generator.language import is_spanish
from generator.model.register import Register
from generator.views.register_facts import has_examples
from generator.views.survey import Survey

LICENCE_NAME = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Atribución 4.0 Internacional"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

_CHARACTERS = {
    "oficial": "Registro oficial.",
    "piloto": "Registro piloto.",
    "no_oficial": "Registro no oficial.",
}
EXAMPLES = (
    "Incluye registros de ejemplo, ficticios: tienen `true` en la columna `ejemplo`. No los use"
    " como si fueran ciertos."
)
AGEING = (
    "Un estado cambia y una copia no se entera: diga siempre de qué día son los datos. Certificados"
    " suspendidos o anulados después de ese día aparecen aquí como vigentes."
)
TRADE_MARKS = (
    "La licencia no alcanza al nombre ni al emblema del Sello APL, a las marcas de terceros ni a"
    " los documentos que se enlazan."
)


def notes(survey: Survey) -> Mapping[str, str]:
    """By what each is about."""
    settings, url = survey.registry.settings, survey.site.url
    found = {
        "Registro": settings.name,
        "Carácter": _CHARACTERS[settings.character],
        "Lo opera": settings.operator or "",
        "Datos al": survey.day.isoformat(),
        "Sitio": url,
        "Licencia": f"{LICENCE_TITLE} ({LICENCE_NAME}), {LICENCE_URL}",
        "Cómo citar": citation(settings, survey),
        "Ejemplos": EXAMPLES if has_examples(survey.registry) else "",
        "Cuidado": AGEING,
        "Marcas": TRADE_MARKS,
        "Columnas": f"Qué dice cada columna: {url}datos/diccionario.csv",
    }
    return {what: text for what, text in found.items() if text}


def citation(settings: Register, survey: Survey) -> str:
    """How to name the data."""
    where = f", {survey.site.url}" if survey.site.url else ""
    if not is_spanish():
        return f"{settings.name}, data as of {long_en(survey.day)}{where}, licence CC BY 4.0."
    return f"{settings.name}, datos al {long_es(survey.day)}{where}, licencia CC BY 4.0."


def licence(survey: Survey) -> bytes:
    """The licence as a file that goes with the copies."""
    told = notes(survey)
    lines = (
        "LICENCIA DE ESTOS DATOS",
        "",
        f"{told['Registro']}. Datos al {told['Datos al']}.",
        "",
        f"Se entregan bajo la licencia {LICENCE_TITLE} (CC BY 4.0):",
        f"{LICENCE_URL}legalcode.es",
        "Usted puede copiarlos, publicarlos y adaptarlos, también con fines comerciales, si nombra",
        "este registro, enlaza la licencia e indica si hizo cambios. Por ejemplo:",
        "",
        f"    {told['Cómo citar']}",
        "",
        TRADE_MARKS,
        *((told["Ejemplos"],) if "Ejemplos" in told else ()),
        AGEING,
        "",
        "LICENCE OF THESE DATA",
        "",
        "Creative Commons Attribution 4.0 International (CC BY 4.0):",
        f"{LICENCE_URL}legalcode.en",
        "You may copy, publish and adapt them, commercially too, if you name this register, link",
        "to the licence and say whether you made changes. The licence does not cover the name or",
        "the emblem of the Sello APL, trade marks of others, or the documents that are linked to.",
        "A status changes, and a copy does not hear of it: always say which day the data are of.",
        "",
    )
    return "\n".join(lines).encode()
