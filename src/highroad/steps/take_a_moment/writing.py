"""What to write about, when, and when plain words are better than deep ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from highroad.words.content import load_toml

# From which day each is offered: values a day later (Pfrombeck et al. 2023, PNAS), the kind letter on day two
# (Kreemers et al. 2020). Free writing is there from the start for those who want it, never urged.
FROM_DAY = {"values": 1, "free": 0, "letter": 0, "kind": 2}
BEST = "values"  # the best-evidenced of them: the only page that opens without being chosen
DEEP = ("free", "letter")  # not on a day when writing left it heavier
VALUES_REST = timedelta(days=30)  # once in a search, and at most monthly when the user wants it again
MOST_VALUES = 3  # two or three were chosen in the studies; with more, each is written about less
DAYS = 5  # of writing it out (Spera et al. 1994)
WHY = re.compile(
    r"\b(?:why|what does (?:it|this|that) mean|what is wrong with me|warum|wieso|weshalb)\b", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.?!\n]+")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to write about; `choices` are words to pick from, `starts` ways to begin."""

    key: str
    title: str
    minutes: int
    ask: str
    starts: tuple[str, ...]
    choices: tuple[str, ...] = ()


class Felt(StrEnum):
    """How it is after writing, against before."""

    LIGHTER = "lighter"
    SAME = "same"
    HEAVIER = "heavier"


@dataclass(frozen=True, slots=True)
class Sitting:
    """One piece of writing that was ended: what about, and when by the user's clock."""

    prompt: str
    at: datetime
    felt: Felt | None = None
    circled: bool = False


class Stop(StrEnum):
    """Why writing it out is not offered any further; the word names the line that says so."""

    ENOUGH = "enough"
    TODAY = "today"
    HEAVIER = "heavier"
    CIRCLES = "circles"


def prompts(after: timedelta, sittings: Sequence[Sitting] = (), *, now: datetime) -> tuple[Prompt, ...]:
    """What is offered so long after the no; values at most monthly, free writing until its stop rule."""
    stopped = stop(sittings, today=now.date())
    rests = set(DEEP) if stopped is Stop.TODAY else {"free"} if stopped else set()
    if any(one.prompt == BEST and now - one.at < VALUES_REST for one in sittings):
        rests.add(BEST)
    return tuple(prompt(key) for key, day in FROM_DAY.items() if after >= timedelta(days=day) and key not in rests)


def stop(sittings: Sequence[Sitting], *, today: date) -> Stop | None:
    """Why free writing should stop, by all sittings since the no; None while it may go on.

    Writing leaves some people worse (Sbarra et al. 2013), so one that ended heavier is the last of its day.
    """
    free = sorted((one for one in sittings if one.prompt == "free"), key=lambda one: one.at)
    if free and free[-1].circled:
        return Stop.CIRCLES
    if _left_heavier(free):
        return Stop.HEAVIER
    if any(one.felt is Felt.HEAVIER and one.at.date() == today for one in sittings):
        return Stop.TODAY
    return Stop.ENOUGH if len({one.at.date() for one in free}) >= DAYS else None


def _left_heavier(free: Sequence[Sitting]) -> bool:
    """Whether the last sittings of the last two days, one after the other, both ended heavier."""
    last: dict[date, Felt | None] = {one.at.date(): one.felt for one in free}
    days = sorted(last)[-2:]
    in_a_row = len(days) == 2 and days[1] - days[0] == timedelta(days=1)
    return in_a_row and all(last[day] is Felt.HEAVIER for day in days)


def prompt(key: str) -> Prompt:
    """One prompt by its name in the content; free writing under a name that is none."""
    known = _content()
    name = key if key in known else "free"
    words = known[name]
    return Prompt(
        name, words["title"], words["minutes"], words["ask"], tuple(words["starts"]), tuple(words.get("choices", ()))
    )


def prompt_names() -> tuple[str, ...]:
    """Everything there is to write about, by its name in the content."""
    return tuple(_content())


def goes_in_circles(text: str) -> bool:
    """Whether a third or more of the sentences, and at least three, ask why.

    People who search for meaning did worse with deep writing than with plain writing, up to nine months on
    (Sbarra et al. 2013, n = 90), so that a plainer prompt is offered then.
    """
    sentences = [sentence for sentence in SENTENCE_END.split(text) if sentence.strip()]
    asking = sum(bool(WHY.search(sentence)) for sentence in sentences)
    return asking >= 3 and asking * 3 >= len(sentences)


def _content() -> dict[str, Any]:
    words: dict[str, Any] = load_toml("highroad.steps.take_a_moment", "content/words.toml")["writing"]
    return words
