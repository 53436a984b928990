"""What pip-audit says of the locks → one warning a fault, and one for what it could not ask.

`python -m scripts.audit` never fails: a fault of a package that we only use in tests should keep
nobody from publishing a suspension. pip-audit itself calls a package sound that it never asked for.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")
TOOL = Path(sys.executable).parent / "pip-audit"
OPTIONS = ("--format=json", "--require-hashes", "--disable-pip", "--progress-spinner=off")


def asked(tool: Path) -> str:
    """What the tool prints; nothing where it is not there."""
    locks = [word for lock in LOCKS for word in ("--requirement", str(ROOT / lock))]
    try:
        done = subprocess.run([tool, *OPTIONS, *locks], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout


def warnings(said: str) -> Iterator[str]:
    """A sentence for each fault and its package, and one for what nothing is known of."""
    try:
        packages: list[dict[str, Any]] = list(json.loads(said)["dependencies"])
    except (ValueError, LookupError, TypeError):
        packages = []
    if not packages:
        yield "No se pudo preguntar por ningún paquete: no se sabe si tienen fallas conocidas."
        return
    for one in packages:
        for fault in one.get("vulns", ()):
            mended = ", ".join(fault.get("fix_versions") or ()) or "ninguna versión todavía"
            yield f"{one['name']} {one['version']}: {fault['id']}; lo corrige {mended}."
    unknown = [one["name"] for one in packages if "skip_reason" in one]
    if unknown:
        named = ", ".join(unknown[:10]) + (" …" if len(unknown) > 10 else "")
        yield f"No se pudo preguntar por {len(unknown)} de {len(packages)} paquetes: {named}."


def main(tool: Path = TOOL) -> int:
    """Print them, as annotations where GitHub reads."""
    head = "::warning title=pip-audit::" if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    found = list(warnings(asked(tool)))
    for line in found:
        print(f"{head}{line}")
    if not found:
        print("Ningún paquete de los candados tiene fallas conocidas.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
