"""How far this application got, beside all the user's own: counts, and a rate only where there are enough of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from highroad.applications.application import Application
from highroad.applications.beta import Beta
from highroad.applications.forecast import HIGH, LOW, rounded
from highroad.applications.talks import EVER, came, came_to, talks_held
from highroad.events.event import STAGES, Stage

ENOUGH = 10  # applications at a stage before a rate is told of it


@dataclass(frozen=True, slots=True)
class Reached:
    """How many of the user's applications went at least as far as a stage."""

    stage: Stage
    count: int
    this_one: bool  # whether the application at hand went as far


@dataclass(frozen=True, slots=True)
class Rate:
    """Of so many that reached one stage, how many went on to the next told; low and high in 100, an 80 % range."""

    stage: Stage
    onward: Stage
    count: int
    of: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Strip:
    """One application among all: `as_far` of `total` went at least as far as it did."""

    reached: tuple[Reached, ...]
    stage: Stage
    rounds: int
    as_far: int
    total: int


def stage_strip(application: Application, all_applications: Iterable[Application], *, now: datetime = EVER) -> Strip:
    """Counts for each stage that any application or this one took part in by now; this one once, given or not."""
    others = [_depth(other, now) for other in all_applications if other.id != application.id]
    own = _depth(application, now)
    depths = [own, *others]
    counts = [sum(depth >= place for depth in depths) for place in range(len(STAGES))]
    return Strip(
        reached=tuple(
            Reached(stage, counts[place], this_one=own >= place) for place, stage in enumerate(STAGES) if counts[place]
        ),
        stage=STAGES[own],
        rounds=len(talks_held(application, now=now)),
        as_far=counts[own],
        total=len(depths),
    )


def rates(reached: Iterable[Reached]) -> tuple[Rate, ...]:
    """How many went on from each stage to the next; none from a stage that fewer than ten reached.

    The range is that of a chance of which nothing was known before: Beta(1, 1), rounded to five.
    """
    return tuple(_rate(one, onward) for one, onward in pairwise(reached) if one.count >= ENOUGH)


def _depth(application: Application, now: datetime) -> int:
    return STAGES.index(came_to(came(application), now=now))


def _rate(one: Reached, onward: Reached) -> Rate:
    chance = Beta(1 + onward.count, 1 + one.count - onward.count)
    low, high = (rounded(100 * chance.quantile(share)) for share in (LOW, HIGH))
    return Rate(one.stage, onward.stage, onward.count, one.count, low, high)
