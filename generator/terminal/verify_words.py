"""What `apl verify-site` found → its words, in Spanish and English."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.days import long_en
from generator.messages import Language
from generator.proof.checkout import Lack
from generator.proof.claim import Claim, Silence
from generator.proof.comparing import Compared
from generator.proof.places import Finding
from generator.render.wording import counted, long_day, number

MOST = 5
"""Files named of each kind; `--format json` names all."""

Words = Mapping[Language, str]

WORDS: Mapping[str, Words] = {
    "claim": {
        "es": "El sitio dice salir del commit {commit}, con datos al {day}.",
        "en": "The site says that it comes from commit {commit}, with data as of {day}.",
    },
    "rebuild": {
        "es": "Construyendo de nuevo ese commit …",
        "en": "Rebuilding that commit …",
    },
    "compare": {"es": "Comparando los archivos …", "en": "Comparing the files …"},
    "not_rebuilt": {
        "es": "el commit {commit} no se pudo construir aquí:\n{said}",
        "en": "commit {commit} could not be built here:\n{said}",
    },
    "unreachable": {"es": "no se pudo leer el sitio", "en": "the site could not be read"},
    "same": {
        "es": "El sitio es, archivo por archivo, lo que sale de ese commit: {files}, iguales.",
        "en": "The site is, file by file, what that commit makes: {files}, all the same.",
    },
    "not_same": {
        "es": "El sitio no es lo que sale de ese commit: {same} de {all} archivos son iguales.",
        "en": "The site is not what that commit makes: {same} of {all} files are the same.",
    },
    "versions": {
        "es": "Con otra versión de Python, de SQLite o de los paquetes de requirements.lock, "
        "algunos archivos salen distintos.",
        "en": "With another version of Python, SQLite or the packages of requirements.lock some "
        "files come out differently.",
    },
    "unseen": {
        "es": "Desde fuera no se ve si el sitio publica además otros archivos.",
        "en": "From outside it cannot be seen whether the site publishes other files as well.",
    },
    "partly": {
        "es": "Ojo: parte de lo que hace el sitio (programa, textos o plantillas) no está en el "
        "repositorio de las fichas, y se tomó como está aquí.",
        "en": "Mind: part of what makes the site (program, prose or templates) is not in the "
        "repository of the records, and was taken as it is here.",
    },
    "byte": {"es": "distinto desde el byte {at}", "en": "differs from byte {at} on"},
    "more": {"es": "… y {count} más", "en": "… and {count} more"},
}

_KINDS: Mapping[str, Words] = {
    "differs": {"es": "Distintos", "en": "Different"},
    "missing": {"es": "Faltan", "en": "Missing"},
    "unreadable": {"es": "No se pueden leer", "en": "Cannot be read"},
    "extra": {"es": "Sobran", "en": "Too much"},
}

_WHY: Mapping[str, Words] = {
    "slow": {"es": "llega demasiado lento", "en": "comes too slowly"},
    "elsewhere": {"es": "lleva a otro sitio", "en": "leads to another site"},
    "circles": {"es": "lleva de una dirección a otra sin fin", "en": "leads around in circles"},
    "silent": {"es": "el servidor no responde", "en": "the server does not answer"},
    "no_file": {"es": "no es un archivo", "en": "is no file"},
}

SILENCES: Mapping[Silence, Words] = {
    "unfinished": {
        "es": "el sitio se está escribiendo o quedó a medias (en-obra.txt); espera, o construye "
        "otra vez con «apl build»",
        "en": "the site is being written, or was left half written (en-obra.txt); wait, or run "
        "“apl build” again",
    },
    "silent": {
        "es": "no dice de qué día es ni de qué commit sale (api/v1/renombrados.json): no parece "
        "un sitio de este programa",
        "en": "tells neither its day nor its commit (api/v1/renombrados.json): it does not look "
        "like a site of this program",
    },
    "no_commit": {
        "es": "no nombra un commit: se construyó con cambios sin guardar en git, o fuera de git, "
        "y no se puede comprobar",
        "en": "names no commit: it was built with changes that git does not hold, or outside of "
        "git, and cannot be checked",
    },
}

LACKS: Mapping[Lack, Words] = {
    "no_git": {"es": "git no está en este equipo", "en": "git is not on this machine"},
    "no_repository": {
        "es": "el registro no está en un repositorio git que se pueda leer; clónalo, o nómbralo "
        "con --registry {said}",
        "en": "the registry is in no git repository that can be read; clone it, or name it with "
        "--registry {said}",
    },
    "shallow": {
        "es": "a este clon le falta la historia, y en ella el commit {commit}; tráela con "
        "«git fetch --unshallow»",
        "en": "this clone lacks history, and with it commit {commit}; get it with "
        "“git fetch --unshallow”",
    },
    "unknown": {
        "es": "aquí no está el commit {commit}; trae lo nuevo con «git fetch»",
        "en": "commit {commit} is not here; get what is new with “git fetch”",
    },
    "untrusted": {
        "es": "el commit {commit} no es de ninguna rama de este repositorio ni de «origin», y "
        "comprobar ejecuta su programa; si confías en él, dale una rama: «git branch NOMBRE "
        "{commit}»",
        "en": "commit {commit} is on no branch of this repository or of “origin”, and checking "
        "runs its program; if you trust it, give it a branch: “git branch NAME {commit}”",
    },
    "incomplete": {
        "es": "a este clon le faltan archivos del commit {commit}; clónalo entero ({said})",
        "en": "this clone lacks files of commit {commit}; clone it whole ({said})",
    },
}


def day(value: date, spoken: Language) -> str:
    """As people write it."""
    return long_en(value) if spoken == "en" else long_day(value)


def as_text(site: str, _: Claim, found: Compared, is_whole: bool, spoken: Language) -> str:
    """What was found, and what that means."""
    return "\n".join(_lines(printable(site), found, is_whole, spoken))


def _lines(site: str, found: Compared, is_whole: bool, spoken: Language) -> Iterator[str]:
    for kind in ("differs", "missing", "unreadable"):
        names = [_named(one, spoken) for one in found.of(kind)]
        yield from _listed(_KINDS[kind][spoken], names, spoken)
    extra = [printable(name) for name in found.extra]
    yield from _listed(_KINDS["extra"][spoken], extra, spoken)
    files = len(found.findings)
    if found.is_same:
        told = counted(files, "archivo", "archivos") if spoken == "es" else f"{files} files"
        yield f"{site}: " + WORDS["same"][spoken].format(files=told)
    else:
        told, same = _number(files, spoken), _number(len(found.of("same")), spoken)
        yield f"{site}: " + WORDS["not_same"][spoken].format(same=same, all=told)
        yield WORDS["versions"][spoken]
    if not found.sees_all:
        yield WORDS["unseen"][spoken]
    if not is_whole:
        yield WORDS["partly"][spoken]


def _listed(title: str, names: Sequence[str], spoken: Language) -> Iterator[str]:
    if not names:
        return
    yield f"{title}: {_number(len(names), spoken)}"
    yield from (f"  {name}" for name in names[:MOST])
    if len(names) > MOST:
        yield "  " + WORDS["more"][spoken].format(count=_number(len(names) - MOST, spoken))


def _named(one: Finding, spoken: Language) -> str:
    if one.state == "missing":
        return one.name
    if one.state == "differs":
        return f"{one.name}: " + WORDS["byte"][spoken].format(at=_number(int(one.detail), spoken))
    words = _WHY.get(one.detail)
    return f"{one.name}: {words[spoken] if words else printable(one.detail)}"


def _number(count: int, spoken: Language) -> str:
    return f"{count:,}" if spoken == "en" else number(count)


def printable(text: str) -> str:
    """A name that others chose, without what would steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
