"""What others did that speaks for the user: invitations, offers, recommendations. Facts from the record, no praise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from highroad.applications.application import Application, Channel
from highroad.applications.course import rounds
from highroad.applications.people import talked_with
from highroad.events.event import Kind, Stage
from highroad.words.content import load_toml
from highroad.words.phrases import Phrases, compile_phrases, find

CAME_BY = {Channel.RECRUITER_INBOUND: "wrote_first", Channel.REFERRAL: "referred"}

_WORD = re.compile(r"\w+(?:['-]\w+)*")


@dataclass(frozen=True, slots=True)
class Strength:
    """One thing others did, as a sentence; `event_id` proves it."""

    says: str
    event_id: str


def strengths(application: Application) -> tuple[Strength, ...]:
    """What one application shows, the most telling first; empty when nobody asked the user on."""
    return tuple(_found(application))


def is_praise(sentence: str, *, language: str) -> bool:
    """Whether a sentence that sounds kind is about what the user did; courtesy, plans and a but are not."""
    words = _WORD.findall(sentence.replace("’", "'").lower())
    return bool(words) and not find(_courtesies(language), words)


def _found(application: Application) -> Iterator[Strength]:
    talks = rounds(application)
    offer = next((event.id for event in application.events if event.kind is Kind.OFFER and event.reading.sure), None)
    if offer:
        yield _strength(application, "offer", offer)
    if len(talks) > 1:
        people = len(talked_with(application.people))
        key = "to_round" if people > 1 else "to_round_alone"
        yield _strength(application, key, talks[-1].id, number=len(talks), people=_people(people))
    elif application.furthest_stage is Stage.FINAL and talks:
        yield _strength(application, "final", talks[-1].id)
    if came_by := CAME_BY.get(application.channel):
        yield _strength(application, came_by, application.events[0].id)


def _strength(application: Application, key: str, event_id: str, **about: object) -> Strength:
    words = load_toml("highroad.steps.dont_get_stuck", "content/words.toml")["strengths"]
    return Strength(words[key].format(employer=application.employer or words["somebody"], **about), event_id)


@cache
def _courtesies(language: str) -> Phrases:
    content: dict[str, list[str]] = load_toml("highroad.steps.dont_get_stuck", "content/strengths.toml")["courtesy"]
    return compile_phrases({"courtesy": content.get(language, content["en"])})


def _people(count: int) -> str:
    numbers: Any = load_toml("highroad.steps.dont_get_stuck", "content/facts.toml")["numbers"]
    return str(numbers[min(count, len(numbers) - 1)])
