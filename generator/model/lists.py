"""The listed values of the data model, as closed types."""

from typing import Literal

AGREEMENT_KIND = Literal[
    "establecimientos_productivos",
    "preinversion",
    "cuencas_y_territorios",
    "certificacion_sustentabilidad",
    "adaptacion_riesgos",
    "sin_informacion",
]
AGREEMENT_STATE = Literal[
    "manifestacion_interes",
    "diagnostico",
    "propuesta",
    "adhesion",
    "implementacion",
    "evaluacion_final",
    "terminado",
    "sin_informacion",
]
FIGURE_UNIT = Literal[
    "empresas", "instalaciones", "productores", "instituciones", "personas", "productos"
]
INDICATOR = Literal["agua", "energia", "gei", "residuos", "economico", "empleo", "otro"]
SIZE = Literal["micro", "pequena", "mediana", "grande", "sin_informacion"]
SCOPE = Literal["organizacion", "establecimiento", "maquinaria", "producto"]
THEME = Literal[
    "residuos",
    "agua",
    "energia",
    "clima",
    "aire",
    "sustancias",
    "seguridad-laboral",
    "capacitacion",
    "comunidad",
    "biodiversidad",
    "ecodiseno",
    "bienestar-animal",
]
RUBRO = Literal[
    "vino",
    "fruta",
    "cultivos",
    "leche",
    "carnes-y-huevos",
    "pesca-y-acuicultura",
    "pan-y-alimentos",
    "bebidas",
    "madera-y-papel",
    "envases",
    "grafica",
    "metal",
    "quimica",
    "construccion",
    "transporte-y-puertos",
    "comercio",
    "turismo",
    "gastronomia",
    "educacion",
    "energia",
    "mineria",
    "reciclaje",
    "servicios",
]
PROGRAMME_STAGE = Literal[
    "interesadas",
    "ingreso",
    "auditoria_inicial",
    "plan",
    "implementacion",
    "auditoria_final",
    "distincion",
    "productividad",
]
