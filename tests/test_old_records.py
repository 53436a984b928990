"""Rules for new records only: what is older is told at a lower level, or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator import checking, explanations
from generator.cli import main
from generator.messages import CATALOGUE, hint, level
from generator.messages.message import Message
from generator.messages.rules import RULES
from generator.model import COLLECTIONS
from generator.model.ages import DATED, dated
from generator.problem import Finding, Level, Spot
from generator.rules.old import only_due
from generator.views import rules_guide
from tests.scratch import TODAY, lines, write
from tests.small_project import AGREEMENT, COMPANY
from tests.view_bodies import fragment, told

TERM = "APL405"
"""A certificate's term is not the agreement's: usually a warning."""

SINCE = date(2023, 1, 1)
OLD = COMPANY.replace("vigente_hasta: 2024-08-30", "vigente_hasta: 2028-08-30")
NEW = (
    OLD.replace("99910234-4", "99910235-2")
    .replace("ABCD-EFGG", "2345-6789")
    .replace("fecha: 2021-08-30", "fecha: 2023-08-30")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A registry with an old and a new certificate whose terms are both too long."""
    agreement = AGREEMENT.replace(
        "estado: terminado", "estado: terminado\nvigencia_certificado_anios: 3"
    )
    files = {"acuerdos/prueba.yaml": agreement, "empresas/nueva.yaml": NEW}
    return write(tmp_path, {**files, "empresas/vieja.yaml": OLD})


def since(monkeypatch: pytest.MonkeyPatch, before: Level | None, code: str = TERM) -> None:
    """The rule made an error for what is new."""
    made = replace(CATALOGUE[code], level="error", since=SINCE, before=before)
    monkeypatch.setitem(CATALOGUE, code, made)  # type: ignore[arg-type]


def test_as_shipped_a_rule_is_for_all(root: Path) -> None:
    """Both certificates are told alike."""
    assert [line.split(": ")[1] for line in lines(root)] == [f"warning {TERM}"] * 2


def test_old_ones_are_warned_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error on what is new is a warning on what is older, which says why."""
    since(monkeypatch, "warning")

    new, old = checking.check(root, TODAY).problems

    assert (new.place.path, level(new)) == ("empresas/nueva.yaml", "error")
    assert (old.place.path, level(old)) == ("empresas/vieja.yaml", "warning")
    assert hint(new) == "Si el certificado lo dice así, déjalo."
    assert hint(old) == (
        "Si el certificado lo dice así, déjalo. Vale para lo que lleva fecha desde el 1 de enero "
        "de 2023; en lo anterior es solo warning."
    )
    assert "dated 1 January 2023 or later" in hint(old, "en")


def test_old_ones_may_be_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a level for old ones nothing is said of them."""
    since(monkeypatch, None)

    (only,) = lines(root)
    assert only.startswith("empresas/nueva.yaml:") and f"error {TERM}" in only


def test_an_old_record_blocks_nobody(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`apl check` ends with 0 where only old records are against the rule."""
    since(monkeypatch, "warning")
    (root / "empresas/nueva.yaml").unlink()

    code = main(["check", "--registry", str(root), "--day", str(TODAY)])

    assert code == 0 and f"warning {TERM}" in capsys.readouterr().out


def test_an_edit_is_checked_as_from_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of an earlier check holds the level of old ones too."""
    since(monkeypatch, "warning")
    new = root / "empresas/nueva.yaml"
    text = new.read_text(encoding="utf-8")
    new.write_text(text.replace("2028-08-30", "2026-08-30"), encoding="utf-8")
    first = checking.check(root, TODAY, keep=True)
    new.write_text(text.replace("fecha: 2023-08-30", "fecha: 2022-08-30"), encoding="utf-8")

    again = checking.check(root, TODAY, first.after, keep=True)

    assert again.near is not None
    assert again.problems == checking.check(root, TODAY).problems
    assert [level(one) for one in again.problems] == ["warning", "warning"]


def record(collection: str, text: str) -> object:
    return COLLECTIONS[collection].model_validate(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.mark.parametrize(
    ("collection", "text", "day"),
    [
        ("acuerdos", AGREEMENT, date(2019, 3, 14)),
        ("acuerdos", AGREEMENT.replace("firma: 2019-03-14", "firma: 2019"), date(2019, 1, 1)),
        ("acuerdos", AGREEMENT.replace("firma", "manifestacion"), date(2019, 3, 14)),
        ("acuerdos", AGREEMENT.replace("firma", "fin_evaluacion"), None),
        ("empresas", COMPANY, date(2019, 6, 20)),
        ("empresas", COMPANY[: COMPANY.index("    adhesiones")], None),
        (
            "empresas",
            COMPANY[: COMPANY.index("    adhesiones")]
            + "fuentes:\n  - documento: Acta\n    consultada: 2026-11-20\n",
            date(2026, 11, 20),
        ),
    ],
)
def test_the_date_of_a_record(collection: str, text: str, day: date | None) -> None:
    """Its own first date, else that of its first source; the first day that it can be."""
    assert dated(record(collection, text)) == day


def test_the_nearest_date_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate of today in a company of old is new; what has no date of its own takes its
    block's, and what nobody can date is old."""
    monkeypatch.setitem(
        CATALOGUE,
        "APL999",
        Message("error", "x", "x", since=SINCE),  # type: ignore[arg-type]
    )
    loaded = checking.check(root, TODAY).loaded
    deep = ("elementos", 0, "adhesiones", 0, "certificados", 0)

    def is_old(path: str, *keys: str | int) -> bool:
        (found,) = only_due([Finding(Spot(path, keys), "APL999")], loaded)
        return found.is_old

    assert not is_old("empresas/nueva.yaml", *deep, "vigente_hasta")
    assert is_old("empresas/vieja.yaml", *deep, "vigente_hasta")
    assert is_old("empresas/nueva.yaml", "tamano")
    assert is_old("empresas/nueva.yaml", "elementos", 0, "comuna")
    assert is_old("vocabulario/organismos.yaml", 0, "nombre")
    assert is_old("empresas/nueva.yaml", "elementos", 7, "comuna")


def test_only_rules_may_have_an_age() -> None:
    """A fault of form leaves no record whose age could be told."""
    assert all(one.since is None for code, one in CATALOGUE.items() if code not in RULES)


def test_every_date_is_a_key() -> None:
    """What dates a block starts at a key that it has."""
    for kind, paths in DATED.items():
        keys = {info.alias for info in kind.model_fields.values()}
        assert paths and {path.split(".")[0] for path in paths} <= keys, kind


def test_the_guide_and_the_terminal_say_since_when(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of rules and `apl explain` tell of whom a rule is for; and how age is told."""
    assert "Vale para lo que" not in told(fragment(rules_guide.slot()))
    since(monkeypatch, None)

    said = "Vale para lo que lleva fecha desde el 1 de enero de 2023; de lo anterior no dice nada."
    assert told(fragment(rules_guide.slot())).count(said) == 1
    assert said.split(";")[0] in " ".join(explanations.as_text(TERM, "es").split())
    assert "Certificado fecha" in told(fragment(rules_guide.ages()))
    assert "Acuerdo fechas.firma; si no está, fechas.manifestacion" in told(
        fragment(rules_guide.ages())
    )
