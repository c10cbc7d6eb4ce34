"""The first look at every application: how many led to a talk, and how often chance brings such a run without one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from highroad.app.models import ApplicationRow, OwnerRow
from highroad.app.queries.fields import prior_of
from highroad.app.queries.forecast import ENDED, MET, OFFERED
from highroad.applications.application import Channel
from highroad.applications.fact import Fact, published
from highroad.applications.forecast import drought_range, is_telling, rounded
from highroad.applications.funnel import Alike, funnel, mix, seen
from highroad.applications.silence import Asked, asked_of, curve
from highroad.events.event import STAGES, Stage
from highroad.rejections.rejection import Rejection
from highroad.steps.likely_not_you.strip import ENOUGH

A_DAY = timedelta(hours=24)  # after a no one reads every number darkly


@dataclass(frozen=True, slots=True)
class Sent:
    """One application as the first look saw it; `silent` is how many days it has waited."""

    on: date | None
    channel: Channel
    stage: Stage
    offered: bool
    ended: bool
    silent: int

    @property
    def met(self) -> bool:
        """Whether it led to a talk."""
        return self.stage in MET or self.offered

    @property
    def is_over(self) -> bool:
        """Whether it ended, or hardly any answer can still come."""
        return self.ended or curve(asked_of(self.channel, met=self.met)).part_over(self.silent) == 1


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


def first_looks(owner: OwnerRow, rejection: Rejection, *, now: datetime) -> FirstLooks:
    """In one question. On the day of a no, and while the user needs quiet, no chance is told."""
    every = _every(owner, today=now.date())
    fresh = rejection.at is not None and rejection.at > now - A_DAY
    quiet = owner.quiet_until is not None and owner.quiet_until > now
    asked = sum(STAGES.index(one.stage) >= STAGES.index(Stage.SCREEN) for one in every)
    return FirstLooks(len(every), asked, None if fresh or quiet else drought_in(every, field=prior_of(owner.field)))


def drought_in(every: list[Sent], *, field: str) -> Drought | None:
    """The run at hand at the rate of the ways it was sent; None below ten, without days, or without a read source."""
    run, prior = _run(every), published("priors")
    if len(run) < ENOUGH or prior is None:
        return None
    shown = seen(_alike(every), {asked: curve(asked) for asked in Asked})
    ways = Counter(one.channel for one in run)
    chance = mix((count, funnel(way, shown[way], field=field)) for way, count in ways.items()).interview
    usual = mix((count, funnel(way, field=field)) for way, count in ways.items()).interview
    low, high = (rounded(100 * share) for share in drought_range(chance, applications=len(run)))
    low = min(low, 95)
    telling = is_telling(chance, applications=len(run))
    if not telling and not any(one.met for one in every) and is_telling(usual, applications=len(run)):
        return None  # the low rate is that of the run itself: it would comfort with what it should explain
    return Drought(len(run), low, max(high, low + 5), telling, len(every), prior)


def _run(every: list[Sent]) -> list[Sent]:
    """What was sent since the last one that led to a talk, and is over; empty where that one has no day."""
    talks = [one.on for one in every if one.met]
    last = max((day or date.max for day in talks), default=date.min)
    return [one for one in every if one.on and one.on > last and one.is_over]


def _alike(every: Iterable[Sent]) -> list[Alike]:
    kinds = Counter((one.channel, one.met, one.offered, one.ended, one.silent) for one in every)
    return [Alike(*kind, count) for kind, count in kinds.items()]


def _every(owner: OwnerRow, *, today: date) -> list[Sent]:
    rows = ApplicationRow.objects.filter(owner=owner).order_by()
    asked_for = ("applied_on", "channel", "furthest_stage", "outcome", "waiting_since")
    return [
        Sent(
            on=on,
            channel=Channel(channel),
            stage=Stage(stage),
            offered=stage == Stage.OFFER or outcome in OFFERED,
            ended=outcome in ENDED,
            silent=max((today - since).days, 0) if since else 0,
        )
        for on, channel, stage, outcome, since in rows.values_list(*asked_for)
    ]
