"""`apl build` of the pages that peers make too: companies, agreements, certificates and seals."""

import sys
from functools import partial

from generator import cli, pipeline

_PAGES = frozenset({"acuerdos", "empresas", "v", "recursos"})
"""The sections of these pages, and the theme's own files: every peer copies them as well."""


def main() -> int:
    """Build with the options of `apl build`, everything checked, without a cache."""
    pipeline.build = partial(pipeline.build, wanted=_PAGES.__contains__)
    return cli.main(["build", *sys.argv[1:], "--no-cache"])


if __name__ == "__main__":
    sys.exit(main())
