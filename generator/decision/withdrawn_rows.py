"""The rows of the decision table that answer for a record withdrawn from the register."""

from generator.decision.query_rows import EMPTY_HANDED, EMPTY_HANDED_EN
from generator.decision.row import Row

_MISTAKEN_EN = (
    "If you think that this is a mistake, ask for a correction by this register's channel."
)

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
        english_use="What holds today stands in the record that continues it.",
        english_now="See the record of {heredera}.",
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
        use=EMPTY_HANDED,
        now="Si cree que es un error, pida la corrección por el canal del registro.",
        english="Record withdrawn: merged into another one on {fecha|date}.",
        english_use=EMPTY_HANDED_EN,
        english_now=_MISTAKEN_EN,
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
        english_use="It neither confirms nor rules out anything about its holder.",
        english_now="Ask whoever named it to you for the certificate.",
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
        use=EMPTY_HANDED,
        now="Si cree que el error es este retiro, pida la corrección por el canal del registro.",
        english="Record withdrawn on {fecha|date}: it had been entered by mistake.",
        english_use=EMPTY_HANDED_EN,
        english_now=_MISTAKEN_EN,
    ),
)
"""In order: the first row that applies answers."""
