"""What a silence says: the chance that an answer still comes, by what the user's own record shows of waiting."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from itertools import count
from math import log
from typing import Any

import numpy as np

from highroad.applications.application import Application, Channel
from highroad.applications.course import held_at, rounds
from highroad.applications.normal import Numbers, share_below
from highroad.words.content import load_toml

QUIET = 0.25
PROBABLY_CLOSED = 0.10
CLOSED = 0.05  # from here on a forecast counts it as ended
CELLS = (40, 40, 13)  # of the grid: share ever answered, mu, sigma
SAME_DAY = 0.5  # days; an answer of the same day has no logarithm
# Silences are told apart by day for two months, then ever more coarsely for two years (in days).
KNOTS = np.unique(np.concatenate([np.arange(61.0), np.round(np.geomspace(61, 730, 48))]))
DAYS: tuple[float, ...] = tuple(KNOTS.tolist())


class Asked(StrEnum):
    """Whom one waits for: each answers in a way of its own."""

    JOB_BOARD = "job_board"
    ELSEWHERE = "elsewhere"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Waits:
    """How long answers took and how long others are silent, each as (days, how many). Silence is not a no."""

    answered: tuple[tuple[int, int], ...] = ()
    silent: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """What to expect after so many silent days, at each of KNOTS.

    `comes`: the chance that any answer still comes. `over`: the part of all answers that would have come by then.
    """

    comes: tuple[float, ...]
    over: tuple[float, ...]

    def chance_of_reply(self, days: float) -> float:
        """The chance, in shares of one, that any answer comes after so many silent days."""
        return _between_knots(days, self.comes)

    def part_over(self, days: float) -> float:
        """How much of the usual wait is over, 0 to 1; all of it once hardly any answer can still come."""
        return 1.0 if self.chance_of_reply(days) < CLOSED else _between_knots(days, self.over)

    def days_until_below(self, chance: float) -> int:
        """The first day on which an answer is less likely than that; never later than two years."""
        return next(days for days in count(1) if self.chance_of_reply(days) < chance or days >= KNOTS[-1])


@lru_cache(maxsize=64)
def curve(asked: Asked, waits: Waits = Waits()) -> Curve:
    """The curve after these waits; with none, what the priors say.

    A mixture-cure model: a share pi is ever answered, after a log-normal time (Boag 1949, J R Stat Soc B 11:15-53, is
    the first use of the form). An answer after t days weighs pi f(t), a silence of t days 1 - pi + pi S(t). Summed over
    a grid of CELLS, each weighed by its prior; a cell is .025 wide in pi and .08 in mu, finer than a record can tell.
    """
    ever, _, _ = _grid()
    fit = _log_prior(asked) + _log_answered(waits.answered) + _log_silent() @ _at_knots(waits.silent)
    weights = np.exp(fit - fit.max())
    weights /= weights.sum()
    matters = weights > weights.max() * 1e-9
    gone = np.exp(-_log_silent()[matters]) * (weights * (1 - ever))[matters, np.newaxis]
    by_wait = weights.reshape(CELLS[0], -1).sum(axis=0)
    return Curve(tuple((1 - gone.sum(axis=0)).tolist()), tuple((by_wait @ (1 - _still_waiting())).tolist()))


def asked_of(channel: Channel, *, met: bool) -> Asked:
    """Whose way of answering an application waits for."""
    if met:
        return Asked.MET
    return Asked.JOB_BOARD if channel is Channel.JOB_BOARD else Asked.ELSEWHERE


def chance_of_reply(days: int, *, met: bool) -> float:
    """The chance that any answer comes at all after so many silent days, before a record says more."""
    return curve(Asked.MET if met else Asked.JOB_BOARD).chance_of_reply(days)


def waiting_since(application: Application) -> date | None:
    """The last that was heard or said, or the last talk arranged, whichever is later."""
    talks = (held.date() for talk in rounds(application) if (held := held_at(talk)))
    days = [*talks, application.last_event_on] if application.last_event_on else []
    return max(days, default=None)


def _between_knots(days: float, values: Sequence[float]) -> float:
    """A line from knot to knot; ten times as quick for one number as numpy's."""
    after = bisect_right(DAYS, days)
    if after in (0, len(DAYS)):
        return values[0] if after == 0 else values[-1]
    part = (days - DAYS[after - 1]) / (DAYS[after] - DAYS[after - 1])
    return values[after - 1] + part * (values[after] - values[after - 1])


@cache
def _grid() -> tuple[Numbers, Numbers, Numbers]:
    """The share ever answered, mu and sigma of every cell, each (40 * 40 * 13,)."""
    wait = _priors()["wait"]
    ever = (np.arange(CELLS[0]) + 0.5) / CELLS[0]
    mu, sigma = (
        np.linspace(wait[name]["mean"] - 3 * wait[name]["sd"], wait[name]["mean"] + 3 * wait[name]["sd"], cells)
        for name, cells in zip(("mu", "sigma"), CELLS[1:], strict=True)
    )
    pi, at, wide = np.meshgrid(ever, mu, sigma, indexing="ij")
    return pi.ravel(), at.ravel(), wide.ravel()


@cache
def _still_waiting() -> Numbers:
    """S: of the answers that do come, how many are still to come, for each (mu, sigma) and knot: (40 * 13, knots)."""
    _, mu, sigma = (part[: CELLS[1] * CELLS[2], np.newaxis] for part in _grid())
    waiting: Numbers = np.hstack([np.ones_like(mu), share_below((mu - np.log(KNOTS[1:])) / sigma)])
    return waiting


@cache
def _log_silent() -> Numbers:
    """The logarithm of 1 - pi + pi S for every cell and knot: (40 * 40 * 13, knots)."""
    ever = ((np.arange(CELLS[0]) + 0.5) / CELLS[0])[:, np.newaxis, np.newaxis]
    return np.log(1 - ever + ever * _still_waiting()).reshape(-1, len(KNOTS))


@cache
def _log_prior(asked: Asked) -> Numbers:
    ever, mu, sigma = _grid()
    share, wait = _priors()["ever"][asked], _priors()["wait"]
    fit: Numbers = (share["a"] - 1) * np.log(ever) + (share["b"] - 1) * np.log1p(-ever)
    for name, values in (("mu", mu), ("sigma", sigma)):
        fit -= (values - wait[name]["mean"]) ** 2 / (2 * wait[name]["sd"] ** 2)
    return fit


def _log_answered(waits: Iterable[tuple[int, int]]) -> Numbers:
    """The logarithm of the product of pi f(t) for every cell, by the sums of log t and of its square."""
    ever, mu, sigma = _grid()
    known = [(many, log(max(days, SAME_DAY))) for days, many in sorted(waits)]
    whole, first, second = (sum(many * place**power for many, place in known) for power in (0, 1, 2))
    apart = (second - 2 * mu * first + mu * mu * whole) / (2 * sigma * sigma)
    fit: Numbers = whole * np.log(ever / sigma) - apart
    return fit


def _at_knots(waits: Iterable[tuple[int, int]]) -> Numbers:
    """How many are silent at each knot; between two a silence counts as the shorter."""
    counts = np.zeros(len(KNOTS))
    for days, many in waits:
        counts[np.searchsorted(KNOTS, max(days, 0), side="right") - 1] += many
    return counts


def _priors() -> dict[str, Any]:
    return load_toml("highroad.applications", "content/priors.toml")
