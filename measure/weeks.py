"""How right the weeks ahead are: the week of the next offer, held against its forecast, on made-up searches."""

import numpy as np

from highroad.applications.forecast import HIGH, LOW, WEEKS_LOOKED_BACK, Open, by_week, lag, under_way
from highroad.applications.funnel import Funnel
from highroad.applications.normal import Numbers, share_below
from highroad.applications.silence import asked_of, curve
from measure.searches import Search, Truth

LAST = 26  # weeks; nothing is told of later ones
SHOWN = 12  # weeks, of the range on the page
WEEKS = tuple(range(1, LAST + 1))


def covered(made: Search, known: Funnel) -> float:
    """How often the randomised PIT of the week of the next offer lies between LOW and HIGH; later than LAST is one."""
    said, truth = told(made, known), true(made)
    return _pit_below(said, truth, HIGH) - _pit_below(said, truth, LOW)


def holds(made: Search, known: Funnel) -> bool:
    """Whether the range shown, of new applications alone, holds the true chance of an offer within SHOWN weeks."""
    (ahead,) = by_week(known.offer, **_pace(made), weeks=[SHOWN])
    return ahead.low <= 100 * _by_new_ones(made)[SHOWN - 1] <= ahead.high


def told(made: Search, known: Funnel) -> Numbers:
    """The chance of an offer by each of WEEKS, 0 to 1, as the record tells it."""
    ahead = by_week(known.offer, **_pace(made), under_way=_open(made, known), weeks=WEEKS)
    return np.array([one.offer / 100 for one in ahead])


def true(made: Search) -> Numbers:
    """The chance of an offer by each of WEEKS, 0 to 1: of those sent it is settled, new ones come evenly by chance."""
    return np.where(made.coming <= 7 * np.array(WEEKS), 1.0, _by_new_ones(made))


def _by_new_ones(made: Search) -> Numbers:
    days = np.arange(7 * LAST + 1, dtype=float)
    ended = _in_both_waits(made.truth, days) if made.kind.soon else lag(days)
    so_far = np.concatenate([[0.0], np.cumsum((ended[1:] + ended[:-1]) / 2)])
    a_day = made.truth.a_week * made.truth.offer / 7
    return -np.expm1(-a_day * so_far[7 * np.array(WEEKS)])


def _pace(made: Search) -> dict[str, float]:
    looked_back = max(1.0, min(max(made.ages, default=7.0 * WEEKS_LOOKED_BACK) / 7, WEEKS_LOOKED_BACK))
    a_week = sum(age < 7 * looked_back for age in made.ages) / looked_back or 1.0
    return {"a_week": a_week, "looked_back": looked_back}


def _open(made: Search, known: Funnel) -> tuple[Open, ...]:
    found = []
    for one, age in zip(made.applications, made.ages, strict=True):
        asked = asked_of(one.channel, met=one.met)
        waits = curve(asked, made.waits[asked])
        if not one.ended and waits.part_over(one.silent) < 1:
            found.append(under_way(one, days=int(age), funnel=known, curve=waits))
    return tuple(found)


def _in_both_waits(truth: Truth, days: Numbers) -> Numbers:
    """Of those that end in an offer, how many have it after so many days when it comes with the second answer."""
    middle, spread = truth.waits
    by_day = share_below((np.log(np.maximum(days, 1e-9)) - middle) / spread)
    by_noon = share_below((np.log(np.maximum(days[1:] - 0.5, 1e-9)) - middle) / spread)
    return np.concatenate([[0.0], np.convolve(np.diff(by_day), by_noon)[: len(days) - 1]])


def _pit_below(said: Numbers, truth: Numbers, share: float) -> float:
    """How often it lies below: all weeks before, and of the week that steps over the share a part."""
    said, truth = (np.concatenate([[0.0], one, [1.0]]) for one in (said, truth))
    step = max(int(np.searchsorted(said, share)), 1)
    part = (share - said[step - 1]) / (said[step] - said[step - 1])
    return float(truth[step - 1] + part * (truth[step] - truth[step - 1]))
