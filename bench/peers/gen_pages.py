"""What mkdocs-gen-files runs inside MkDocs: every page of the registry as a virtual file."""

import json
import os
from pathlib import Path

import mkdocs_gen_files  # type: ignore[import-not-found]  # only the peers have it

from bench.peers.markdown import Writer
from bench.peers.records import pages

_names = json.loads(Path(os.environ["BENCH_NAMES"]).read_text(encoding="utf-8"))
_writer = Writer(_names, os.environ["BENCH_DAY"])
for _page in pages(Path(os.environ["BENCH_REGISTRY"]), _names["comunas"]):
    with mkdocs_gen_files.open(f"{_page.section}/{_page.id}.md", "w") as _file:
        _file.write(_writer.markdown(_page))
