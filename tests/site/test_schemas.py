"""The published schemas: at their address, saying it, and otherwise as `apl schema` gives them."""

import json
from pathlib import Path

from generator import schema
from generator.arguments import ROOT
from generator.engine import settings


def test_the_site_publishes_every_schema(site: Path) -> None:
    """`/esquemas/v1/<name>.schema.json` names itself by the site's public address."""
    url = settings(ROOT / "mkdocs.yml").site_url
    published = {file.name: file for file in (site / "esquemas" / "v1").iterdir()}

    assert published.keys() == set(schema.files())
    for name in schema.MODELS:
        told = json.loads(published[schema.file_name(name)].read_text(encoding="utf-8"))
        assert told.pop("$id") == f"{url}esquemas/v1/{name}.schema.json"
        assert told == schema.schema(name)
