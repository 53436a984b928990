"""What the benches of trust tried and counted → bench/trying.json, and the sentences that tell it.

`python -m bench.trying` prints the sentences; README and the site's method page hold them, and a
test holds these to the figures.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from generator.arguments import ROOT

KEPT = ROOT / "bench" / "trying.json"
"""By bench: its figures, and the day they were taken."""
README = ROOT / "README.md"
METHOD = ROOT / "content" / "acerca" / "metodo.md"

Figures = dict[str, Any]


def kept() -> dict[str, Figures]:
    """What the last noted runs counted."""
    if not KEPT.exists():
        return {}
    found: dict[str, Figures] = json.loads(KEPT.read_text(encoding="utf-8"))
    return found


def note(bench: str, figures: Mapping[str, object]) -> None:
    """Put the figures of a run in place of those of the last one of its bench."""
    known = {**kept(), bench: {**figures, "day": datetime.now(UTC).date().isoformat()}}
    text = json.dumps(known, indent=1, ensure_ascii=False, sort_keys=True)
    KEPT.write_text(text + "\n", encoding="utf-8")


def lost(known: Mapping[str, Figures]) -> int:
    """How much of all that was tried did not go as it should."""
    faults = [one for one in known["faults"].values() if isinstance(one, dict)]
    broken = sum(int(one["tried"]) - int(one["survived"]) for one in faults)
    return broken + int(known["hostile"]["wrong"]) + int(known["fuzz"]["broken"])


def english(known: Mapping[str, Figures]) -> list[str]:
    """The sentences of the README."""
    return [_ENGLISH[name].format_map(found) for name, found in _told(known, ",").items()]


def spanish(known: Mapping[str, Figures]) -> list[str]:
    """The sentences of the method page."""
    return [_SPANISH[name].format_map(found) for name, found in _told(known, ".").items()]


def _told(known: Mapping[str, Figures], mark: str) -> dict[str, dict[str, str]]:
    figures = {"hostile": known["hostile"], "fuzz": known["fuzz"], "pages": known["pages"]}
    figures["faults"] = _faults(known["faults"])
    return {
        name: {key: _grouped(value, mark) for key, value in figures[name].items()}
        for name in _ENGLISH
    }


def _faults(found: Figures) -> Figures:
    kinds = {name: one["survived"] for name, one in found.items() if isinstance(one, dict)}
    kills = sum(count for name, count in kinds.items() if name.startswith("kill"))
    return {"kills": kills, "others": sum(kinds.values()) - kills}


def _grouped(value: object, mark: str) -> str:
    return f"{value:,}".replace(",", mark) if isinstance(value, int) else str(value)


_ENGLISH: Mapping[str, str] = {
    "hostile": (
        "{values} hostile values in each of {fields} fields, {judged} pairs judged by the loader; "
        "what it lets in came out as it was written {read_back} times, in {outputs} formats, each "
        "read back by a reader of others; of {pages} pages made of it none ran anything."
    ),
    "fuzz": (
        "{executions} files made up by a fuzzer that watches which lines run: no crash, no hang, "
        "memory bounded."
    ),
    "faults": (
        "{kills} builds killed, and {others} without room, with unreadable files, edited meanwhile "
        "or two at once: no file half-written, and the next build right every time."
    ),
    "pages": (
        "{html} pages without an error by the Nu HTML checker, {axe} by axe-core; "
        "every link of {links} pages leads somewhere."
    ),
}
_SPANISH: Mapping[str, str] = {
    "hostile": (
        "**Textos dañinos.** Escribimos {values} textos hechos para engañar o romper (programas "
        "escondidos, fórmulas de planilla, letras que se hacen pasar por otras) en cada uno de los "
        "{fields} campos de las fichas. Son {judged} combinaciones: lo que no se debe aceptar se "
        "rechazó, y lo demás salió tal cual {read_back} veces, en {outputs} tipos de archivo. "
        "Abrimos {pages} páginas hechas con ellos y ninguna ejecutó nada."
    ),
    "fuzz": (
        "**Archivos al azar.** El programa leyó {executions} archivos deformados a propósito. "
        "Ninguno lo hizo caer ni lo dejó pegado."
    ),
    "faults": (
        "**Cortes a medio camino.** Interrumpimos {kills} veces el armado del sitio, y otras "
        "{others} lo dejamos sin espacio en el disco, con archivos ilegibles, con una ficha que "
        "cambia entretanto o con dos armados a la vez. Ningún archivo quedó a medias, y el armado "
        "siguiente siempre salió bien."
    ),
    "pages": (
        "**Páginas revisadas.** {html} por su código y {axe} por su accesibilidad, con programas "
        "hechos por otros, y todos los enlaces de {links}: sin errores."
    ),
}

if __name__ == "__main__":
    for line in (*english(kept()), "", *spanish(kept())):
        print(line)
