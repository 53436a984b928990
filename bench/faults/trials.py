"""A yard → one fault tried in it, and what was wrong afterwards; each kind is a function."""

import random
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress

from bench.faults.disk import NO_DISK, Disk, small_disk
from bench.faults.yard import Yard
from generator.placing import STAGING

Wrongs = list[str]
Trial = Callable[[Yard, random.Random], Wrongs]

_LONGEST = 120.0


def kill(yard: Yard, chance: random.Random, *more: str, wait: float | None = None) -> Wrongs:
    """A build is killed at any moment of its time; the next one is right."""
    state = yard.any_state(chance)
    yard.be(state)
    process = yard.start(state, *more)
    time.sleep(chance.uniform(0, 5.0) if wait is None else wait)
    _end(process)
    return [*yard.faults(), *_next_is_right(yard, chance)]


def kill_at_the_swap(yard: Yard, chance: random.Random) -> Wrongs:
    """The same, in the moment in which files are moved into the site."""
    state = yard.any_state(chance)
    yard.be(state)
    process = yard.start(state)
    journal = yard.out / STAGING / "diario"
    ends = time.monotonic() + _LONGEST
    while not journal.exists() and process.poll() is None and time.monotonic() < ends:
        time.sleep(0.0002)
    time.sleep(chance.uniform(0, 0.02))
    _end(process)
    return [*yard.faults(), *_next_is_right(yard, chance)]


def kill_atomic(yard: Yard, chance: random.Random) -> Wrongs:
    """With `--atomic` the site is one of the whole ones whenever the build is killed."""
    wrongs = kill(yard, chance, "--atomic")
    return [*wrongs, *(f"atomic: {one}" for one in yard.faults())]


def two_at_once(yard: Yard, chance: random.Random) -> Wrongs:
    """Two builds of different days into one folder: both end well, and one of them is there."""
    name = yard.any_state(chance)[0]
    days = sorted({state[1] for state in yard.clean})
    yard.be((name, days[0]))
    running = []
    for day in days:
        running.append(yard.start((name, day)))
        time.sleep(chance.uniform(0, 1.5))
    wrongs = [f"a build ended with {code}" for one in running if (code := one.wait())]
    if not any(yard.is_right((name, day)) for day in days):
        wrongs.append("the site of two builds is none of the two")
    return [*wrongs, *_next_is_right(yard, chance)]


def edit_meanwhile(yard: Yard, chance: random.Random) -> Wrongs:
    """A record is edited while a build reads it; the next build is right."""
    before, after = yard.any_state(chance), yard.any_state(chance)
    yard.be(before)
    process = yard.start(before)
    time.sleep(chance.uniform(0, 3.0))
    yard.be(after)
    wrongs = [f"a build ended with {code}"] if (code := process.wait()) else []
    return [*wrongs, *yard.faults(), *_next_is_right(yard, chance, after)]


def full_disk(yard: Yard, chance: random.Random) -> Wrongs:
    """On a disk that is too small the build says so, and the site that was there stays."""
    with small_disk(yard) as disk:
        if not disk.is_there:
            return [NO_DISK]
        shutil.copytree(yard.out, disk.site)
        disk.shrink(int(disk.used() * chance.uniform(1.0, 1.6)))
        return _without_room(yard, chance, disk)


def full_at_once(yard: Yard, chance: random.Random) -> Wrongs:
    """The same for a first build, which cannot be whole."""
    size = sum(one.stat().st_size for one in yard.out.rglob("*") if one.is_file())
    with small_disk(yard) as disk:
        if not disk.is_there:
            return [NO_DISK]
        disk.shrink(max(65536, int(size * chance.uniform(0.05, 0.9))))
        return _without_room(yard, chance, disk)


def unreadable(yard: Yard, chance: random.Random) -> Wrongs:
    """A file of the site or the cache that cannot be read is written anew."""
    state = yard.any_state(chance)
    yard.be(state)
    places = [one for one in yard.out.rglob("*.html") if one.is_file()]
    places += (yard.project.config.parent / ".cache").rglob("*.obra")
    for one in chance.sample(places, min(5, len(places))):
        one.unlink()
        one.mkdir()  # nobody can read it, the superuser neither
    return _next_is_right(yard, chance, state)


def _next_is_right(
    yard: Yard, chance: random.Random, state: tuple[str, str] | None = None
) -> Wrongs:
    state = state or yard.any_state(chance)
    yard.be(state)
    process = yard.start(state)
    try:
        code = process.wait(_LONGEST)
    except subprocess.TimeoutExpired:
        _end(process)
        return ["the next build did not end"]
    if code:
        return [f"the next build ended with {code}: {yard.said()[-300:]}"]
    return [] if yard.is_right(state) else ["the next build is not what a clean one makes"]


def _without_room(yard: Yard, chance: random.Random, disk: Disk) -> Wrongs:
    """A build into a disk without room, and the next one with it."""
    state = yard.any_state(chance)
    yard.be(state)
    yard.out, held = disk.site, yard.out
    try:
        code = yard.start(state).wait(_LONGEST)
        wrongs = list(yard.faults())
        if code == 0 and not yard.is_right(state):
            wrongs.append("a build without room says that all is well")
        if code and (code != 2 or "no queda espacio" not in yard.said()):
            wrongs.append(f"a build without room ended with {code}: {yard.said()[-300:]}")
        disk.grow()
        return [*wrongs, *_next_is_right(yard, chance)]
    finally:
        yard.out = held


def _end(process: "subprocess.Popen[bytes]") -> None:
    """As the kernel does when memory runs out: at once, and only this process."""
    with suppress(ProcessLookupError):
        process.kill()
    process.wait()


TRIALS: dict[str, Trial] = {
    "kill": kill,
    "kill at the swap": kill_at_the_swap,
    "kill with --atomic": kill_atomic,
    "two at once": two_at_once,
    "edit meanwhile": edit_meanwhile,
    "full disk": full_disk,
    "full disk, first build": full_at_once,
    "unreadable": unreadable,
}
