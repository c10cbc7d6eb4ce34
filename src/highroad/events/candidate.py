"""A first look at a mail: may it concern an application? Cheap, and it rather keeps one too many."""

import re
from collections.abc import Iterable
from functools import cache

from highroad.events.topic import comes_from_hiring, hiring_words
from highroad.mail.glance import Glance, words_of
from highroad.mail.message import Message
from highroad.words.content import load_toml

LOOKED_AT = 16_000  # characters
SHORT = 500  # letters; "sadly it went the other way" holds no sign, and reading it whole costs little
LONG = 1_500
STRONG = 3  # what a sign counts; a weak one counts 1
NEEDED = {
    ("short", False): 0, ("middling", False): 1, ("long", False): 3,
    ("short", True): 2, ("middling", True): 3, ("long", True): 4,
}  # fmt: skip
BY_MACHINES = frozenset(
    "noreply reply donotreply newsletter news notification notifications notify mailer bounce bounces".split()
)


def may_concern_application(message: Message) -> bool:
    """Whether a full reading is worth it."""
    if message.calendars or comes_from_hiring(message.sender):
        return True
    text = message.text[:LOOKED_AT]
    sender = f"{message.sender.name} {message.sender.email}" if message.sender else ""
    by_machine = message.automatic or _is_machine(words_of(sender.encode()).decode("utf-8", "replace").split())
    return _says_enough(words_of(f" {message.subject} {text}".encode()), letters=len(text), by_machine=by_machine)


def glance_may_concern(seen: Glance) -> bool:
    """The same for a mail of which only the first lines were looked at."""
    sender = seen.sender.decode("utf-8", "replace").split()
    if seen.calendar or not hiring_words().isdisjoint(sender):
        return True
    return _says_enough(seen.words, letters=seen.letters, by_machine=seen.bulk or _is_machine(sender))


def _is_machine(sender: Iterable[str]) -> bool:
    return not BY_MACHINES.isdisjoint(sender)


def _says_enough(words: bytes, *, letters: int, by_machine: bool) -> bool:
    """People write short and freely, so a short letter needs no sign; machines write plainly, and much else."""
    length = "short" if letters <= SHORT else "middling" if letters <= LONG else "long"
    needed = NEEDED[length, by_machine]
    if needed == 0:
        return True
    counts = [_counts()[sign] for sign in set(_signs().findall(words))]
    return sum(counts) >= needed and (STRONG in counts or not by_machine or length != "long")


@cache
def _counts() -> dict[bytes, int]:
    """Each sign and what it counts."""
    told = load_toml("highroad.events", "content/candidate.toml")
    strong = dict.fromkeys(told["strong"].encode().split(), STRONG)
    return dict.fromkeys(told["weak"].encode().split(), 1) | strong


@cache
def _signs() -> re.Pattern[bytes]:
    """The beginnings of words as a tree, so that each word of a mail is followed only as far as it is one of ours."""
    begins = b"".join(sorted({sign[:1] for sign in _counts()}))
    return re.compile(rb" (?=[" + begins + rb"])(" + _tree(_counts()) + rb")")


def _tree(signs: Iterable[bytes]) -> bytes:
    ends, branches = False, dict[bytes, list[bytes]]()
    for sign in signs:
        ends |= not sign
        branches.setdefault(sign[:1], []).append(sign[1:])
    branches.pop(b"", None)
    grown = b"|".join(letter + _tree(rest) for letter, rest in sorted(branches.items()))
    return b"(?:" + grown + (b")?" if ends else b")") if grown else b""
