"""What the API gives beside the tables → its addresses and the schemas of its results."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from generator.answer import Kind
from generator.exports import figure_results
from generator.exports.record_tables import SEAL_REASONS, SEAL_STATES
from generator.exports.schema import Schema, blocks, closed, nullable, reference
from generator.model import COLLECTIONS, Agreement, Company
from generator.statistics import Dimension
from generator.status import CertificateState, ElementState
from generator.timeline import EventKind


@dataclass(frozen=True, slots=True)
class Result:
    """A file, or a family of files with one `parameter` in the address."""

    path: str
    name: str
    tag: str
    about: str
    schema: Schema
    parameter: str = ""


TEXT: Schema = {"type": "string"}
TEXT_OR_NULL = nullable(TEXT)
WHOLE: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}
TEXTS: Schema = {"type": "array", "items": TEXT}


def _one_of(values: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(values)}


def _list(name: str) -> Schema:
    return {"type": "array", "items": reference(name)}


def _parameter(name: str, about: str, example: str) -> Schema:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": about,
        "schema": TEXT,
        "example": example,
    }


PARAMETERS: Mapping[str, Schema] = {
    "id": _parameter("id", "Identificador de la ficha.", "chileoliva-iii-2024"),
    "codigo": _parameter(
        "codigo", "Ocho símbolos en mayúsculas, sin guion: el de `/v/<CODIGO>/`.", "ABCDEFGG"
    ),
    "rut": _parameter("rut", "Sin puntos, con guion y K mayúscula.", "99900001-0"),
}

RESULTS: tuple[Result, ...] = (
    Result(
        "/acuerdos/{id}.json",
        "acuerdo",
        "fichas",
        "Un acuerdo, con los elementos que adhirieron.",
        reference("Agreement"),
        "id",
    ),
    Result(
        "/empresas/{id}.json",
        "empresa",
        "fichas",
        "Una empresa, con sus elementos y todo lo que les pasó.",
        reference("Company"),
        "id",
    ),
    Result(
        "/codigos/{codigo}.json",
        "codigo",
        "consultas",
        "La respuesta pública sobre un certificado o sello.",
        reference("Respuesta"),
        "codigo",
    ),
    Result(
        "/rut/{rut}.json",
        "rut",
        "consultas",
        "La respuesta pública sobre un RUT: de personas jurídicas, y de las naturales que lo"
        " consintieron. Los RUT anteriores también responden.",
        reference("Respuesta"),
        "rut",
    ),
    Result(
        "/cifras.json",
        "cifras",
        "resumen",
        "Lo que este registro cuenta: titulares, embudo, cuentas por región, rubro y más, y las"
        " figuras de `/estadisticas/` con las mismas filas de su CSV.",
        reference("Cifras"),
    ),
    Result(
        "/cruces.json",
        "cruces",
        "resumen",
        "Adhesiones y certificados por acuerdo, región, sector, rubro, tamaño y año a la vez.",
        _list("Cruce"),
    ),
    Result(
        "/cambios.json",
        "cambios",
        "resumen",
        "Todo lo que pasó hasta el día de los datos, lo último primero.",
        _list("Cambio"),
    ),
    Result(
        "/renombrados.json",
        "renombrados",
        "resumen",
        "Los identificadores de antes y a cuál llevan hoy.",
        _list("Renombrado"),
    ),
)

_DERIVED = {
    "Agreement": "DerivadoDeAcuerdo",
    "Company": "DerivadoDeEmpresa",
    "Element": "DerivadoDeElemento",
    "Certificate": "DerivadoDeCertificado",
}


def schemas() -> dict[str, Schema]:
    """All that results refer to, by name."""
    return {**blocks((Agreement, Company), _DERIVED), **_derived(), **_answers(), **_summaries()}


def _derived() -> dict[str, Schema]:
    situation = {
        "situacion": _one_of(get_args(ElementState)),
        "certificado": nullable(TEXT),
    }
    return {
        "DerivadoDeAcuerdo": closed(
            {
                "seccion": TEXT_OR_NULL,
                "terminado": FLAG,
                "elementos_adheridos": WHOLE,
                "elementos_certificados": WHOLE,
                "adhesiones_pendientes": WHOLE,
                "adhesiones_observadas": WHOLE,
                "adhesiones_rechazadas": WHOLE,
                "elementos": {
                    "type": "array",
                    "items": closed({"empresa": TEXT, "elemento": TEXT, **situation}),
                },
            }
        ),
        "DerivadoDeEmpresa": closed(
            {
                "region": TEXT_OR_NULL,
                "elementos_que_cuentan": WHOLE,
                "elementos_certificados": WHOLE,
                "sellos": {"type": "array", "items": _seal()},
            }
        ),
        "DerivadoDeElemento": closed(
            {
                "region": TEXT_OR_NULL,
                "cuenta": FLAG,
                "certificado": FLAG,
                "situaciones": {"type": "array", "items": closed({"acuerdo": TEXT, **situation})},
            }
        ),
        "DerivadoDeCertificado": closed(
            {
                "estado": _one_of(get_args(CertificateState)),
                "rige": FLAG,
                "estado_desde": nullable(DAY),
                "estado_hasta": nullable(DAY),
                "por_vencer": FLAG,
            }
        ),
    }


def _seal() -> Schema:
    return closed(
        {
            "id": TEXT,
            "codigo": TEXT,
            "elemento": TEXT_OR_NULL,
            "desde": DAY,
            "hasta": DAY,
            "estado": _one_of(SEAL_STATES),
            "razon": nullable(_one_of(SEAL_REASONS)),
            "rige": FLAG,
        }
    )


def _answers() -> dict[str, Schema]:
    sentences = {
        "frase": TEXT,
        "significado": TEXT_OR_NULL,
        "que_hacer": TEXT_OR_NULL,
        "observaciones": TEXTS,
    }
    return {
        "Respuesta": closed(
            {
                "query": TEXT,
                "day": DAY,
                "kind": _one_of(get_args(Kind)),
                "id": TEXT_OR_NULL,
                "estado": TEXT,
                "rige": nullable(FLAG),
                "desde": nullable(DAY),
                "hasta": nullable(DAY),
                "motivo": TEXT_OR_NULL,
                "palabra": TEXT,
                **sentences,
                "en": closed(sentences),
                "empresa": TEXT_OR_NULL,
                "elemento": TEXT_OR_NULL,
                "acuerdo": TEXT_OR_NULL,
                "ejemplo": FLAG,
            }
        )
    }


def _summaries() -> dict[str, Schema]:
    step = {
        "id": TEXT,
        "nombre": TEXT,
        "adhieren": WHOLE,
        "certifican": WHOLE,
        "porcentaje": nullable(WHOLE),
    }
    counts = closed(
        {
            "clave": TEXT_OR_NULL,
            "nombre": TEXT,
            "elementos": WHOLE,
            "certificados": WHOLE,
            "ejemplos": WHOLE,
        }
    )
    headline = {"id": TEXT, "valor": WHOLE, "unidad": TEXT, "ejemplos": WHOLE}
    funnel = {
        "unidad": TEXT,
        "incluye": TEXT,
        "ejemplos": WHOLE,
        "tamanos": {"type": "array", "items": closed(step)},
        "sumas": {"type": "array", "items": closed(step)},
        "total": closed(step),
    }
    return {
        "Cifras": closed(
            {
                "titulares": {"type": "array", "items": closed(headline)},
                "embudo": closed(funnel),
                **{f"por_{one}": _list("Cuenta") for one in get_args(Dimension)},
                "figuras": figure_results.schema(),
            }
        ),
        "Cruce": closed(figure_results.CROSSED),
        "Cuenta": counts,
        "Cambio": closed(
            {
                "fecha": TEXT,
                "dia": DAY,
                "tipo": _one_of(get_args(EventKind)),
                "texto": TEXT,
                "coleccion": _one_of(tuple(COLLECTIONS)),
                "id": TEXT_OR_NULL,
                "elemento": TEXT_OR_NULL,
                "acuerdo": TEXT_OR_NULL,
                "codigo": TEXT_OR_NULL,
                "ejemplo": FLAG,
            }
        ),
        "Renombrado": closed(
            {
                "coleccion": _one_of((*COLLECTIONS, "elementos")),
                "anterior": TEXT,
                "actual": TEXT,
                "motivo": _one_of(("renombrado", "traslado", "fusion")),
            }
        ),
    }
