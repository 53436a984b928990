"""Synthetic rows for tests of search: as many and as varied as a real register, and none real.

Their shapes are those of `generator/views/lookup_*.py`; most names hold a word made of syllables,
so that they differ as real names do: few words would make an index look smaller than it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from random import Random

from generator import code, rut, territory
from generator.folding import slug
from generator.search.families import families, shelve
from generator.search.files import files
from generator.search.marks import Knower
from generator.search.rows import Row
from generator.search.shelf import Shelf
from generator.vocabulary import LABELS, RUBROS

Labels = dict[str, dict[str, str]]
Facets = dict[str, tuple[str, ...]]

TRADES = (
    "Agrícola Viña Viñedos Comercial Constructora Transportes Panadería Lácteos Exportadora"
    " Frutícola Hotel Cervecería Pesquera Aserradero Imprenta Metalúrgica Minera Molino Cecinas"
    " Conservera Envases Plásticos Química Industrias Hostal Apícola Ganadera"
).split()
SURNAMES = (
    "González Muñoz Rojas Díaz Pérez Soto Contreras Silva Sepúlveda Morales López Araya Espinoza"
    " Valenzuela Tapia Gutiérrez Pizarro Vásquez Núñez Zúñiga Yáñez Cáceres Peña Leiva Godoy"
).split()
PLACES = (
    "del Maule,Los Andes,del Sur,El Roble,Las Vertientes,Río Claro,Valle Central,Aconcagua,Itata"
    ",La Esperanza,Los Robles,del Pacífico,Austral,Colchagua,Agua Santa,Las Araucarias"
).split(",")
FORMS = ("SpA", "Ltda.", "Limitada", "S.A.", "E.I.R.L.")
SYLLABLES = (
    "ca ra lo ma te ri pu lla hue ñi co qui pe ro sa li na ve to gui mo be do fu ji ku le mi pi"
    " que ru so ta ul va ya zo che lin man tre cu ñu pil lan"
).split()
UNITS = "Planta Bodega Predio Local Sucursal Packing Fundo Faena Obra Taller Centro".split()
PROSE = 70
STATES = {
    "vigente": "certificado",
    "vencido": "certificacion_vencida",
    "suspendido": "certificacion_suspendida",
}
KIND_LABELS = {
    "empresa": "Empresa",
    "elemento": "Instalación o elemento",
    "certificado": "Certificado",
    "sello": "Sello APL",
    "acuerdo": "Acuerdo",
    "pagina": "Página",
}
STATE_LABELS = {
    "vigente": "Vigente",
    "certificado": "Con certificado vigente",
    "adherido": "Adherido, sin certificado aún",
    "vencido": "Vencido",
    "certificacion_vencida": "Certificado vencido",
    "suspendido": "Suspendido",
    "certificacion_suspendida": "Certificado suspendido",
}


class Register:
    """Rows as they come: `companies` companies with elements, certificates and seals."""

    def __init__(self, companies: int, seed: int = 1) -> None:
        self.random = Random(seed)
        self.companies = companies
        self.comunas = list(territory.comunas().values())
        self.regions = {one.code: one.slug for one in territory.regions()}
        self.invented = ["".join(self.some(SYLLABLES, 2, 4)).capitalize() for _ in range(companies)]
        self.agreements = [self.agreement(n) for n in range(max(2, companies * 220 // 9300))]
        self.codes: set[str] = set()
        self.taken: set[str] = set()

    def rows(self) -> Iterator[Row]:
        for agreement in self.agreements:
            yield self.agreement_row(*agreement)
        for n in range(self.companies):
            yield from self.company(n)
        yield from self.pages()

    def labels(self) -> Labels:
        return {
            "tipo": dict(KIND_LABELS),
            "estado": dict(STATE_LABELS),
            "region": {one.slug: one.name for one in territory.regions()},
            "comuna": {one.slug: one.name for one in self.comunas},
            "rubro": {id: one.es for id, one in RUBROS.items()},
            "sector": {letter: f"Sección {letter}" for letter in "ACFI"},
            "tamano": dict(LABELS["size"]),
            "acuerdo": {id: title for id, title, _, _ in self.agreements},
        }

    def some(self, words: list[str], least: int, most: int) -> list[str]:
        return self.random.choices(words, k=self.random.randint(least, most))

    def word(self) -> str:
        return self.random.choice(SURNAMES if self.random.random() < 0.35 else self.invented)

    def agreement(self, n: int) -> tuple[str, str, str, int]:
        trade, year = self.random.choice(list(RUBROS)), self.random.randint(2000, 2024)
        place = self.random.choice(territory.regions()).name
        return f"{trade}-{year}-{n}", f"APL {RUBROS[trade].es} {place} {year}", trade, year

    def agreement_row(self, id: str, title: str, trade: str, year: int) -> Row:
        facets: Facets = {"acuerdo": (id,), "rubro": (trade,), "anio": (str(year),)}
        sponsor = f"Asociación {self.word()} {self.random.choice(PLACES)}"
        words = (f"Producción limpia de {self.word()}", self.title(), self.title())
        return plain(
            "acuerdo", f"acuerdos/{id}/", title, f"{sponsor} · Todo el país", words, facets
        )

    def pages(self) -> Iterator[Row]:
        for n in range(PROSE if self.companies > PROSE else 0):
            heads = tuple(" ".join(self.some(self.invented, 2, 6)) for _ in range(8))
            about = " ".join(self.some([*self.invented, *PLACES], 12, 20))
            yield plain("pagina", f"acerca/{n}/", heads[0].capitalize(), about, heads[1:], {})
        for one in self.comunas:
            region = territory.region(one.region)
            facets = {"comuna": (one.slug,), "region": (region.slug if region else "",)}
            path, title = f"comunas/{one.slug}/", f"Comuna de {one.name}"
            yield plain("pagina", path, title, "Acuerdos e instalaciones", one.aliases, facets)

    def title(self) -> str:
        first, other = (
            self.word(),
            self.random.choice([self.word(), *self.random.sample(PLACES, 2)]),
        )
        return f"{self.random.choice(TRADES)} {first} {other} {self.random.choice(FORMS)}"

    def company(self, n: int) -> Iterator[Row]:
        title = self.title()
        id = slug(title) if slug(title) not in self.taken else f"{slug(title)}-{n}"
        self.taken.add(id)
        path, body = f"empresas/{id}/", self.random.randint(60_000_000, 78_000_000)
        members = list(self.members(path))
        united: Facets = {
            name: tuple(sorted({value for row in members for value in row.facets.get(name, ())}))
            for name in members[0].facets
        }
        words = (f"{self.word()} {self.word()}",) if self.random.random() < 0.5 else ()
        ruts = (f"{body}-{rut.check_digit(body)}",)
        places = " y ".join(dict.fromkeys(row.detail for row in members if row.kind == "elemento"))
        yield Row(
            "empresa", path, title, places, words, ruts, None, "", united, "", "", n % 50 == 0
        )
        yield from members

    def members(self, path: str) -> Iterator[Row]:
        size = self.random.choice(["micro", "pequena", "mediana", "grande"])
        agreement, _, trade, year = self.random.choice(self.agreements)
        for n in range(self.random.choice([1, 1, 1, 1, 2, 2, 2, 4])):
            comuna = self.random.choice(self.comunas)
            place = self.random.choice([comuna.name, self.word(), str(n + 1)])
            facets: Facets = {
                "comuna": (comuna.slug,),
                "region": (self.regions[comuna.region],),
                "rubro": (trade,),
                "sector": ("ACFI"[len(trade) % 4],),
                "tamano": (size,),
                "acuerdo": (agreement,),
                "anio": (str(year + self.random.randint(0, 2)),),
                "sello": ("sin_sello",),
            }
            name = f"{self.random.choice(UNITS)} {place}"
            yield from self.element(path, name, n, comuna.name, facets)

    def element(self, path: str, name: str, n: int, place: str, facets: Facets) -> Iterator[Row]:
        state, first, last = "adherido", "", ""
        certified = self.random.random() < 0.4
        if certified:
            start = date(int(facets["anio"][0]), 3, 1) + timedelta(days=self.random.randrange(900))
            first, last = start.isoformat(), start.replace(day=1, year=start.year + 3).isoformat()
            state = self.random.choice(list(STATES))
        spot = f"{path}#{slug(name)}-{n}"
        status = STATES.get(state, state)
        yield Row("elemento", spot, name, place, (), (), path, status, facets, first, last, False)
        if certified:
            yield self.coded("certificado", path, name, state, facets, first, last)
            if self.random.random() < 0.23:
                more = {**facets, "sello": ("vigente",)}
                yield self.coded("sello", path, name, "vigente", more, first, last)

    def coded(
        self, kind: str, path: str, name: str, state: str, facets: Facets, first: str, last: str
    ) -> Row:
        minted = code.mint(self.codes, self.random.randrange)
        self.codes.add(minted)
        compact, number = code.compact(minted), f"{len(self.codes):05}/{first[:4]}"
        granted = kind == "certificado"
        return Row(
            kind,
            path=f"v/{compact}/",
            title=f"{kind.capitalize()} {minted}",
            detail=name,
            words=(name,) if granted else (),
            codes=(compact, number) if granted else (compact,),
            parent=path,
            estado=state,
            facets=facets,
            desde=first,
            hasta=last,
            example=False,
        )


def plain(
    kind: str, path: str, title: str, detail: str, words: tuple[str, ...], facets: Facets
) -> Row:
    """A row without codes, days or state."""
    return Row(kind, path, title, detail, words, (), None, "", facets, "", "", example=False)


def shelved(rows: Iterable[Row]) -> Shelf:
    """Rows as they stand in the index."""
    return shelve([families(rows, Knower({}))])


def index_of(rows: Iterable[Row], labels: Labels, *, offline: bool) -> Iterator[tuple[str, bytes]]:
    """The files of the index of these rows."""
    return files([families(rows, Knower(labels))], labels, offline=offline)
