"""Work that ends at a step of it: a call of the system that changes something on the disk."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

STEPS = ("replace", "rename", "link", "mkdir", "unlink", "rmdir")


@contextmanager
def instead_of(
    number: int, instead: Callable[[], None], steps: Sequence[str] = STEPS
) -> Iterator[None]:
    """Let so many steps pass, and do something else where the next one would come."""
    kept, left = {name: getattr(os, name) for name in steps}, [number]

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            if left[0] == 0:
                instead()
            left[0] -= 1
            return step(*words, **more)

        return call

    for name, step in kept.items():
        setattr(os, name, counted(step))
    try:
        yield
    finally:
        for name, step in kept.items():
            setattr(os, name, step)


def is_killed_at(number: int, work: Callable[[], object]) -> bool:
    """Whether a process that does the work came to that step, where it ended without tidying."""

    def child() -> None:
        with instead_of(number, lambda: os._exit(9)):
            work()
        os._exit(0)

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    return process.exitcode == 9
