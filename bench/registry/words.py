"""Chance → believable names of places, persons and firms, from thousands of composed words.

Few words would make search indexes and compressed sizes look smaller than real names do.
"""

from random import Random

from generator.folding import slug

_STARTS = (
    "Aco Agua Alhué Ancu Anti Aya Butal Cachi Cal Car Cau Cha Chi Cho Coi Col Cule Cun Cura "
    "Cuya Guai Hua Huala Hue Huil Lan Leuf Licán Llai Llan Llico Lon Lum Mai Mal Mari Meli "
    "Mella Mul Nahuel Nal Ñan Ñi Ñu Pai Pal Pan Pelli Pen Pichi Pil Pocu Pu Pudu Queu Quil Quin "
    "Rai Ran Reu Ri Ru Tai Tol Tra Tralca Tru Vil Yai Yum"
).split()
_ENDS = (
    "caví chao che co cura demo fe fquén gal gán güe gue hual hue huén lafquén laco lauquén lef "
    "lemu lén leufú lhue llanca llán llay loncó mahuida mallín mapu me mo nao ñanco ñeco ñielo "
    "ñirre paine pangue péu pillán pué pulli quén ra ray ré rehue rucá taco taro tué vilu yán"
).split()
_SURNAMES = (
    "Acuña Aguilera Alarcón Alvarado Araneda Araya Arancibia Ávila Barrientos Bascuñán Becerra "
    "Bravo Briones Bustos Cáceres Canales Cárcamo Carrasco Castañeda Cerda Cifuentes Contreras "
    "Cordero Cortés Cuevas Donoso Durán Echeverría Escobar Espinoza Farías Figueroa Flores "
    "Fuentes Gajardo Gallardo Garrido Godoy González Guajardo Guzmán Henríquez Hernández "
    "Herrera Hidalgo Huenchumilla Ibáñez Iturra Jara Jiménez Labra Lagos Leiva Lillo Llanquileo "
    "Maldonado Mancilla Mardones Martínez Medina Meza Millán Miranda Monsalve Montecinos Mora "
    "Muñoz Navarrete Norambuena Núñez Ojeda Olivares Opazo Ordóñez Orellana Ortega Ortúzar "
    "Oyarzún Pacheco Painemal Palma Paredes Parra Peña Pereira Pino Pizarro Poblete Quezada "
    "Quilodrán Quiñones Ramírez Retamal Reyes Riquelme Robles Rojas Saavedra Salazar Salgado "
    "Salinas Sandoval Santibáñez Sepúlveda Soto Tapia Toledo Ulloa Urrutia Valdebenito Valdés "
    "Vallejos Vásquez Venegas Vergara Vidal Villagra Yáñez Zamora Zapata Zúñiga"
).split()
_FIRST_NAMES = (
    "Adriana Belisario Carmen Clotilde Delfina Edelmira Eduvigis Eleuterio Eliana Fresia Genaro "
    "Gumercindo Herminda Hortensia Ignacia Isolina Juvenal Leontina Macario Nelda Nibaldo "
    "Ofelia Onofre Orfelina Palmira Raquel Rosamel Sofanor Tránsito Uberlinda Wenceslao Yolanda "
    "Zoila"
).split()
_THINGS = (
    "Alerce Algarrobo Almendro Araucaria Arrayán Arrebol Avellano Bandurria Boldo Caleta "
    "Camanchaca Canelo Cauce Chagual Chilco Chucao Ciruelo Cochayuyo Coihue Copihue Cordillera "
    "Coscoroba Cumbre Escarcha Espiga Espino Estero Faro Fiordo Garza Gaviota Glaciar "
    "Golondrina Greda Huemul Hualle Isla Jilguero Junquillo Laguna Lenga Litre Llanura Lluvia "
    "Loica Luma Maitén Manantial Manzano Marea Mirador Molino Murta Neblina Nevado Nogal Notro "
    "Olivo Orilla Pampa Patagua Peumo Pewén Picaflor Piedra Pitío Puelche Puente Queltehue "
    "Quillay Quinta Quintral Rauli Roble Rocío Salar Sendero Tamarugo Tepú Ulmo Vaguada "
    "Ventisca Vertiente Volcán Zorzal"
).split()
_QUALITIES = (
    "Alegre Ancestral Andante Apacible Audaz Austral Azul Boreal Brillante Celeste Central "
    "Cordial Estival Fértil Feliz Firme Fiel Gentil Grande Invernal Libre Mineral Natural Noble "
    "Oriental Otoñal Real Señorial Silente Silvestre Solar Suave Sutil Tenaz Triunfal Valiente "
    "Verde Veloz Vital"
).split()
_SUFFIXES = ("SpA", "Ltda.", "S.A.", "E.I.R.L.")


def place(chance: Random) -> str:
    """A composed place name, such as Huilquén or Ñanmapu: about four thousand of them."""
    return chance.choice(_STARTS) + chance.choice(_ENDS)


def person(chance: Random) -> str:
    """A person's name with both surnames."""
    first, second = chance.choice(_SURNAMES), chance.choice(_SURNAMES)
    return f"{chance.choice(_FIRST_NAMES)} {first} {second}"


def brand(chance: Random) -> str:
    """What a product is called: a thing and its quality."""
    return f"{chance.choice(_THINGS)} {chance.choice(_QUALITIES)}"


def firm(chance: Random, kind: str) -> str:
    """The name of a firm of some kind, without its legal suffix."""
    style = chance.randrange(10)
    if style < 4:
        return f"{kind} {place(chance)}"
    if style < 7:
        return f"{kind} {brand(chance)}"
    if style < 8:
        return f"{kind} {chance.choice(_SURNAMES)} e Hijos"
    return f"{kind} {chance.choice(_SURNAMES)} {chance.choice(_SURNAMES)}"


def legal_suffix(chance: Random) -> str:
    """SpA is the commonest by far."""
    return chance.choices(_SUFFIXES, (5, 3, 2, 1))[0]


def free_id(name: str, taken: set[str]) -> str:
    """An id made from a name, numbered where another record has it; noted in `taken`."""
    stem = slug(name)
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    taken.add(found)
    return found
