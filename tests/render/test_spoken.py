"""Expectations of messages in scripts: in whose words they stand once scripts are joined."""

from pathlib import Path

import pytest

from generator import catalogue
from generator.language import SPANISH, Language, Messages
from generator.render import bundles
from generator.render.assets import AssetError, join
from generator.render.spoken import spoken
from scripts import messages

ROOT = Path(__file__).resolve().parents[2]
OF_TWO = Language(
    "en",
    "en",
    "en/",
    Messages({"hola": "hello", "un día": ("a day", "«days»"), '"x"': "x"}),
)


def test_a_message_becomes_its_words() -> None:
    """Spanish keeps the text, another language has its own, and no call is left for a browser."""
    script = 'say(gettext("hola"), gettext("nadie"), gettext(\n  "\\"x\\"",\n));'

    assert spoken(script, SPANISH) == 'say("hola", "nadie", "\\"x\\"");'
    assert spoken(script, OF_TWO) == 'say("hello", "nadie", "x");'


def test_a_counted_message_becomes_a_choice() -> None:
    """Of two forms the number chooses, when the script runs."""
    script = 'ngettext("un día", "días", one.n)'

    assert spoken(script, SPANISH) == '(one.n === 1 ? "un día" : "días")'
    assert spoken(script, OF_TWO) == '(one.n === 1 ? "a day" : "«days»")'


@pytest.mark.parametrize(
    "call", ["gettext(`hola ${x}`)", 'gettext("a" + "b")', 'ngettext("a", "b", f(x))', "gettext(x)"]
)
def test_a_message_is_a_plain_text(tmp_path: Path, call: str) -> None:
    """What could not be found in a catalogue stops the build, and is named."""
    entry = tmp_path / "a.js"
    entry.write_text(f"say({call});\n", encoding="utf-8")

    with pytest.raises(AssetError, match=r"a\.js: a message is one plain text"):
        join(entry)


def _called(texts: list[str]) -> set[str]:
    """The messages that joining replaces, by a language that notes what it is asked."""
    asked: set[str] = set()

    class Noting(dict[str, str]):
        def __missing__(self, text: str) -> str:
            asked.add(text)
            return text

    for text in texts:
        spoken(text, Language("xx", "xx", messages=Noting()))
    return asked


def test_the_catalogue_knows_every_message_of_a_script() -> None:
    """What is replaced and what is gathered for translators are the same, so nothing stays Spanish.

    Babel does not look into template literals, for one.
    """
    sources = [
        one
        for one in (ROOT / "templates/assets").rglob("*.js")
        if "ajeno" not in one.parts and "ceremonia" not in one.parts
    ]
    gathered = {
        told if isinstance(told, str) else told[0]
        for told, files in messages.messages().items()
        if any(one.startswith("templates/assets/") for one in files)
    }

    assert _called([one.read_text(encoding="utf-8") for one in sources]) == gathered


def test_a_script_is_written_for_each_language() -> None:
    """Pages of another language load scripts of their own, but for those of pages for staff."""
    made = {"estado/tabla.js": "export const DECISIONS = {};\n"}
    english = dict(bundles.translated(ROOT / "templates", made, {}, catalogue.english()))

    assert set(english) == {
        f"recursos/en/{name}.js"
        for name in ("buscador", "explorador", "registro", "verificar", "vivo")
    }
    assert b"gettext" not in b"".join(english.values())
    assert b"Address copied" in english["recursos/en/registro.js"]
