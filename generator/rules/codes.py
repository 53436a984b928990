"""A code that no certificate has → what to say of it."""

from generator.problem import Finding, Spot
from generator.rules.index import Index


def unknown_code(index: Index, spot: Spot, code: str) -> Finding:
    """It stands in a draft, or nowhere; then a close one is suggested."""
    if code in index.draft_codes:
        return Finding(spot, "APL227", {"id": code})
    params: dict[str, object] = {"code": code}
    if close := index.closest_of(code, index.by_code):
        params["suggestion"] = f'"{close}"'
    return Finding(spot, "APL223", params)
