"""The first look at every application: how many led to a talk, and how often chance brings such a run without one."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.fields import prior_of
from highroad.app.queries.forecast import alike_of
from highroad.app.queries.forecast_rest import resting
from highroad.applications.fact import Fact, published
from highroad.applications.forecast import drought_range, is_telling, range_of
from highroad.applications.funnel import Alike, funnel, mix, seen
from highroad.applications.silence import Asked, asked_of, curve
from highroad.steps.likely_not_you.strip import ENOUGH


@dataclass(frozen=True, slots=True)
class Sent:
    """One application as the first look saw it, and the day it was sent."""

    on: date | None
    seen: Alike

    @property
    def is_over(self) -> bool:
        """Whether it ended, or hardly any answer can still come."""
        one = self.seen
        return one.ended or curve(asked_of(one.channel, met=one.met)).part_over(one.silent) == 1


@dataclass(frozen=True, slots=True)
class Drought:
    """So many in a row without a talk: of 100 people at this rate, low to high have such a run by chance alone."""

    run: int
    low: int
    high: int
    telling: bool
    of: int
    prior: Fact


@dataclass(frozen=True, slots=True)
class FirstLooks:
    """Of so many applications, how many led to a talk; and the run without one, where it can be told."""

    total: int
    asked: int
    drought: Drought | None


def first_looks(owner: OwnerRow, *, now: datetime) -> FirstLooks:
    """In one question, beside those of what rests. While the forecast rests, no chance is told here either."""
    every = _every(owner, today=now.date())
    asked = sum(one.seen.met for one in every)
    rests = resting(owner, now=now)
    return FirstLooks(len(every), asked, None if rests else drought_in(every, field=prior_of(owner.field)))


def drought_in(every: list[Sent], *, field: str) -> Drought | None:
    """The run at hand at the rate of the ways it was sent; None below ten, without days, or without a read source."""
    run, prior = _run(every), published("priors")
    if len(run) < ENOUGH or prior is None:
        return None
    counted = (replace(one, count=count) for one, count in Counter(one.seen for one in every).items())
    shown = seen(counted, {asked: curve(asked) for asked in Asked})
    ways = Counter(one.seen.channel for one in run)
    chance = mix((count, funnel(way, shown[way], field=field)) for way, count in ways.items()).interview
    usual = mix((count, funnel(way, field=field)) for way, count in ways.items()).interview
    told = range_of(*(100 * share for share in drought_range(chance, applications=len(run))))
    telling = is_telling(chance, applications=len(run))
    if not telling and not any(one.seen.met for one in every) and is_telling(usual, applications=len(run)):
        return None  # the low rate is that of the run itself: it would comfort with what it should explain
    return Drought(len(run), told.low, told.high, telling, len(every), prior)


def _run(every: list[Sent]) -> list[Sent]:
    """What was sent since the last one that led to a talk, and is over; empty where that one has no day."""
    talks = [one.on for one in every if one.seen.met]
    last = max((day or date.max for day in talks), default=date.min)
    return [one for one in every if one.on and one.on > last and one.is_over]


def _every(owner: OwnerRow, *, today: date) -> list[Sent]:
    rows = ApplicationRow.objects.filter(owner=owner).order_by()
    asked_for = ("applied_on", "channel", "furthest_stage", "outcome", "waiting_since")
    return [
        Sent(on, alike_of(channel, stage, outcome, silent=max((today - since).days, 0) if since else 0))
        for on, channel, stage, outcome, since in rows.values_list(*asked_for)
    ]
