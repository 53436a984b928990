"""Expectations of what a key of a record is called."""

import pytest

from generator.model.agreement import Agreement
from generator.model.company import Company
from generator.model.titles import title


@pytest.mark.parametrize(
    ("kind", "field", "titled"),
    [
        (Company, "razon_social", "Razón social"),
        (Company, "elementos.direccion", "Dirección"),
        (Company, "direccion", "Dirección"),
        (Agreement, "niveles", "Niveles"),
        (Company, "Vigencia del certificado", "Vigencia del certificado"),
        (Company, "color", "color"),
    ],
)
def test_a_key_goes_by_its_title(kind, field, titled):
    """What staff write as a key, readers see as the title of the field; other words stay."""
    assert title(kind, field) == titled
