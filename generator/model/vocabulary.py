"""The registry's own lists: public bodies and audit firms, each a list in one file."""

from pydantic import ConfigDict, RootModel

from generator.model.fields import REQUIRED, Id, RutCode, Text, key
from generator.model.record import Block


class PublicBody(Block):
    """A body of the State; one that has a successor keeps its historical name."""

    model_config = ConfigDict(title="Organismo")
    id: Id = key("id", "Id", "Id del organismo.", "ascc", default=REQUIRED)
    name: Text = key("nombre", "Nombre", "Nombre completo.", default=REQUIRED)
    acronym: Text | None = key("sigla", "Sigla", "Sigla.", "ASCC")
    successor_id: Id | None = key("sucesor", "Sucesor", "Id del organismo que le siguió.")
    notes: Text | None = key("notas", "Notas", "Lo que conviene saber.")


class AuditFirm(Block):
    """A firm that audits; persons are not recorded."""

    model_config = ConfigDict(title="Auditor")
    id: Id = key("id", "Id", "Id de la firma.", default=REQUIRED)
    name: Text = key("nombre", "Nombre", "Nombre de la firma.", default=REQUIRED)
    rut: RutCode | None = key("rut", "RUT", "RUT de la firma.", "99900003-7")
    notes: Text | None = key("notas", "Notas", "Lo que conviene saber.")


class PublicBodies(RootModel[tuple[PublicBody, ...]]):
    """The file `vocabulario/organismos.yaml`."""


class AuditFirms(RootModel[tuple[AuditFirm, ...]]):
    """The file `vocabulario/auditores.yaml`."""
