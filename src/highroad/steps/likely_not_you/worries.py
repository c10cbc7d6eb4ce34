"""The eight questions that go round after a no: which there are, and which wait for a calmer day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from highroad.applications.course import STARTS, TALKS, furthest_sure, rounds, stage_reached, sure_rounds
from highroad.applications.talks import EVER
from highroad.applications.talks import talks_held as held
from highroad.events.details.titles import is_head, role_key
from highroad.events.event import STAGES, Event, Kind, Stage
from highroad.rejections.rejection import Rejection
from highroad.steps.likely_not_you.strip import ENOUGH


class Worry(StrEnum):
    """One of the eight, by the last part of its address; in the order they are shown."""

    WRONG = "wrong"
    SAID = "said-x"
    PARTNER = "partner"
    QUALIFIED = "qualified"
    TYPO = "typo"
    OUTFIT = "outfit"
    PATH = "path"
    EVER = "ever"


CALMER_DAY = frozenset({Worry.PATH, Worry.EVER})
CALM = timedelta(hours=48)


def calm_from(worry: Worry, rejection: Rejection, *, now: datetime) -> datetime | None:
    """From when a worry is read on a calmer day; None for those that need none, and once two days are over."""
    if worry not in CALMER_DAY or rejection.at is None:
        return None
    calm = rejection.at + CALM
    return calm if calm > now else None


class Right(StrEnum):
    """What went right at one step; the word names the sentence that says so."""

    REACHED = "reached"
    ONWARD = "onward"
    TESTED = "tested"
    PASSED = "passed"
    ASKED_IN = "asked_in"
    ASKED_ON = "asked_on"
    OFFERED = "offered"


@dataclass(frozen=True, slots=True)
class Passed:
    """One step of the way: what it was, when, and how it went on; `onward` is None where nothing shows that it did."""

    event: Event
    onward: Event | None

    @property
    def went_right(self) -> Right:
        """What is right about a step by its being there, or by what came of it."""
        alone, with_onward = RIGHT.get(self.event.kind, (Right.ASKED_IN, Right.ASKED_ON))
        return with_onward if self.onward else alone


RIGHT = {
    Kind.APPLIED: (Right.REACHED, Right.ONWARD),
    Kind.CONFIRMATION: (Right.REACHED, Right.ONWARD),
    Kind.ASSESSMENT: (Right.TESTED, Right.PASSED),
    Kind.OFFER: (Right.OFFERED, Right.OFFERED),
}

WAY = (Kind.APPLIED, Kind.CONFIRMATION, Kind.ASSESSMENT, *TALKS, Kind.OFFER)


def way_of(rejection: Rejection) -> tuple[Passed, ...]:
    """The steps up to this no, each with what it led to; several mails about one step count once."""
    talks = {talk.id for talk in sure_rounds(rejection.application)}
    steps = [event for event in _before(rejection) if event.kind in WAY]
    once = [event for event in steps if event.kind not in TALKS or event.id in talks]
    once = [event for event in once if event.kind is not Kind.CONFIRMATION or event is once[0]]
    return tuple(Passed(event, _led_on(event, onward)) for event, onward in pairwise([*once, None]) if event)


def told_of(rejection: Rejection, way: Iterable[Passed]) -> Stage | None:
    """How far it went by the no's own words or the user's, where no step of the way shows as much."""
    shown = max((STAGES.index(stage_reached(one.event)) for one in way), default=0)
    told = furthest_sure(rejection.application)
    return told if STAGES.index(told) > shown else None


def talk_after(rejection: Rejection, talk_id: str) -> Event | None:
    """The talk or offer that came after the one of that id; None when it was the last, or there is no such talk."""
    talks = rounds(rejection.application)
    place = next((number for number, talk in enumerate(talks) if talk.id == talk_id), None)
    if place is None:
        return None
    offers = [event for event in rejection.application.events if event.kind is Kind.OFFER]
    return next(iter([*talks[place + 1 :], *offers]), None)


def talks_held(rejection: Rejection) -> tuple[Event, ...]:
    """The talks that something can have been said in: those that took place before the no."""
    return held(rejection.application, now=rejection.at or EVER)


@dataclass(frozen=True, slots=True)
class Family:
    """Applications of one kind of role: how many, how many led to a talk, how many of those are enough to tell."""

    name: str
    total: int
    talks: int

    @property
    def tells(self) -> bool:
        """Whether there are enough answers from people to speak of a pattern."""
        return self.talks >= ENOUGH


MOST_FAMILIES = 5


def families(roles: Iterable[tuple[str, Stage]]) -> tuple[Family, ...]:
    """The kinds of role by the word for what someone does, the commonest first; the rest under an empty name."""
    total: Counter[str] = Counter()
    talks: Counter[str] = Counter()
    for role, stage in roles:
        name = family_of(role)
        total[name] += 1
        talks[name] += STAGES.index(stage) >= STAGES.index(Stage.SCREEN)
    named = [name for name, _ in sorted(total.items(), key=lambda one: (-one[1], one[0])) if name][:MOST_FAMILIES]
    rest = [name for name in total if name not in named]
    found = [Family(name, total[name], talks[name]) for name in named]
    others = Family("", sum(total[name] for name in rest), sum(talks[name] for name in rest))
    return (*found, others) if others.total else tuple(found)


def family_of(role: str) -> str:
    """The word in a title that names what someone does, the last one where there are several; empty for none."""
    heads = [word for word in role_key(role).split() if is_head(word)] if role else []
    return heads[-1] if heads else ""


def _before(rejection: Rejection) -> list[Event]:
    """What came before the no; what has no day stands first, for it is sorted behind everything that has."""
    events = list(rejection.application.events)
    place = next((number for number, event in enumerate(events) if event.id == rejection.id), len(events))
    later = [event for event in events[place + 1 :] if _belongs_before(event, rejection.at)]
    return sorted([*events[:place], *later], key=lambda event: event.at is not None)


def _belongs_before(event: Event, no_at: datetime | None) -> bool:
    """What the user entered for the day of the no has no hour of its own."""
    return event.at is None or (event.by_user and no_at is not None and event.at.date() <= no_at.date())


def _led_on(event: Event, onward: Event | None) -> Event | None:
    """What came next; of what has no day only what goes further is known to have come of it."""
    if onward is None or onward.kind in STARTS:
        return None
    if event.at and onward.at:
        return onward
    return onward if STAGES.index(stage_reached(onward)) >= STAGES.index(stage_reached(event)) else None
