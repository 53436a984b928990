"""Broken promises and the need of a second person → what is told of them, and how to mend it."""

from collections.abc import Mapping

from generator.changes.model import Breach, Broken, Review
from generator.messages import Language
from generator.render.wording import counted, number

LABEL = "segunda-revision"
"""The name of the check, and of the label by which a second person lets a change pass."""

_BROKEN: Mapping[Broken, tuple[str, str]] = {
    "codigo_quitado": (
        "el código {id} ({whose}) desaparece: quien lo lea en un envase o un QR no hallará nada",
        "code {id} ({whose}) is gone: who reads it on a package or in a QR will find nothing",
    ),
    "codigo_oculto": (
        "el código {id} ({whose}) sigue en el archivo, pero deja de publicarse",
        "code {id} ({whose}) is still in the file, but no longer published",
    ),
    "codigo_cambiado": (
        "el código {id} ({whose}) pasa a ser {now}: un código publicado no cambia",
        "code {id} ({whose}) becomes {now}: a published code does not change",
    ),
    "codigo_reutilizado": (
        "el código {id} era de {whose}, y ahora es de {now}: un código no se reutiliza",
        "code {id} was of {whose}, and now is of {now}: a code is not reused",
    ),
    "id_reutilizado": (
        "el id «{id}» era de {whose}, y ahora es de {now}: un id no se reutiliza",
        "the id “{id}” was of {whose}, and now is of {now}: an id is not reused",
    ),
    "id_anterior_perdido": (
        "la dirección anterior «{id}» ya no lleva a «{whose}»",
        "the former address “{id}” no longer leads to “{whose}”",
    ),
}

_MEND: Mapping[Broken, tuple[str, str]] = {
    "codigo_quitado": (
        "Déjalo en su ficha. Si ya no vale, anota «anulacion» (o «termino» en un sello); si la "
        "ficha se va, dale de «baja» con sus códigos puestos.",
        "Leave it in its record. If it no longer holds, add “anulacion” (“termino” for a seal); "
        "if the record goes, give it a “baja” and leave its codes in.",
    ),
    "codigo_oculto": (
        "Mira si la ficha o su acuerdo quedó en «borrador», o si la adhesión ya no está "
        "«aceptada». Para decir que no vale, anota «anulacion», «retiro» o «baja».",
        "See whether the record or its agreement is a “borrador”, or its adhesion no longer "
        "“aceptada”. To say that it does not hold, add “anulacion”, “retiro” or “baja”.",
    ),
    "codigo_cambiado": (
        "Vuelve a poner {id}. Si es otro certificado, agrégalo aparte, con «renueva».",
        "Put {id} back. If it is another certificate, add it beside, with “renueva”.",
    ),
    "codigo_reutilizado": (
        "Pide un código nuevo con «apl new». Si la planta se vendió o la empresa se fusionó, "
        "anota «ids_anteriores» en el elemento.",
        "Have “apl new” make a new code. If the plant was sold or the company merged, add "
        "“ids_anteriores” to the element.",
    ),
    "id_reutilizado": (
        "Crea la ficha nueva con otro id. Si es la misma con otro nombre, anota "
        "«nombres_anteriores»; si se corrige un error, «correcciones».",
        "Make the new record under another id. If it is the same under another name, add "
        "“nombres_anteriores”; if a mistake is mended, “correcciones”.",
    ),
    "id_anterior_perdido": (
        "Vuelve a anotarlo en «ids_anteriores»: hay enlaces que todavía lo usan.",
        "Put it back into “ids_anteriores”: there are links that still use it.",
    ),
}


def broken(breach: Breach, spoken: Language) -> str:
    """What promise is broken, in a line."""
    return _BROKEN[breach.kind][spoken == "en"].format(id=breach.id, **breach.params)


def mend(breach: Breach, spoken: Language) -> str:
    """How to keep it."""
    return _MEND[breach.kind][spoken == "en"].format(id=breach.id, **breach.params)


def reason(review: Review, spoken: Language) -> str:
    """Why a second person must look: `6 empresas pierden vigencia (el umbral es 5)`."""
    parts = []
    many, gone, most = len(review.losses), len(review.removed), number(review.threshold)
    if review.is_mass and spoken == "es":
        verb = "pierde vigencia" if many == 1 else "pierden vigencia"
        parts.append(f"{counted(many, 'empresa', 'empresas')} {verb} (umbral_cambios: {most})")
    elif review.is_mass:
        companies = "company loses" if many == 1 else "companies lose"
        parts.append(f"{many:,} {companies} validity (umbral_cambios: {review.threshold:,})")
    if gone and spoken == "es":
        verb = "se quita" if gone == 1 else "se quitan"
        parts.append(f"{verb} {counted(gone, 'ficha o elemento', 'fichas o elementos')}")
    elif gone:
        parts.append(
            f"{gone:,} {'record or element is' if gone == 1 else 'records or elements are'} removed"
        )
    return "; ".join(parts)


def asked(review: Review, spoken: Language) -> str:
    """The named line: what has to happen before the change may be published, and why."""
    why = reason(review, spoken)
    if spoken == "en":
        return f"{LABEL}: needed ({why}). Another person has to look and set the label “{LABEL}”."
    return (
        f"{LABEL}: hace falta ({why}). Otra persona tiene que mirar y poner la etiqueta «{LABEL}»."
    )
