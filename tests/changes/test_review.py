"""When a second person has to look: validity taken from many, and records that go."""

from collections.abc import Mapping
from typing import Any

import pytest
from stdnum.cl.rut import calc_check_digit

from generator.changes import difference
from generator.changes.model import Review
from generator.changes.verdicts import asked, reason
from generator.code import mint
from tests.sample import (
    DAY,
    Keys,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    loaded,
)

_DRAWN: list[int] = []


def _draw(n: int) -> int:
    _DRAWN.append(len(_DRAWN) * 7 + 3)
    return (_DRAWN[-1] * 2654435761 >> 7) % n


def _codes(count: int) -> list[str]:
    found: list[str] = []
    for _ in range(count):
        found.append(mint(found, _draw))
    return found


CODES = _codes(60)


def rut(number: int) -> str:
    body = str(99_900_100 + number)
    return f"{body}-{calc_check_digit(body)}"


def many(count: int, **held: Any) -> Mapping[str, Keys]:
    """So many companies with a certificate each, changed as `held` says."""
    return {
        f"empresa-{n}": company(
            element(adhesion(certificate(CODES[n], **held))),
            rut=rut(n),
            razon_social=f"Empresa {n} SpA",
        )
        for n in range(count)
    }


def review(old: Mapping[str, Keys], new: Mapping[str, Keys], **keys: Any) -> Review:
    before, after = keys.get("before", {}), keys.get("after", keys.get("before", {}))
    return difference(loaded(old, **before), loaded(new, **after), DAY).review


SUSPENDED = {"suspensiones": [{"desde": "2026-11-01"}]}
TAKEN: Mapping[str, dict[str, Any]] = {
    "suspended": SUSPENDED,
    "annulled": {"anulacion": {"fecha": "2026-11-01"}},
    "ends sooner": {"vigente_hasta": "2026-12-31"},
    "ended": {"vigente_hasta": "2026-01-10"},
    "begins later": {"fecha": "2026-12-10"},
    "suspended soon": {"suspensiones": [{"desde": "2027-01-01", "hasta": "2027-01-01"}]},
}


@pytest.mark.parametrize("how", TAKEN)
def test_more_than_the_threshold(how: str) -> None:
    """Five companies may lose validity by one change, six wait; today or later is the same."""
    assert not review(many(6), {**many(6), **many(5, **TAKEN[how])}).is_needed
    found = review(many(6), many(6, **TAKEN[how]))
    assert found.is_needed and len(found.losses) == 6
    assert reason(found, "es") == "6 empresas pierden vigencia (umbral_cambios: 5)"


def test_a_ceremony_does_not_trip_it() -> None:
    """Sixty certificates gained at once, new companies or old, take nothing from anybody."""
    assert review({}, many(60)) == Review()
    old = {id: {**keys, "elementos": [element(adhesion())]} for id, keys in many(60).items()}
    assert review(old, many(60)) == Review()


def test_renewals_do_not_trip_it() -> None:
    """An old certificate that ends sooner takes nothing away where another one goes on."""
    new = {}
    for n, (id, keys) in enumerate(many(7).items()):
        ends = certificate(CODES[n], vigente_hasta="2026-11-30")
        later = certificate(CODES[n + 20], fecha="2026-11-30", renueva=CODES[n])
        new[id] = {**keys, "elementos": [element(adhesion(ends, later))]}
    assert not review(many(7), new).losses


def test_what_was_not_valid_is_no_loss() -> None:
    """A certificate that had ended, or was suspended, loses nothing more."""
    old = many(7, vigente_hasta="2026-01-10")
    assert not review(old, many(7, vigente_hasta="2026-01-05")).is_needed
    assert not review(many(7, **SUSPENDED), many(7, anulacion={"fecha": "2026-11-02"})).is_needed


def test_a_company_counts_once() -> None:
    """Many plants of one company are one company."""
    plants = [element(adhesion(certificate(CODES[n])), id=f"p-{n}") for n in range(9)]
    idle = [element(adhesion(certificate(CODES[n], **SUSPENDED)), id=f"p-{n}") for n in range(9)]
    found = review({"una": company(*plants)}, {"una": company(*idle)})
    assert len(found.losses) == 1 and not found.is_needed


def test_the_threshold_is_the_one_before() -> None:
    """A change cannot lift the threshold for itself."""
    before, after = {"settings": {"umbral_cambios": 2}}, {"settings": {"umbral_cambios": 99}}
    found = review(many(3), many(3, **SUSPENDED), before=before, after=after)
    assert found.is_needed and found.threshold == 2


def test_a_threshold_of_none() -> None:
    """With 0, whoever loses validity is too many."""
    nobody = {"settings": {"umbral_cambios": 0}}
    assert review(many(1), many(1, **SUSPENDED), before=nobody).is_needed
    assert not review(many(1), many(1), before=nobody).is_needed


@pytest.mark.parametrize(
    "gone",
    [
        {},
        {"empresa-0": {**many(1)["empresa-0"], "borrador": True}},
        {
            "empresa-0": {
                **many(1)["empresa-0"],
                "baja": {"fecha": "2026-11-01", "motivo": "privacidad"},
            }
        },
    ],
    ids=["deleted", "draft", "withdrawn"],
)
def test_a_record_that_goes(gone: Mapping[str, Keys]) -> None:
    """Deleted, made a draft or withdrawn: one is enough."""
    found = review(many(2), {"empresa-1": many(2)["empresa-1"], **gone})
    assert [one.table for one in found.removed] == ["empresas"] and found.is_needed
    assert "segunda-revision: hace falta" in asked(found, "es")
    assert "segunda-revision: needed" in asked(found, "en")


def test_an_agreement_or_plant_that_goes() -> None:
    """An agreement's file, and an element of a company, are removed records too."""
    two = {"agreements": {"acuerdo": agreement(), "otro": agreement()}}
    assert review({}, {}, before=two, after={}).is_needed
    plants = company(element(), element(id="bodega"))
    assert review({"una": plants}, {"una": company()}).is_needed


def test_a_rename_removes_nothing() -> None:
    """A new id with the former one noted, or a file in another folder, takes nothing away."""
    (keys,) = many(1).values()
    assert not review(many(1), {"nueva": {**keys, "ids_anteriores": ["empresa-0"]}}).is_needed
