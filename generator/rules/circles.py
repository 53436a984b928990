"""Chains of one step from id to id → the ids that lead back to themselves."""

from collections.abc import Iterator, Mapping


def circles(following: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Every id of a circle, with the circle written from it: `a → b → a`."""
    done: set[str] = set()
    for start in following:
        path: list[str] = []
        at: str | None = start
        while at is not None and at in following and at not in done:
            done.add(at)
            path.append(at)
            at = following[at]
        if at in path:
            circle = path[path.index(at) :]
            for turn in range(len(circle)):
                turned = circle[turn:] + circle[:turn]
                yield turned[0], " → ".join([*turned, turned[0]])
