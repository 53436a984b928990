"""The rows of the decision table that answer for an element whose state no certificate decides."""

from generator.decision.row import Row

_NO_USE = "no autoriza a usar el Sello APL (Estrella Azul)"
_NEEDED = "Sin un certificado vigente no se puede usar el Sello APL (Estrella Azul)."
_NEEDED_EN = "Without a certificate in force the Sello APL may not be used."
_WHO = "{cual|mayuscula}, de {empresa},"
_COMMITTED = "Adherir es comprometerse; certificarse es cumplir y demostrarlo. La adhesión sola"
_COMMITTED_EN = "To adhere is to commit oneself; it authorises no use of the Sello APL."
_ASK_SITE = "Pregunte a la empresa o a la entidad gestora del acuerdo si ya tiene su certificado."
_ASK_SITE_EN = "Ask the company or the sponsor of the agreement whether it has its certificate."
_BY_CODE = "Si le muestran un certificado, verifíquelo por su código."
_BY_CODE_EN = "If you are shown a certificate, verify it by its code."

ELEMENT_ROWS: tuple[Row, ...] = (
    Row(
        id="elemento-sin-adhesion",
        case="Ese día no había adherido a ningún acuerdo, según este registro",
        when={"estado": ("sin_adhesion",)},
        level="neutro",
        word="Sin adhesión ese día",
        state="sin adhesión ese día",
        sentence="{cual|mayuscula}, de {empresa}, no tenía ese día una adhesión en este registro.",
        use=_NEEDED,
        now=_BY_CODE,
        english="No adhesion of it is on record for that day.",
        english_use=_NEEDED_EN,
        english_now=_BY_CODE_EN,
    ),
    Row(
        id="elemento-retirado-con-certificado",
        case="Se retiró del acuerdo y su certificado ya no rige",
        when={"estado": ("retirado",), "con_certificado": ("si",)},
        level="neutro",
        word="Retirado del acuerdo",
        state="retirado del acuerdo",
        sentence=f"{_WHO} se retiró del {{acuerdo|acuerdo}} el {{retirado_el|fecha}}."
        "[[ Motivo: {motivo|frase}]] El certificado que tuvo no rige.",
        use=_NEEDED,
        now=_BY_CODE,
        english="Left the agreement on {retirado_el|date}; its certificate is not in force.",
        english_use=_NEEDED_EN,
        english_now=_BY_CODE_EN,
    ),
    Row(
        id="elemento-retirado",
        case="Se retiró del acuerdo sin certificado en este registro",
        when={"estado": ("retirado",)},
        level="neutro",
        word="Retirado del acuerdo",
        state="retirado del acuerdo",
        sentence=f"{_WHO} se retiró del {{acuerdo|acuerdo}} el {{retirado_el|fecha}}."
        "[[ Motivo: {motivo|frase}]] No hay en este registro un certificado suyo de ese acuerdo; "
        "{nomina}.",
        use=_NEEDED,
        now=_BY_CODE,
        english="Left the agreement on {retirado_el|date}; no certificate on record.",
        english_use=_NEEDED_EN,
        english_now=_BY_CODE_EN,
    ),
    Row(
        id="elemento-adherido",
        case="Adhirió, el acuerdo sigue y la nómina de certificados está completa",
        when={"estado": ("adherido",), "nomina_certificados": ("completa",)},
        level="neutro",
        word="Adherido, aún sin certificado",
        state="adherido, aún sin certificado",
        sentence=f"{_WHO} adhirió al {{acuerdo|acuerdo}} el {{desde|fecha}} y todavía no se "
        "certifica.",
        use=f"{_COMMITTED} {_NO_USE}.",
        now="Pregunte a la empresa para cuándo espera su auditoría final.",
        english="Adhered on {desde|date}; not certified yet.",
        english_use=_COMMITTED_EN,
        english_now="Ask the company when it expects its final audit.",
    ),
    Row(
        id="elemento-adherido-sin-nomina",
        case="Adhirió, el acuerdo sigue y falta la nómina de certificados completa",
        when={"estado": ("adherido",)},
        level="neutro",
        word="Adherido, aún sin certificado",
        state="adherido, aún sin certificado",
        sentence=f"{_WHO} adhirió al {{acuerdo|acuerdo}} el {{desde|fecha}}. No hay en este "
        "registro un certificado suyo; {nomina}.",
        use=f"{_COMMITTED} {_NO_USE}.",
        now=_ASK_SITE,
        english="Adhered on {desde|date}; no certificate on record in this register.",
        english_use=_COMMITTED_EN,
        english_now=_ASK_SITE_EN,
    ),
    Row(
        id="elemento-sin-certificar",
        case="El acuerdo terminó sin que se certificara; la nómina está completa",
        when={"nomina_certificados": ("completa",)},
        level="neutro",
        word="Sin certificar",
        state="sin certificar",
        sentence=f"{_WHO} adhirió al {{acuerdo|acuerdo}} el {{desde|fecha}}; el plazo del acuerdo "
        "terminó y no se certificó.",
        use=_NEEDED,
        now="Pregunte a la empresa si participa en el acuerdo siguiente de su sector.",
        english="The agreement ended and it was not certified.",
        english_use=_NEEDED_EN,
        english_now="Ask the company whether it takes part in the next agreement of its sector.",
    ),
    Row(
        id="elemento-sin-certificar-sin-nomina",
        case="El acuerdo terminó y no hay certificado suyo; falta la nómina completa",
        level="neutro",
        word="Sin certificar",
        state="sin certificar",
        sentence=f"{_WHO} adhirió al {{acuerdo|acuerdo}} el {{desde|fecha}}. El plazo del acuerdo "
        "terminó y no hay en este registro un certificado suyo; {nomina}.",
        use=f"Sin un certificado que se pueda comprobar, la adhesión {_NO_USE}.",
        now=_ASK_SITE,
        english="The agreement ended; no certificate on record in this register.",
        english_use="Without a certificate that can be verified, an adhesion authorises no use of "
        "the Sello APL.",
        english_now=_ASK_SITE_EN,
    ),
)
"""In order: the first row that applies answers."""
