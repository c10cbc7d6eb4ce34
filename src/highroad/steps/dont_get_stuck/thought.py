"""One thought record: what went through the mind, how true it feels, and a fairer version."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

BELIEFS = range(11)  # 0 not at all, 10 completely


class Screen(StrEnum):
    """What a record asks, one thing at a time, in this order; DONE is the record as a whole."""

    THOUGHT = "thought"
    BELIEF = "belief"
    FEELINGS = "feelings"
    HINTS = "hints"
    SPEAKS_FOR = "for"
    SPEAKS_AGAINST = "against"
    FRIEND = "friend"
    FAIRER = "fairer"
    AFTER = "after"
    DONE = "done"

    def comes_before(self, other: "Screen") -> bool:
        """Whether it is asked earlier."""
        order = list(Screen)
        return order.index(self) < order.index(other)


FIELDS = {
    Screen.THOUGHT: "thought",
    Screen.BELIEF: "belief_before",
    Screen.FEELINGS: "feelings",
    Screen.HINTS: "distortions",
    Screen.SPEAKS_FOR: "speaks_for",
    Screen.SPEAKS_AGAINST: "speaks_against",
    Screen.FRIEND: "to_a_friend",
    Screen.FAIRER: "fairer",
    Screen.AFTER: "belief_after",
}
Answer = str | int | tuple[str, ...] | None
# What can be amiss, as keys of sentences in the content, and where it is told.
TOLD_ON = {
    "no_thought": (Screen.THOUGHT,),
    "belief_out_of_range": (Screen.BELIEF, Screen.AFTER),
    "fairer_is_the_same": (Screen.FAIRER,),
    "after_without_fairer": (Screen.AFTER,),
}


@dataclass(frozen=True, slots=True)
class ThoughtRecord:
    """One thought, looked at. Everything after the thought may still be missing; that is no fault."""

    thought: str
    belief_before: int | None = None
    speaks_for: str = ""
    speaks_against: str = ""
    to_a_friend: str = ""
    fairer: str = ""
    belief_after: int | None = None
    feelings: tuple[str, ...] = ()
    distortions: tuple[str, ...] = ()  # those the user said fit
    turned_away: tuple[str, ...] = ()

    @property
    def settled(self) -> tuple[str, ...]:
        """The distortions the user has said yes or not this time to."""
        return self.distortions + self.turned_away


def answered(record: ThoughtRecord, screen: Screen, answer: Answer) -> ThoughtRecord:
    """The record with the answer to one screen in it; how true it feels now goes with the last words that moved it."""
    changed: dict[str, Any] = {FIELDS[screen]: answer}
    record = replace(record, **changed)
    return record if screen is Screen.AFTER or _moved(record) else replace(record, belief_after=None)


def settled(record: ThoughtRecord, distortion: str, *, fits: bool) -> ThoughtRecord:
    """The record with the user's word on one distortion, in place of what they said of it before."""
    said = tuple(one for one in record.distortions if one != distortion)
    away = tuple(one for one in record.turned_away if one != distortion)
    if fits:
        return replace(record, distortions=(*said, distortion), turned_away=away)
    return replace(record, distortions=said, turned_away=(*away, distortion))


def following(screen: Screen, record: ThoughtRecord, *, hinted: bool = False) -> Screen:
    """What comes after a screen; a hint where there is one, how true it feels now where that can have changed."""
    passed_by = {Screen.HINTS: not hinted, Screen.AFTER: not can_be_weighed_again(record)}
    order = list(Screen)
    ahead = order[order.index(screen) + 1 :]
    return next(one for one in ahead if not passed_by.get(one))


def can_be_weighed_again(record: ThoughtRecord) -> bool:
    """Whether there is a first belief, and words that could have moved it."""
    return record.belief_before is not None and _moved(record)


def amiss(record: ThoughtRecord, *screens: Screen) -> tuple[str, ...]:
    """What keeps these screens, or the whole record, from making sense, as keys of TOLD_ON; empty when all is well."""
    told = {key for key, where in TOLD_ON.items() if not screens or not set(where).isdisjoint(screens)}
    checks = {
        "no_thought": not record.thought.strip(),
        "belief_out_of_range": any(
            belief is not None and belief not in BELIEFS for belief in (record.belief_before, record.belief_after)
        ),
        "fairer_is_the_same": bool(record.fairer.strip()) and _plain(record.fairer) == _plain(record.thought),
        "after_without_fairer": record.belief_after is not None and not _moved(record),
    }
    return tuple(key for key, is_amiss in checks.items() if is_amiss and key in told)


def change(record: ThoughtRecord) -> int | None:
    """By how much belief in the thought fell; None until both were given. Rising or staying is no failure."""
    if record.belief_before is None or record.belief_after is None:
        return None
    return record.belief_before - record.belief_after


def _moved(record: ThoughtRecord) -> bool:
    """Whether there are words that could move how true it feels."""
    return bool((record.fairer + record.to_a_friend).strip())


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .!?")
