"""The weight of pages and Lighthouse's scores, as far as they need neither."""

import json
from pathlib import Path

from bench.browser import tables
from bench.pages import lighthouse, weights
from bench.pages.parts import article, is_theme
from generator.arguments import ROOT

ROW = {"name": "company", "page": "empresas/a/", "theme": 60_000}


def entry(own: int, score: int) -> dict[str, object]:
    scores = dict.fromkeys(lighthouse.CATEGORIES, 100) | {"performance": score}
    return {
        "day": "2026",
        "browser": "Chromium 1",
        "rows": [{**ROW, "own": {"": own}}],
        "missing": {},
        "lighthouse": "Lighthouse 1",
        "runs": 1,
        "scores": {"company": {"scores": scores, "faults": ["color-contrast"]}},
    }


def test_pages_are_chosen_by_their_size(site: Path) -> None:
    """A company and a code of middling size, the largest company, and the two first pages."""
    found = weights.chosen(site)

    assert found["home"] == "" and found["explorer"] == "registro/"
    assert all((site / page / "index.html").is_file() for page in found.values())
    assert found["company"] != found["largest company"]


def test_the_theme_is_told_from_what_is_ours(site: Path) -> None:
    """What Material brings is summed up apart, everything else stands file by file."""
    assert (site / "assets").is_dir()
    assert is_theme("assets/javascripts/bundle.js") and not is_theme("recursos/registro.js")

    row = weights.row("company", "empresas/a/", {"": 5, "assets/a.css": 7, "recursos/b.js": 9})

    assert row["own"] == {"": 5, "recursos/b.js": 9} and row["theme"] == 7


def test_a_record_is_cut_out_of_its_page() -> None:
    """A page without one gives nothing."""
    html = '<article class="md"><article class="apl-ficha x"><h1>A</h1></article></article>'

    assert article(html) == '<article class="apl-ficha x"><h1>A</h1></article>'
    assert article("<p>") == ""


def test_scores_are_medians_and_faults_of_any_run() -> None:
    """What is slow is in the score; what else fails is named."""

    def report(score: float, contrast: int) -> dict[str, object]:
        refs = [{"id": "color-contrast", "weight": 7}, {"id": "hint", "weight": 0}]
        audits = {"color-contrast": {"score": contrast}, "hint": {"score": 0}}
        audits["slow"] = {"score": 0}
        categories = {name: {"score": 1, "auditRefs": refs} for name in lighthouse.CATEGORIES}
        categories["performance"] = {"score": score, "auditRefs": [{"id": "slow", "weight": 9}]}
        return {"categories": categories, "audits": audits}

    found = lighthouse.scores([report(0.9, 1), report(0.97, 0), report(1, 1)])

    assert found["scores"]["performance"] == 97
    assert found["faults"] == ["color-contrast"]


def test_pages_are_judged_by_their_budgets() -> None:
    """40 KB beyond the theme, and 95 points."""
    good = "\n".join(tables.pages("chile", entry(39_000, 95)))
    bad = "\n".join(tables.pages("chile", entry(41_000, 94)))

    assert good.count(": met") == 2 and "color-contrast" in good
    assert bad.count("**not met**") == 2


def test_lighthouse_is_pinned_without_a_place_to_fetch_it_from() -> None:
    """The lock has hashes, and leaves the registry to whoever installs it."""
    text = (ROOT / "bench" / "pages" / "package-lock.json").read_text(encoding="utf-8")

    packages = json.loads(text)["packages"]

    assert not any("resolved" in one for one in packages.values())
    assert all("integrity" in one for path, one in packages.items() if path)
    assert lighthouse.version() in text
