"""What may come of the next applications, or of the next weeks: chances in 100 with their ranges, never a date."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from highroad.applications.beta import Beta, some_in, spread
from highroad.applications.funnel import Alike, Funnel
from highroad.applications.normal import Numbers, share_below
from highroad.applications.silence import Curve
from highroad.words.content import load_toml

HORIZONS = (10, 25, 50, 100)  # applications
LOW, HIGH = 0.1, 0.9  # the ends of a range of 80 %
DOTS = 20
WEEKS_LOOKED_BACK = 4  # for how many applications a week there are
DROUGHT = 0.05  # a drought rarer than this is worth a look at what is sent; any other is chance


@dataclass(frozen=True, slots=True)
class Horizon:
    """Of 100 people with such a record, how many have an interview, and an offer, within the next n applications.

    Low and high are the range of 80 %; `others_share`, 0 to 1, is how much of it rests on other people's data.
    """

    n: int
    interview: float
    interview_low: float
    interview_high: float
    offer: float
    offer_low: float
    offer_high: float
    others_share: float


@dataclass(frozen=True, slots=True)
class Ahead:
    """Of 100 people with such a record, how many have an offer within so many weeks, with the range of 80 %."""

    week: int
    offer: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Open:
    """An application that is under way: the chance that it ends in an offer, and how many days old it is."""

    chance: float
    days: float


def forecast(funnel: Funnel, horizons: Iterable[int] = HORIZONS) -> tuple[Horizon, ...]:
    """What the next applications may bring when they are sent as those of the funnel were."""
    return tuple(
        Horizon(n, *_in_hundred(funnel.interview, n), *_in_hundred(funnel.offer, n), funnel.others_share)
        for n in horizons
    )


def dots(chance: Beta, *, at_most: int) -> tuple[int | None, ...]:
    """Twenty people in a row: after how many applications it came true for each; None for later than `at_most`."""
    return tuple(chance.tries_until((dot + 0.5) / DOTS, at_most=at_most) for dot in range(DOTS))


def drought(chance: Beta, *, applications: int) -> float:
    """How often so many applications in a row come to nothing by chance alone, 0 to 1, at the expected chance."""
    return 1 - some_in(applications, chance=chance.mean)


def drought_range(chance: Beta, *, applications: int) -> tuple[float, float]:
    """The ends of its range of 80 %, 0 to 1: how often the run comes by chance where the chance is high, or low."""
    most, least = (chance.quantile(share) for share in (HIGH, LOW))
    return 1 - some_in(applications, chance=most), 1 - some_in(applications, chance=least)


def is_telling(chance: Beta, *, applications: int) -> bool:
    """Whether so many without success are too rare to be chance alone."""
    return drought(chance, applications=applications) < DROUGHT


def by_week(
    offer: Beta, *, a_week: float, under_way: Sequence[Open] = (), weeks: Sequence[int] = (4, 8, 12, 26)
) -> tuple[Ahead, ...]:
    """What the next weeks may bring at the pace of the last four, with what is under way.

    The pace is Gamma(4 r, 4) around r applications a week; an offer takes its time (`lag` in content/priors.toml), so
    no offer by week w has the chance E[(1 - p)^(pace * sum of G(w - u))] times that of every open one to end without.
    """
    return tuple(_ahead(offer, a_week, under_way, week) for week in weeks)


def under_way(alike: Alike, *, days: int, funnel: Funnel, curve: Curve) -> Open:
    """An open application so many days after it was sent: its chance shrinks as the answers that come have come."""
    chance = funnel.offer_after.mean if alike.met else funnel.offer.mean
    return Open(chance * curve.chance_of_reply(alike.silent) / curve.chance_of_reply(0), days)


def rounded(in_hundred: float) -> int:
    """A chance in 100 as it is told: to the next five, for more would promise what nobody knows."""
    return 5 * round(in_hundred / 5)


def lag(days: Numbers) -> Numbers:
    """G: of the applications that end in an offer, how many have it after so many days, in the days' own shape."""
    told = load_toml("highroad.applications", "content/priors.toml")["lag"]
    return np.where(days > 0, share_below(np.log(np.maximum(days, 1e-9) / told["median"]) / told["sigma"]), 0.0)


def _in_hundred(chance: Beta, tries: int) -> tuple[float, float, float]:
    low, high = (some_in(tries, chance=chance.quantile(share)) for share in (LOW, HIGH))
    return 100 * chance.some_in(tries), 100 * low, 100 * high


def _ahead(offer: Beta, a_week: float, under_way: Sequence[Open], week: int) -> Ahead:
    ripe = float(lag(np.arange(7.0 * week, 0, -7)).sum())  # weeks of applications that had time to end
    nothing = _end_without(under_way, week)
    log_odds, weights = spread(offer)
    none = weights @ _none(-np.logaddexp(0, log_odds), a_week, ripe)
    low, high = _none(np.log1p([-offer.quantile(share) for share in (LOW, HIGH)]), a_week, ripe)
    return Ahead(week, *(100 * (1 - float(chance) * nothing) for chance in (none, low, high)))


def _none(log_fail: Numbers, a_week: float, ripe: float) -> Numbers:
    """The chance of no offer for each log(1 - p), over every pace: the transform of the gamma at -ripe log(1 - p)."""
    looked = WEEKS_LOOKED_BACK
    return np.power(looked / (looked - ripe * log_fail), looked * a_week)


def _end_without(under_way: Sequence[Open], week: int) -> float:
    """The chance that none of them brings an offer by then; one older than most offers has less time left."""
    chances, days = (np.array([getattr(one, name) for one in under_way]) for name in ("chance", "days"))
    past, then = lag(days), lag(days + 7 * week)
    left = np.maximum(1 - past, 1e-12)
    return float(np.prod(1 - chances * np.minimum((then - past) / left, 1)))
