"""Ordered tests, as data, that turn the facts of a day into one state.

They are data because the browser runs the same ones: what `status` says of a page today and what
a reader's browser says of it next month cannot come from two different orders.
"""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Operator = Literal["<", ">", ">=", "=", "dentro"]
Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class StateTest:
    """`state` holds if `fact` stands to `other` as `operator` says.

    `other` names a fact too, but for `=`, where it is the value itself. An absent fact (None)
    makes any comparison fail. `dentro` asks whether a day lies in one of several closed
    intervals `(since, until)`, of which one without an end goes on.
    """

    state: str
    fact: str
    operator: Operator
    other: str


CERTIFICATE_TESTS = (
    StateTest("futuro", "dia", "<", "fecha"),
    StateTest("anulado", "dia", ">=", "anulacion"),
    StateTest("vencido", "dia", ">", "vigente_hasta"),
    StateTest("suspendido", "dia", "dentro", "suspensiones"),
    StateTest("vigente", "dia", ">=", "fecha"),
)
"""The states of a certificate, in the order in which they are tested."""

SEAL_TESTS = (
    StateTest("aun_no_rige", "dia", "<", "desde"),
    StateTest("vencido", "dia", ">", "hasta"),
    StateTest("contrato_terminado", "dia", ">=", "termino"),
    StateTest("sin_certificado_vigente", "certificado_que_rige", "=", "no"),
    StateTest("vigente", "dia", ">=", "desde"),
)
"""Why a seal does not hold, in the order in which the reasons are tested; last, that it does."""

ELEMENT_TESTS = (
    StateTest("certificado", "certificado_que_rige", "=", "si"),
    StateTest("retirado", "retirado", "=", "si"),
    StateTest("certificacion_suspendida", "suspendido", "=", "si"),
    StateTest("certificacion_vencida", "ultimo", "=", "vencido"),
    StateTest("certificacion_anulada", "ultimo", "=", "anulado"),
    StateTest("sin_certificar", "acuerdo_terminado", "=", "si"),
    StateTest("adherido", "acuerdo_terminado", "=", "no"),
)
"""The states of an element in an agreement, in order of precedence."""


def first_state(tests: Iterable[StateTest], facts: Facts) -> str:
    """The state of the first test that holds; LookupError if none does, for the table is ours."""
    for test in tests:
        if _holds(test, facts):
            return test.state
    raise LookupError(facts)


def _holds(test: StateTest, facts: Facts) -> bool:
    value = facts[test.fact]
    if test.operator == "=":
        return value == test.other
    other = facts[test.other]
    return value is not None and other is not None and _COMPARE[test.operator](value, other)


def _inside(day: Any, intervals: Any) -> bool:
    return any(since <= day and (until is None or day <= until) for since, until in intervals)


_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    ">=": operator.ge,
    "dentro": _inside,
}
