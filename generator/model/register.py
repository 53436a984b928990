"""The register's own facts and settings: `registry/registro.yaml`."""

from typing import Literal

from pydantic import ConfigDict

from generator.model.fields import Count, Email, Flag, HttpsUrl, Positive, Text, key
from generator.model.record import Block


class CorrectionChannel(Block):
    """How anyone asks for a correction; no account needed."""

    model_config = ConfigDict(title="Canal de correcciones")
    url: HttpsUrl | None = key("url", "Dirección", "Formulario o página.")
    institutional_email: Email | None = key(
        "correo_institucional",
        "Correo institucional",
        "De la institución, no de una persona.",
        "registro@institucion.example",
    )
    answer_days: Positive | None = key(
        "plazo_respuesta_dias", "Plazo de respuesta (días)", "En cuántos días se responde.", 10
    )


class MisuseChannel(Block):
    """How anyone reports misuse of the seal."""

    model_config = ConfigDict(title="Canal de denuncias")
    url: HttpsUrl | None = key("url", "Dirección", "Formulario o página.")


class Register(Block):
    """Name, operator, character and settings of the register."""

    model_config = ConfigDict(title="Registro")
    name: Text = key("nombre", "Nombre", "Nombre del registro.", default="Registro del Sello APL")
    operator: Text | None = key("operador", "Operador", "Quién lo opera.")
    character: Literal["oficial", "piloto", "no_oficial"] = key(
        "caracter",
        "Carácter",
        "Si es oficial, piloto o no oficial.",
        "no_oficial",
        default="no_oficial",
    )
    custodian: Text | None = key("custodio", "Custodio", "Quién responde por los datos.")
    repository: HttpsUrl | None = key(
        "repositorio", "Repositorio", "Dirección https donde vive el YAML."
    )
    branch: Text = key("rama", "Rama", "Rama publicada.", default="main")
    corrections: CorrectionChannel | None = key(
        "correcciones", "Correcciones", "Cómo se pide una corrección."
    )
    misuse: MisuseChannel | None = key("denuncias", "Denuncias", "Cómo se avisa de un mal uso.")
    demonstration: Flag = key(
        "demostracion", "Demostración", "¿Se muestran los registros de ejemplo?", default=True
    )
    expiring_days: Count = key(
        "dias_por_vencer", "Días por vencer", "Desde cuántos días antes se avisa.", default=90
    )
    trusted_days: Count = key(
        "dias_datos_confiables", "Días de confianza", "Cuánto se confía en los datos.", default=7
    )
    change_threshold: Count = key(
        "umbral_cambios", "Umbral de cambios", "Cambios que piden otra mirada.", default=5
    )
    schema_version: Positive = key("esquema", "Esquema", "Versión del esquema.", default=1)
