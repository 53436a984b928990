"""Every table of the open data, in the order in which they are listed."""

from collections.abc import Mapping

from generator.exports.company_tables import COMPANIES, ELEMENTS
from generator.exports.event_tables import ADHESIONS, AUDITS, CERTIFICATES, SUSPENSIONS
from generator.exports.flat_table import FLAT
from generator.exports.record_tables import (
    AGREEMENTS,
    PREINVESTMENTS,
    PROGRAMMES,
    SEALS,
    STATISTICS,
)
from generator.exports.table import Table

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        AGREEMENTS,
        COMPANIES,
        ELEMENTS,
        ADHESIONS,
        AUDITS,
        CERTIFICATES,
        SUSPENSIONS,
        SEALS,
        PROGRAMMES,
        PREINVESTMENTS,
        STATISTICS,
        FLAT,
    )
}
