"""What is known of a chance: a beta distribution, its ranges, and the tries it takes until it comes true."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, expm1, lgamma, log, log1p, prod, sqrt
from typing import Self

import numpy as np
from numpy.typing import NDArray

POINTS = 4001  # of the grid of log-odds; quantiles are exact to four digits (tests compare with scipy)


@dataclass(frozen=True, slots=True)
class Beta:
    """A chance between 0 and 1 that is not known exactly: Beta(a, b), both above 0."""

    a: float
    b: float

    @classmethod
    def around(cls, mean: float, *, cases: float) -> Self:
        """A chance of that mean which weighs as much as so many cases seen."""
        return cls(mean * cases, (1 - mean) * cases)

    @property
    def mean(self) -> float:
        """The expected chance, in shares of one."""
        return self.a / (self.a + self.b)

    @property
    def cases(self) -> float:
        """How many cases it weighs as much as."""
        return self.a + self.b

    @property
    def variance(self) -> float:
        """The squared standard deviation of the chance."""
        return self.mean * (1 - self.mean) / (self.cases + 1)

    def after(self, *, hits: float, misses: float) -> Self:
        """The same chance once these cases were seen; parts of a case count in part."""
        return type(self)(self.a + hits, self.b + misses)

    def none_in(self, tries: float) -> float:
        """The chance that it never comes true in so many tries: B(a, b + n) / B(a, b), the beta-geometric tail."""
        return exp(lgamma(self.b + tries) - lgamma(self.b) + lgamma(self.cases) - lgamma(self.cases + tries))

    def some_in(self, tries: float) -> float:
        """The chance that it comes true at least once in so many tries."""
        return 1 - self.none_in(tries)

    def tries_until(self, share: float, *, at_most: int) -> int | None:
        """The fewest tries within which it has come true for that share of people; None when more than `at_most`.

        There is no mean beside it: for a of 1 or less it is infinite.
        """
        if self.some_in(at_most) < share:
            return None
        low, high = 0, at_most
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.some_in(middle) < share else (low, middle)
        return high

    def quantile(self, share: float) -> float:
        """The chance that is not exceeded with probability `share`."""
        points, weights = spread(self)
        log_odds = np.interp(share, np.cumsum(weights) - weights / 2, points)
        return float(np.exp(-np.logaddexp(0, -log_odds)))


def some_in(tries: float, *, chance: float) -> float:
    """The chance that something comes true at least once in so many tries when its chance is known."""
    return -expm1(tries * log1p(-chance)) if chance < 1 else float(tries > 0)


@lru_cache(maxsize=64)
def spread(beta: Beta) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Log-odds (POINTS,) evenly spaced over all that is likely, and the probability of each (POINTS,); they sum to 1.

    In log-odds x the density is proportional to p^a (1 - p)^b, smooth even where a or b is below 1.
    """
    mode = log(beta.a / beta.b)
    low = 40 / beta.a + 12 / sqrt(beta.a) + log1p(40 / beta.b + 12 / sqrt(beta.b))
    high = 40 / beta.b + 12 / sqrt(beta.b) + log1p(40 / beta.a + 12 / sqrt(beta.a))
    points = np.linspace(mode - low, mode + high, POINTS)
    density = -beta.a * np.logaddexp(0, -points) - beta.b * np.logaddexp(0, points)
    weights = np.exp(density - density.max())
    return points, weights / weights.sum()


def both(chances: Iterable[Beta]) -> Beta:
    """The chance that all of these come true, one after another: the beta of the product's mean and variance.

    It is the same at every call, and off a Monte Carlo of the funnel by .03 at most; by .04 where a chance is below one
    case wide and near one half.
    """
    chances = list(chances)
    mean = prod(chance.mean for chance in chances)
    relative = prod(1 + (1 - chance.mean) / (chance.mean * (chance.cases + 1)) for chance in chances) - 1
    return _of_moments(mean, mean * mean * relative)


def mixed(chances: Iterable[tuple[float, Beta]]) -> Beta:
    """The chance of a try that is one of these, in their shares: the beta of the mixture's mean and variance."""
    chances = [(share, chance) for share, chance in chances if share > 0]
    whole = sum(share for share, _ in chances)
    mean = sum(share / whole * chance.mean for share, chance in chances)
    return _of_moments(mean, sum((share / whole) ** 2 * chance.variance for share, chance in chances))


def _of_moments(mean: float, variance: float) -> Beta:
    return Beta.around(mean, cases=mean * (1 - mean) / variance - 1)
