"""A figure and its target → the line that says whether it is met."""


def verdict(told: str, value: float, limit: float, unit: str = "") -> str:
    """Met where the figure is not above the limit."""
    met = "met" if value <= limit else "**not met**"
    return f"- {told}; target {limit:g}{f' {unit}' if unit else ''}: {met}"
