"""What a change means to the public: what is told of it, and in which words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.changes import Difference, difference
from generator.changes.model import Change
from generator.changes.words import sentence, summary
from generator.load import Entry, load
from generator.model.programme import Programme
from tests.sample import (
    CODES,
    DAY,
    Keys,
    adhesion,
    agreement,
    certificate,
    company,
    element,
    loaded,
    model,
    person,
    seal,
)
from tests.scratch import SOUND
from tests.small_project import ROOT

Companies = Mapping[str, Keys]
TALCA = {"empresa": company(element(adhesion(certificate())))}


def changed(old: Companies, new: Companies, day: date = DAY, **keys: Any) -> Difference:
    """From the companies `old` to `new`; other records as `before=` and `after=` of `loaded`."""
    before, after = keys.get("before", {}), keys.get("after", keys.get("before", {}))
    return difference(loaded(old, **before), loaded(new, **after), day)


def kinds(found: Difference) -> list[tuple[str, str]]:
    return [(one.kind, one.table) for one in found.changes]


def told(found: Difference) -> list[str]:
    return [sentence(one, "es") for one in found.changes]


def one(found: Difference, kind: str) -> Change:
    (change,) = [change for change in found.changes if change.kind == kind]
    return change


def test_nothing_changes() -> None:
    """The same records, the same public: nothing told, broken or asked for."""
    found = changed(TALCA, TALCA)

    assert found == Difference(DAY)
    assert summary(found.changes, {}, "es") == "Nada cambia para el público."


def test_a_new_company_with_its_certificate() -> None:
    """A record more and its certificate are told; its adhesion and element go without saying."""
    new = {**TALCA, "molino": company(element(adhesion(certificate(CODES[1]))), rut="99900002-9")}
    found = changed(TALCA, new)

    assert kinds(found) == [("alta", "empresas"), ("certificado", "certificados")]
    assert summary(found.changes, {}, "es") == "1 alta, 1 certificado nuevo."


def test_a_renewal_is_not_a_certificate_more() -> None:
    """A certificate that names the one before is a renewal, and takes nothing away."""
    later = certificate(CODES[1], fecha="2026-11-01", vigente_hasta="2029-11-01", renueva=CODES[0])
    found = changed(TALCA, {"empresa": company(element(adhesion(certificate(), later)))})

    assert told(found) == [
        "Conservas Inventadas SpA renueva el certificado ABCD-EFGG de la instalación Planta Talca: "
        "el 2345-6789, vigente hasta el 1 de noviembre de 2029."
    ]
    assert found.review.losses == ()


def test_a_suspension_says_from_what_to_what() -> None:
    """Whose, where, from which day, before and after, in the words of the decision table."""
    held = certificate(suspensiones=[{"desde": "2026-11-01", "motivo": "Falta una auditoría"}])
    found = changed(TALCA, {"empresa": company(element(adhesion(held)))})

    assert told(found)[0] == (
        "Conservas Inventadas SpA pasa de vigente a suspendido en la instalación Planta Talca "
        "(certificado ABCD-EFGG) desde el 1 de noviembre de 2026."
    )
    assert one(found, "cuenta").after == "0 de 1 instalaciones con certificado vigente"
    assert [loss.id for loss in found.review.losses] == ["empresa"]


def test_what_is_to_come_is_told_too() -> None:
    """A suspension of next month changes no word today, and is told all the same."""
    held = certificate(suspensiones=[{"desde": "2026-12-10", "hasta": "2026-12-20"}])
    found = changed(TALCA, {"empresa": company(element(adhesion(held)))})

    assert "pasará de vigente" in told(found)[0]
    assert told(found)[0].endswith("desde el 10 de diciembre de 2026.")
    assert found.review.losses[0].since == date(2026, 12, 10)


def test_an_annulment_and_its_seal() -> None:
    """The seal that rests on an annulled certificate falls with it, and is told."""
    held = certificate(anulacion={"fecha": "2026-11-20"})
    found = changed(
        TALCA,
        {"empresa": company(element(adhesion(held)))},
        before={"seals": {"sello": seal()}},
    )

    states = [change.after for change in found.changes if change.kind == "estado"]
    assert states == ["anulado", "no vigente (sin certificado vigente)"]
    assert len(found.review.losses) == 1


def test_a_withdrawal_from_an_agreement() -> None:
    """An element that leaves, without a certificate: it stood as adhered, and has withdrawn."""
    left = adhesion(retiro={"fecha": "2026-10-01", "motivo": "Cierre"})
    found = changed({"empresa": company(element(adhesion()))}, {"empresa": company(element(left))})

    state = one(found, "estado")
    assert (state.table, state.since) == ("elementos", date(2026, 10, 1))
    assert state.before != state.after


def test_a_value_says_what_it_said() -> None:
    """A comuna by its name, a size by its word; titles are those of the model."""
    found = changed(
        TALCA,
        {"empresa": company(element(adhesion(certificate()), comuna="07102"), tamano="grande")},
    )

    said = {field.keys: field for change in found.changes for field in change.fields}
    assert (said["comuna"].before, said["comuna"].after) == (
        "Talca (07101)",
        "Constitución (07102)",
    )
    assert (said["tamano"].before, said["tamano"].after) == ("Pequeña", "Grande")


def test_a_list_tells_its_items_apart() -> None:
    """A target that changed is compared with itself, another one is new."""
    target = {"numero": "1", "nombre": "Agua"}
    before = {"agreements": {"acuerdo": agreement(metas=[target])}}
    grown = [{**target, "nombre": "Agua y riego"}, {"numero": "2", "nombre": "Energía"}]
    after = {"agreements": {"acuerdo": agreement(metas=grown)}}

    fields = one(changed(TALCA, TALCA, before=before, after=after), "datos").fields
    assert [(field.keys, field.before, field.after) for field in fields] == [
        ("metas[1].nombre", "Agua", "Agua y riego"),
        ("metas", "", "número: 2, nombre: Energía"),
    ]


def test_a_renamed_record_keeps_what_it_is() -> None:
    """A new id with the former one noted is a change of address, and nothing is lost."""
    new = {"otra": company(element(adhesion(certificate())), ids_anteriores=["empresa"])}
    found = changed(TALCA, new)

    assert kinds(found) == [("renombrado", "empresas")]
    assert "/empresas/empresa/ a /empresas/otra/" in told(found)[0]
    assert not found.breaches and not found.review.is_needed


def test_a_plant_that_is_sold_moves() -> None:
    """A plant under another company with `ids_anteriores` keeps its code, and its validity."""
    other = company(element(id="casa"), rut="99900002-9", razon_social="Otra SpA")
    moved = element(adhesion(certificate()), id="talca", ids_anteriores=["empresa/planta"])
    new = {
        "empresa": company(element(id="bodega")),
        "otra": {**other, "elementos": [*other["elementos"], moved]},
    }
    old = {"empresa": company(*TALCA["empresa"]["elementos"], element(id="bodega")), "otra": other}
    found = changed(old, new)

    assert one(found, "elemento_movido").after == "Otra SpA"
    assert not found.breaches and not found.review.is_needed


def test_a_correction_is_counted() -> None:
    """A public correction is told beside the value that it corrects."""
    said = {"fecha": "2026-11-20", "campo": "tamano", "decia": "Pequeña", "motivo": "Error"}
    found = changed(
        TALCA,
        {"empresa": {**TALCA["empresa"], "tamano": "grande", "correcciones": [said]}},
    )

    assert summary(found.changes, {}, "es") == "1 corrección, 1 cambio de datos."


def test_what_is_not_public_is_not_told() -> None:
    """A pending adhesion, a draft and a natural person's name change nothing for the public."""
    waiting = element(adhesion(certificate()), adhesion(fecha="2026-11-01", estado="pendiente"))
    old = {"productor": person(element(adhesion())), **TALCA}
    new = {
        "empresa": company(waiting),
        "productor": {**old["productor"], "razon_social": "Otro Nombre Inventado"},
        "borrador": company(rut="99900003-7", borrador=True),
    }

    assert kinds(changed(old, new)) == []


def test_a_person_is_never_named() -> None:
    """A natural person's change is told under what is published of her."""
    old = {"productor": person(element(adhesion()))}
    new = {"productor": person(element(adhesion(certificate())))}

    assert "Peñafiel" not in str(changed(old, new)) and "Productor(a)" in told(changed(old, new))[0]


def test_the_end_of_the_demonstration_is_one_word() -> None:
    """Examples that are no longer shown are no loss; what else changed is told."""
    old = {"empresa": {**TALCA["empresa"], "ejemplo": True}}
    before = {"agreements": {"acuerdo": agreement(ejemplo=True)}}
    after = {**before, "settings": {"demostracion": False}}
    found = changed(old, old, before=before, after=after)

    assert kinds(found) == [("datos", "registro")]
    assert found.demonstration == (True, False) and not found.review.is_needed


def test_other_instruments_are_told_too() -> None:
    """A programme with another date is a change of data of that programme."""

    def programme(until: str) -> dict[str, Any]:
        keys = {"nombre": "Maule", "region": "07", "desde": "2024-01-01", "hasta": until}
        return {"programas": {"maule": Entry("maule", "p.yaml", model(Programme, keys))}}

    found = changed({}, {}, before=programme("2026-01-01"), after=programme("2027-01-01"))
    assert [(c.table, c.fields[0].after) for c in found.changes] == [
        ("programas", "1 de enero de 2027")
    ]


@pytest.mark.parametrize("spoken", ["es", "en"])
def test_every_kind_has_words(spoken: Any) -> None:
    """No change is without a sentence, in either language."""
    new = {"otra": company(rut="99900002-9", razon_social="Otra SpA")}
    held = {"seals": {"sello": seal()}}
    for found in (changed(TALCA, new, before=held, after={}), changed(new, TALCA, after=held)):
        for change in found.changes:
            assert sentence(change, spoken).endswith(".") and "{" not in sentence(change, spoken)


SOUND_STATE = load(SOUND)
RECORDS = [(name, id) for name, every in SOUND_STATE.entries.items() for id in every]


@pytest.mark.parametrize("record", RECORDS, ids="/".join)
def test_any_record_may_come_and_go(record: tuple[str, str]) -> None:
    """Of every kind of record: gone and come back, it is told in both languages, or not public."""
    name, id = record
    left = {other: one for other, one in SOUND_STATE.entries[name].items() if other != id}
    without = replace(SOUND_STATE, entries={**SOUND_STATE.entries, name: left})

    gone, come = difference(SOUND_STATE, without, DAY), difference(without, SOUND_STATE, DAY)

    for found in (gone, come):
        for change in found.changes:
            for spoken in ("es", "en"):
                assert "{" not in sentence(change, spoken)  # type: ignore[arg-type]
    assert gone.review.is_needed is bool(gone.changes)
    assert not come.breaches and not come.review.losses


@pytest.mark.parametrize("folder", [SOUND, ROOT / "registry"], ids=["sound", "registry"])
def test_a_registry_is_as_it_is(folder: Path) -> None:
    """Loaded twice, on whatever day, nothing has changed."""
    for day in (DAY, date(2019, 1, 1), date(2035, 1, 1)):
        assert difference(load(folder), load(folder), day) == Difference(day)
