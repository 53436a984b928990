"""The usual Spanish names of columns → table and column, or personal data, or nothing of ours.

Names are compared folded and without small words, so that "Fecha de la Adhesión (dd-mm-aaaa)" is
`fecha adhesion`. The scheme's own form of 22 columns is among them.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from generator.folding import fold
from generator.sheets.tables import SINGULAR, tables

Target = tuple[str, str]
"""A table and the name of its column."""

WIDE = ("empresas", "elementos", "adhesiones", "auditorias", "certificados")
"""What one row of a plain list may speak of, in the order in which it is entered."""

PERSONAL = frozenset(
    "encargado encargada encargados contacto contactos representante apoderado gerente gerenta "
    "fono fonos telefono telefonos tel celular movil whatsapp wsp email mail mails correo correos "
    "cargo dueno duena propietario propietaria interlocutor responsable jefe jefa administrador "
    "administradora".split()
)
"""Words that mark a column as somebody's personal data: it is not even read."""

SMALL = frozenset("de del la el los las en a al".split())
_HINT = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERED = re.compile(r"^\s*\d{1,2}\s*[.)-]\s+")

USUAL: Mapping[str, str] = {
    "empresas.id": "id empresa",
    "empresas.empresa": "empresa",
    "empresas.rut": "rut|rut empresa|rut institucion|rut razon social|rut adherente|rut sociedad"
    "|rol unico tributario|rut beneficiario|rut productor",
    "empresas.dv": "dv|digito verificador|dv rut|dv empresa",
    "empresas.razon_social": "razon social|nombre institucion|nombre empresa|institucion"
    "|nombre razon social|razon social empresa|nombre o razon social|nombre|adherente"
    "|productor|nombre productor|nombre adherente|razon social institucion",
    "empresas.nombre_fantasia": "nombre fantasia|fantasia|nombre comercial",
    "empresas.marcas": "marcas|marca|marca comercial",
    "empresas.tipo": "tipo institucion|tipo empresa|tipo persona|tipo adherente",
    "empresas.tamano": "tamano|tamano empresa|tamano institucion|tamano segun ventas|tamano uf",
    "empresas.ciiu": "sector productivo|ciiu|codigo ciiu|actividad economica|ciiu v4|codigo sii",
    "empresas.rubro": "rubro|rubro empresa",
    "empresas.comuna": "comuna casa matriz|comuna empresa|comuna matriz|comuna institucion",
    "empresas.sitio_web": "sitio web|web|pagina web|sitio",
    "empresas.fuente": "fuente|fuentes",
    "elementos.id": "id elemento|id instalacion",
    "elementos.elemento": "elemento",
    "elementos.alcance": "alcance|tipo elemento",
    "elementos.nombre": "nombre elemento|nombre instalacion|instalacion|establecimiento|planta"
    "|nombre establecimiento|nombre planta|sucursal|nombre sucursal|faena|predio|nombre predio"
    "|nombre faena|local|nombre local",
    "elementos.comuna": "comuna instalacion|comuna|comuna elemento|comuna establecimiento"
    "|comuna planta|comuna sucursal|comuna predio",
    "elementos.direccion": "direccion instalacion|direccion|direccion elemento"
    "|direccion establecimiento|direccion planta|direccion sucursal|domicilio instalacion",
    "elementos.ubicacion_lat": "latitud|lat|ubicacion lat",
    "elementos.ubicacion_lon": "longitud|lon|lng|long|ubicacion lon",
    "elementos.identificador": "identificador|patente|numero serie|n serie|nro serie|serie",
    "adhesiones.acuerdo": "acuerdo|apl|nombre acuerdo|id acuerdo|nombre apl|codigo acuerdo",
    "adhesiones.fecha": "fecha adhesion|adhesion fecha|f adhesion",
    "adhesiones.estado": "estado|estado adhesion|adhesion estado",
    "adhesiones.retiro_fecha": "fecha retiro|retiro fecha|retiro",
    "adhesiones.retiro_motivo": "motivo retiro|retiro motivo",
    "auditorias.fecha": "fecha auditoria|fecha auditoria final|auditoria final|auditoria fecha",
    "auditorias.tipo": "tipo auditoria|auditoria tipo",
    "auditorias.aplican": "aplican|acciones aplican|acciones que aplican|aplica",
    "auditorias.cumplen": "cumplen|acciones cumplen|acciones cumplidas|acciones que cumplen|cumple",
    "auditorias.auditor": "auditor|auditora|empresa auditora|firma auditora",
    "auditorias.validada": "validada|auditoria validada|validacion",
    "certificados.codigo": "codigo|codigo certificado|codigo registro|certificado codigo"
    "|certificado",
    "certificados.numero_oficial": "numero certificado|n certificado|numero oficial|folio|no "
    "certificado|nro certificado|certificado numero oficial|folio certificado",
    "certificados.documento": "documento certificado|enlace certificado|url certificado"
    "|certificado documento|link certificado",
    "certificados.fecha": "fecha certificacion|fecha certificado|fecha ceremonia|fecha emision"
    "|fecha emision certificado|certificado fecha|fecha otorgamiento",
    "certificados.vigente_hasta": "vigente hasta|vigencia hasta|vencimiento|fecha vencimiento"
    "|valido hasta|fecha termino vigencia|certificado vigente hasta|vigencia|vence"
    "|fecha vencimiento certificado|fin vigencia",
    "certificados.nivel": "nivel|nivel certificado|nivel certificacion|certificado nivel",
    "certificados.renueva": "renueva|renueva a|certificado anterior|certificado renueva",
}
"""Table and column → its usual names, the likeliest first."""

PATTERNS = {"hint": _HINT, "numbered": _NUMBERED}
"""What stands in a header beside its words."""


@lru_cache(maxsize=4096)
def plain(header: str) -> str:
    """A header's words without accents, hints in brackets and small words."""
    bare = _HINT.sub(" ", _NUMBERED.sub("", header)).replace("°", "o ").replace("º", "o ")
    words = fold(bare).split()
    return " ".join(word for word in words if word not in SMALL) or " ".join(words)


def is_personal(header: str) -> bool:
    """Whether the words say that the column holds somebody's name, telephone or address."""
    words = set(fold(header).split())
    return bool(words & PERSONAL) or "e mail" in fold(header)


@cache
def wide() -> Mapping[str, Target]:
    """Every name that a column of a plain list may have."""
    found: dict[str, Target] = {}
    for target, names in USUAL.items():
        table, _, column = target.partition(".")
        for name in names.split("|"):
            found.setdefault(plain(name), (table, column))
    for table in WIDE:
        found.setdefault(plain(f"{SINGULAR[table]} id"), (table, "id"))
        for key in tables()[table].columns:
            for name in (f"{SINGULAR[table]} {key.name}", f"{key.name} {SINGULAR[table]}"):
                found.setdefault(plain(name), (table, key.name))
    return found


@cache
def rank(target: Target, header: str) -> int:
    """How good a name the header is for its column: the least where several mean the same."""
    names = [plain(name) for name in USUAL.get(".".join(target), "").split("|")]
    name = plain(header)
    return names.index(name) if name in names else len(names)


def in_table(name: str, header: str) -> str | None:
    """The column of a table that is called so, by its key or by the title in the guide."""
    return _of_table(name).get(fold(header)) or _of_table(name).get(plain(header))


@cache
def _of_table(name: str) -> Mapping[str, str]:
    table = tables()[name]
    found = {fold(header): header for header in table.headers}
    for column in table.columns:
        if len(column.path) == 1:
            found.setdefault(plain(column.title), column.name)
    return found
