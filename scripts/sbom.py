"""requirements.lock, the installed packages and THIRD-PARTY.toml → a bill of materials (CycloneDX).

`python -m scripts.sbom` prints it. The same commit gives the same bytes: the moment is that of
SOURCE_DATE_EPOCH, the serial number follows from the content, and markers are judged as on Linux
with the oldest Python, wherever this runs.
"""

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseAcknowledgement, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.spdx import is_supported_id
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.third_party import Part, ThirdParty, third_party

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
JUDGED_AS = {
    "python_version": "3.11",
    "python_full_version": "3.11.0",
    "sys_platform": "linux",
    "platform_system": "Linux",
    "platform_machine": "x86_64",
    "os_name": "posix",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
_CLASSIFIERS = {
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Apache Software License": "Apache-2.0",
}


@dataclass(frozen=True, slots=True)
class Pinned:
    """A package as a lock has it: one version, and the digests of all its files."""

    name: str
    version: str
    digests: tuple[str, ...]


def pinned(lock: str) -> dict[str, Pinned]:
    """The packages of a lock, by name."""
    found = {}
    for entry in re.split(r"\n(?=[a-z])", lock.strip()):
        name, version = re.match(r"([a-z0-9-]+)==(\S+)", entry).groups()  # type: ignore[union-attr]
        digests = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)))
        found[name] = Pinned(name, version, digests)
    return found


class NotInstalled(Exception):
    """A package of the lock is not here, or not in that version: its licence cannot be read."""


def installed(one: Pinned) -> Distribution:
    """The package as it is installed."""
    try:
        found = distribution(one.name)
    except PackageNotFoundError:
        raise NotInstalled(f"{one.name}=={one.version}: not installed") from None
    if found.version != one.version:
        raise NotInstalled(f"{one.name}=={one.version}: {found.version} is installed")
    return found


def licence(package: Distribution, read: Mapping[str, str]) -> str:
    """Its licence in SPDX's words; `read` knows those that have to be read in their text."""
    name = canonicalize_name(package.name)
    if name in read:
        return read[name]
    if told := package.metadata.get("License-Expression"):
        return told
    classes = package.metadata.get_all("Classifier") or []
    named = {_CLASSIFIERS.get(one.rpartition(" :: ")[2]) for one in classes if "License ::" in one}
    told = package.metadata.get("License") or ""
    candidates = named - {None} or ({told} if is_supported_id(told) else set())
    if len(candidates) != 1:
        raise ValueError(f"{name}: THIRD-PARTY.toml has to say its licence under [licences]")
    return str(candidates.pop())


def needs(requirements: Iterable[str], among: Iterable[str]) -> list[str]:
    """The packages of the lock that these requirements ask for."""
    asked = map(Requirement, requirements)
    names = {
        canonicalize_name(one.name)
        for one in asked
        if not one.marker or one.marker.evaluate({**JUDGED_AS, "extra": ""})
    }
    return sorted(names & set(among))


def reached(start: Iterable[str], graph: Mapping[str, Iterable[str]]) -> set[str]:
    """All packages that these need, and those that those need."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += graph[name]
    return found


def _sha256(digest: str) -> HashType:
    return HashType(alg=HashAlgorithm.SHA_256, content=digest)


def _licensed(expression: str) -> list[LicenseExpression]:
    declared = LicenseAcknowledgement.DECLARED
    return [LicenseExpression(expression, acknowledgement=declared)]


def _component(one: Pinned, package: Distribution, told: ThirdParty, is_used: bool) -> Component:
    purl = PackageURL("pypi", None, one.name, one.version)
    digests = [_sha256(digest) for digest in one.digests]
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION, url=XsUri(str(purl)), hashes=digests
    )
    return Component(
        name=one.name,
        version=one.version,
        bom_ref=str(purl),
        purl=purl,
        scope=ComponentScope.REQUIRED if is_used else ComponentScope.EXCLUDED,
        description=package.metadata.get("Summary"),
        licenses=_licensed(licence(package, told.licences)),
        external_references=[files],
    )


def _part(part: Part, root: Path) -> Component:
    return Component(
        type=ComponentType(part.kind),
        name=part.name,
        version=part.version or None,
        bom_ref=f"part:{part.name}",
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        scope=ComponentScope.REQUIRED if part.kind == "library" else None,
        description=part.what,
        copyright=part.copyright,
        licenses=_licensed(part.licence),
        components=list(_files(part, root)),
    )


def _files(part: Part, root: Path) -> Iterator[Component]:
    for path in part.paths(root):
        name, digest = path.relative_to(root).as_posix(), sha256(path.read_bytes()).hexdigest()
        yield Component(
            type=ComponentType.FILE,
            name=name,
            bom_ref=f"file:{name}",
            hashes=[_sha256(digest)],
        )


def bill(root: Path, moment: datetime) -> Bom:
    """The bill of materials of a repository; NotInstalled where its lock is not installed."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told, lock = third_party(root), pinned((root / LOCK).read_text(encoding="utf-8"))
    packages = {name: installed(one) for name, one in lock.items()}
    graph = {name: needs(one.requires or (), lock) for name, one in packages.items()}
    direct = needs(project["dependencies"], lock)
    used = reached(direct, graph)
    itself = _itself(project)
    parts = [_part(one, root) for one in told.parts if not one.brought_by]
    locked = {
        name: _component(one, packages[name], told, name in used) for name, one in lock.items()
    }
    for one in told.parts:
        if one.brought_by:
            locked[one.brought_by].components.add(_part(one, root))
    edges = {itself: [*(locked[name] for name in direct), *parts]}
    edges |= {locked[name]: [locked[need] for need in needed] for name, needed in graph.items()}
    bom = Bom(
        components=[*locked.values(), *parts],
        metadata=BomMetaData(component=itself, timestamp=moment),
        dependencies=[_dependency(one, needed) for one, needed in edges.items()],
    )
    bom.serial_number = uuid5(NAMESPACE_URL, f"{_said(bom)} {moment}")
    return bom


def _said(bom: Bom) -> str:
    """The bill without its number, which follows from it."""
    bom.serial_number = UUID(int=0)
    return JsonV1Dot6(bom).output_as_string()


def _itself(project: Mapping[str, str]) -> Component:
    purl = PackageURL("generic", None, project["name"], project["version"])
    return Component(
        type=ComponentType.APPLICATION,
        name=project["name"],
        version=project["version"],
        bom_ref=str(purl),
        purl=purl,
        description=project["description"],
        licenses=_licensed(project["license"]),
    )


def _dependency(one: Component, needed: Iterable[Component]) -> Dependency:
    return Dependency(one.bom_ref, [Dependency(other.bom_ref) for other in needed])


def text(root: Path, moment: datetime) -> str:
    """The bill as CycloneDX 1.6 JSON."""
    return JsonV1Dot6(bill(root, moment)).output_as_string(indent=2) + "\n"


def main() -> int:
    """Print it; 1 where the lock is not what is installed here."""
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    try:
        print(text(ROOT, moment), end="")
    except NotInstalled as lack:
        print(f"sbom: {lack}; run `make .venv/site-ready` first", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
