"""`python -m measure.broken`: reads every broken mail and every bomb of the tests, and prints what they cost."""

import os
import resource
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from highroad.mail.parse import parse
from tests.edges.bombs import BOXES
from tests.edges.bombs import read as read_box
from tests.mail.bombs import BOMBS
from tests.mail.hurt import CORPUS

MB = 1024 * 1024


def main() -> None:
    """One line each for the mails with an expected text, the bombs, and the boxes made to hurt."""
    mails = sorted(CORPUS.glob("*.eml"))
    found, expected = _words(mails)
    print(f"{len(mails)} broken mails, {len(BOMBS)} bombs, {len(BOXES)} boxes")
    print(f"words found: {found} of {expected}, {found / expected:.4f}")
    _show("mails", {mail.stem: mail.read_bytes for mail in mails}, parse)
    _show("bombs", BOMBS, parse)
    _show("boxes", BOXES, read_box)


def _words(mails: list[Path]) -> tuple[int, int]:
    """How many words of the expected texts are read, and how many there are."""
    pairs = [(_expected(mail), Counter(parse(mail.read_bytes()).text.split())) for mail in mails]
    return sum((wanted & read).total() for wanted, read in pairs), sum(wanted.total() for wanted, _ in pairs)


def _expected(mail: Path) -> Counter[str]:
    text: str = tomllib.loads(mail.with_suffix(".toml").read_text(encoding="utf-8"))["text"]
    return Counter(text.split())


def _show(title: str, made: dict[str, Callable[[], bytes]], read: Callable[[bytes], object]) -> None:
    cost = {name: _cost(make, read) for name, make in made.items()}
    broke = [name for name, (seconds, _) in cost.items() if seconds < 0]
    slow, large = (max(cost, key=lambda name, at=at: cost[name][at]) for at in (0, 1))
    print(
        f"{title}: {len(broke)} exceptions, {sum(seconds for seconds, _ in cost.values()):.1f} CPU-s in all;"
        f" slowest {cost[slow][0]:.2f} CPU-s ({slow}); largest {cost[large][1] / MB:.0f} MB ({large})"
    )


def _cost(make: Callable[[], bytes], read: Callable[[bytes], object]) -> tuple[float, float]:
    """CPU seconds and bytes of memory, of a process of its own; seconds below nought when something was raised."""
    ours, theirs = os.pipe()
    if not os.fork():
        os.write(theirs, repr(_measured(make(), read)).encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as told:
        seconds, octets = told.read().strip("()").split(",")
    os.wait()
    return float(seconds), float(octets)


def _measured(raw: bytes, read: Callable[[bytes], object]) -> tuple[float, int]:
    before, begun = _peak(), time.process_time()
    try:
        read(raw)
    except Exception:
        return -1.0, 0
    return time.process_time() - begun, _peak() - before


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
