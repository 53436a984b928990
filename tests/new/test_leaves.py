"""Flags that come from the models."""

from typing import Literal

from generator.model.fields import REQUIRED, Count, key
from generator.model.record import Block, Record
from generator.new.answers import put
from generator.new.leaves import leaves


class Depth(Block):
    """A block of a model of tomorrow."""

    how_much: Count = key("cuanto_mide", "Cuánto", "En metros.", 3, default=REQUIRED)
    colours: tuple[Literal["azul", "rojo"], ...] = key("colores", "Colores", "Los que tiene.")


class Lake(Record):
    """A record type of tomorrow."""

    depths: tuple[Depth, ...] = key("honduras", "Honduras", "Por lugar.", default=())


def test_a_new_field_is_a_new_flag() -> None:
    """Nothing but the model has to change."""
    first, second = leaves(Lake)[:2]

    assert (first.flag, first.example) == ("--honduras-cuanto-mide", "3")
    assert (second.flag, second.choices, second.many) == (
        "--honduras-colores",
        ("azul", "rojo"),
        True,
    )


def test_values_come_to_their_blocks() -> None:
    """A key given again begins the next block; a list takes them all."""
    depth, colour = leaves(Lake)[:2]
    data: dict[str, object] = {}

    for leaf, said in ((depth, "1"), (colour, "Azul"), (colour, "rojo"), (depth, "2")):
        put(data, leaf, said)

    assert data == {
        "honduras": [{"cuanto_mide": "1", "colores": ["azul", "rojo"]}, {"cuanto_mide": "2"}]
    }
