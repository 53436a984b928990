"""Words for faults between the values and records of a registry (APL200 to APL799)."""

from collections.abc import Mapping

from generator.messages.message import Message


def _error(es: str, en: str, hint_es: str = "", hint_en: str = "") -> Message:
    return Message("error", es, en, hint_es, hint_en)


def _warning(es: str, en: str, hint_es: str = "", hint_en: str = "") -> Message:
    return Message("warning", es, en, hint_es, hint_en)


IDENTITY: Mapping[str, Message] = {
    "APL200": _error(
        "«{id}» es un id anterior en {former} y el id de hoy de {living}",
        "“{id}” is a former id in {former} and today's id of {living}",
        "Una dirección lleva a una sola ficha: cambia uno de los dos.",
        "An address leads to one record only: change one of the two.",
    ),
    "APL201": _error(
        "el id anterior «{id}» está también en {other}",
        "the former id “{id}” stands in {other} too",
        "Una dirección antigua lleva a una sola ficha: bórralo donde no corresponda.",
        "A former address leads to one record only: delete it where it does not belong.",
    ),
    "APL210": _error(
        "el id anterior «{id}» está dos veces en esta lista",
        "the former id “{id}” stands twice in this list",
        "Borra uno de los dos.",
        "Delete one of the two.",
    ),
    "APL202": _error(
        "el id «{id}» de una persona natural delata quién es: lleva {found}",
        "the id “{id}” of a natural person tells who it is: it holds {found_en}",
        "Usa un id al azar, como productor-a1b2c3.",
        "Use a random id, such as productor-a1b2c3.",
    ),
    "APL203": _error(
        "el id «{value}» es también el del elemento {other} de esta empresa",
        "the id “{value}” is that of element {other} of this company too",
        "Cada elemento tiene su propio id en la empresa.",
        "Each element has an id of its own in its company.",
    ),
    "APL204": _error(
        "«{id}» es un id anterior en {former} y un elemento de hoy en {living}",
        "“{id}” is a former id in {former} and an element of today in {living}",
        "Si el elemento se mudó, bórralo de donde estaba.",
        "If the element has moved, delete it where it was.",
    ),
    "APL205": _error(
        "el id anterior «{id}» está también en {other}",
        "the former id “{id}” stands in {other} too",
    ),
    "APL206": _error(
        "el código «{id}» está también en {other}",
        "the code “{id}” stands in {other} too",
        "Un código es de un solo certificado o sello; pide uno nuevo para el que no se publicó.",
        "A code is of one certificate or seal; mint a new one for what was not published.",
    ),
    "APL207": _error(
        "el RUT {id} está también en {other}",
        "the RUT {id} stands in {other} too",
        "Si es la misma empresa, deja una sola ficha.",
        "If it is the same company, keep one record.",
    ),
    "APL208": _error(
        "el id «{value}» está también en la entrada {other} de esta lista",
        "the id “{value}” is that of entry {other} of this list too",
    ),
    "APL209": _warning(
        "«{value}» parece llevar el nombre de la persona («{found}»), que no consintió publicarlo",
        "“{value}” seems to hold the name of a person (“{found}”) who did not agree to that",
        "Nombra el elemento por lo que es: «Huerto de frambuesas».",
        "Name the element for what it is: “Huerto de frambuesas”.",
    ),
}

REFERENCES: Mapping[str, Message] = {
    "APL220": _error(
        "no existe el acuerdo «{id}»",
        "there is no agreement “{id}”",
        "Los acuerdos son los archivos de acuerdos/; su id es el nombre del archivo.",
        "Agreements are the files of acuerdos/; the file's name is the id.",
    ),
    "APL221": _error(
        "no existe la empresa «{id}»",
        "there is no company “{id}”",
        "Las empresas son los archivos de empresas/; su id es el nombre del archivo.",
        "Companies are the files of empresas/; the file's name is the id.",
    ),
    "APL222": _error(
        "la empresa «{company}» no tiene un elemento «{id}»",
        "the company “{company}” has no element “{id}”",
    ),
    "APL223": _error(
        "ningún certificado de este registro tiene el código «{code}»",
        "no certificate of this register has the code “{code}”",
    ),
    "APL224": _error(
        "no hay un organismo «{id}» en vocabulario/organismos.yaml",
        "there is no public body “{id}” in vocabulario/organismos.yaml",
        "Agrégalo a la lista.",
        "Add it to the list.",
    ),
    "APL225": _error(
        "no hay un auditor «{id}» en vocabulario/auditores.yaml",
        "there is no auditor “{id}” in vocabulario/auditores.yaml",
        "Agrégalo a la lista; o, si es el nombre de una firma, escríbelo con sus mayúsculas.",
        "Add it to the list; or, if it is the name of a firm, write it with its capitals.",
    ),
    "APL226": _error(
        "no existe «{id}» en {collection}/, y la ficha dice que la continúa",
        "there is no “{id}” in {collection}/, which the record says continues it",
    ),
    "APL227": _error(
        "«{id}» es un borrador: nada publicado puede referirse a él",
        "“{id}” is a draft: nothing published may refer to it",
        "Publica la otra ficha, o deja esta también como borrador.",
        "Publish the other record, or make this one a draft too.",
    ),
    "APL228": _warning(
        "la ficha «{id}» está dada de baja: de ella no se publica nada más",
        "the record “{id}” is withdrawn: nothing else of it is published",
    ),
    "APL229": _error(
        "«{id}» es un id anterior: hoy esa ficha se llama de otro modo",
        "“{id}” is a former id: that record has another one today",
    ),
    "APL230": _error(
        "un ejemplo solo puede referirse a otros ejemplos, y «{id}» es real",
        "an example may refer to other examples only, and “{id}” is real",
    ),
    "APL231": _error(
        "una ficha real no puede referirse a un ejemplo, y «{id}» lo es",
        "a real record may not refer to an example, and “{id}” is one",
    ),
}

RECORD: Mapping[str, Message] = {
    "APL240": _error(
        "falta al menos una fuente: toda ficha real dice de dónde salen sus datos",
        "at least one source is missing: every real record says where its data comes from",
        "Agrega «fuentes» con una url o un documento; si es ficticia, pon «ejemplo: true».",
        "Add “fuentes” with a url or a documento; if it is fictional, put “ejemplo: true”.",
    ),
    "APL241": _error(
        "la ficha no puede continuarse a sí misma",
        "the record cannot continue itself",
        "En «en» va el id de la ficha que la hereda.",
        "“en” holds the id of the record that inherits it.",
    ),
    "APL242": _error(
        "la fuente necesita «url» o «documento»", "the source needs “url” or “documento”"
    ),
    "APL243": _error(
        "falta la clave «en»: una fusión dice qué ficha continúa a esta",
        "the key “en” is missing: a merger says which record continues this one",
    ),
    "APL244": _error(
        "«en» va solo cuando el motivo es fusion, y aquí es {reason}",
        "“en” belongs only with the reason fusion, and here it is {reason}",
    ),
    "APL245": _error(
        "la fusión da vueltas en círculo: {circle}", "the merger runs in a circle: {circle}"
    ),
    "APL246": _warning(
        "«{id}» continúa a esta ficha, pero también está dada de baja",
        "“{id}” continues this record, but is withdrawn too",
    ),
    "APL247": _warning(
        "la corrección no cambia nada: decía lo mismo, «{value}»",
        "the correction changes nothing: it said the same, “{value}”",
    ),
    "APL248": _warning(
        "{value} está en el futuro, y es la fecha de algo que ya pasó (hoy es {day})",
        "{value} lies in the future, and is the date of something that happened (today is {day})",
        "Revisa la fecha.",
        "Check the date.",
    ),
    "APL249": _warning("«{value}» está repetido en la lista", "“{value}” is repeated in the list"),
}

AGREEMENTS: Mapping[str, Message] = {
    "APL300": _error(
        "falta la clave «regiones»: un alcance regional dice en cuáles",
        "the key “regiones” is missing: a regional reach says in which",
    ),
    "APL301": _error(
        "falta la clave «comunas»: un alcance comunal dice en cuáles",
        "the key “comunas” is missing: a comunal reach says in which",
    ),
    "APL302": _error(
        "«{key}» no va con el alcance {reach}",
        "“{key}” does not go with the reach {reach}",
        "Bórrala, o pon el alcance regional o comunal.",
        "Delete it, or make the reach regional or comunal.",
    ),
    "APL303": _warning(
        "la comuna {comuna} es de la región {region}, que no está entre las nombradas",
        "the comuna {comuna} is of the region {region}, which is not among those named",
    ),
    "APL304": _error(
        "«{key}» ({value}) es anterior a «{earlier}» ({first})",
        "“{key}” ({value}) is before “{earlier}” ({first})",
    ),
    "APL305": _warning(
        "el ordinal es {value} y falta «acuerdo_anterior»",
        "the ordinal is {value} and “acuerdo_anterior” is missing",
        "Si el anterior no está en el registro, déjalo así.",
        "If the one before is not in the register, leave it.",
    ),
    "APL306": _error(
        "el acuerdo dice ser su propio anterior", "the agreement says that it follows itself"
    ),
    "APL307": _error(
        "los acuerdos anteriores dan vueltas en círculo: {circle}",
        "the agreements before run in a circle: {circle}",
    ),
    "APL308": _warning(
        "el acuerdo anterior, «{id}», se firmó después ({first}) que este ({value})",
        "the agreement before, “{id}”, was signed later ({first}) than this one ({value})",
    ),
    "APL309": _warning(
        "el ordinal de este acuerdo, {value}, no es mayor que el de su anterior, «{id}»",
        "the ordinal of this agreement, {value}, is not above that of the one before, “{id}”",
    ),
    "APL310": _error(
        "«niveles» no va con el tipo {kind}",
        "“niveles” does not go with the type {kind}",
        "Solo tienen niveles los acuerdos de certificacion_sustentabilidad o sin_informacion.",
        "Only certificacion_sustentabilidad and sin_informacion have levels.",
    ),
    "APL311": _error(
        "el número {value} es también el del nivel {other}",
        "the number {value} is that of level {other} too",
    ),
    "APL313": _error(
        "«{key}» no va cuando la lista misma está en la ficha: se cuenta sola",
        "“{key}” does not belong where the list itself stands: it can be counted",
    ),
    "APL314": _warning(
        "el número {value} es también el de la meta {other}",
        "the number {value} is that of target {other} too",
    ),
    "APL315": _warning(
        "el código {value} es también el de la acción {other} de esta meta",
        "the code {value} is that of action {other} of this target too",
    ),
    "APL316": _error(
        "la cifra necesita «cantidad» o «porcentaje»",
        "the figure needs “cantidad” or “porcentaje”",
    ),
    "APL317": _error(
        "hay {value} {unit} con certificado y a lo más {largest} que adhirieron",
        "{value} {unit} are certified, and at most {largest} adhered",
    ),
    "APL318": _warning(
        "«{value}» no es un nivel del acuerdo: solo tiene {known}",
        "“{value}” is not a level of the agreement: it has only {known}",
    ),
    "APL319": _warning(
        "falta la clave «al»: una nómina completa dice hasta qué día lo es",
        "the key “al” is missing: a complete roll says up to which day it is so",
        "Sin esa fecha, el sitio la da por completa también para los días que vengan.",
        "Without it the site takes the roll as complete for the days to come too.",
    ),
    "APL320": _warning(
        "el impacto no dice nada: le falta «valor» o «texto»",
        "the impact says nothing: it lacks “valor” or “texto”",
    ),
    "APL321": _warning(
        "el año {value} es también el de la fila {other}",
        "the year {value} is that of row {other} too",
    ),
}

COMPANIES: Mapping[str, Message] = {
    "APL340": _error(
        "falta la clave «razon_social»: una persona jurídica la necesita",
        "the key “razon_social” is missing: a legal person needs it",
    ),
    "APL341": _error(
        "falta la clave «rut»: una persona jurídica lo necesita",
        "the key “rut” is missing: a legal person needs it",
    ),
    "APL342": _error(
        "el RUT de una persona natural va solo si consintió en publicarlo",
        "the RUT of a natural person belongs here only if that person agreed to its publication",
        "Bórralo; o anota el consentimiento, con «rut» entre sus campos.",
        "Delete it; or record the consent, with “rut” among its fields.",
    ),
    "APL343": _error(
        "«consentimiento» va solo en personas naturales",
        "“consentimiento” belongs to natural persons only",
    ),
    "APL344": _warning(
        "el RUT {value} es menor que 50.000.000, como los de las personas naturales",
        "the RUT {value} is below 50.000.000, as those of natural persons are",
        "Si es una persona, pon «tipo: persona_natural» y no publiques su RUT.",
        "If it is a person, put “tipo: persona_natural” and do not publish the RUT.",
    ),
    "APL345": _error(
        "el nombre anterior necesita «razon_social» o «rut»",
        "the former name needs “razon_social” or “rut”",
    ),
    "APL346": _error(
        "falta la clave «comuna»: un establecimiento está en una",
        "the key “comuna” is missing: an establishment is in one",
    ),
    "APL360": _error(
        "el elemento tiene otra adhesión al acuerdo «{id}», del {other}, sin retiro entre las dos",
        "the element has another adhesion to “{id}”, of {other}, with no withdrawal between them",
    ),
    "APL361": _error(
        "esta adhesión ({value}) es anterior al retiro de la primera ({first})",
        "this adhesion ({value}) is before the withdrawal of the first ({first})",
    ),
    "APL362": _warning(
        "la adhesión ({value}) es anterior a la firma del acuerdo ({first})",
        "the adhesion ({value}) is before the signature of the agreement ({first})",
    ),
    "APL363": _warning(
        "la adhesión ({value}) es posterior al fin de la adhesión del acuerdo ({last})",
        "the adhesion ({value}) is after the end of adhesion of the agreement ({last})",
    ),
    "APL364": _error(
        "el retiro ({value}) es anterior a la adhesión ({first})",
        "the withdrawal ({value}) is before the adhesion ({first})",
    ),
}

AUDITS: Mapping[str, Message] = {
    "APL380": _error(
        "se cumplen {value} acciones y aplican solo {applicable}",
        "{value} actions are met and only {applicable} apply",
    ),
    "APL381": _warning(
        "falta la clave «{key}»: «aplican» y «cumplen» se entienden juntas",
        "the key “{key}” is missing: “aplican” and “cumplen” are understood together",
    ),
    "APL382": _error(
        "«nivel» no va: el acuerdo no tiene niveles",
        "“nivel” does not belong here: the agreement has no levels",
    ),
    "APL383": _error(
        "el acuerdo no tiene un nivel {value}: solo tiene {known}",
        "the agreement has no level {value}: it has only {known}",
    ),
    "APL384": _error(
        "la auditoría ({value}) es anterior a la adhesión ({first})",
        "the audit ({value}) is before the adhesion ({first})",
    ),
    "APL385": _error(
        "esta auditoría intermedia ({value}) es posterior a la final ({last})",
        "this intermediate audit ({value}) is after the final one ({last})",
    ),
    "APL386": _error(
        "hay otra auditoría final, del {other}, sin un certificado fechado entre las dos",
        "there is another final audit, of {other}, without a certificate dated between the two",
    ),
    "APL387": _warning(
        "la auditoría final ({value}) es anterior al fin de la implementación ({first})",
        "the final audit ({value}) is before the end of the implementation ({first})",
    ),
    "APL388": _warning(
        "hay un certificado, y la auditoría no fue validada como pide el acuerdo",
        "there is a certificate, and the audit was not validated as the agreement requires",
    ),
}

CERTIFICATES: Mapping[str, Message] = {
    "APL400": _error(
        "el certificado ({value}) es anterior a su adhesión ({first})",
        "the certificate ({value}) is before its adhesion ({first})",
    ),
    "APL401": _error(
        "hay un certificado en una adhesión {state}; solo una aceptada puede tenerlo",
        "a certificate stands in an adhesion that is {state}; only an accepted one may have it",
    ),
    "APL402": _error(
        "el certificado ({value}) es posterior al retiro ({last})",
        "the certificate ({value}) is after the withdrawal ({last})",
    ),
    "APL403": _error(
        "falta la clave «nivel»: el acuerdo tiene {known}",
        "the key “nivel” is missing: the agreement has {known}",
    ),
    "APL404": _error(
        "vigente_hasta ({value}) no es posterior a la fecha del certificado ({first})",
        "vigente_hasta ({value}) is not after the date of the certificate ({first})",
    ),
    "APL405": _warning(
        "vigente_hasta es {value}; con {term} sería {expected}",
        "vigente_hasta is {value}; with {term} it would be {expected}",
        "Si el certificado lo dice así, déjalo.",
        "If the certificate says so, leave it.",
    ),
    "APL406": _error(
        "la suspensión empieza ({value}) fuera de la vigencia, del {first} al {last}",
        "the suspension begins ({value}) outside the validity, {first} to {last}",
    ),
    "APL407": _error(
        "la suspensión termina ({value}) después de la vigencia ({last})",
        "the suspension ends ({value}) after the validity ({last})",
    ),
    "APL408": _error(
        "la suspensión termina ({value}) antes de empezar ({first})",
        "the suspension ends ({value}) before it begins ({first})",
    ),
    "APL409": _warning(
        "esta suspensión se traslapa con la {other}",
        "this suspension overlaps with {other}",
        "Sin «hasta», una suspensión dura hasta el fin de la vigencia.",
        "Without “hasta”, a suspension lasts to the end of the validity.",
    ),
    "APL410": _error(
        "la anulación ({value}) es anterior al certificado ({first})",
        "the annulment ({value}) is before the certificate ({first})",
    ),
    "APL411": _error(
        "este certificado se traslapa con {other}, y ninguno renueva al otro",
        "this certificate overlaps with {other}, and neither renews the other",
        "Si es una renovación, pon en el posterior «renueva» con el código del anterior.",
        "If it is a renewal, put “renueva” with the earlier code into the later one.",
    ),
    "APL412": _error(
        "el certificado dice que se renueva a sí mismo",
        "the certificate says that it renews itself",
    ),
    "APL413": _warning(
        "«{code}» es un certificado de otro elemento, {other}",
        "“{code}” is a certificate of another element, {other}",
        "Si este elemento continúa a aquel, déjalo.",
        "If this element continues that one, leave it.",
    ),
    "APL414": _error(
        "«{code}» no es anterior a este certificado: es del {value}",
        "“{code}” is not earlier than this certificate: it is of {value}",
    ),
    "APL415": _error(
        "se cumplen {value} de {applicable}, y de esta auditoría salió el certificado {code}",
        "{value} of {applicable} are met, and the certificate {code} came from this audit",
        "En un acuerdo sin niveles se certifica solo con todo cumplido.",
        "In an agreement without levels, everything has to be met to be certified.",
    ),
}

SEALS: Mapping[str, Message] = {
    "APL440": _error(
        "el certificado {code} es de otra empresa, «{other}»",
        "the certificate {code} is of another company, “{other}”",
    ),
    "APL441": _error(
        "ninguno de los certificados es del elemento «{id}»: son de {other}",
        "none of the certificates is of the element “{id}”: they are of {other}",
    ),
    "APL442": _error(
        "el certificado {code} es del elemento «{other}», y el sello es solo de «{id}»",
        "the certificate {code} is of the element “{other}”, and the seal is of “{id}” only",
    ),
    "APL443": _error(
        "el sello termina ({value}) después que el último de sus certificados ({last})",
        "the seal ends ({value}) after the last of its certificates ({last})",
    ),
    "APL444": _error(
        "el sello empieza ({value}) antes que el primero de sus certificados ({first})",
        "the seal begins ({value}) before the first of its certificates ({first})",
    ),
    "APL445": _error(
        "«hasta» ({value}) es anterior a «desde» ({first})",
        "“hasta” ({value}) is before “desde” ({first})",
    ),
    "APL446": _error(
        "el término ({value}) es anterior a «desde» ({first})",
        "the termination ({value}) is before “desde” ({first})",
    ),
    "APL447": _warning(
        "el término ({value}) es posterior a «hasta» ({last}), cuando el sello ya no regía",
        "the termination ({value}) is after “hasta” ({last}), when the seal had ended",
    ),
    "APL448": _warning(
        "el sello empieza ({value}) antes de la fecha de su contrato ({first})",
        "the seal begins ({value}) before the date of its contract ({first})",
    ),
    "APL449": _error(
        "«{code}» es el código de un sello; aquí van los de certificados",
        "“{code}” is the code of a seal; those of certificates belong here",
    ),
}

OTHERS: Mapping[str, Message] = {
    "APL470": _warning(
        "la empresa «{value}» es también el participante {other}",
        "the company “{value}” is participant {other} too",
    ),
    "APL471": _warning(
        "«{key}» ({value}) es anterior a «{earlier}» ({first})",
        "“{key}” ({value}) is before “{earlier}” ({first})",
        "Si la fuente lo dice así, déjalo.",
        "If the source says so, leave it.",
    ),
    "APL472": _error(
        "«hasta» ({value}) es anterior a «desde» ({first})",
        "“hasta” ({value}) is before “desde” ({first})",
    ),
    "APL473": _warning(
        "la empresa «{id}» no tiene ninguna comuna en la región {region} del programa",
        "the company “{id}” has no comuna in the region {region} of the programme",
    ),
    "APL474": _warning(
        "el avance de {value} está también en la fila {other}",
        "the progress of {value} stands in row {other} too",
    ),
    "APL500": _warning(
        "las etapas de un acuerdo de preinversión son tres, y hay {value}",
        "a pre-investment agreement has three stages, and here are {value}",
    ),
    "APL501": _warning(
        "la etapa {number} dura {value}; {expected}",
        "stage {number} takes {value_en}; {expected_en} expected",
    ),
    "APL502": _error(
        "«termino» ({value}) es anterior a «inicio» ({first})",
        "“termino” ({value}) is before “inicio” ({first})",
    ),
    "APL503": _warning(
        "la etapa empieza ({value}) antes que la anterior ({first})",
        "the stage begins ({value}) before the one before it ({first})",
    ),
    "APL504": _warning(
        "el estado es {state}, y «{key}» está {value}",
        "the state is {state}, and “{key}” is {value}",
    ),
    "APL520": _error(
        "la fila tiene {value} valores y la tabla {expected} columnas",
        "the row has {value} values and the table {expected} columns",
        "Deja vacío el valor que la fuente no da: [Micro, ~, 80].",
        "Leave empty what the source does not give: [Micro, ~, 80].",
    ),
    "APL521": _error(
        "«{value}» no es un número entero, como pide la columna «{column}»",
        "“{value}” is not a whole number, as the column “{column}” requires",
    ),
    "APL522": _error(
        "«{value}» no es un número con punto decimal, como pide la columna «{column}»",
        "“{value}” is not a number with a decimal point, as the column “{column}” requires",
    ),
    "APL523": _error(
        "«{value}» no es un porcentaje sin su signo, como pide la columna «{column}»",
        "“{value}” is not a percentage without its sign, as the column “{column}” requires",
    ),
    "APL524": _error(
        "el id «{value}» es también el de la columna {other}",
        "the id “{value}” is that of column {other} too",
    ),
    "APL540": _error(
        "los sucesores dan vueltas en círculo: {circle}",
        "the successors run in a circle: {circle}",
    ),
    "APL541": _error(
        "el organismo no puede sucederse a sí mismo",
        "the public body cannot succeed itself",
    ),
    "APL542": _error(
        "el RUT {value} es de una persona natural; aquí van solo firmas",
        "the RUT {value} is a natural person's; only firms belong here",
    ),
    "APL543": _error(
        "el RUT {value} es también el de la entrada {other}",
        "the RUT {value} is that of entry {other} too",
    ),
    "APL560": _error(
        "este programa lee el esquema {known}, y el registro dice {value}",
        "this program reads schema {known}, and the register says {value}",
        "Si el del registro es menor, «apl migrate» lo pasa a este; si es mayor, "
        "actualiza el programa.",
        "If the register's is lower, “apl migrate” takes it here; if higher, update the program.",
    ),
}

RULES: Mapping[str, Message] = {
    **IDENTITY,
    **REFERENCES,
    **RECORD,
    **AGREEMENTS,
    **COMPANIES,
    **AUDITS,
    **CERTIFICATES,
    **SEALS,
    **OTHERS,
}
