"""Promises on codes and ids that a change may break: every slip that a person is likely to make."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.changes import difference
from generator.changes.verdicts import broken, mend
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
    person,
    seal,
)

GONE = {"fecha": "2026-11-01", "motivo": "error_de_registro"}
OTHER = company(element(adhesion(certificate(CODES[2]))), rut="99900002-9", razon_social="Otra SpA")
HELD = {"empresa": company(element(adhesion(certificate()))), "otra": OTHER}
SEALS = {"sello": seal()}


def found(
    new: Mapping[str, Keys],
    old: Mapping[str, Keys] = HELD,
    seals: Mapping[str, Keys] = SEALS,
    was: Mapping[str, Keys] = SEALS,
    **keys: Any,
) -> list[tuple[str, str]]:
    """Which promises are broken, of what; each of them has words, and a way to keep it."""
    before, after = keys.get("before", {}), keys.get("after", {})
    between = difference(loaded(old, seals=was, **before), loaded(new, seals=seals, **after), DAY)
    for breach in between.breaches:
        for spoken in ("es", "en"):
            assert "{" not in broken(breach, spoken) + mend(breach, spoken)  # type: ignore[arg-type]
    return [(breach.kind, breach.id) for breach in between.breaches]


def with_company(**keys: Any) -> Mapping[str, Keys]:
    return {**HELD, "empresa": {**HELD["empresa"], **keys}}


def with_certificate(held: Keys | None, **keys: Any) -> Mapping[str, Keys]:
    given = adhesion(held, **keys) if held else adhesion(**keys)
    return with_company(elementos=[element(given)])


FREE: Mapping[str, Mapping[str, Keys]] = {
    "the same": HELD,
    "annulled": with_certificate(certificate(anulacion={"fecha": "2026-11-01"})),
    "redated": with_certificate(certificate(fecha="2025-02-10")),
    "left": with_certificate(certificate(), retiro={"fecha": "2026-01-01"}),
    "renewed": with_certificate(certificate(vigente_hasta="2029-01-10")),
    "another name": with_company(razon_social="Conservas Verdaderas SpA"),
    "another RUT": with_company(rut="99900003-7"),
    "both, with the former name": with_company(
        rut="99900003-7",
        razon_social="Nueva SpA",
        nombres_anteriores=[{"razon_social": "Conservas Inventadas SpA"}],
    ),
    "both, with a correction": with_company(
        rut="99900003-7",
        razon_social="Nueva SpA",
        correcciones=[{"fecha": "2026-11-02", "campo": "rut", "motivo": "Estaba mal"}],
    ),
    "withdrawn, codes left": with_company(baja=GONE),
    "another plant of it": with_company(
        elementos=[element(), element(adhesion(certificate()), id="bodega", nombre="Bodega")]
    ),
}


@pytest.mark.parametrize("case", FREE)
def test_what_may_be_done(case: str) -> None:
    """Whatever happens to a certificate or company is no broken promise while its code stays."""
    assert found(FREE[case]) == []


def test_a_removed_code() -> None:
    """A certificate that was deleted: who reads its code would find nothing."""
    assert found(with_certificate(None)) == [("codigo_quitado", "ABCD-EFGG")]


def test_a_removed_file_takes_its_codes() -> None:
    """A company's file that was deleted takes every code in it, and its seal's holder."""
    assert ("codigo_quitado", "ABCD-EFGG") in found({"otra": OTHER}, seals={})
    assert ("codigo_quitado", "2345-6789") in found({"otra": OTHER}, seals={})


def test_a_changed_code() -> None:
    """The same certificate under another code: both codes are told."""
    assert found(with_certificate(certificate(CODES[3]))) == [("codigo_cambiado", "ABCD-EFGG")]


def test_a_changed_seal_code() -> None:
    """A seal's code in the same file is another."""
    other = {"sello": seal(codigo=CODES[4])}
    assert found(HELD, seals=other) == [("codigo_cambiado", "2345-6789")]


def test_a_code_given_to_another_company() -> None:
    """A code that was copied over to another company's plant, while its own got a new one."""
    new = {
        "empresa": company(element(adhesion(certificate(CODES[3])))),
        "otra": {**OTHER, "elementos": [element(adhesion(certificate(), certificate(CODES[2])))]},
    }
    assert ("codigo_reutilizado", "ABCD-EFGG") in found(new)


def test_a_code_given_to_another_certificate() -> None:
    """Another plant, agreement and day: a code of the same company can be reused as well."""
    plant = element(
        adhesion(certificate(fecha="2026-02-01"), acuerdo="segundo"), id="nueva", nombre="Nueva"
    )
    new = with_company(elementos=[element(), plant])
    acuerdos = {"agreements": {"acuerdo": agreement(), "segundo": agreement()}}
    assert found(new, before=acuerdos, after=acuerdos) == [("codigo_reutilizado", "ABCD-EFGG")]


def test_a_code_of_a_seal_given_to_a_certificate() -> None:
    """What was a seal's is a certificate's now."""
    new = with_company(elementos=[element(adhesion(certificate(), certificate("2345-6789")))])
    other = {"sello": seal(codigo=CODES[4])}
    assert ("codigo_reutilizado", "2345-6789") in found(new, seals=other)


def test_a_seal_given_to_another_company() -> None:
    """A seal's code stays, its holder is somebody else."""
    other = {"sello": seal(CODES[2], titular={"empresa": "otra"})}
    assert found(HELD, seals=other) == [("codigo_reutilizado", "2345-6789")]


@pytest.mark.parametrize("keys", [{"estado": "pendiente"}, {"estado": "rechazada"}])
def test_a_code_that_is_hidden(keys: dict[str, str]) -> None:
    """An adhesion set back to pending hides its certificate: the code is there, unpublished."""
    new = with_company(elementos=[element(adhesion(certificate(), **keys)), element(id="otro")])
    assert found(new) == [("codigo_oculto", "ABCD-EFGG")]


def test_a_draft_hides_codes() -> None:
    """`borrador: true` on a published company, or on its agreement, takes codes off the site."""
    assert ("codigo_oculto", "ABCD-EFGG") in found(with_company(borrador=True))
    draft = {"agreements": {"acuerdo": agreement(borrador=True)}}
    assert ("codigo_oculto", "ABCD-EFGG") in found(HELD, after=draft)


def test_a_code_was_never_public() -> None:
    """The code of a draft or of a pending adhesion may still change."""
    old = with_certificate(certificate(), estado="pendiente")
    assert found(with_certificate(certificate(CODES[3])), old=old, seals={}, was={}) == []


def test_a_withdrawn_record_keeps_its_codes() -> None:
    """A record emptied at its withdrawal loses its codes, which only privacy excuses."""
    emptied = {"tipo": "persona_juridica", "tamano": "micro"}
    for reason, broken_ in (("error_de_registro", True), ("privacidad", False)):
        gone = {**emptied, "baja": {**GONE, "motivo": reason}}
        new = {"otra": OTHER, "empresa": company(element(), **gone)}
        assert (("codigo_quitado", "ABCD-EFGG") in found(new, seals={}, was={})) is broken_


def test_a_withdrawn_record_is_not_deleted_later() -> None:
    """A tombstone whose file goes takes the codes that still led to it."""
    old = with_company(baja=GONE)
    assert found({"otra": OTHER}, old=old, seals={}, was={}) == [("codigo_quitado", "ABCD-EFGG")]


def test_a_reused_id() -> None:
    """A file that was overwritten with another company: nothing of the first is left in it."""
    new = {
        **HELD,
        "empresa": company(
            element(adhesion(certificate())), rut="99900003-7", razon_social="Molinos SpA"
        ),
    }
    assert found(new) == [("id_reutilizado", "empresas/empresa")]


def test_a_reused_id_of_a_withdrawn_record() -> None:
    """An id that stood for a withdrawn company comes back as somebody else's."""
    old = with_company(baja=GONE)
    new = with_company(rut="99900003-7", razon_social="Molinos SpA")
    assert ("id_reutilizado", "empresas/empresa") in found(new, old=old, seals={}, was={})
    assert found(HELD, old=old, seals={}, was={}) == []


def test_a_reused_element() -> None:
    """A plant that was written over with another one: another name, place and history."""
    later = adhesion(certificate(CODES[3]), fecha="2026-02-01")
    other = element(later, nombre="Bodega Curicó", comuna="07301")
    moved = element(adhesion(certificate()), id="talca")
    assert found(with_company(elementos=[other, moved])) == [("id_reutilizado", "empresa/planta")]
    renamed = element(adhesion(certificate()), nombre="Bodega Curicó", comuna="07301")
    assert found(with_company(elementos=[renamed])) == []


def test_a_reused_agreement() -> None:
    """An agreement of another name, sector and dates under the same id."""
    another = agreement(nombre="Vino II", sector="vino", fechas={"firma": "2026-01-02"})
    assert found(HELD, after={"agreements": {"acuerdo": another}}) == [
        ("id_reutilizado", "acuerdos/acuerdo")
    ]
    renamed = {"agreements": {"acuerdo": agreement(nombre="Segundo Acuerdo de Prueba")}}
    assert found(HELD, after=renamed) == []


def test_a_former_id_is_never_dropped() -> None:
    """Links to a former id stop working when it is taken out of `ids_anteriores`."""
    old = with_company(ids_anteriores=["vieja"])
    assert found(HELD, old=old) == [("id_anterior_perdido", "empresas/vieja")]


def test_a_former_id_is_never_given_away() -> None:
    """A former id that another company takes for its own is reused."""
    old = with_company(ids_anteriores=["vieja"])
    taken = {**HELD, "vieja": company(rut="99900003-7", razon_social="Molinos SpA")}
    assert ("id_reutilizado", "empresas/vieja") in found(taken, old=old)


def test_a_former_element_is_never_dropped() -> None:
    """The page of a plant that was sold leads nowhere when its former place is taken out."""
    sold = element(adhesion(certificate()), ids_anteriores=["antes/planta"])
    assert found(HELD, old=with_company(elementos=[sold])) == [
        ("id_anterior_perdido", "antes/planta")
    ]


def test_a_person_without_a_name_keeps_her_id() -> None:
    """Of a natural person too little is public to say that she is another."""
    old = {"productor": person(element(adhesion(certificate())))}
    new = {"productor": {**old["productor"], "tamano": "pequena"}}
    assert found(new, old=old, seals={}, was={}) == []


def test_the_end_of_the_demonstration_frees_its_codes() -> None:
    """Codes of examples vanish with the demonstration, which is no slip."""
    old = {id: {**keys, "ejemplo": True} for id, keys in HELD.items()}
    example = {"agreements": {"acuerdo": agreement(ejemplo=True)}}
    after = {**example, "settings": {"demostracion": False}}
    assert found(old, old=old, seals={}, was={}, before=example, after=after) == []


def test_an_example_in_the_demonstration_is_held_to_it() -> None:
    """While examples are shown, their codes are public as any other."""
    old = {id: {**keys, "ejemplo": True} for id, keys in HELD.items()}
    new = {**old, "empresa": {**old["empresa"], "elementos": [element(adhesion())]}}
    example = {"agreements": {"acuerdo": agreement(ejemplo=True)}}
    assert found(new, old=old, seals={}, was={}, before=example, after=example) == [
        ("codigo_quitado", "ABCD-EFGG")
    ]
