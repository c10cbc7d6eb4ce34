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
# The middles of nine equal shares of the normal distribution.
NINTHS = np.array([-1.593, -0.967, -0.589, -0.282, 0, 0.282, 0.589, 0.967, 1.593])
WEEKS_LOOKED_BACK = 4  # for how many applications a week there are
EVERY = 10  # one point in so many of the grid of chances is enough, for over the weeks all is smooth
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
    """Of 100 people with such a record, how many have an offer within so many weeks.

    Low and high are the range of 80 % over what their chance may be, and their pace.
    """

    week: int
    offer: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Range:
    """A range of 100 as it is told: low 0 reads "fewer than" high, high 100 "more than" low, and it is never both."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Open:
    """An application that is under way: the chance that it ends in an offer, and how many days old it is.

    Before a talk it is as likely as those still to be sent, so that both are surer or less sure together.
    """

    chance: float
    days: float
    met: bool = False


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
    offer: Beta,
    *,
    a_week: float,
    looked_back: float = WEEKS_LOOKED_BACK,
    under_way: Sequence[Open] = (),
    weeks: Sequence[int] = (4, 8, 12, 26),
) -> tuple[Ahead, ...]:
    """What the next weeks may bring at the pace of the weeks looked back on, with what is under way.

    The pace is Gamma(w r, w) around r applications a week seen for w weeks; an offer takes its time (`lag` in
    content/priors.toml). So no offer by week w has the chance E[(1 - p)^(pace * sum of G(w - u))], over every p and
    pace, times that of every open one to end without at the same p.
    """
    chances, weights = _chances(offer)
    found = []
    for week in weeks:
        nothing, ripe = _end_without(under_way, week, chances / offer.mean), _ripe(week)
        some = weights @ (1 - _none(chances, ripe, a_week, looked_back) * nothing)
        at_each = 1 - np.exp(np.outer(_paces(a_week, looked_back), ripe * np.log1p(-chances))) * nothing
        found.append(Ahead(week, *(100 * float(one) for one in (some, *_range(at_each, weights)))))
    return tuple(found)


def under_way(alike: Alike, *, days: int, funnel: Funnel, curve: Curve) -> Open:
    """An open application so many days after it was sent: its chance shrinks as the answers that come have come."""
    chance = funnel.offer_after.mean if alike.met else funnel.offer.mean
    return Open(chance * curve.chance_of_reply(alike.silent) / curve.chance_of_reply(0), days, alike.met)


def rounded(in_hundred: float) -> int:
    """A chance in 100 as it is told: to the next five, for more would promise what nobody knows."""
    return 5 * round(in_hundred / 5)


def range_of(low: float, high: float) -> Range:
    """A range of 100 with its ends rounded to five: never none and never all, and 5 to 95 where it would be both."""
    bottom = min(rounded(low), 95)
    top = max(rounded(high), bottom + 5)
    return Range(5, 95) if (bottom, top) == (0, 100) else Range(bottom, top)


def others_of(share: float) -> int:
    """How much of 100 is other people's: 100 when all of it is, else from 5 to 95, for nothing is all one's own."""
    return 100 if share == 1 else min(max(rounded(100 * share), 5), 95)


def lag(days: Numbers) -> Numbers:
    """G: of the applications that end in an offer, how many have it after so many days, in the days' own shape."""
    told = load_toml("highroad.applications", "content/priors.toml")["lag"]
    return np.where(days > 0, share_below(np.log(np.maximum(days, 1e-9) / told["median"]) / told["sigma"]), 0.0)


def _in_hundred(chance: Beta, tries: int) -> tuple[float, float, float]:
    low, high = (some_in(tries, chance=chance.quantile(share)) for share in (LOW, HIGH))
    return 100 * chance.some_in(tries), 100 * low, 100 * high


def _chances(offer: Beta) -> tuple[Numbers, Numbers]:
    """What the chance of an offer may be, and how likely each is."""
    log_odds, weights = (every[::EVERY] for every in spread(offer))
    return np.exp(-np.logaddexp(0, -log_odds)), weights / weights.sum()


def _paces(a_week: float, looked_back: float) -> Numbers:
    """Nine paces, each as likely, that the weeks looked back on leave open: those of a gamma (Wilson-Hilferty 1931)."""
    sent = max(a_week * looked_back, 1e-9)
    paces: Numbers = a_week * np.maximum(1 - 1 / (9 * sent) + NINTHS / (3 * np.sqrt(sent)), 0) ** 3
    return paces


def _range(at_each: Numbers, weights: Numbers) -> tuple[float, float]:
    """The ends of the range of 80 % of what may be at each pace (rows) and chance (columns, with their weights)."""
    order = np.argsort(at_each, axis=None)
    share = np.cumsum(np.broadcast_to(weights / len(at_each), at_each.shape).ravel()[order])
    low, high = np.interp([LOW, HIGH], share, at_each.ravel()[order])
    return low, high


def _ripe(week: int) -> float:
    """How many weeks of applications had time to end by then."""
    return float(lag(np.arange(7.0 * week, 0, -7)).sum())


def _none(chances: Numbers, ripe: float, a_week: float, looked_back: float) -> Numbers:
    """That nothing new brings an offer, at each chance and over every pace: the transform of the gamma."""
    return np.power(looked_back / (looked_back - ripe * np.log1p(-chances)), looked_back * a_week)


def _end_without(under_way: Sequence[Open], week: int, times: Numbers) -> Numbers:
    """That none of them brings an offer by then, were it so many times as likely before a talk, in the times' shape.

    One that is older than most offers has less time left.
    """
    chances, days, met = (np.array([getattr(one, name) for one in under_way]) for name in ("chance", "days", "met"))
    past, then = lag(days), lag(days + 7 * week)
    in_time = np.minimum((then - past) / np.maximum(1 - past, 1e-12), 1)
    at_each = np.minimum(np.where(met.astype(bool), 1, times[:, np.newaxis]) * chances, 1)
    none: Numbers = np.prod(1 - at_each * in_time, axis=1)
    return none
