"""Chance among equals: how far two interviewers who judge apart agree on whom they choose."""

from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np

from highroad.applications.normal import Numbers, density, share_below
from highroad.words.content import load_toml

REACH, STEPS = 6.0, 601  # of the grid of scores, in standard deviations
STEP = 2 * REACH / (STEPS - 1)


@lru_cache(maxsize=256)
def same_choice(finalists: int, agreement: float) -> float:
    """How often, 0 to 1, two who judge apart put the same one of so many equal finalists first.

    Scores are normal and correlate by `agreement`. With the validity of interviews in its place it is how often the one
    best at the work is chosen. k times the integral of f(x, y) F(x, y)^(k - 1), f and F those of the bivariate normal:
    for two finalists 1/2 + asin(r) / pi.
    """
    if agreement >= 1:
        return 1.0
    inner, below = _grid(agreement)
    return float(finalists * (inner * below ** (finalists - 1)).sum() * STEP * STEP)


def passes_elsewhere(agreement: float, *, pass_rate: float, passed: bool) -> float:
    """How often, 0 to 1, who passed with one interviewer, or did not, would pass with another who is as strict."""
    mark = NormalDist().inv_cdf(1 - pass_rate)
    scores = np.linspace(mark, REACH, STEPS)
    other = share_below((agreement * scores - mark) / np.sqrt(1 - agreement * agreement))
    with_both = float(np.trapezoid(density(scores) * other, scores))
    return with_both / pass_rate if passed else (pass_rate - with_both) / (1 - pass_rate)


def agreement() -> dict[str, dict[str, Any]]:
    """What is published on it: each with value, source, year, country, grade, caveat, and whether it was `opened`."""
    return load_toml("highroad.applications", "content/agreement.toml")


@lru_cache(maxsize=8)
def _grid(agreement: float) -> tuple[Numbers, Numbers]:
    """The bivariate density and distribution over pairs of scores, each (scores, scores)."""
    scores, apart = np.linspace(-REACH, REACH, STEPS), np.sqrt(1 - agreement * agreement)
    first, second = scores[:, np.newaxis], scores[np.newaxis, :]
    inner = density(first) * density((second - agreement * first) / apart) / apart
    slices = density(first) * share_below((second - agreement * first) / apart)
    below = np.cumsum(slices, axis=0) - slices / 2
    return inner, below * STEP
