"""Which sentences of a mail say that their people talked with the user: "enjoyed their conversations with you"."""

import re
from collections.abc import Iterator
from functools import cache

from highroad.events.details.laid import Laid, Zone
from highroad.events.details.tables import table, word_set

_NEAR = 4  # words between the talk and the user
_ENDS = frozenset((".", "!", "?", ";", "\n"))
_SHORT = 2  # letters of an initial, whose stop ends no sentence


def talked(laid: Laid) -> frozenset[int]:
    """The places of all words of these sentences."""
    return frozenset(at for sentence in _sentences(laid) if _is_talk(laid.low, sentence) for at in sentence)


def _sentences(laid: Laid) -> Iterator[range]:
    places = [at for at, zone in enumerate(laid.zones) if zone == Zone.BODY]
    if not places:
        return
    start, stop = places[0], places[-1] + 1
    for at in range(start + 1, stop):
        if laid.gaps[at] in _ENDS and not _is_short_form(laid, at):
            yield range(start, at)
            start = at
    yield range(start, stop)


def _is_short_form(laid: Laid, at: int) -> bool:
    """Whether the stop before this word belongs to the one before it: "Dr.", "J."."""
    before = laid.low[at - 1]
    return laid.gaps[at] == "." and (len(before) <= _SHORT or before in word_set("people", "honours"))


def _is_talk(low: list[str], sentence: range) -> bool:
    """Whether it is a talk with the user, or the user's own, and no talk about them."""
    talks = [at for at in sentence if _talk(low[at])]
    owner, user, about = (_words(group) for group in ("owner", "user", "about"))
    near = [at for at in sentence if low[at] in user and low[at - 1] not in about]
    return any(low[talk - 1] in owner or any(abs(talk - at) <= _NEAR for at in near) for talk in talks)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("people")["talks"][group].split())


@cache
def _pattern() -> re.Pattern[str]:
    ways = (re.escape(word).replace(r"\*", r"\w*") for word in table("people")["talks"]["words"].split())
    return re.compile("|".join(ways))


def _talk(word: str) -> bool:
    return _pattern().fullmatch(word) is not None
