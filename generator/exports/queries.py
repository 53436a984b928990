"""Questions that people ask of the data → queries that answer them, on the database."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and the SQL (of SQLite) that answers it; `id` names it in addresses."""

    id: str
    question: str
    sql: str


QUERIES: tuple[Query, ...] = (
    Query(
        "vigentes-por-region",
        "¿Cuántas instalaciones tienen un certificado vigente en cada región?",
        """\
SELECT region_nombre, count(DISTINCT empresa || '/' || elemento) AS instalaciones
FROM instalaciones
WHERE certificado_rige AND elemento_alcance = 'establecimiento'
GROUP BY region_nombre
ORDER BY instalaciones DESC, region_nombre""",
    ),
    Query(
        "proximos-vencimientos",
        "¿Qué certificados vencen primero, y de quién son?",
        """\
SELECT certificado_vigente_hasta AS vence, certificado, empresa_razon_social, elemento_nombre
FROM instalaciones
WHERE certificado_rige
ORDER BY vence, certificado
LIMIT 20""",
    ),
    Query(
        "embudo-por-acuerdo",
        "¿Cuántos de los que adhirieron a cada acuerdo tienen hoy un certificado vigente?",
        """\
SELECT id, nombre, elementos_adheridos, elementos_certificados
FROM acuerdos
WHERE elementos_adheridos > 0
ORDER BY elementos_adheridos DESC, id""",
    ),
    Query(
        "demora-en-certificar",
        "¿Cuántos meses pasan entre la adhesión y el primer certificado?",
        """\
SELECT empresa_tamano, count(*) AS casos, round(avg(dias) / 30.44, 1) AS meses
FROM (
  SELECT empresa_tamano, julianday(min(certificado_fecha)) - julianday(adhesion_fecha) AS dias
  FROM instalaciones
  WHERE certificado IS NOT NULL
  GROUP BY empresa, elemento, acuerdo, adhesion_fecha
)
GROUP BY empresa_tamano
ORDER BY casos DESC, empresa_tamano""",
    ),
    Query(
        "sellos-vigentes",
        "¿Quién puede usar el sello, y hasta cuándo?",
        """\
SELECT sellos.codigo, empresas.razon_social, sellos.hasta, sellos.respaldo
FROM sellos JOIN empresas ON empresas.id = sellos.titular_empresa
WHERE sellos.rige
ORDER BY sellos.hasta, sellos.codigo""",
    ),
    Query(
        "buscar-sin-tildes",
        "¿Qué empresas se llaman «viña» algo? (la búsqueda no mira tildes)",
        """\
SELECT empresas.id, empresas.razon_social, empresas.comuna
FROM empresas_fts JOIN empresas ON empresas.rowid = empresas_fts.rowid
WHERE empresas_fts MATCH 'vina'
ORDER BY empresas.id""",
    ),
    Query(
        "fuentes",
        "¿De qué fuentes sale cada acuerdo?",
        """\
SELECT acuerdos.id, fuente.value ->> 'url' AS url, fuente.value ->> 'documento' AS documento
FROM acuerdos, json_each(acuerdos.fuentes) AS fuente
ORDER BY acuerdos.id, url, documento""",
    ),
)
