"""The rows of the decision table for what is not on record."""

from generator.decision.row import Row

_ASK = (
    "Pida el certificado a la empresa y verifíquelo por su código, o pregunte a la entidad gestora "
    "de su acuerdo o a la Agencia de Sustentabilidad y Cambio Climático (ascc.cl)."
)
_OF_AGREEMENTS = (
    "{completas}[[ ({completas_ejemplo} de ejemplo)]] de {acuerdos|acuerdos}"
    "[[ ({acuerdos_ejemplo} de ejemplo)]]"
)
_UNKNOWN_USE = "No permite afirmar ni descartar que esté certificada o que pueda usar el Sello APL."
_UNKNOWN_EN = "This register does not hold the complete lists yet, so silence is not a no."
_ASK_EN = (
    "Ask the company for its certificate and verify it by its code, or ask the sponsor of its "
    "agreement or the Agencia de Sustentabilidad y Cambio Climático (ascc.cl)."
)
_UNKNOWN_USE_EN = "It neither confirms nor rules out that it is certified or may use the Sello APL."
_BY_CODE_EN = "If you are shown a certificate, verify it by its code."
EMPTY_HANDED_EN = "It backs no certification and authorises no use of the Sello APL."
EMPTY_HANDED = "No respalda una certificación ni autoriza a usar el Sello APL."

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
        id="consulta-corta",
        case="Se escribió una sola letra o cifra",
        when={"resultado": ("corta",)},
        level="revise",
        word="Escriba un poco más",
        state="hay que escribir al menos dos letras o cifras",
        estado="corta",
        sentence="Con una sola letra o cifra no se puede buscar. Escriba al menos dos: un código, "
        "un número oficial, un RUT, un nombre o una marca.",
        english="Type at least two letters or digits.",
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
        use=EMPTY_HANDED,
        now="Compare signo por signo con lo que tiene a la vista antes de elegir un parecido.",
        english="Not a valid code: check it symbol by symbol. Near misses: {parecidos}.",
        english_use=EMPTY_HANDED_EN,
        english_now="Compare it with what is before you before you choose a near miss.",
    ),
    Row(
        id="codigo-mal-escrito",
        case="El código tiene un error al escribirlo y no hay otros parecidos",
        when={"resultado": ("codigo_invalido",), "bien_formado": ("si",)},
        level="revise",
        word="No es un código válido",
        state="no es un código válido",
        estado="codigo_invalido",
        sentence="«{consulta}» tiene un error al escribirlo: el último signo controla a los otros "
        "siete, y aquí no calza. Ningún código de este registro se le parece.",
        use=EMPTY_HANDED,
        now="Revise signo por signo. Si el código es de otro organismo, busque por RUT o por "
        "nombre.",
        english="Mistyped: its check symbol does not match, and no code on record is near it.",
        english_use=EMPTY_HANDED_EN,
        english_now="Check it symbol by symbol. If another body issued it, search by RUT or name.",
    ),
    Row(
        id="codigo-invalido",
        case="El código no tiene la forma de los de este registro",
        when={"resultado": ("codigo_invalido",)},
        level="revise",
        word="No es un código válido",
        state="no es un código válido",
        estado="codigo_invalido",
        sentence="«{consulta}» no es un código válido de este registro: son ocho signos, sin I, L, "
        "O ni U, y el último controla a los demás.",
        use=EMPTY_HANDED,
        now="Revise signo por signo. Si el código es de otro organismo, busque por RUT o por "
        "nombre.",
        english="Not a valid code of this register: eight symbols, the last one a check symbol.",
        english_use=EMPTY_HANDED_EN,
        english_now="Check it symbol by symbol. If another body issued it, search by RUT or name.",
    ),
    Row(
        id="codigo-desconocido",
        case="El código está bien escrito y no es de nada publicado aquí",
        when={"resultado": ("codigo_desconocido",)},
        level="negativo",
        word="Código desconocido",
        state="no figura en el registro",
        estado="codigo_desconocido",
        sentence="El código {consulta} está bien escrito, pero no corresponde a ningún certificado "
        "ni sello publicado en este registro.",
        use=f"{EMPTY_HANDED} Aquí responden todos los códigos que este registro publica.",
        now="Pida la dirección completa de la ficha a quien se lo mostró, o busque por RUT o por "
        "nombre.",
        english="A well-formed code of no certificate or seal published in this register.",
        english_use=EMPTY_HANDED_EN,
        english_now="Ask for the whole address of the page, or search by RUT or name.",
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
        use=EMPTY_HANDED,
        now="Revise el número y el dígito después del guion. Casi siempre es un error al escribir.",
        english="Not a valid RUT: its check digit does not match.",
        english_use=EMPTY_HANDED_EN,
        english_now="Check the number and the digit after the dash.",
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
        english_use=_UNKNOWN_USE_EN,
        english_now="Ask for the code of the certificate: with it you can verify.",
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
        "las nóminas de adheridos y certificados de {acuerdos|acuerdos}"
        "[[ ({acuerdos_ejemplo} de ejemplo)]].",
        use="La empresa de ese RUT no está certificada en esos acuerdos ni puede usar el Sello APL "
        "por ellos.",
        now="Si le muestran un certificado, verifíquelo por su código.",
        english="Not on record; this register's lists are complete for that day.",
        english_use="Not certified in those agreements, nor entitled to the Sello APL by them.",
        english_now=_BY_CODE_EN,
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
        f"completas, para ese día, las nóminas de {_OF_AGREEMENTS}; de los demás faltan adheridos "
        "o certificados.",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
        english_use=_UNKNOWN_USE_EN,
        english_now=_ASK_EN,
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
        "la nómina completa de ningún acuerdo para ese día ({acuerdos|acuerdos}"
        "[[, {acuerdos_ejemplo} de ejemplo]]).",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
        english_use=_UNKNOWN_USE_EN,
        english_now=_ASK_EN,
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
        "{acuerdos|acuerdos}[[ ({acuerdos_ejemplo} de ejemplo)]].",
        use="Con ese nombre no hay nadie certificado en esos acuerdos.",
        now="Un nombre se puede escribir de muchas maneras: pruebe también con el RUT o el código.",
        english="Not on record under that name; this register's lists are complete for that day.",
        english_use="Nobody of that name is certified in those agreements.",
        english_now="A name has many writings: try the RUT or the code too.",
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
        "un no. Para ese día, este registro tiene completas las nóminas de "
        f"{_OF_AGREEMENTS}; de los demás faltan adheridos o certificados.",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
        english_use=_UNKNOWN_USE_EN,
        english_now=_ASK_EN,
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
        "({acuerdos|acuerdos}[[, {acuerdos_ejemplo} de ejemplo]]).",
        use=_UNKNOWN_USE,
        now=_ASK,
        english=f"Not found. {_UNKNOWN_EN}",
        english_use=_UNKNOWN_USE_EN,
        english_now=_ASK_EN,
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
        use="Depende de cada una: mire la suya.",
        now="Si ninguna es, pruebe con el RUT o con el código.",
        english="{cuantas} records match: choose one.",
        english_use="Each of them has its own answer.",
        english_now="If it is none of them, try the RUT or the code.",
    ),
)
"""In order: the first row that applies answers."""
