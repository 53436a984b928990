"""Turns records into nodes of the schema.org vocabulary, for machines that read their pages.

Only what the page itself says; a translation only names what it is of, for its facts are those of
the page in Spanish. Of what is fictional nothing is written, so that no machine takes it
for real, and of natural persons nothing either, whatever they let people read.
"""

from collections.abc import Iterator
from functools import cache

from generator import territory
from generator.language import is_spanish
from generator.load import Entry
from generator.model.company import Adhesion, Certificate, Company, Element
from generator.model.seal import Seal
from generator.registry import Granted, Registry
from generator.status import certificate_status
from generator.views.agreement_parts import level_name
from generator.views.page import Node, Site
from generator.views.record_codes import code_path
from generator.views.record_parts import public_name

ACTIVE = "https://schema.org/CertificationActive"
INACTIVE = "https://schema.org/CertificationInactive"
"""The vocabulary knows no third state: what is suspended or does not hold yet is inactive."""

DATA_LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CHILE: Node = {"@type": "Country", "name": "Chile", "identifier": "CL"}
ISSUER: Node = {
    "@type": "GovernmentOrganization",
    "@id": "https://ascc.cl/#agencia",
    "name": "Agencia de Sustentabilidad y Cambio Climático",
    "alternateName": ["ASCC", "Consejo Nacional de Producción Limpia (CPL)"],
    "url": "https://ascc.cl/",
}
"""Who certifies and grants the seal; until 2016 or 2017 it was called CPL."""


def is_told(company: Company) -> bool:
    """Whether machines are told anything of it: only of a real legal person."""
    return company.kind == "persona_juridica" and not company.example


def publisher(registry: Registry, site: Site) -> Node:
    """This register, as whoever says all this."""
    return {
        "@type": "Organization",
        "@id": f"{site.url}#registro",
        "name": registry.settings.name,
        "url": site.url,
    }


def company_nodes(registry: Registry, entry: Entry[Company], site: Site) -> tuple[Node, ...]:
    """The company, and each of its elements with the certificates that it has."""
    if not site.url or not is_told(entry.record):
        return ()
    told = _Told(registry, entry, site)
    if not is_spanish():
        return (told.name(),)
    elements = [told.element(one) for one in entry.record.elements if one.scope != "organizacion"]
    return (told.company(), *elements)


def certificate_nodes(registry: Registry, granted: Granted, site: Site) -> tuple[Node, ...]:
    """The certificate first, then what it is of and whose that is."""
    if not site.url or not is_told(granted.company.record):
        return ()
    told = _Told(registry, granted.company, site)
    if not is_spanish():
        return (told.identity(granted.certificate.code, "certificado"),)
    about = {"about": {"@id": told.element_id(granted.element)}}
    node = {**told.certificate(granted.adhesion, granted.certificate), **about}
    if granted.element.scope == "organizacion":
        return (node, told.name())
    return (node, told.place(granted.element), told.name())


def seal_nodes(
    registry: Registry, entry: Entry[Seal], site: Site, *, holds: bool
) -> tuple[Node, ...]:
    """The seal and its holder; `holds` tells whether it may be used on the site's day."""
    company = registry.companies[entry.record.holder.company_id]
    if not site.url or entry.record.example or not is_told(company.record):
        return ()
    told = _Told(registry, company, site)
    if not is_spanish():
        return (told.identity(entry.record.code, "sello"),)
    id = entry.record.holder.element_id
    element = next((one for one in company.record.elements if one.id == id), None)
    about = told.element_id(element) if element else told.id
    node = {**told.seal(entry.record, holds=holds), "about": {"@id": about}}
    if element is None or element.scope == "organizacion":
        return (node, told.name())
    return (node, told.place(element), told.name())


class _Told:
    """A company as machines are told of it; nodes name one another by address."""

    def __init__(self, registry: Registry, entry: Entry[Company], site: Site) -> None:
        self._registry, self._entry, self._site = registry, entry, site
        self._page = f"{site.url}empresas/{entry.id}/"
        self.id = f"{self._page}#seccion_empresa"

    def name(self) -> Node:
        """The company where another thing's page names it."""
        return {
            "@type": "Organization",
            "@id": self.id,
            "name": public_name(self._entry.record),
            "mainEntityOfPage": self._page,
            **({"taxID": self._entry.record.rut} if self._entry.record.rut else {}),
        }

    def company(self) -> Node:
        """The company, and where its elements are."""
        record = self._entry.record
        plants = [one for one in record.elements if one.scope == "establecimiento"]
        machines = [one for one in record.elements if one.scope == "maquinaria"]
        held = [
            c for one in record.elements if one.scope == "organizacion" for c in self._held(one)
        ]
        found: Node = {
            **self.name(),
            "legalName": record.legal_name,
            "alternateName": record.trade_name if record.trade_name != record.legal_name else None,
            "url": record.website,
            "brand": [{"@type": "Brand", "name": one} for one in record.brands],
            "address": _address(record.comuna),
            "location": [{"@id": self.element_id(one)} for one in plants],
            "owns": [{"@id": self.element_id(one)} for one in machines],
            "hasCertification": held,
        }
        return _filled(found)

    def element_id(self, element: Element) -> str:
        """What other nodes call an element by: its place on the company's page."""
        return self.id if element.scope == "organizacion" else f"{self._page}#{element.id}"

    def element(self, element: Element) -> Node:
        """An element with all its certificates."""
        return {**self.place(element), **_filled({"hasCertification": list(self._held(element))})}

    def place(self, element: Element) -> Node:
        """An element: a place, or a machine or product."""
        is_plant = element.scope == "establecimiento"
        made = {"@id": self.id} if element.scope == "producto" else None
        found: Node = {
            "@type": "Place" if is_plant else "Product",
            "@id": self.element_id(element),
            "name": element.name,
            "address": _address(element.comuna, element.address) if is_plant else None,
            "geo": _point(element) if is_plant else None,
            "manufacturer": made,
        }
        return _filled(found)

    def _held(self, element: Element) -> Iterator[Node]:
        for adhesion in element.adhesions:
            for one in adhesion.certificates:
                yield self.certificate(adhesion, one)

    def certificate(self, adhesion: Adhesion, held: Certificate) -> Node:
        """A certificate; the day on which it was last audited, where that is on record."""
        agreement = self._registry.living("acuerdos", adhesion.agreement_id)
        status = certificate_status(held, self._site.day)
        last = min(self._site.day, held.valid_until)
        audits = [one.audited_on for one in adhesion.audits if one.audited_on <= last]
        found: Node = {
            **self._certification(held.code, "certificado", holds=status.in_force),
            "name": f"Certificado de {agreement.record.name if agreement else 'un APL'}",
            "certificationIdentification": _both(held.code, held.official_number),
            "datePublished": held.certified_on.isoformat(),
            "validFrom": held.certified_on.isoformat(),
            "expires": held.valid_until.isoformat(),
            "auditDate": max(audits).isoformat() if audits else None,
            "isBasedOn": f"{self._site.url}acuerdos/{agreement.id}/" if agreement else None,
            "certificationRating": self._rating(adhesion, held),
        }
        return _filled(found)

    def _rating(self, adhesion: Adhesion, held: Certificate) -> Node | None:
        agreement = self._registry.agreement(adhesion.agreement_id)
        if held.level is None or agreement is None or not agreement.levels:
            return None
        return {
            "@type": "Rating",
            "name": level_name(agreement.levels, held.level),
            "ratingValue": held.level,
            "bestRating": max(one.number for one in agreement.levels),
            "worstRating": min(one.number for one in agreement.levels),
        }

    def seal(self, seal: Seal, *, holds: bool) -> Node:
        """A seal, resting on its certificates."""
        return {
            **self._certification(seal.code, "sello", holds=holds),
            "name": "Sello APL (Estrella Azul)",
            "certificationIdentification": seal.code,
            "datePublished": seal.contract.signed_on.isoformat(),
            "validFrom": seal.since.isoformat(),
            "expires": seal.until.isoformat(),
            "isBasedOn": [
                f"{self._site.url}{code_path(code)}"
                for code in seal.certificates
                if code in self._registry.certificates
            ],
        }

    def identity(self, code: str, kind: str) -> Node:
        """What other nodes call a certificate or seal by."""
        page = f"{self._site.url}{code_path(code)}"
        return {"@type": "Certification", "@id": f"{page}#{kind}", "url": page}

    def _certification(self, code: str, kind: str, *, holds: bool) -> Node:
        """What certificates and seals share; the day of the answer goes with the answer."""
        return {
            **self.identity(code, kind),
            "certificationStatus": ACTIVE if holds else INACTIVE,
            "issuedBy": ISSUER,
            "validIn": CHILE,
            "sdDatePublished": self._site.day.isoformat(),
            "sdPublisher": publisher(self._registry, self._site),
            "sdLicense": DATA_LICENSE,
        }


def _filled(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def _both(code: str, official: str | None) -> str | list[str]:
    return [code, official] if official else code


@cache
def _area(comuna: str) -> tuple[tuple[str, str], ...]:
    found = territory.comuna(comuna)
    region = territory.region(found.region) if found else None
    if found is None or region is None:
        return ()
    return (("addressLocality", found.name), ("addressRegion", region.official_name))


def _address(comuna: str | None, street: str | None = None) -> Node | None:
    if not comuna:
        return None
    streets = {"streetAddress": street} if street else {}
    return {"@type": "PostalAddress", **streets, **dict(_area(comuna)), "addressCountry": "CL"}


def _point(element: Element) -> Node | None:
    if element.location is None:
        return None
    here = element.location
    return {
        "@type": "GeoCoordinates",
        "latitude": float(here.latitude),
        "longitude": float(here.longitude),
    }
