"""The style sheet that pages load, beside the sheets it is made from."""

from playwright.sync_api import Browser

from generator.arguments import ROOT
from generator.render.bundles import bare
from tests.tabs import tab

SHEETS = sorted((ROOT / "templates" / "assets").rglob("*.css"))
RULES = r"""text => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map(rule => rule.cssText.replace(/\s+/g, " "));
}"""


def test_a_browser_reads_the_same_rules_without_comments_and_indents(browser: Browser) -> None:
    """What is left out to spare bytes means nothing."""
    whole = "\n".join(one.read_text(encoding="utf-8") for one in SHEETS)

    with tab(browser) as page:
        rules, told = (page.evaluate(RULES, one) for one in (whole, bare(whole)))

    assert told == rules
    assert len(rules) > 300
    assert len(bare(whole)) < 0.95 * len(whole)
