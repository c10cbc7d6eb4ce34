"""Ways to begin a fairer version, made of the user's own facts and words; the user writes the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from highroad.steps.dont_get_stuck.facts import Fact
from highroad.steps.dont_get_stuck.thought import ThoughtRecord
from highroad.words.content import load_toml
from highroad.words.sentences import split

ENDS = '.!?…:;"”’)'


class Way(StrEnum):
    """Seven ways to see a thing more fairly, in the order they are offered.

    They follow the qualities of helpful reframes in Sharma et al. 2023 (ACL, "Cognitive reframing of negative thoughts
    through human-language model interaction"): people preferred specific and kind ones to very positive ones.
    """

    EVIDENCE = "evidence"
    ONE_CASE = "one_case"
    OTHER_CAUSES = "other_causes"
    NOT_KNOWN = "not_known"
    KIND = "kind"
    PASSES = "passes"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Starter:
    """A sentence begun. `name` says what it tries; it never says how the sentence ends."""

    way: Way
    name: str
    text: str


def starters(record: ThoughtRecord, facts: tuple[Fact, ...], *, works_on: str = "") -> tuple[Starter, ...]:
    """One for each way, with the user's own words where there are some."""
    own = dict(_own(record, facts, works_on))
    return tuple(_starter(way, own.get(way, "")) for way in Way)


def begun(text: str, starter: str) -> str:
    """The text with one more sentence begun at its end."""
    return f"{text.rstrip()}\n{starter} ".lstrip()


def _own(record: ThoughtRecord, facts: tuple[Fact, ...], works_on: str) -> Iterator[tuple[Way, str]]:
    """What the user said or the record holds, for the ways that can be begun with it."""
    against = [fact.mine for fact in facts if not fact.quotes_no]
    yield Way.EVIDENCE, _ended(_first(record.speaks_against) or next(iter(against), ""))
    yield Way.KIND, _ended(_first(record.to_a_friend))
    yield Way.NEXT_STEP, works_on.strip().rstrip(".")


def _starter(way: Way, own: str) -> Starter:
    words = _content()["ways"][way]
    return Starter(way, words["name"], words["with_own"].format(own=own) if own else words["begins"])


def _first(text: str) -> str:
    return next(iter(split(text)), "")


def _ended(sentence: str) -> str:
    """With a full stop where it has no end of its own, so that another sentence can follow."""
    return f"{sentence}." if sentence and sentence[-1] not in ENDS else sentence


def _content() -> dict[str, Any]:
    return load_toml("highroad.steps.dont_get_stuck", "content/fairer.toml")
