"""The things that `apl new` makes: their names, their types, and where each goes."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.model import Agreement, Company, Preinvestment, Programme, Seal, Statistic
from generator.model.company import Adhesion, Audit, Certificate, Element
from generator.model.vocabulary import AuditFirm, PublicBody
from generator.problem import Key


@dataclass(frozen=True, slots=True)
class Kind:
    """A thing to be made. `collection` is the folder of its file, or of the file it goes into.

    `within` are the lists of a company that lead to it, and `place` the flags that name where.
    `single` is the file of one list that it is an entry of.
    """

    name: str
    model: type[BaseModel]
    collection: str = ""
    within: tuple[Key, ...] = ()
    place: tuple[str, ...] = ()
    single: str = ""

    @property
    def is_record(self) -> bool:
        """Whether it is a file of its own."""
        return not self.within and not self.single


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("acuerdo", Agreement, "acuerdos"),
        Kind("empresa", Company, "empresas"),
        Kind("elemento", Element, "empresas", ("elementos",), ("empresa",)),
        Kind("adhesion", Adhesion, "empresas", ("adhesiones",), ("empresa", "elemento")),
        Kind("auditoria", Audit, "empresas", ("auditorias",), ("empresa", "elemento", "acuerdo")),
        Kind(
            "certificado",
            Certificate,
            "empresas",
            ("certificados",),
            ("empresa", "elemento", "acuerdo"),
        ),
        Kind("sello", Seal, "sellos"),
        Kind("programa", Programme, "programas"),
        Kind("preinversion", Preinvestment, "preinversion"),
        Kind("estadistica", Statistic, "estadisticas"),
        Kind("organismo", PublicBody, single="vocabulario/organismos.yaml"),
        Kind("auditor", AuditFirm, single="vocabulario/auditores.yaml"),
    )
}

ALIASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "sello": {"empresa": ("titular", "empresa"), "elemento": ("titular", "elemento")}
}
"""Flags of the place that are keys of the record itself."""
