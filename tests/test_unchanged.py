"""The memory of a command that has nothing new to do."""

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator import unchanged
from generator.unchanged import Memory, Told

TOLD = Told(0, "acuerdos/a.yaml:1:1: warning APL305: …\n", "listo en {seconds} s")
LONG_AGO = 1_700_000_000


class Scene:
    """A registry, a site made from it, and the memory of having made it."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        self.registry, self.out = folder / "registry", folder / "site"
        for file in ("registry/acuerdos/a.yaml", "registry/b.yaml", "site/index.html", "site/c/x"):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(file, encoding="utf-8")
        self.began = time.time_ns() + 10**9  # a second from now, so that all files are old

    def memory(self, *words: str) -> Memory:
        return Memory(self.cache, "build", *words)

    def keep(self) -> None:
        memory = self.memory()
        memory.look(self.began, self.registry)
        memory.keep(TOLD, self.out, ["index.html", "c/x"])


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    made = Scene(tmp_path)
    made.keep()
    return made


def test_what_was_kept_is_recalled(scene: Scene) -> None:
    """Another run of the same command, with nothing changed, ends the same."""
    assert scene.memory().recall() == TOLD
    assert scene.memory().recall() == TOLD


def test_another_command_remembers_nothing(scene: Scene) -> None:
    """Other words (a day, an option, a language) are another command."""
    assert scene.memory("2026-11-24").recall() is None


CHANGES: dict[str, Callable[[Scene], object]] = {
    "a source is edited": lambda s: (s.registry / "b.yaml").write_text("registry/c.yaml"),
    "a source is touched": lambda s: os.utime(s.registry / "b.yaml", (LONG_AGO, LONG_AGO)),
    "a source is deleted": lambda s: (s.registry / "b.yaml").unlink(),
    "a source is new": lambda s: (s.registry / "acuerdos/z.yaml").write_text(""),
    "a source is renamed": lambda s: (s.registry / "b.yaml").rename(s.registry / "z.yaml"),
    "a source may be read less": lambda s: (s.registry / "b.yaml").chmod(0o600),
    "a folder is new": lambda s: (s.registry / "sellos").mkdir(),
    "a link is new": lambda s: (s.registry / "l").symlink_to(s.registry / "b.yaml"),
    "the registry is gone": lambda s: s.registry.rename(s.registry.parent / "other"),
    "a page is edited": lambda s: (s.out / "index.html").write_text("site/index.htmm"),
    "a page is deleted": lambda s: (s.out / "c/x").unlink(),
    "a page was put there": lambda s: (s.out / "c/y").write_text(""),
    "a folder was put there": lambda s: (s.out / "d").mkdir(),
    "the site is gone": lambda s: s.out.rename(s.out.parent / "other"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_seen(scene: Scene, change: Callable[[Scene], object]) -> None:
    """Of sources and of outputs, by whomever."""
    change(scene)

    assert scene.memory().recall() is None


def test_a_copy_with_the_same_times_is_another_file(scene: Scene) -> None:
    """A replaced file that bears the old one's time and size is not the file that was read."""
    old = scene.registry / "b.yaml"
    found = old.stat()
    new = scene.registry / "c.yaml"
    new.write_text("registry/x.yaml", encoding="utf-8")
    os.utime(new, ns=(found.st_atime_ns, found.st_mtime_ns))
    os.replace(new, old)

    assert scene.memory().recall() is None


def test_a_file_changed_in_the_same_instant_is_not_trusted(tmp_path: Path) -> None:
    """What was saved just before reading may have been saved again since, at the same time."""
    scene = Scene(tmp_path)
    scene.began = time.time_ns()
    scene.keep()

    assert scene.memory().recall() is None


def test_a_damaged_memory_counts_for_nothing(scene: Scene) -> None:
    """Whichever byte of it was lost or altered."""
    [file] = scene.cache.iterdir()
    sound = file.read_bytes()
    for place in range(0, len(sound), 7):
        file.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        assert scene.memory().recall() is None, place
        file.write_bytes(sound[:place])
        assert scene.memory().recall() is None, place
    file.write_bytes(sound)
    assert scene.memory().recall() == TOLD


def test_another_program_starts_afresh(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of this program, of Python or of a package makes another site."""
    monkeypatch.setattr(unchanged, "program", lambda: "another")

    assert scene.memory().recall() is None


def test_sources_changed_while_the_command_worked_are_seen(tmp_path: Path) -> None:
    """What counts is what they were like before they were read."""
    scene = Scene(tmp_path)
    memory = scene.memory()
    memory.look(scene.began, scene.registry)
    (scene.registry / "b.yaml").write_text("changed meanwhile", encoding="utf-8")
    memory.keep(TOLD, scene.out, ["index.html", "c/x"])

    assert scene.memory().recall() is None


def test_a_cache_that_cannot_be_written_is_no_harm(tmp_path: Path) -> None:
    """The next run does the work again, that is all."""
    scene = Scene(tmp_path)
    scene.cache.write_text("a file where the folder should be", encoding="utf-8")
    scene.keep()

    assert scene.memory().recall() is None


def test_old_memories_are_forgotten(tmp_path: Path) -> None:
    """Every day is another command, so memories would pile up; the newest stay."""
    scene = Scene(tmp_path)
    for day in range(unchanged.MOST + 5):
        memory = scene.memory(str(day))
        memory.look(scene.began, scene.registry)
        memory.keep(TOLD)

    assert len(list(scene.cache.iterdir())) == unchanged.MOST
    assert scene.memory(str(unchanged.MOST + 4)).recall() == TOLD


def test_names_that_are_no_text_are_remembered(tmp_path: Path) -> None:
    """A picture whose name holds bytes that are no UTF-8 ends no build."""
    scene = Scene(tmp_path)
    name = os.fsdecode(b"\xff.png")
    (scene.out / name).write_bytes(b"")
    memory = scene.memory()
    memory.look(scene.began, scene.registry)
    memory.keep(TOLD, scene.out, ["index.html", "c/x", name])

    assert scene.memory().recall() == TOLD


def test_a_memory_of_another_form_counts_for_nothing(scene: Scene) -> None:
    """One that a later version of this program wrote, say."""
    [file] = scene.cache.iterdir()
    for body in (b"{}", b"[]", b'{"program": 1}'):
        file.write_bytes(sha256(body).digest() + body)
        assert scene.memory().recall() is None


def test_what_changes_after_the_recall_is_seen_next_time(scene: Scene) -> None:
    """The command that works looks at its sources once, before it reads them."""
    (scene.registry / "b.yaml").write_text("another", encoding="utf-8")
    memory = scene.memory()
    assert memory.recall() is None
    (scene.registry / "b.yaml").write_text("changed once more", encoding="utf-8")
    memory.look(scene.began, scene.registry)
    memory.keep(TOLD, scene.out, ["index.html", "c/x"])

    assert scene.memory().recall() is None
