"""Changes → sentences in Spanish and English, and the one line that sums all of them up."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.changes.model import Addresses, Change, Kind
from generator.changes.nouns import ADDRESSES, COUNTS, NOUNS
from generator.days import long_en, long_es
from generator.decision.text import called_agreement, of, one_stop
from generator.messages import Language
from generator.render.wording import counted, number
from generator.vocabulary import label

_SHORT = 160

MOST_STATES = 3
"""Changes of state that the summary tells one by one."""

_TEMPLATES: Mapping[Kind, tuple[str, str]] = {
    "alta": ("{new}: {name}", "{new}: {name}"),
    "vuelve": ("Vuelve a publicarse {the} {name}", "Published again: {noun} {name}"),
    "renombrado": (
        "{The} {name} cambia de dirección: de /{before} a /{after}",
        "The {noun} {name} changes its address: from /{before} to /{after}",
    ),
    "baja": (
        "Se retira del registro {the} {name}. Motivo: {reason}{heir}",
        "Withdrawn from the register: {noun} {name}. Reason: {reason}{heir}",
    ),
    "oculto": ("Deja de publicarse {the} {name}", "No longer published: {noun} {name}"),
    "quitado": (
        "Desaparece {the} {name}, sin «baja» que lo diga",
        "Gone without a “baja”: {noun} {name}",
    ),
    "elemento_nuevo": ("{who} suma {what}", "{who} adds {what}"),
    "elemento_movido": (
        "{What} pasa de {before} a {after}",
        "{What} moves from {before} to {after}",
    ),
    "elemento_quitado": ("{who} ya no muestra {what}", "{who} no longer shows {what}"),
    "adhesion": (
        "{who} adhiere con {what} al {agreement}, el {since}",
        "{who} adheres with {what} to {where}, on {since}",
    ),
    "adhesion_quitada": (
        "{who}: desaparece la adhesión {of_what} al {agreement}",
        "{who}: the adhesion of {what} to {where} is gone",
    ),
    "certificado": (
        "{who} certifica {what}: certificado {name}, vigente hasta el {until}",
        "{who} certifies {what}: certificate {name}, valid until {until}",
    ),
    "renovacion": (
        "{who} renueva el certificado {before} {of_what}: el {name}, vigente hasta el {until}",
        "{who} renews certificate {before} of {what}: {name}, valid until {until}",
    ),
    "certificado_movido": (
        "El certificado {name} pasa de {before} a {after}",
        "Certificate {name} moves from {before} to {after}",
    ),
    "certificado_quitado": (
        "{who}: desaparece el certificado {name} {of_what}",
        "{who}: certificate {name} of {what} is gone",
    ),
    "sello": (
        "{who} recibe el sello {name}, desde el {since} hasta el {until}",
        "{who} receives seal {name}, from {since} to {until}",
    ),
    "sello_quitado": ("{who}: desaparece el sello {name}", "{who}: seal {name} is gone"),
    "cuenta": ("{who} pasa de {before} a {after}", "{who} goes from {before} to {after}"),
    "correccion": (
        "{The} {name} publica una corrección de «{after}»",
        "The {noun} {name} publishes a correction of “{after}”",
    ),
}


def sentence(change: Change, spoken: Language) -> str:
    """A change in a sentence with its full stop."""
    if change.kind == "estado":
        return one_stop(f"{state_sentence(change, spoken)}.")
    if change.kind == "datos":
        return one_stop(f"{_data(change, spoken)}.")
    template = _TEMPLATES[change.kind][spoken == "en"]
    return one_stop(f"{template.format(**_holes(change, spoken))}.")


def _holes(change: Change, spoken: Language) -> Mapping[str, str]:
    noun = NOUNS[change.table]
    the = f"{noun.article} {noun.es}" if spoken == "es" else f"the {noun.en}"
    return {
        "name": change.name,
        "new": f"{noun.es.capitalize()} {noun.new}" if spoken == "es" else f"New {noun.en}",
        "noun": noun.es if spoken == "es" else noun.en,
        "the": the,
        "The": _upper(the),
        "who": change.who,
        "what": change.what,
        "What": _upper(change.what),
        "of_what": of(change.what),
        "where": change.where,
        "agreement": called_agreement(change.where),
        "before": change.before,
        "after": change.after,
        "reason": _reason(change, spoken),
        "heir": _heir(change, spoken),
        "since": day_words(change.since, spoken),
        "until": _until(change, spoken),
    }


def _reason(change: Change, spoken: Language) -> str:
    if change.kind != "baja":
        return ""
    if spoken == "en":
        return change.before.replace("_", " ")
    return label("withdrawal_reason", change.before).lower()


def _heir(change: Change, spoken: Language) -> str:
    if change.kind != "baja" or not change.after:
        return ""
    said = "la continúa" if spoken == "es" else "continued by"
    return f"; {said} «{change.after}»"


def _until(change: Change, spoken: Language) -> str:
    if change.kind not in ("certificado", "renovacion", "sello"):
        return ""
    return day_words(date.fromisoformat(change.after), spoken)


def day_words(day: date | None, spoken: Language) -> str:
    """`9 de septiembre de 2016`; "" for no day."""
    if day is None:
        return ""
    return long_es(day) if spoken == "es" else long_en(day)


def state_sentence(change: Change, spoken: Language) -> str:
    """`Viña X pasa de vigente a suspendido en la instalación Planta Y desde el 3 de marzo …`."""
    where = _where(change, spoken)
    day = day_words(change.since, spoken)
    if spoken == "en":
        verb = "will go" if change.is_ahead else "goes"
        since = f", from {day}" if day else ""
        return f"{change.who} {verb} from {change.before} to {change.after}{where}{since}"
    verb = "pasará" if change.is_ahead else "pasa"
    since = f" desde el {day}" if day else ""
    return f"{change.who} {verb} de {change.before} a {change.after}{where}{since}"


def _where(change: Change, spoken: Language) -> str:
    at, code = ("en", "certificado") if spoken == "es" else ("in", "certificate")
    match change.table:
        case "sellos":
            return f" {at} {'su sello' if spoken == 'es' else 'its seal'} {change.name}"
        case "certificados":
            return f" {at} {change.what} ({code} {change.name})"
    joint = f"en el {called_agreement(change.where)}" if spoken == "es" else f"in {change.where}"
    return f" {at} {change.what}, {joint}"


def _data(change: Change, spoken: Language) -> str:
    """Which values of a record changed; a single short one with what it said and says."""
    subject = _subject(change, spoken)
    if tells_values(change):
        one = change.fields[0]
        before, after = quoted(one.before, spoken), quoted(one.after, spoken)
        if spoken == "en":
            return f"{subject}: “{one.title}” goes from {before} to {after}"
        return f"{subject}: «{one.title}» pasa de {before} a {after}"
    titles = ", ".join(dict.fromkeys(one.title for one in change.fields))
    return f"{subject}: {'cambian' if spoken == 'es' else 'changed:'} {titles}"


def tells_values(change: Change) -> bool:
    """Whether its sentence tells what the only value that changed said and says."""
    return len(change.fields) == 1 and all(
        len(one.before) + len(one.after) <= _SHORT for one in change.fields
    )


def _subject(change: Change, spoken: Language) -> str:
    noun = NOUNS[change.table]
    if change.what and change.table != "certificados":
        return f"{change.who}, {change.what}"
    named = noun.es if spoken == "es" else noun.en
    whose = f" ({change.who})" if change.who and change.who != change.name else ""
    return f"{_upper(named)} {change.name}{whose}"


def quoted(text: str, spoken: Language) -> str:
    """A value between quotation marks, or a word for none."""
    if not text:
        return "nada" if spoken == "es" else "nothing"
    return f"«{text}»" if spoken == "es" else f"“{text}”"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


# All in one line.


def summary(changes: Sequence[Change], addresses: Mapping[str, Addresses], spoken: Language) -> str:
    """`2 altas, 1 renovación; Viña X pasa de …; cambian 7 páginas, 2 calendarios.`"""
    parts = [", ".join(_counts(changes, spoken)), *_states(changes, spoken)]
    parts += _counted_addresses(addresses, spoken)
    said = "; ".join(part for part in parts if part)
    if not said:
        return (
            "Nada cambia para el público." if spoken == "es" else "Nothing changes for the public."
        )
    return one_stop(f"{_upper(said)}.")


def _counts(changes: Sequence[Change], spoken: Language) -> Iterator[str]:
    found = Counter(one.kind for one in changes)
    for kind, words in COUNTS.items():
        if found[kind]:
            one, many, english, englishes = words
            if spoken == "es":
                yield counted(found[kind], one, many)
            else:
                yield f"{found[kind]:,} {english if found[kind] == 1 else englishes}"


def _states(changes: Sequence[Change], spoken: Language) -> Iterator[str]:
    states = [one for one in changes if one.kind == "estado"]
    for one in states[:MOST_STATES]:
        yield state_sentence(one, spoken)
    if more := len(states) - MOST_STATES:
        if more > 0 and spoken == "es":
            yield f"y {counted(more, 'cambio de estado más', 'cambios de estado más')}"
        elif more > 0:
            yield f"and {more:,} more changes of state"


def _counted_addresses(addresses: Mapping[str, Addresses], spoken: Language) -> Iterator[str]:
    """New, changed and lost addresses, each with its verb; the kinds that are none stay out."""
    for part, verbs in (
        ("changed", (("cambia", "cambian"), ("changed", "changed"))),
        ("new", (("aparece", "aparecen"), ("new", "new"))),
        ("gone", (("desaparece", "desaparecen"), ("gone", "gone"))),
    ):
        found = [(kind, len(getattr(one, part))) for kind, one in addresses.items()]
        told = [_counted_kind(kind, count, spoken) for kind, count in found if count]
        if told:
            verb = verbs[spoken == "en"][next(count for _, count in found if count) != 1]
            yield f"{verb} {', '.join(told)}"


def _counted_kind(kind: str, count: int, spoken: Language) -> str:
    one, many, english, englishes = ADDRESSES[kind]
    if spoken == "es":
        return f"{number(count)} {one if count == 1 else many}"
    return f"{count:,} {english if count == 1 else englishes}"
