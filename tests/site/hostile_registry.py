"""Writes a small registry that is valid and means ill: markup, marks, secrets, and long texts."""

from pathlib import Path
from typing import Any

import yaml
from stdnum import luhn
from stdnum.cl import rut as chilean_rut

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
Record = dict[str, Any]

SCRIPT = "<script>window.asaltada=1</script>"
LEGAL_NAME = f'Viña {SCRIPT} & Hijos "del Sur" Ltda.'
TRADE_NAME = "{{7*7}} {% raw %} {# nota #} ${7*7} <%= 7*7 %>"
BRANDS = [
    "%%cuerpo%%",
    "%%titulo%% y %%desconocida%%",
    "<img src=x onerror=window.asaltada=1>",
    "&lt;b&gt; &amp;amp; &#39;",
]
ELEMENT_NAME = """Planta | 'norte' "sur" `x` [enlace](https://mala.example) <!-- ]]> \\"""
AGREEMENT_NAME = f"Acuerdo </title>{SCRIPT} *énfasis* {{{{ site.url }}}} %%canonica%%"
NOTE = f'"><svg onload=window.asaltada=1></textarea></script>{SCRIPT} <b>&#60;'
UNICODE_NAME = "Ñandú 🌿 日本 Ǧaliŀ Kütralwe Łódź ﬁn e̊"
LONG_WORD = "Interminabilísima" * 20
LONG_WORDS = "Sociedad de Productores y Productoras de Nombre Larguísimo " * 8

SHOWN = (LEGAL_NAME, TRADE_NAME, *BRANDS, ELEMENT_NAME, AGREEMENT_NAME, NOTE, UNICODE_NAME)
"""Texts that stand on some page exactly as they were written."""

LONG_AGREEMENT = "acuerdo-".ljust(80, "x")
LONG_COMPANY = "empresa-".ljust(80, "y")
SECOND_AGREEMENT = "acuerdo-con-niveles"
AWKWARD_IDS = ("sello", "empresa", "elementos", "historia", "ahora", "contenido", "buscar")
"""Ids of elements that a page may want for places of its own."""
PERSON = "productor-k7m2xq"
PARTLY = "productor-w3n8zt"
WITHDRAWN = {
    "acuerdos": ("acuerdo-de-baja",),
    "empresas": ("empresa-de-baja", "empresa-fusionada"),
    "sellos": ("sello-de-baja",),
}

SECRETS = {
    "the person's legal name": "Qwjzebulón Vxprivadovich",
    "the person's trade name": "Jqfantasiaocultísima",
    "the person's brand": "Vzmarcaescondida",
    "the person's former name": "Kwnombreantiguo",
    "the person's street": "Xjcallejonreservado 4417",
    "the person's machine": "ZQWJKX-7731",
    "the person's web page": "qzwebreservada.example",
    "a document in the person's name": "documento-de-qwjzebulon-vxprivadovich",
    "the latitude": "35.123457",
    "the longitude": "71.765431",
    "the partly consenting person's brand": "Wxmarcareservada",
    "the partly consenting person's street": "Zkpasajereservado 9053",
    "the auditor of an adhesion that is not accepted": "Xqwjkontrolla Penumbrosa",
    "the auditor of an audit without certificate": "Vjqwkontrolla Reprobadora",
    "a draft company": "Qkborradorempresa",
    "a draft agreement": "Wjborradoracuerdo",
    "a draft seal": "SE-BORRADOR-8841",
    "a withdrawn company": "Zxempresaretirada",
    "a merged company": "Jxempresafusionada",
    "a withdrawn agreement": "Kvacuerdoretirado",
    "a withdrawn seal": "SE-BAJA-9914",
    "the note of a withdrawn record": "Qvnotaretirada",
}
"""What no file of the site may hold, by what it is."""

SECRET_ADDRESSES = ("empresa-en-borrador", "acuerdo-en-borrador", "sello-en-borrador")

CONSENTED_NAME = "Aurelia Consentida Marqués"


def code(number: int) -> str:
    """A valid code of the register, a different one for each number below 1,000."""
    body = f"HX{number:03}ZK"
    whole = body + luhn.calc_check_digit(body, ALPHABET)
    return f"{whole[:4]}-{whole[4:]}"


def rut(number: int) -> str:
    """A valid RUT of no company."""
    body = str(99_900_000 + number)
    return f"{body}-{chilean_rut.calc_check_digit(body)}"


PERSON_CODE, PARTLY_CODE, LONG_CODE = code(101), code(102), code(103)
SUSPENDED_CODE, FUTURE_CODE, UNICODE_CODE = code(104), code(105), code(106)
SEAL_CODE, PERSON_SEAL_CODE = code(201), code(202)
WITHDRAWN_CODE, WITHDRAWN_SEAL_CODE = code(301), code(302)
UNSEEN_DAYS = {"rechazada": "2023-07-17", "observada": "2023-10-19", "pendiente": "2023-11-27"}
"""The days of adhesions that nobody may see, by their state."""


def write(folder: Path) -> None:
    """Write the registry into `folder`."""
    write_record(folder / "registro.yaml", _register())
    for name, record in _agreements().items():
        write_record(folder / "acuerdos" / f"{name}.yaml", _sourced(record))
    for name, record in {**_companies(), **_people(), **_hidden_companies()}.items():
        write_record(folder / "empresas" / "region" / f"{name}.yaml", _sourced(record))
    for name, record in _seals().items():
        write_record(folder / "sellos" / f"{name}.yaml", _sourced(record))
    for name, record in _instruments().items():
        write_record(folder / f"{name}.yaml", _sourced(record))


class _Plain(yaml.SafeDumper):
    """YAML without anchors, which a registry may not hold."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def write_record(path: Path, record: Record) -> None:
    """Write one record as a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(record, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100_000)
    path.write_text(text, encoding="utf-8")


def _sourced(record: Record) -> Record:
    return {**record, "fuentes": [{"documento": f"Boletín {SCRIPT}", "nota": NOTE}]}


def _register() -> Record:
    return {
        "nombre": "Registro <b>de prueba</b> & {{nombre}}",
        "operador": f"Operador {SCRIPT} %%pie%%",
        "caracter": "piloto",
        "repositorio": "https://codigo.example/registro",
        "correcciones": {"url": "https://codigo.example/corregir?a=1&b='2'"},
        "demostracion": True,
    }


def _agreements() -> dict[str, Record]:
    return {
        LONG_AGREEMENT: {
            "nombre": AGREEMENT_NAME,
            "tipo": "establecimientos_productivos",
            "sector": NOTE,
            "rubro": "vino",
            "territorio": {"alcance": "comunal", "comunas": ["07101"], "texto": NOTE},
            "estado": "implementacion",
            "fechas": {"firma": "2022-01-01", "fin_implementacion": "2024-12-31"},
            "plazo_implementacion_meses": 36,
            "entidad_gestora": LONG_WORDS,
            "firmantes": [LEGAL_NAME, LONG_WORD],
            "metas": [{"nombre": NOTE, "acciones": [{"codigo": "1.1", "descripcion": LONG_WORD}]}],
            "cifras": [{"que": "adheridos", "unidad": "empresas", "cantidad": 1, "nota": NOTE}],
            "impactos": [{"indicador": "agua", "unidad": "<m³>", "valor": "1.5", "texto": NOTE}],
            "documentos": [{"titulo": NOTE, "url": "https://codigo.example/a?b=1&c='d'"}],
            "certificaciones_integradas": [{"nombre": NOTE, "tipo": "sello_nacional"}],
            "resumen_en": NOTE,
            "notas": NOTE,
        },
        SECOND_AGREEMENT: {
            "nombre": "Estándar con niveles",
            "tipo": "certificacion_sustentabilidad",
            "sector": "turismo",
            "territorio": {"alcance": "nacional"},
            "estado": "implementacion",
            "fechas": {"firma": "2022-01-01"},
            "niveles": [{"numero": 1, "nombre": "Inicial"}, {"numero": 2, "nombre": NOTE}],
        },
        "acuerdo-en-borrador": {
            "nombre": SECRETS["a draft agreement"],
            "tipo": "sin_informacion",
            "sector": SECRETS["a draft agreement"],
            "territorio": {"alcance": "nacional"},
            "estado": "sin_informacion",
            "borrador": True,
        },
        "acuerdo-de-baja": {
            "nombre": SECRETS["a withdrawn agreement"],
            "tipo": "sin_informacion",
            "sector": "otro",
            "territorio": {"alcance": "nacional"},
            "estado": "sin_informacion",
            "notas": SECRETS["the note of a withdrawn record"],
            "baja": {"fecha": "2026-01-15", "motivo": "error_de_registro"},
        },
    }


def _certificate(code: str, **more: Any) -> Record:
    return {"codigo": code, "fecha": "2025-03-01", "vigente_hasta": "2028-03-01", **more}


def _adhesion(*certificates: Record, agreement: str = LONG_AGREEMENT, **more: Any) -> Record:
    adhesion = {"acuerdo": agreement, "fecha": "2023-02-01", "estado": "aceptada", **more}
    return {**adhesion, "certificados": list(certificates)} if certificates else adhesion


def _plant(id: str, name: str, *adhesions: Record, **more: Any) -> Record:
    element = {"id": id, "alcance": "establecimiento", "nombre": name, "comuna": "07101", **more}
    return {**element, "adhesiones": list(adhesions)} if adhesions else element


def _companies() -> dict[str, Record]:
    suspended = {"desde": "2026-10-01", "motivo": NOTE}
    return {
        LONG_COMPANY: {
            "razon_social": LEGAL_NAME,
            "nombre_fantasia": TRADE_NAME,
            "marcas": BRANDS,
            "tipo": "persona_juridica",
            "rut": rut(1),
            "tamano": "grande",
            "comuna": "07101",
            "ciiu": "1102",
            "sitio_web": "https://codigo.example/?a=1&b='2'",
            "elementos": [
                _plant(
                    "elemento-".ljust(80, "z"),
                    ELEMENT_NAME,
                    _adhesion(_certificate(LONG_CODE, numero_oficial=NOTE), auditorias=[_audit()]),
                    direccion=NOTE,
                ),
                _plant(
                    "planta-suspendida",
                    LONG_WORD,
                    _adhesion(_certificate(SUSPENDED_CODE, suspensiones=[suspended])),
                ),
            ],
            "notas": NOTE,
            "ids_anteriores": ["empresa-de-antes"],
            "correcciones": [
                {
                    "fecha": "2026-02-01",
                    "campo": NOTE,
                    "decia": TRADE_NAME,
                    "dice": NOTE,
                    "motivo": NOTE,
                }
            ],
        },
        "empresa-unicode": {
            "razon_social": UNICODE_NAME,
            "tipo": "persona_juridica",
            "rut": rut(2),
            "tamano": "micro",
            "elementos": [
                _plant(
                    "planta",
                    LONG_WORDS,
                    _adhesion(
                        _certificate(UNICODE_CODE, nivel=2),
                        _certificate(FUTURE_CODE, fecha="2026-12-24", nivel=1),
                        agreement=SECOND_AGREEMENT,
                    ),
                )
            ],
        },
        "empresa-de-nombre-largo": {
            "razon_social": LONG_WORDS,
            "nombre_fantasia": LONG_WORD,
            "tipo": "persona_juridica",
            "rut": rut(3),
            "tamano": "micro",
            "elementos": [
                _plant("planta", "Planta", *_unseen_adhesions()),
                *(_plant(id, f"Planta {id}") for id in AWKWARD_IDS),
            ],
        },
    }


def _audit(**more: Any) -> Record:
    return {
        "tipo": "final",
        "fecha": "2025-01-15",
        "aplican": 5,
        "cumplen": 5,
        "auditor": NOTE,
        **more,
    }


def _unseen_adhesions() -> list[Record]:
    auditor = SECRETS["the auditor of an adhesion that is not accepted"]
    return [
        _adhesion(
            fecha="2022-05-02",
            agreement=SECOND_AGREEMENT,
            auditorias=[
                {
                    "tipo": "final",
                    "fecha": "2026-03-11",
                    "aplican": 5,
                    "cumplen": 2,
                    "auditor": SECRETS["the auditor of an audit without certificate"],
                }
            ],
        ),
        _adhesion(
            fecha=UNSEEN_DAYS["rechazada"],
            estado="rechazada",
            retiro={"fecha": "2023-07-18", "motivo": auditor},
        ),
        _adhesion(
            fecha=UNSEEN_DAYS["observada"],
            estado="observada",
            retiro={"fecha": "2023-10-20", "motivo": auditor},
        ),
        _adhesion(
            fecha=UNSEEN_DAYS["pendiente"],
            estado="pendiente",
            auditorias=[{"tipo": "intermedia", "fecha": "2024-07-17", "auditor": auditor}],
        ),
    ]


def _people() -> dict[str, Record]:
    name, street = SECRETS["the person's legal name"], SECRETS["the person's street"]
    website = SECRETS["the person's web page"]
    document = SECRETS["a document in the person's name"]
    return {
        PERSON: {
            "razon_social": name,
            "nombre_fantasia": SECRETS["the person's trade name"],
            "marcas": [SECRETS["the person's brand"]],
            "nombres_anteriores": [{"razon_social": SECRETS["the person's former name"]}],
            "tipo": "persona_natural",
            "tamano": "micro",
            "comuna": "07101",
            "ciiu": "0121",
            "rubro": "vino",
            "sitio_web": f"https://www.{website}/",
            "elementos": [
                _plant(
                    "predio",
                    f"Predio de {name}",
                    _adhesion(
                        _certificate(
                            PERSON_CODE,
                            documento=f"https://codigo.example/{document}.pdf",
                        )
                    ),
                    direccion=street,
                    ubicacion={"lat": "-35.123457", "lon": "-71.765431"},
                ),
                {
                    "id": "tractor",
                    "alcance": "maquinaria",
                    "nombre": "Tractor",
                    "identificador": SECRETS["the person's machine"],
                },
            ],
            "notas": f"El predio de {name} está en {street}.",
        },
        PARTLY: {
            "razon_social": CONSENTED_NAME,
            "marcas": [SECRETS["the partly consenting person's brand"]],
            "tipo": "persona_natural",
            "consentimiento": {"fecha": "2026-01-01", "documento": "n.º 1", "campos": ["rut"]},
            "rut": rut(7),
            "tamano": "micro",
            "comuna": "07101",
            "elementos": [
                _plant(
                    "predio",
                    "Predio",
                    _adhesion(_certificate(PARTLY_CODE)),
                    direccion=SECRETS["the partly consenting person's street"],
                )
            ],
        },
    }


def _hidden_companies() -> dict[str, Record]:
    def hidden(number: int, name: str, *adhesions: Record, **more: Any) -> Record:
        return {
            "razon_social": name,
            "tipo": "persona_juridica",
            "rut": rut(number),
            "tamano": "micro",
            "elementos": [_plant("planta", f"Planta de {name}", *adhesions)],
            **more,
        }

    return {
        "empresa-en-borrador": hidden(4, SECRETS["a draft company"], borrador=True),
        "empresa-de-baja": hidden(
            5,
            SECRETS["a withdrawn company"],
            _adhesion(_certificate(WITHDRAWN_CODE)),
            baja={"fecha": "2026-04-01", "motivo": "privacidad"},
            notas=SECRETS["the note of a withdrawn record"],
        ),
        "empresa-fusionada": hidden(
            6,
            SECRETS["a merged company"],
            baja={"fecha": "2026-05-01", "motivo": "fusion", "en": "empresa-unicode"},
        ),
    }


def _seals() -> dict[str, Record]:
    def seal(code: str, company: str, covered: str, number: str, **more: Any) -> Record:
        return {
            "codigo": code,
            "titular": {"empresa": company},
            "contrato": {"numero": number, "fecha": "2025-04-01"},
            "desde": "2025-04-01",
            "hasta": "2028-03-01",
            "certificados": [covered],
            **more,
        }

    withdrawn = {"fecha": "2026-06-01", "motivo": "error_de_registro"}
    return {
        "sello-".ljust(80, "w"): seal(SEAL_CODE, LONG_COMPANY, LONG_CODE, NOTE, variante=NOTE),
        "sello-de-persona": seal(PERSON_SEAL_CODE, PERSON, PERSON_CODE, "SE-1"),
        "sello-en-borrador": seal(
            code(203), LONG_COMPANY, LONG_CODE, SECRETS["a draft seal"], borrador=True
        ),
        "sello-de-baja": seal(
            WITHDRAWN_SEAL_CODE,
            LONG_COMPANY,
            LONG_CODE,
            SECRETS["a withdrawn seal"],
            baja=withdrawn,
        ),
    }


def _instruments() -> dict[str, Record]:
    column = {"id": "uno", "titulo": NOTE, "tipo": "texto"}
    return {
        "programas/programa-hostil": {
            "nombre": NOTE,
            "region": "07",
            "metas": [{"nombre": LONG_WORD, "cantidad": 3}],
            "participantes": [{"empresa": LONG_COMPANY, "ingreso": "2024"}, {"empresa": PERSON}],
        },
        "preinversion/proyecto-hostil": {
            "proyecto": f"Proyecto {NOTE}",
            "titular": LONG_WORDS,
            "contenidos": {"impactos": {"estado": "acordado", "texto": NOTE}},
        },
        "estadisticas/tabla-hostil": {
            "nombre": f"Tabla {NOTE}",
            "columnas": [column],
            "filas": [[LONG_WORD], [LEGAL_NAME]],
        },
    }
