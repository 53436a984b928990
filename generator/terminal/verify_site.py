"""`apl verify-site`: a published site → whether its commit makes just that, in words or JSON."""

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from generator.arguments import CLEAN, FAULTS, USAGE
from generator.messages import Language
from generator.proof.address import Address, Unreachable
from generator.proof.checkout import CannotCheckOut, checked_out
from generator.proof.claim import Claim, NoClaim, claim
from generator.proof.comparing import Compared, compare
from generator.proof.places import Folder, Place
from generator.proof.rebuilding import NotRebuilt, rebuild
from generator.sources import Sources
from generator.terminal import asked, verify_words
from generator.unchanged import Memory


def run(options: argparse.Namespace, _: Memory | None) -> int:
    """Try it, and tell what was found; what kept it from being tried is told in a line."""
    sources, spoken = asked.sources(options), options.lang
    place = _place(options.site)
    try:
        said = claim(place)
        _step("claim", spoken, commit=said.commit, day=verify_words.day(said.day, spoken))
        found, is_whole = _compared(sources, said, place, spoken)
    except NoClaim as silence:
        return _failed(verify_words.SILENCES[silence.why][spoken], options.site, FAULTS)
    except CannotCheckOut as why:
        words = verify_words.LACKS[why.lack][spoken].format(commit=said.commit, said=why.detail)
        return _failed(words, options.site, USAGE)
    except NotRebuilt as why:
        words = verify_words.WORDS["not_rebuilt"][spoken].format(commit=said.commit, said=why)
        return _failed(words, options.site, USAGE)
    except Unreachable as why:
        words = verify_words.WORDS["unreachable"][spoken]
        return _failed(words, str(why), USAGE)
    told = _as_json if options.format == "json" else verify_words.as_text
    print(told(options.site, said, found, is_whole, spoken))
    return CLEAN if found.is_same else FAULTS


def _compared(
    sources: Sources, said: Claim, place: Place, spoken: Language
) -> tuple[Compared, bool]:
    with (
        TemporaryDirectory(prefix="apl-") as folder,
        checked_out(sources.registry, said.commit) as copy,
    ):
        _step("rebuild", spoken)
        out = Path(folder, "sitio")
        is_whole = rebuild(sources, copy, said, out)
        _step("compare", spoken)
        return compare(out, place), is_whole


def _place(site: str) -> Place:
    """A folder that is called like an address is a folder all the same if it is there."""
    if "://" not in site or Path(site).is_dir():
        if not Path(site).is_dir():
            raise asked.UsageError(f"no existe la carpeta {site}", f"there is no folder {site}")
        return Folder(Path(site))
    try:
        parts = urlsplit(site)
        is_good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good or parts.query or parts.fragment or "@" in parts.netloc:
        raise asked.UsageError(
            f"«{site}» no es la dirección de un sitio: https://… o http://…, sin «?» ni «#»",
            f"“{site}” is no address of a site: https://… or http://…, without “?” or “#”",
        )
    return Address(site)


def _step(name: str, spoken: Language, **params: str) -> None:
    print(verify_words.WORDS[name][spoken].format(**params), file=sys.stderr)


def _failed(words: str, site: str, code: int) -> int:
    print(f"apl: {verify_words.printable(site)}: {words}", file=sys.stderr)
    return code


def _as_json(site: str, said: Claim, found: Compared, is_whole: bool, _: Language) -> str:
    told = {
        "site": site,
        "same": found.is_same,
        "source_commit": said.commit,
        "day": str(said.day),
        "files": len(found.findings),
        "equal": len(found.of("same")),
        "differs": [{"file": one.name, "byte": int(one.detail)} for one in found.of("differs")],
        "missing": [one.name for one in found.of("missing")],
        "unreadable": [{"file": o.name, "why": o.detail} for o in found.of("unreadable")],
        "extra": list(found.extra) if found.sees_all else None,
        "all_from_commit": is_whole,
    }
    return json.dumps(told, ensure_ascii=False, indent=1)
