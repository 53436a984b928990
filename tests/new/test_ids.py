"""Ids made from names, as this register makes them."""

import pytest

from generator.new.ids import id_of


@pytest.mark.parametrize(
    ("kind", "data", "id_"),
    [
        ("empresa", {"razon_social": "Aceitunas Llareta Azul SpA"}, "aceitunas-llareta-azul"),
        (
            "empresa",
            {"razon_social": "Molino de Ñirre y Cía. Ltda."},
            "molino-de-nirre",
        ),
        ("empresa", {"razon_social": "Envases Nube de Greda S.A."}, "envases-nube-de-greda"),
        ("empresa", {"razon_social": "火"}, ""),
        (
            "acuerdo",
            {
                "nombre": "Segundo Acuerdo de Producción Limpia Sector Productor de Huevos",
                "ordinal": "2",
                "fechas": {"firma": "2018"},
            },
            "huevos-ii-2018",
        ),
        (
            "acuerdo",
            {
                "nombre": "APL del sector construcción, Región de Los Lagos",
                "fechas": {"firma": "2004-10-13"},
            },
            "construccion-los-lagos-2004",
        ),
        ("acuerdo", {"nombre": "APL de panaderías, Región de Ñuble"}, "panaderias-nuble"),
        (
            "acuerdo",
            {
                "nombre": "Primer Acuerdo de Producción Limpia de Madera y Metal (ejemplo)",
                "ordinal": "1",
                "fechas": {"firma": "2017-06-22"},
                "ejemplo": "true",
            },
            "ejemplo-madera-y-metal-i-2017",
        ),
        (
            "sello",
            {"titular": {"empresa": "llareta", "elemento": "huerto"}, "desde": "2023-09-15"},
            "llareta-2023",
        ),
    ],
)
def test_ids_are_made_as_the_registry_has_them(
    kind: str, data: dict[str, object], id_: str
) -> None:
    """The names of its records give the ids that they have."""
    assert id_of(kind, data, lambda _: 0, ()) == id_


def test_a_second_seal_of_a_company_names_its_element() -> None:
    """The holder and the year are taken: the element tells them apart."""
    data = {"titular": {"empresa": "llareta", "elemento": "huerto"}, "desde": "2023-09-15"}

    assert id_of("sello", data, lambda _: 0, {"llareta-2023"}) == "llareta-huerto-2023"


def test_a_natural_person_is_not_named() -> None:
    """Neither the name nor the RUT is in the id, and it is a new one."""
    data = {"tipo": "persona_natural", "razon_social": "Eduvigis Bruma"}
    numbers = iter([0] * 6 + [1] * 6)

    assert id_of("empresa", data, lambda _: next(numbers), {"productor-000000"}) == (
        "productor-111111"
    )
