"""The rows that add a remark to an answer, and those that say how far a list goes."""

from generator.decision.row import Row


def _remark(id: str, case: str, when: str, sentence: str, english: str) -> Row:
    return Row(
        id=f"aviso-{id}",
        case=case,
        when={when: ("si",)},
        level="aviso",
        word="",
        sentence=sentence,
        english=english,
    )


REMARK_ROWS: tuple[Row, ...] = (
    _remark(
        "ejemplo",
        "La ficha es un ejemplo",
        "ejemplo",
        "Es un ejemplo ficticio, para mostrar cómo funciona el registro: no existe ni certifica a "
        "nadie.",
        "A fictional example: it exists nowhere and certifies nobody.",
    ),
    _remark(
        "rut-anterior",
        "Se preguntó por un RUT anterior",
        "rut_anterior",
        "El RUT {consulta} es anterior: lleva a {empresa}, que hoy tiene otro.",
        "That is a former RUT of this company.",
    ),
    _remark(
        "nombre-anterior",
        "Se preguntó por un nombre anterior",
        "nombre_anterior",
        "«{nombre_hallado}» es un nombre anterior: hoy se llama {empresa}.",
        "That is a former name of this company.",
    ),
    _remark(
        "id-anterior",
        "Se preguntó por una dirección anterior",
        "id_anterior",
        "«{consulta}» es una dirección anterior de esta ficha, que hoy es la de {empresa}.",
        "That is a former address of this record.",
    ),
    _remark(
        "elemento-anterior",
        "Se preguntó por una instalación que cambió de ficha",
        "elemento_anterior",
        "«{consulta}» es una dirección anterior: hoy es de {empresa}.",
        "That is a former address of this element.",
    ),
    _remark(
        "varios-acuerdos",
        "Se preguntó por una instalación que está en varios acuerdos",
        "varios_acuerdos",
        "Está en {cuantos|acuerdos}: la lista dice cómo está en cada uno.",
        "It stands in several agreements: the list says how in each of them.",
    ),
    _remark(
        "parecidos",
        "No hay nada con ese nombre y sí con uno parecido",
        "hay_nombres_parecidos",
        "Hay nombres parecidos. Mire si alguno es el que busca antes de darlo por ausente.",
        "There are similar names: see whether one of them was meant.",
    ),
    _remark(
        "retirado-con-certificado",
        "Se retiró del acuerdo, con un certificado ya otorgado",
        "retirado",
        "Se retiró del acuerdo el {retirado_el|fecha}. El retiro no termina un certificado ya "
        "otorgado: sigue hasta su fecha.",
        "It left the agreement on {retirado_el|date}; a certificate once granted keeps its term.",
    ),
    _remark(
        "dia-futuro",
        "Se preguntó por un día que aún no llega",
        "dia_futuro",
        "Ese día aún no llega: la respuesta supone que nada cambia desde los datos del "
        "{datos|fecha}.",
        "That day is still to come: the answer supposes that nothing changes.",
    ),
    _remark(
        "datos-antiguos",
        "Los datos son más viejos que el plazo de confianza y la respuesta afirma algo",
        "datos_antiguos",
        "Estos datos son del {datos|fecha}. Desde entonces pudo haber una suspensión, una "
        "anulación o una corrección que aquí no se ve: abra la página otra vez con conexión.",
        "These data are of {datos|date}: a later suspension or annulment would not show.",
    ),
)
"""Every one that applies is added to the answer, in this order."""

STALE_ROW = Row(
    id="sin-confirmar",
    case="Los datos son más viejos que el plazo de confianza",
    level="neutro",
    word="Sin confirmar: datos de hace {dias|dias}",
    state="sin confirmar: datos de hace {dias|dias}",
    sentence="Estos datos son del {datos|fecha}.",
    english="Unconfirmed: these data are {dias|days} old.",
)
"""What a browser says instead of any row that affirms something on old data."""


def _reach(coverage: str, case: str, sentence: str, english: str) -> Row:
    return Row(
        id=f"nomina-{coverage.replace('_', '-')}",
        case=case,
        when={"cobertura": (coverage,)},
        level="neutro",
        word="",
        sentence=sentence,
        english=english,
    )


ROLL_ROWS: tuple[Row, ...] = (
    _reach(
        "completa",
        "La nómina está completa para ese día",
        "este registro tiene completa la nómina de {lista} {de_cual}[[, al {al|fecha}]]",
        "this register holds the complete list",
    ),
    _reach(
        "pasada",
        "La nómina estuvo completa hasta un día anterior",
        "este registro tiene la nómina de {lista} {de_cual} solo hasta el {al|fecha}",
        "this register's list goes to {al|date} only",
    ),
    _reach(
        "parcial",
        "El registro tiene una parte de la nómina",
        "este registro tiene solo una parte de la nómina de {lista} {de_cual}[[, al {al|fecha}]]",
        "this register holds part of the list",
    ),
    _reach(
        "sin_nomina",
        "El registro no tiene la nómina",
        "este registro aún no tiene la nómina de {lista} {de_cual}",
        "this register does not hold the list yet",
    ),
    _reach(
        "varias",
        "La empresa está en varios acuerdos y falta la nómina completa de alguno",
        "este registro no tiene completa, para ese día, la nómina de {lista} de {faltan|suyos}",
        "this register does not hold the complete list of every agreement",
    ),
)
"""How far one list of one agreement goes; a piece of other rows' sentences (`{nomina}`)."""
