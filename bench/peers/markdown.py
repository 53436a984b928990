"""Pages of a registry → Markdown with the same content, as MkDocs and Zensical are fed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.peers.records import Data, Page

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
_LATEST = 6


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes pages with these names of things, for this day."""

    names: Data
    day: str

    def markdown(self, page: Page) -> str:
        """The page's Markdown, front matter included."""
        kind = page.section if page.section != "v" else page.data["clase"]
        body = _BODIES[kind](self, page)
        head = f"title: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}"
        return f"---\n{head}\n---\n" + "\n".join([*body, *_closing(page)]) + "\n"

    def place(self, comuna: str) -> str:
        """A comuna and its region, linked."""
        one = self.names["comunas"][comuna]
        region = f"[{one['r']}](../../regiones/{one['rs']}/)"
        return f"[{one['n']}](../../comunas/{one['s']}/), {region}"

    def agreement(self, id: str) -> str:
        """An agreement's name, linked."""
        return f"[{self.names['acuerdos'][id]['n']}](../../acuerdos/{id}/)"

    def certificate_state(self, one: Data) -> str:
        """The word for a certificate on the day."""
        if one["fecha"] > self.day:
            return "Aún no rige"
        if "anulacion" in one and one["anulacion"]["fecha"] <= self.day:
            return "Anulado"
        if one["vigente_hasta"] < self.day:
            return "Vencido"
        held = one.get("suspensiones", ())
        is_held = any(s["desde"] <= self.day <= s.get("hasta", self.day) for s in held)
        return "Suspendido" if is_held else "Vigente"

    def adhesion_state(self, adhesion: Data) -> str:
        """The word for an adhesion without a certificate."""
        if "retiro" in adhesion:
            return "Retirado"
        is_over = self.names["acuerdos"][adhesion["acuerdo"]]["f"] < self.day
        return "Sin certificar" if is_over else "Adherido"


def day(text: str) -> str:
    """`2024-03-08` → 8 de marzo de 2024, with the day for machines."""
    year, month, number = text.split("-")
    return f'<time datetime="{text}">{int(number)} de {_MONTHS[int(month) - 1]} de {year}</time>'


def _company(writer: Writer, page: Page) -> Iterator[str]:
    data = page.data
    accepted = {
        element["id"]: [a for a in element.get("adhesiones", ()) if a["estado"] == "aceptada"]
        for element in data["elementos"]
    }
    states = [[_state(writer, one) for one in those] for those in accepted.values() if those]
    valid = sum("Vigente" in those for those in states)
    yield f"# {page.title}\n"
    yield f"**{valid} de {len(states)} instalaciones con certificado vigente**\n"
    yield f"Datos al {day(writer.day)}.\n\n## Sus instalaciones, una por una\n"
    for element in data["elementos"]:
        what = element["alcance"].capitalize()
        street = f" · {element['direccion']}" if "direccion" in element else ""
        yield f"### {element['nombre']} {{ #{element['id']} }}\n"
        yield f"{what} en {writer.place(element['comuna'])}{street}\n"
        for adhesion in accepted[element["id"]]:
            yield from _adhesion(writer, adhesion)
    yield from _facts(writer, data)
    yield from _history(accepted, {one["id"]: one["nombre"] for one in data["elementos"]}, writer)
    yield "## Qué hacer ahora\n\n- **Si le compra:** abra el certificado de la instalación que le"
    yield "  interesa y compare titular, comuna y fechas con lo que tiene a la vista."
    yield "- **Si es su empresa:** muestre la dirección corta de cada certificado."
    yield from _next(writer, [a["acuerdo"] for those in accepted.values() for a in those])


def _state(writer: Writer, adhesion: Data) -> str:
    states = [writer.certificate_state(one) for one in adhesion.get("certificados", ())]
    if not states:
        return writer.adhesion_state(adhesion)
    return "Vigente" if "Vigente" in states else states[-1]


def _adhesion(writer: Writer, adhesion: Data) -> Iterator[str]:
    left = f" Se retiró el {day(adhesion['retiro']['fecha'])}." if "retiro" in adhesion else ""
    joined = f"Adhirió el {day(adhesion['fecha'])}.{left}"
    yield f"{writer.agreement(adhesion['acuerdo'])}\n{joined}\n"
    for one in adhesion.get("certificados", ()):
        code = one["codigo"]
        dates = f"del {day(one['fecha'])} al {day(one['vigente_hasta'])}"
        link = f"[Certificado {code}](../../v/{code.replace('-', '')}/)"
        yield f"- {link} {dates}: **{writer.certificate_state(one)}**"
    if "certificados" not in adhesion:
        yield f"**{writer.adhesion_state(adhesion)}**"
    yield ""
    yield from _audits(writer, adhesion)


def _audits(writer: Writer, adhesion: Data) -> Iterator[str]:
    for one in adhesion.get("auditorias", ()):
        met = f"cumplía {one['cumplen']} de {one['aplican']} acciones"
        firm = writer.names["auditores"][one["auditor"]]
        yield f"- Auditoría {one['tipo']}, {day(one['fecha'])}: {met}. Auditó {firm}."
    yield ""


def _facts(writer: Writer, data: Data) -> Iterator[str]:
    division = data["ciiu"][:2]
    rows = [
        ("Nombre de fantasía", data.get("nombre_fantasia")),
        ("Marcas", ", ".join(data.get("marcas", ()))),
        ("RUT", data.get("rut")),
        ("Tamaño", data["tamano"].capitalize()),
        ("Rubro", f"[{writer.names['rubros'][data['rubro']]}](../../rubros/{data['rubro']}/)"),
        ("Sector", f"[{writer.names['sectores'][division]}](../../sectores/{division}/)"),
        ("Casa matriz", writer.place(data["comuna"])),
        ("Sitio web", data.get("sitio_web")),
    ]
    yield "## La empresa\n"
    yield from (f"{name}\n:   {value}\n" for name, value in rows if value)


def _history(
    accepted: dict[str, list[Data]], names: dict[str, str], writer: Writer
) -> Iterator[str]:
    steps: list[tuple[str, str]] = []
    for element, those in accepted.items():
        for adhesion in those:
            steps.append((adhesion["fecha"], f"Adhesión: {names[element]}"))
            for one in adhesion.get("certificados", ()):
                link = f"[{one['codigo']}](../../v/{one['codigo'].replace('-', '')}/)"
                steps.append((one["fecha"], f"Certificado: {names[element]} ({link})"))
                if one["vigente_hasta"] <= writer.day:
                    last = f"Último día del certificado: {names[element]} ({link})"
                    steps.append((one["vigente_hasta"], last))
    steps.sort(reverse=True)
    yield "## Qué ha pasado\n"
    yield from (f"1. {day(when)} {what}" for when, what in steps[:_LATEST])
    if len(steps) > _LATEST:
        yield f'\n??? note "Antes de eso ({len(steps) - _LATEST})"'
        yield from (f"    1. {day(when)} {what}" for when, what in steps[_LATEST:])
    yield ""


def _next(writer: Writer, agreements: Sequence[str]) -> Iterator[str]:
    yield "- **Cuando un certificado vence**, no se renueva solo. Para volver a certificarse hay"
    yield "  que cumplir otra vez, por lo general en un acuerdo nuevo del sector."
    for id in dict.fromkeys(agreements):
        sponsor = writer.names["acuerdos"][id]["g"]
        yield f"- {writer.agreement(id)}: lo gestiona {sponsor}; puede preguntar ahí cómo seguir."
    yield ""


def _certificate(writer: Writer, page: Page) -> Iterator[str]:
    data = page.data
    one = data["certificado"]
    yield f"# Certificado {one['codigo']}\n\n**{writer.certificate_state(one)}**\n"
    yield f"El certificado de la instalación {data['elemento']['nombre']}, de {data['titular']}."
    yield f"Su último día es el {day(one['vigente_hasta'])}. Datos al {day(writer.day)}.\n"
    yield "## De la adhesión al sello\n"
    yield from _chain(writer, data)
    yield "## Qué hacer ahora\n"
    yield from _next(writer, [data["adhesion"]["acuerdo"]])


def _chain(writer: Writer, data: Data) -> Iterator[str]:
    one, element, adhesion = data["certificado"], data["elemento"], data["adhesion"]
    company = f"../../empresas/{data['empresa']}/"
    link = f"[{element['nombre']}]({company}#{element['id']})"
    where = writer.place(element["comuna"])
    yield f"1. **{element['alcance'].capitalize()}**: {link}, de [{data['titular']}]({company}),"
    yield f"   en {where}."
    yield f"1. **Adhesión**: el {day(adhesion['fecha'])}, al acuerdo"
    yield f"   {writer.agreement(adhesion['acuerdo'])}."
    yield "1. **Auditoría**:\n"
    yield from (f"    {line}" for line in _audits(writer, adhesion))
    dates = f"del {day(one['fecha'])} al {day(one['vigente_hasta'])}, ese día incluido"
    yield f"1. **Certificado** {one['codigo']}: {dates}.\n"


def _seal(writer: Writer, page: Page) -> Iterator[str]:
    seal = page.data["sello"]
    is_valid = seal["desde"] <= writer.day <= seal["hasta"] and "termino" not in seal
    yield f"# Sello APL {seal['codigo']}\n\n**{'Vigente' if is_valid else 'No vigente'}**\n"
    yield f"Datos al {day(writer.day)}.\n\n## El contrato\n"
    holder = seal["titular"]["empresa"]
    yield f"Titular\n:   [{page.data['nombre_titular']}](../../empresas/{holder}/)\n"
    contract = seal["contrato"]
    yield f"Contrato\n:   N.º {contract['numero']}, del {day(contract['fecha'])}\n"
    yield f"Rige\n:   Del {day(seal['desde'])} al {day(seal['hasta'])}, ese día incluido\n"
    yield f"Dónde se puede mostrar\n:   {', '.join(seal['usos'])}\n"
    yield "## Los certificados que lo sostienen\n"
    for chain in page.data["cadenas"]:
        yield f"### {chain['elemento']['nombre']}\n"
        yield from _chain(writer, chain)
    yield "## Qué hacer ahora\n"
    yield from _next(writer, [chain["adhesion"]["acuerdo"] for chain in page.data["cadenas"]])


def _agreement(writer: Writer, page: Page) -> Iterator[str]:
    data: dict[str, Any] = dict(page.data)
    names = writer.names
    dates = data["fechas"]
    yield f"# {page.title}\n\n**{data['estado'].replace('_', ' ').capitalize()}**\n"
    yield f"Se firmó el {day(dates['firma'])}. Datos al {day(writer.day)}.\n\n## Quiénes y qué\n"
    rows = [
        ("Entidad gestora", data["entidad_gestora"]),
        ("Por el Estado", "; ".join(names["organismos"][id] for id in data["organismos"])),
        ("Tipo", data["tipo"].replace("_", " ").capitalize()),
        ("Sector", data["sector"]),
        ("Rubro", names["rubros"][data["rubro"]]),
        ("Clasificación (CIIU4.CL)", names["sectores"][data["ciiu"][:2]]),
        ("Temas", "; ".join(names["temas"][id] for id in data["temas"])),
        ("El certificado dura", f"{data['vigencia_certificado_anios']} años"),
        ("Dónde rige", data["territorio"]["alcance"].capitalize()),
    ]
    yield from (f"{name}\n:   {value}\n" for name, value in rows)
    yield "## Fechas\n"
    yield from (f"1. {day(when)} {name.replace('_', ' ')}" for name, when in dates.items())
    yield from _adherents(writer, data)
    yield "\n## Metas y acciones\n"
    for target in data["metas"]:
        yield f'??? note "Meta {target["numero"]}. {target["nombre"]}"\n'
        for action in target["acciones"]:
            means = f"Se comprueba con: {action['medio_verificacion']}"
            yield f"    - **{action['codigo']}** {action['descripcion']} {means}\n"


def _adherents(writer: Writer, data: Data) -> Iterator[str]:
    rows = sorted(data["adherentes"], key=lambda row: str(row["titular"]))
    certified = sum("certificados" in row["adhesion"] for row in rows)
    left = sum("retiro" in row["adhesion"] for row in rows)
    yield "\n## Adheridos y certificados\n"
    yield "| Qué | Cuántos | Al |\n|---|---|---|"
    yield f"| Adheridos, sin quienes se retiraron | {len(rows) - left} | {day(writer.day)} |"
    yield f"| Certificados alguna vez | {certified} | {day(writer.day)} |\n"
    yield from (
        f"- De la nómina de {what}: {roll['cobertura']}" for what, roll in data["nominas"].items()
    )
    yield "\n### Quiénes adhirieron\n"
    for row in rows:
        element = row["elemento"]
        link = f"[{element['nombre']}](../../empresas/{row['empresa']}/#{element['id']})"
        comuna = writer.names["comunas"][element["comuna"]]["n"]
        state = _state(writer, row["adhesion"])
        yield f"- {link} {row['titular']} · {comuna}: **{state}**"


def _closing(page: Page) -> Iterator[str]:
    yield "\n## ¿Algo está mal?\n"
    yield "- **Para corregir un dato**, vea [cómo pedirlo](../../acerca/este-registro/). Diga qué"
    yield "  dice esta ficha, qué debería decir y cómo se prueba."
    yield "- **Si ve el sello donde no corresponde**, vea"
    yield "  [cómo avisar](../../acerca/este-registro/): diga dónde y cuándo lo vio.\n"
    yield f"Dirección de esta página: `https://registro-apl.example/{page.section}/{page.id}/`\n"
    yield "## Fuentes\n"
    yield from (f"- {one['documento']}" for one in page.data.get("fuentes", ()))


_BODIES = {
    "empresas": _company,
    "certificado": _certificate,
    "sello": _seal,
    "acuerdos": _agreement,
}
