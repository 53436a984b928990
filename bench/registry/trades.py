"""The trades that synthetic companies have: their codes, what firms and their places are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trade:
    """A trade; `weight` says how common it is among companies."""

    rubro: str
    sector: str
    ciiu: str
    firms: tuple[str, ...]
    places: tuple[str, ...]
    weight: int


def _trade(rubro: str, sector: str, ciiu: str, firms: str, places: str, weight: int) -> Trade:
    return Trade(rubro, sector, ciiu, tuple(firms.split(", ")), tuple(places.split(", ")), weight)


TRADES = (
    _trade("vino", "viñas y bodegas", "1102", "Viña, Viñedos, Bodega", "Bodega, Viñedo", 8),
    _trade("fruta", "fruta fresca", "0124", "Frutícola, Huertos, Packing", "Packing, Huerto", 12),
    _trade("cultivos", "cultivos y semillas", "0113", "Agrícola, Semillas", "Campo, Predio", 10),
    _trade("leche", "predios lecheros", "0141", "Lechería, Lácteos, Quesos", "Predio, Planta", 8),
    _trade(
        "carnes-y-huevos", "carnes y huevos", "0146", "Avícola, Faenadora", "Plantel, Planta", 4
    ),
    _trade(
        "pesca-y-acuicultura",
        "cultivo de peces y algas",
        "0321",
        "Pesquera, Salmones, Cultivos",
        "Centro, Planta",
        5,
    ),
    _trade(
        "pan-y-alimentos", "panaderías", "1071", "Panadería, Molino, Conservas", "Local, Planta", 9
    ),
    _trade("bebidas", "cervezas y bebidas", "1103", "Cervecería, Aguas, Destilería", "Planta", 3),
    _trade(
        "madera-y-papel", "aserraderos", "1610", "Aserradero, Maderas, Muebles", "Planta, Taller", 5
    ),
    _trade("envases", "envases y embalajes", "1702", "Envases, Embalajes", "Planta", 2),
    _trade("grafica", "imprentas", "1811", "Imprenta, Gráfica, Impresos", "Taller", 3),
    _trade(
        "metal", "maestranzas", "2511", "Maestranza, Metalúrgica, Fundición", "Taller, Planta", 4
    ),
    _trade("quimica", "pinturas y plásticos", "2022", "Química, Pinturas, Plásticos", "Planta", 2),
    _trade("construccion", "construcción", "4100", "Constructora, Áridos", "Obra, Planta", 5),
    _trade(
        "transporte-y-puertos",
        "transporte y puertos",
        "4923",
        "Transportes, Logística, Terminal",
        "Terminal, Base",
        5,
    ),
    _trade(
        "comercio", "comercio", "4711", "Comercial, Almacenes, Supermercado", "Tienda, Local", 4
    ),
    _trade(
        "turismo",
        "alojamiento turístico",
        "5510",
        "Hotel, Hostal, Turismo, Termas",
        "Hotel, Refugio",
        8,
    ),
    _trade("gastronomia", "restaurantes", "5610", "Restaurante, Cafetería, Banquetes", "Local", 6),
    _trade("educacion", "educación superior", "8530", "Universidad, Instituto", "Campus, Sede", 1),
    _trade("energia", "generación de energía", "3510", "Energía, Hidroeléctrica", "Central", 2),
    _trade("mineria", "minería", "0729", "Minera, Canteras", "Faena, Planta", 3),
    _trade("reciclaje", "gestión de residuos", "3830", "Reciclajes, Recuperadora", "Planta", 3),
    _trade(
        "servicios", "lavanderías y servicios", "9601", "Lavandería, Servicios", "Local, Sede", 4
    ),
)
