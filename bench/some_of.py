"""`apl build` of some kinds of files, everything checked: what a whole site is compared with.

`records`: the pages that peers make too. `pages`: every page and the search, without badges, QRs,
calendars, feeds, pictures of links, the look-up of /verificar/, open data, API and schemas.
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial

from generator import cli, pipeline

_RECORDS = frozenset({"acuerdos", "empresas", "v", "recursos"})
"""The sections of these pages, and the theme's own files: every peer copies them as well."""
_BEYOND_PAGES = frozenset(
    {"mostrar", "tarjetas", "verificar", "datos", "api", "esquemas", "ceremonia"}
)

PARTS: Mapping[str, Callable[[str], bool]] = {
    "records": _RECORDS.__contains__,
    "pages": lambda kind: kind not in _BEYOND_PAGES,
}
"""Whether a kind of files is made, by the part of a site that is asked for."""


def main() -> int:
    """Build a part with the options of `apl build`, without a cache."""
    part, *options = sys.argv[1:]
    pipeline.build = partial(pipeline.build, wanted=PARTS[part])
    return cli.main(["build", *options, "--no-cache"])


if __name__ == "__main__":
    sys.exit(main())
