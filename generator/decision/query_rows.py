"""The rows of the decision table for what is not on record, and for records withdrawn."""

from generator.decision.row import Row

_ASK = (
    "Pida el certificado a la empresa y verifíquelo por su código, o pregunte a la entidad gestora "
    "de su acuerdo o a la Agencia de Sustentabilidad y Cambio Climático (ascc.cl)."
)
_UNKNOWN_USE = "No permite afirmar ni descartar que esté certificada o que pueda usar el Sello APL."
_UNKNOWN_EN = "This register does not hold the complete lists yet, so silence is not a no."
_EMPTY_HANDED = "No respalda una certificación ni autoriza a usar el Sello APL."

QUERY_ROWS: tuple[Row, ...] = (
    Row(
        id="consulta-vacia",
        case="No se escribió nada que buscar",
        when={"resultado": ("vacia",)},
        level="revise",
        word="Escriba qué quiere verificar",
        state="no hay nada que buscar",
        estado="vacia",
        sentence="Escriba un código, un número oficial, un RUT, un nombre o una marca.",
        english="Type a code, an official number, a RUT, a name or a brand.",
    ),
    Row(
        id="codigo-invalido-con-parecidos",
        case="El código está mal escrito y hay otros parecidos",
        when={"resultado": ("codigo_invalido",), "hay_parecidos": ("si",)},
        level="revise",
        word="No es un código válido",
        state="no es un código válido",
        estado="codigo_invalido",
        sentence="«{consulta}» no es un código válido de este registro: hay un signo mal escrito o "
        "cambiado de lugar. Se parece a {parecidos}.",
        use=_EMPTY_HANDED,
        now="Compare signo por signo con lo que tiene a la vista antes de elegir un parecido.",
        english="Not a valid code: check it symbol by symbol. Near misses: {parecidos}.",
    ),
    Row(
        id="codigo-invalido",
        case="El código está mal escrito",
        when={"resultado": ("codigo_invalido",)},
        level="revise",
        word="No es un código válido",
        state="no es un código válido",
        estado="codigo_invalido",
        sentence="«{consulta}» no es un código válido de este registro: son ocho signos, sin I, L, "
        "O ni U, y el último controla a los demás.",
        use=_EMPTY_HANDED,
        now="Revise signo por signo. Si el código es de otro organismo, busque por RUT o por "
        "nombre.",
        english="Not a valid code of this register: eight symbols, the last one a check symbol.",
    ),
    Row(
        id="codigo-desconocido",
        case="El código está bien escrito y no es de este registro",
        when={"resultado": ("codigo_desconocido",)},
        level="negativo",
        word="Código desconocido",
        state="no figura en el registro",
        estado="codigo_desconocido",
        sentence="El código {consulta} está bien escrito, pero no corresponde a ningún certificado "
        "ni sello de este registro.",
        use=f"{_EMPTY_HANDED} Los códigos los crea este registro y están todos aquí.",
        now="Pida la dirección completa de la ficha a quien se lo mostró, o busque por RUT o por "
        "nombre.",
        english="A well-formed code that this register never issued.",
    ),
    Row(
        id="rut-invalido",
        case="El RUT está mal escrito",
        when={"resultado": ("rut_invalido",)},
        level="revise",
        word="No es un RUT válido",
        state="no es un RUT válido",
        estado="rut_invalido",
        sentence="«{consulta}» no es un RUT válido: su dígito verificador no calza con el número.",
        now="Revise el número y el dígito después del guion. Casi siempre es un error al escribir.",
        english="Not a valid RUT: its check digit does not match.",
    ),
    Row(
        id="rut-de-persona-natural",
        case="El RUT es menor que 50.000.000 y no está publicado",
        when={"resultado": ("rut_no_publicado",)},
        level="neutro",
        word="Este registro no publica RUT de personas naturales",
        state="este registro no publica RUT de personas naturales; consulte por código",
        estado="rut_no_publicado",
        sentence="Ese RUT está en el tramo de las personas. Este registro no publica RUT de "
        "personas naturales; consulte por código.",
        use=_UNKNOWN_USE,
        now="Pida el código del certificado: con él sí puede verificar.",
        english="This register does not publish the RUTs of natural persons; use the code.",
    ),
    Row(
        id="rut-no-figura",
        case="El RUT no está y las nóminas de todos los acuerdos están completas ese día",
        when={"resultado": ("rut_ausente",), "nominas": ("completas",)},
        level="negativo",
        word="No figura en el registro",
        state="no figura en el registro",
        estado="no_figura",
        sentence="El RUT {consulta} no figura en este registro, que para ese día tiene completas "
        "las nóminas de adheridos y certificados de {acuerdos|acuerdos}.",
        use="No está certificada en esos acuerdos ni puede usar el Sello APL por ellos.",
        now="Si le muestran un certificado, verifíquelo por su código.",
        english="Not on record; this register's lists are complete for that day.",
    ),
    Row(
        id="rut-sin-nomina",
        case="El RUT no está y falta la nómina completa de algún acuerdo",
        when={"resultado": ("rut_ausente",), "alguna_completa": ("si",)},
        level="neutro",
        word="Este registro aún no tiene la nómina",
        state="este registro aún no tiene la nómina",
        estado="sin_nomina",
        sentence="El RUT {consulta} no está aquí, pero eso no es un no. Este registro tiene "
        "completas, para ese día, las nóminas de {completas} de {acuerdos|acuerdos}; de los "
        "demás faltan adheridos o certificados.",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
    ),
    Row(
        id="rut-sin-ninguna-nomina",
        case="El RUT no está y no hay nómina completa de ningún acuerdo",
        when={"resultado": ("rut_ausente",)},
        level="neutro",
        word="Este registro aún no tiene la nómina",
        state="este registro aún no tiene la nómina",
        estado="sin_nomina",
        sentence="El RUT {consulta} no está aquí, pero eso no es un no: este registro aún no tiene "
        "la nómina completa de ningún acuerdo para ese día ({acuerdos|acuerdos}).",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
    ),
    Row(
        id="nombre-no-figura",
        case="El nombre no está y las nóminas de todos los acuerdos están completas ese día",
        when={"resultado": ("nombre_ausente",), "nominas": ("completas",)},
        level="negativo",
        word="No figura en el registro",
        state="no figura en el registro",
        estado="no_figura",
        sentence="Ninguna empresa, marca ni número oficial responde a «{consulta}» en este "
        "registro, que para ese día tiene completas las nóminas de adheridos y certificados de "
        "{acuerdos|acuerdos}.",
        use="Con ese nombre no hay nadie certificado en esos acuerdos.",
        now="Un nombre se puede escribir de muchas maneras: pruebe también con el RUT o el código.",
        english="Not on record under that name; this register's lists are complete for that day.",
    ),
    Row(
        id="nombre-sin-nomina",
        case="El nombre no está y falta la nómina completa de algún acuerdo",
        when={"resultado": ("nombre_ausente",), "alguna_completa": ("si",)},
        level="neutro",
        word="Este registro aún no tiene la nómina",
        state="este registro aún no tiene la nómina",
        estado="sin_nomina",
        sentence="No encontramos «{consulta}» como nombre, marca ni número oficial, pero eso no es "
        "un no. Para ese día, este registro tiene completas las nóminas de {completas} de "
        "{acuerdos|acuerdos}; de los demás faltan adheridos o certificados.",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
    ),
    Row(
        id="nombre-sin-ninguna-nomina",
        case="El nombre no está y no hay nómina completa de ningún acuerdo",
        when={"resultado": ("nombre_ausente",)},
        level="neutro",
        word="Este registro aún no tiene la nómina",
        state="este registro aún no tiene la nómina",
        estado="sin_nomina",
        sentence="No encontramos «{consulta}» como nombre, marca ni número oficial, pero eso no es "
        "un no: este registro aún no tiene la nómina completa de ningún acuerdo para ese día "
        "({acuerdos|acuerdos}).",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
    ),
    Row(
        id="varias-coincidencias",
        case="Más de una ficha responde a lo escrito",
        when={"resultado": ("varias",)},
        level="revise",
        word="{cuantas} coincidencias",
        state="{cuantas} coincidencias",
        estado="varias",
        sentence="Hay {cuantas} fichas que responden a «{consulta}». Elija la que busca.",
        now="Si ninguna es, pruebe con el RUT o con el código.",
        english="{cuantas} records match: choose one.",
    ),
)
"""In order: the first row that applies answers."""

WITHDRAWN_ROWS: tuple[Row, ...] = (
    Row(
        id="ficha-fusionada",
        case="La ficha se unió a otra que sigue en el registro",
        when={"razon": ("fusion",), "hay_heredera": ("si",)},
        level="neutro",
        word="Ficha retirada: se unió a otra",
        state="ficha retirada",
        estado="ficha_retirada",
        sentence="Esta ficha se unió a otra el {fecha|fecha}: hoy responde {heredera}.",
        use="Lo que vale hoy está en la ficha que la continúa.",
        now="Abra la ficha de {heredera}.",
        english="Record withdrawn: merged into another one on {fecha|date}.",
    ),
    Row(
        id="ficha-fusionada-sin-heredera",
        case="La ficha se unió a otra que ya no está publicada",
        when={"razon": ("fusion",)},
        level="neutro",
        word="Ficha retirada: se unió a otra",
        state="ficha retirada",
        estado="ficha_retirada",
        sentence="Esta ficha se unió a otra el {fecha|fecha}, y esa otra ya no está publicada.",
        use=_EMPTY_HANDED,
        now="Si cree que es un error, pida la corrección por el canal del registro.",
        english="Record withdrawn: merged into another one on {fecha|date}.",
    ),
    Row(
        id="ficha-retirada-por-privacidad",
        case="La ficha se retiró por privacidad",
        when={"razon": ("privacidad",)},
        level="neutro",
        word="Ficha retirada",
        state="ficha retirada",
        estado="ficha_retirada",
        sentence="Esta ficha se retiró el {fecha|fecha} por privacidad. No se publica nada más de "
        "ella.",
        use="No permite afirmar ni descartar nada sobre su titular.",
        now="Pida el certificado a quien se lo mencionó.",
        english="Record withdrawn on {fecha|date}, for privacy.",
    ),
    Row(
        id="ficha-retirada-por-error",
        case="La ficha se había registrado por error",
        when={"razon": ("error_de_registro",)},
        level="neutro",
        word="Ficha retirada",
        state="ficha retirada",
        estado="ficha_retirada",
        sentence="Esta ficha se retiró el {fecha|fecha}: se había registrado por error. No se "
        "publica nada más de ella.",
        use=_EMPTY_HANDED,
        now="Si cree que el error es este retiro, pida la corrección por el canal del registro.",
        english="Record withdrawn on {fecha|date}: it had been entered by mistake.",
    ),
)
"""In order: the first row that applies answers."""
