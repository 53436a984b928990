"""Counts → lengths and round numbers on an axis, without fractions that machines write apart."""


def top(most: int, steps: int = 4) -> int:
    """The least round number, in so many round steps, that is not below `most`."""
    return step(most, steps) * steps


def step(most: int, steps: int = 4) -> int:
    """The distance of an axis' lines: 1, 2 or 5 times a power of ten, or 25 of it."""
    size = 1
    while True:
        for times in (10, 20, 25, 50):
            found, rest = divmod(times * size, 10)
            if not rest and found * steps >= most:
                return found
        size *= 10


def part(value: int, whole: int, length: float = 100.0) -> float:
    """How long `value` is where `whole` takes `length`; nothing of nothing is nothing."""
    return round(length * value / whole, 2) if whole else 0.0


def ticks(most: int, steps: int = 4) -> tuple[int, ...]:
    """The numbers at an axis, zero first."""
    one = step(max(1, most), steps)
    return tuple(one * number for number in range(-(-max(1, most) // one) + 1))
