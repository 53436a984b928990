"""The record types, by the folder of `registry/` that holds them."""

from collections.abc import Mapping

from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.preinvestment import Preinvestment
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.register import Register
from generator.model.seal import Seal
from generator.model.statistic import Statistic
from generator.model.vocabulary import AuditFirms, PublicBodies

COLLECTIONS: Mapping[str, type[Record]] = {
    model.collection: model
    for model in (Agreement, Company, Seal, Programme, Preinvestment, Statistic)
}
"""Folders of one record a file; the file's stem is the record's id."""

SINGLE_FILES: Mapping[str, type] = {
    "registro.yaml": Register,
    "vocabulario/organismos.yaml": PublicBodies,
    "vocabulario/auditores.yaml": AuditFirms,
}
"""Files that stand alone, by their path in the registry; each is optional."""

__all__ = [
    "COLLECTIONS",
    "SINGLE_FILES",
    "Agreement",
    "AuditFirms",
    "Company",
    "Preinvestment",
    "Programme",
    "PublicBodies",
    "Record",
    "Register",
    "Seal",
    "Statistic",
]
