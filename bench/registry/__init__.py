"""A seed and a size → a synthetic registry in the real data model, the same bytes every time."""
