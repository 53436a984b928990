"""Pasted rows with the traps that spreadsheets and people set."""

from generator import rut

HEADER = (
    "RUT;Razón social;Tamaño empresa;Rubro;Nombre instalación;Comuna instalación;Dirección;"
    "Latitud;Longitud;Fecha de adhesión;Estado adhesión;Fecha auditoría final;Acciones que aplican;"
    "Acciones que cumplen;Fecha certificación;Vigente hasta;Código;Acuerdo;Nivel;Sitio web;CIIU;"
    "Nombre encargado;Fono;Observaciones"
).split(";")


def number(n: int) -> str:
    """The RUT of an invented firm."""
    body = 99_800_000 + n
    return f"{body}-{rut.check_digit(body)}"


SOUND = {
    "Razón social": "Ñandú Inventado {n} Ltda.",
    "Tamaño empresa": "Pequeña",
    "Nombre instalación": "Planta {n}",
    "Comuna instalación": "Chillán",
    "Fecha de adhesión": "2024-05-03",
    "Acuerdo": "conservas",
    "Nombre encargado": "Rosa Inventada",
    "Fono": "+56 9 8765 4321",
}
K_RUT = next(number(n) for n in range(900, 1000) if number(n).endswith("K"))
CERTIFIED = {"Fecha certificación": "2024-08-30", "Vigente hasta": "2027-08-30"}
RENEWED = {**CERTIFIED, "Fecha certificación": "2025-08-30"}
AUDITED = {"Fecha auditoría final": "2024-08-01", "Acciones que aplican": "42"}

TRAPS: tuple[dict[str, str], ...] = (
    {},
    {"Comuna instalación": "7101"},
    {"Comuna instalación": "07101"},
    {"Comuna instalación": "08401"},
    {"Comuna instalación": "8401"},
    {"Comuna instalación": "Nunoa"},
    {"Comuna instalación": "ÑUÑOA"},
    {"Comuna instalación": "7101 - Talca"},
    {"Comuna instalación": "Tlca"},
    {"Comuna instalación": "99999"},
    {"Comuna instalación": ""},
    {"Comuna instalación": "Talca\u00a0"},
    {"Comuna instalación": "O'Higgins"},
    {"Fecha de adhesión": "3/5/2024"},
    {"Fecha de adhesión": "03-05-2024"},
    {"Fecha de adhesión": "3 de mayo de 2024"},
    {"Fecha de adhesión": "viernes, 3 de mayo de 2024"},
    {"Fecha de adhesión": "3/5/24"},
    {"Fecha de adhesión": "45415"},
    {"Fecha de adhesión": "20240503"},
    {"Fecha de adhesión": "31/02/2024"},
    {"Fecha de adhesión": "2024"},
    {"Fecha de adhesión": "3-may-2024"},
    {"Fecha de adhesión": "2024-05-03 00:00:00"},
    {"Fecha de adhesión": "mañana"},
    {"Fecha de adhesión": ""},
    {"Fecha de adhesión": "1850-01-01"},
    {"RUT": K_RUT.lower()},
    {"RUT": f"{K_RUT[:2]}.{K_RUT[2:5]}.{K_RUT[5:8]}-k"},
    {"RUT": "76.123.456-K"},
    {"RUT": "76.123.456-k"},
    {"RUT": "76123456"},
    {"RUT": number(31).replace("-", "")},
    {"RUT": number(32).replace("-", "–")},
    {"RUT": f" {number(33)}\u00a0"},
    {"RUT": f"RUT: {number(34)}"},
    {"RUT": "no tiene"},
    {"RUT": "s/i"},
    {"RUT": ""},
    {"RUT": "12.345.678-5"},
    {"RUT": "12.345.678-9"},
    {"RUT": "0-0"},
    {"RUT": "7,6E+07"},
    {"Razón social": ""},
    {"Razón social": "-"},
    {"Razón social": "Viña  «Ñuble», S.A."},
    {"Razón social": "Fundo, fono 9 8765 4321"},
    {"Razón social": "rosa@ejemplo.cl"},
    {"Razón social": "Sociedad 12.345.678-5"},
    {"Razón social": "A\u200bB Limitada"},
    {"Razón social": "Per\ufffdz Ltda."},
    {"Razón social": "#N/A"},
    {"Tamaño empresa": "PEQUEÑA EMPRESA (2.400 a 25.000 UF)"},
    {"Tamaño empresa": "mediana"},
    {"Tamaño empresa": "Gran empresa"},
    {"Tamaño empresa": "enorme"},
    {"Tamaño empresa": ""},
    {"Rubro": "Vino"},
    {"Rubro": "Pan y alimentos"},
    {"Rubro": "ovnis"},
    {"Nombre instalación": ""},
    {"Nombre instalación": "Planta «El Ñandú», sector 2"},
    {"Nombre instalación": "Bodega\nNorte"},
    {"Latitud": "-35,42", "Longitud": "-71,65"},
    {"Latitud": "-35.42", "Longitud": "-71.65"},
    {"Latitud": "35,42", "Longitud": "-71,65"},
    {"Latitud": "-35,42"},
    {"Latitud": "al sur", "Longitud": "-71,65"},
    {"Estado adhesión": "Aceptado"},
    {"Estado adhesión": "observada"},
    {"Estado adhesión": "quizás"},
    {"Acuerdo": "Acuerdo de Conservas"},
    {"Acuerdo": "conserva"},
    {"Acuerdo": "Otro acuerdo"},
    {"Acuerdo": ""},
    {**CERTIFIED},
    {**CERTIFIED, "Estado adhesión": "pendiente"},
    {**CERTIFIED, "Vigente hasta": "30/08/2024"},
    {**CERTIFIED, "Vigente hasta": ""},
    {**CERTIFIED, "Fecha certificación": "2024-04-30"},
    {**CERTIFIED, "Nivel": "2"},
    {**CERTIFIED, "Nivel": "0"},
    {**CERTIFIED, "Código": "2345-6789"},
    {**CERTIFIED, "Código": "o000001y"},
    {**CERTIFIED, "Código": "2345-678A"},
    {**CERTIFIED, "Código": "ABCD-EFGG"},
    {**CERTIFIED, "Código": "UUUU-UUUU"},
    {**CERTIFIED, **AUDITED, "Acciones que cumplen": "42"},
    {**CERTIFIED, **AUDITED, "Acciones que cumplen": "41"},
    {**AUDITED, "Acciones que cumplen": "41"},
    {**AUDITED, "Acciones que cumplen": "43"},
    {**AUDITED, "Acciones que cumplen": "42 acciones"},
    {**AUDITED, "Acciones que cumplen": "todas"},
    {**AUDITED, "Acciones que cumplen": "-1"},
    {**AUDITED, "Fecha auditoría final": "2024-05-02"},
    {"Acciones que aplican": "1.042", "Acciones que cumplen": "1.042"},
    {"Sitio web": "www.ejemplo.cl"},
    {"Sitio web": "https://ejemplo.cl/ñ"},
    {"Sitio web": "http://ejemplo.cl"},
    {"Sitio web": "no tiene"},
    {"CIIU": "110200 - Elaboración de vinos"},
    {"CIIU": "A"},
    {"CIIU": "1.102"},
    {"CIIU": "999"},
    {"CIIU": "4000"},
    {"Dirección": "Camino Real 123, tel. 71 223 4567"},
    {"Dirección": "Camino a 9 kms, parcela 4"},
    {"RUT": "99910234-4", "Razón social": "Conservas Prueba"},
    {"RUT": "99910234-4", "Nombre instalación": "Planta Talca", "Comuna instalación": "Talca"},
    {"RUT": number(200), "Razón social": "Conservas Prueba SpA"},
    {"RUT": "", "Razón social": "CONSERVAS PRUEBA SPA", "Nombre instalación": "Otra"},
    {"RUT": number(300), "Razón social": "Dos Plantas SpA", "Nombre instalación": "Norte"},
    {"RUT": number(300), "Razón social": "Dos Plantas", "Nombre instalación": "Sur"},
    {"RUT": number(300), "Razón social": "Tres Plantas SpA", "Nombre instalación": "Este"},
    {"RUT": number(301), "Nombre instalación": "Única", "Fecha de adhesión": "2024-05-03"},
    {"RUT": number(301), "Nombre instalación": "Única", "Fecha de adhesión": "2024-06-03"},
    {"RUT": number(302), "Nombre instalación": "Doble", **CERTIFIED},
    {
        "RUT": number(302),
        "Nombre instalación": "Doble",
        **CERTIFIED,
        "Fecha certificación": "2025-08-30",
    },
    {"RUT": number(303), "Razón social": "Uno SpA", **CERTIFIED, "Código": "4444-4444"},
    {"RUT": number(304), "Razón social": "Dos SpA", **CERTIFIED, "Código": "4444-4444"},
)
"""A hundred rows and more, each sound but for what it says here."""


def cells(n: int, trap: dict[str, str]) -> list[str]:
    """A row under the header."""
    said = {"RUT": number(n), **SOUND, **trap}
    return [said.get(name, "").replace("{n}", str(n)) for name in HEADER]


def pasted(separator: str = "\t") -> str:
    """All rows as a spreadsheet copies them."""
    rows = [list(HEADER), *(cells(n, trap) for n, trap in enumerate(TRAPS, start=1))]
    return "".join(f"{separator.join(map(quoted, row))}\r\n" for row in rows)


def quoted(cell: str) -> str:
    """In quotes where a spreadsheet would put them."""
    needs = any(sign in cell for sign in '"\t\n;,|')
    return '"' + cell.replace('"', '""') + '"' if needs else cell
