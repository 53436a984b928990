"""THIRD-PARTY.toml → what others made that lies here or in the sites, and what it leaves out."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

FILE = "THIRD-PARTY.toml"


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody else made. `text` is where its licence stands: a path in this repository, or
    in the installed packages where the part is `brought_by` one of them.
    """

    name: str
    kind: str
    licence: str
    copyright: str
    what: str
    version: str = ""
    purl: str = ""
    text: str = ""
    files: tuple[str, ...] = ()
    brought_by: str = ""

    def paths(self, root: Path) -> list[Path]:
        """The files of this part, which are patterns in its table."""
        return sorted(path for one in self.files for path in root.glob(one) if path.is_file())


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """The parts; the folders that hold nothing else, but for `own`; licences in SPDX's words."""

    parts: tuple[Part, ...]
    folders: tuple[str, ...]
    own: tuple[str, ...]
    licences: Mapping[str, str]

    def strangers(self, root: Path) -> Iterator[str]:
        """The files that nobody accounts for: in no part, and not our own."""
        known = {path for part in self.parts for path in part.paths(root)}
        for folder in self.folders:
            for path in sorted((root / folder).rglob("*")):
                name = path.relative_to(root).as_posix()
                is_ours = any(fnmatchcase(name, one) for one in self.own)
                if path.is_file() and "__pycache__" not in path.parts and not is_ours:
                    yield from [] if path in known else [name]

    def wordless(self, root: Path, packages: Path) -> Iterator[str]:
        """The parts whose licence stands nowhere, or says nothing of whose it is."""
        for part in self.parts:
            text = (packages if part.brought_by else root) / part.text
            needs_text = not part.licence.startswith("LicenseRef-")
            if not part.copyright or (needs_text and not (part.text and text.is_file())):
                yield part.name


def third_party(root: Path) -> ThirdParty:
    """What the file in `root` says; KeyError or TypeError where it lacks or misspells a key."""
    told = tomllib.loads((root / FILE).read_text(encoding="utf-8"))
    parts = tuple(Part(**{**one, "files": tuple(one.get("files", ()))}) for one in told["part"])
    return ThirdParty(parts, tuple(told["folders"]), tuple(told["own"]), told["licences"])
