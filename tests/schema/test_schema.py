"""The JSON Schemas: kept as the models give them, valid, and as wide as the models' own types."""

import json
import re
from datetime import date, timedelta
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError, WithJsonSchema

from generator import schema, sectors, territory
from generator.arguments import ROOT
from generator.load import types
from generator.load.files import listing
from generator.model import COLLECTIONS, SINGLE_FILES, fields
from generator.schema.blocks import Blocks
from tests.scratch import SOUND

KEPT = ROOT / ".vscode" / "esquemas"


def test_kept_schemas_are_golden(request: pytest.FixtureRequest) -> None:
    """What stands in `.vscode/esquemas/` is what `apl schema --out .vscode/esquemas` writes."""
    made = schema.files()
    if request.config.getoption("--golden"):
        for name, text in made.items():
            (KEPT / name).write_text(text, encoding="utf-8")
    kept = {file.name: file.read_text(encoding="utf-8") for file in KEPT.iterdir()}

    assert kept == dict(made)


@pytest.mark.parametrize("name", schema.MODELS)
def test_a_schema_is_one(name: str) -> None:
    """It is valid JSON Schema 2020-12, titled and described."""
    made = schema.schema(name)
    Draft202012Validator.check_schema(made)

    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] and made["description"].endswith(".")


def test_every_record_type_has_a_schema() -> None:
    """Collections under their own name, single files under their stem."""
    stems = {Path(path).stem for path in SINGLE_FILES}

    assert set(schema.MODELS) == {*COLLECTIONS, *stems}


def test_the_published_schema_says_its_address() -> None:
    """With the site's address a schema names itself, and is otherwise the same."""
    published = schema.schema("sellos", "https://registro.example/")

    address = "https://registro.example/esquemas/v1/sellos.schema.json"
    assert published.pop("$id") == address
    assert published == schema.schema("sellos")


def parts(made: object) -> list[dict[str, Any]]:
    """Every mapping in a schema, itself first."""
    if isinstance(made, list):
        return [part for one in made for part in parts(one)]
    if not isinstance(made, dict):
        return []
    return [made, *(part for one in made.values() for part in parts(one))]


@pytest.mark.parametrize("name", schema.MODELS)
def test_every_key_is_told(name: str) -> None:
    """Each key has a title and a description."""
    for part in parts(schema.schema(name)):
        for key, about in part.get("properties", {}).items():
            if isinstance(about, dict) and "errorMessage" not in about and "not" not in about:
                assert about["title"] and about["description"], key


@pytest.mark.parametrize("name", schema.MODELS)
def test_every_key_of_the_model_is_there(name: str) -> None:
    """The root has the model's keys, in the order in which a record has them."""
    made = schema.schema(name)
    model = schema.MODELS[name]
    if made["type"] == "array":
        kind = types.item_type(types.root_type(model))
        made, model = made["$defs"][made["items"]["$ref"].rpartition("/")[2]], kind

    assert tuple(made["properties"]) == types.keys_of(model)


def test_listed_values_have_their_words() -> None:
    """A list of values comes with a word for each, in the same order."""
    lists = [part for part in parts(schema.schema("acuerdos")) if "enum" in part]
    themes = next(part for part in lists if "bienestar-animal" in part["enum"])

    assert all(len(part["enumDescriptions"]) == len(part["enum"]) for part in lists)
    labelled = dict(zip(themes["enum"], themes["enumDescriptions"], strict=True))
    assert labelled["agua"] == "Agua y riles"


# The types one by one: a schema refuses nothing that `apl check` takes.

LAXER = {
    "ActionCode",
    "Cell",
    "CertificateCode",
    "Email",
    "HttpsUrl",
    "RutCode",
    "SourceUrl",
    "Text",
}
"""Check digits, the finer points of addresses, and personal data are beyond a pattern."""

NAMES = sorted(
    name
    for name, kind in vars(fields).items()
    if any(isinstance(one, WithJsonSchema) for one in getattr(kind, "__metadata__", ()))
)


def shape(name: str) -> Draft202012Validator:
    """The schema of a field type, as it stands in a record's."""
    blocks = Blocks()
    value = blocks.item(getattr(fields, name))
    return Draft202012Validator({**value, "$defs": blocks.definitions})


SHAPES = {name: shape(name) for name in NAMES}
READERS = {name: TypeAdapter[Any](getattr(fields, name)) for name in NAMES}


def reads(name: str, text: str) -> bool:
    """Whether the field type takes a text; what counts as absent is not asked of it."""
    try:
        READERS[name].validate_python(text)
    except ValidationError:
        return False
    return True


days = st.dates(date(1890, 1, 1), date(2110, 1, 1)).map(str)
partial = st.tuples(days, st.sampled_from([4, 7, 10])).map(lambda one: one[0][: one[1]])
numbers = st.from_regex(r"[-+]?[0-9]{1,19}(\.[0-9]{0,10})?", fullmatch=True)
ranged = st.decimals(-120, 120, places=2, allow_nan=False).map(str)
codes = st.from_regex(r"[A-Z0-9]{1,8}(-[0-9A-Zk])?", fullmatch=True)
addresses = st.from_regex(r"https?://[a-zñ.@:/?# -]{1,20}", fullmatch=True)
ids = st.from_regex(r"[a-z0-9-]{1,90}(/[a-z0-9-]{1,9})?", fullmatch=True)
written = st.one_of(days, partial, numbers, ranged, codes, addresses, ids, st.text(max_size=30))


@settings(max_examples=300)
@given(text=written)
def test_types_and_schemas_agree(text: str) -> None:
    """Whatever text stands in a record: what its type takes, its schema takes; and the reverse."""
    if text in ("", "~", "null") or text.endswith("\n"):
        return  # no value at all; and Python's `$`, unlike JSON Schema's, overlooks a line's end
    for name in NAMES:
        is_read, fits = reads(name, text), SHAPES[name].is_valid(text)
        assert fits or not is_read, name
        assert is_read or not fits or name in LAXER, name


def test_every_day_of_the_calendar() -> None:
    """The pattern of days knows the lengths of months and the leap years from 1900 to 2100."""
    pattern = re.compile(SHAPES["Day"].schema["pattern"])
    day = date(1900, 1, 1)
    while day.year <= 2100:
        assert pattern.search(str(day))
        day += timedelta(days=1)
    for year in range(1900, 2101):
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        assert bool(pattern.search(f"{year}-02-29")) == leap
        assert not any(pattern.search(f"{year}-{end}") for end in ("02-30", "04-31", "11-31"))


def test_every_code_is_known() -> None:
    """Each comuna, region, section and division fits its schema, and has one label."""
    for name, known in (
        ("ComunaCode", territory.comunas()),
        ("RegionCode", {one.code: one for one in territory.regions()}),
        ("CiiuCode", {**sectors.sections(), **sectors.divisions()}),
    ):
        table = SHAPES[name].schema["$defs"][SHAPES[name].schema["$ref"].rpartition("/")[2]]
        assert all(SHAPES[name].is_valid(code) for code in known)
        assert [one["label"][1:].split('"')[0] for one in table["defaultSnippets"]] == list(
            sorted(known) if name == "RegionCode" else known
        )


# The settings of the editor.


def settings_of(name: str) -> Any:
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_the_editor_finds_the_schema_of_every_file() -> None:
    """Each file of a registry is mapped to the schema of its type, and to no other."""
    mapped = settings_of("settings.json")["yaml.schemas"]
    expected = {f"./.vscode/esquemas/{schema.file_name(name)}": name for name in schema.MODELS}

    assert {path: f"registry/{schema.pattern(name)}" for path, name in expected.items()} == mapped
    for file in listing(SOUND).files:
        wanted = file.collection or Path(file.path).stem
        place = f"registry/{file.path}"
        flat = {path: one.replace("**/", "*") for path, one in mapped.items()}
        assert [expected[path] for path, one in flat.items() if fnmatch(place, one)] == [wanted]


def test_the_editor_is_told_what_to_install() -> None:
    """VS Code recommends the YAML extension, which runs the language server."""
    assert "redhat.vscode-yaml" in settings_of("extensions.json")["recommendations"]


def test_the_editor_writes_as_the_registry_asks() -> None:
    """UTF-8, LF, two spaces and no tabs, in VS Code and in every editor with EditorConfig."""
    told = (ROOT / ".editorconfig").read_text(encoding="utf-8")
    own = settings_of("settings.json")

    for line in ("charset = utf-8", "end_of_line = lf", "indent_style = space", "indent_size = 2"):
        assert line in told.split("[*.py]")[0]
    assert own["files.encoding"] == "utf8" and own["files.eol"] == "\n"
    assert own["[yaml]"]["editor.insertSpaces"] and own["[yaml]"]["editor.tabSize"] == 2
