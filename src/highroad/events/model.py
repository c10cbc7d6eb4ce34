"""A second opinion on the kind of a mail, by a small linear model fitted on mail we made up (training/)."""

from collections.abc import Collection, Iterable
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from highroad.events.event import Kind
from highroad.events.features import features
from highroad.events.prepared import Prepared
from highroad.events.weights import Weights, load


def scores(mail: Prepared) -> dict[Kind, float]:
    """How likely each kind is of mail that came in; the chances of the eleven kinds add up to one."""
    return judged(features(mail.said, language=mail.language).groups, by=load())


def judged(groups: Iterable[Collection[str]], *, by: Weights) -> dict[Kind, float]:
    """How likely each kind is that these weights know; the chances add up to one."""
    return dict(zip(by.kinds, chances(summed(groups, weights=by) / by.temperature).tolist(), strict=True))


def summed(groups: Iterable[Collection[str]], *, weights: Weights) -> NDArray[np.float64]:
    """What speaks for each kind: the weights of the known features, each group to the root of its size."""
    total = weights.bias.copy()
    for group in groups:
        value, known = weights.added_up(group)
        total += value / sqrt(known or 1)
    return total


def chances(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sums as chances that add up to one (softmax)."""
    powers = np.exp(sums - sums.max())
    shares: NDArray[np.float64] = powers / powers.sum()
    return shares
