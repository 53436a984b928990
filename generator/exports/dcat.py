"""The downloads → a catalogue that open data portals harvest (DCAT 3, as JSON-LD).

Its context stands in the file itself, so that nobody needs to fetch one to read it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.exports.datapackage import KEYWORDS
from generator.exports.downloads import FOLDER, WHOLE, DataFile, media_type
from generator.exports.envelope import FOLDER as API
from generator.exports.notes import AGEING, LICENCE_URL
from generator.exports.tables import TABLES
from generator.views.survey import Survey

Json = dict[str, Any]

_CONTEXT: Mapping[str, object] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_CHILE = f"{_AUTHORITY}/country/CHL"
_DAILY = f"{_AUTHORITY}/frequency/DAILY"
_SPANISH = f"{_AUTHORITY}/language/SPA"
_IANA = "https://www.iana.org/assignments/media-types"


def catalogue(survey: Survey, files: Iterable[DataFile]) -> Json:
    """The catalogue; without a public address its own are relative to the file."""
    made = _Catalogue(survey)
    found = list(files)
    return {
        "@context": _CONTEXT,
        "@id": made.address(""),
        "@type": "dcat:Catalog",
        "dct:title": _es(made.name),
        "dct:description": _es(AGEING),
        **made.shared(),
        "foaf:homepage": {"@id": made.url or "../"},
        "dcat:dataset": [
            *(
                made.dataset(name, table.title, table.about, [f for f in found if f.table == name])
                for name, table in TABLES.items()
            ),
            made.dataset(WHOLE, _WHOLE, _WHOLE_ABOUT, [f for f in found if f.table == WHOLE]),
        ],
        "dcat:service": [made.service()],
    }


_WHOLE = ("Registro completo", "Whole register")
_WHOLE_ABOUT = (
    "Todas las tablas en un archivo: planilla o base de datos.",
    "All tables in one file: a workbook or a database.",
)


def _es(text: str) -> Json:
    return {"@value": text, "@language": "es"}


def _both(texts: tuple[str, str]) -> list[Json]:
    return [_es(texts[0]), {"@value": texts[1], "@language": "en"}]


class _Catalogue:
    """What all parts of the catalogue say alike."""

    def __init__(self, survey: Survey) -> None:
        self.settings = survey.registry.settings
        self.url, self.name = survey.site.url, self.settings.name
        self.day = {"@value": survey.day.isoformat(), "@type": "xsd:date"}

    def address(self, name: str) -> str:
        """Of a file below `datos/`."""
        return f"{self.url}{FOLDER}/{name}" if self.url else name or "./"

    def shared(self) -> Json:
        """Who publishes it, of which day and under what terms."""
        return {
            "dct:publisher": {
                "@type": "foaf:Agent",
                "foaf:name": self.settings.operator or self.name,
            },
            "dct:license": {"@id": LICENCE_URL},
            "dct:language": {"@id": _SPANISH},
            "dct:spatial": {"@id": _CHILE},
            "dct:modified": self.day,
        }

    def dataset(
        self, name: str, title: tuple[str, str], about: tuple[str, str], files: list[DataFile]
    ) -> Json:
        """A table with all its files."""
        contact = self._contact()
        return {
            "@id": f"{self.address('')}#{name}",
            "@type": "dcat:Dataset",
            "dct:identifier": name,
            "dct:title": _both(title),
            "dct:description": _both(about),
            **self.shared(),
            "dct:accrualPeriodicity": {"@id": _DAILY},
            "dcat:landingPage": {"@id": self.address("")},
            "dcat:keyword": [_es(word) for word in KEYWORDS],
            **({"dcat:contactPoint": contact} if contact else {}),
            "dcat:distribution": [self._distribution(file) for file in files],
        }

    def _contact(self) -> Json:
        channel = self.settings.corrections
        found: Json = {}
        if channel and channel.institutional_email:
            found["vcard:hasEmail"] = {"@id": f"mailto:{channel.institutional_email}"}
        if channel and channel.url:
            found["vcard:hasURL"] = {"@id": channel.url}
        name = self.settings.operator or self.name
        return {"@type": "vcard:Organization", "vcard:fn": name, **found} if found else {}

    def _distribution(self, file: DataFile) -> Json:
        return {
            "@id": self.address(file.name),
            "@type": "dcat:Distribution",
            "dct:title": _es(file.name),
            "dct:license": {"@id": LICENCE_URL},
            "dcat:accessURL": {"@id": self.address("")},
            "dcat:downloadURL": {"@id": self.address(file.name)},
            "dcat:mediaType": {"@id": f"{_IANA}/{media_type(file.name)}"},
            "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
            },
        }

    def service(self) -> Json:
        """The API."""
        root = f"{self.url}{API}/" if self.url else f"../{API}/"
        return {
            "@id": root,
            "@type": "dcat:DataService",
            "dct:title": _es(f"API de {self.name}"),
            "dct:license": {"@id": LICENCE_URL},
            "dcat:endpointURL": {"@id": root},
            "dcat:endpointDescription": {"@id": f"{root}openapi.json"},
            "dcat:servesDataset": [{"@id": f"{self.address('')}#{name}"} for name in TABLES],
        }
