"""A second opinion on the kind of a mail, by a small linear model fitted on mail we made up (training/)."""

from collections.abc import Sequence
from math import exp, sqrt

from highroad.events.event import Kind
from highroad.events.features import Features, features
from highroad.events.prepared import Prepared
from highroad.events.weights import Weights, load


def scores(mail: Prepared) -> dict[Kind, float]:
    """How likely each kind is; the chances of the eleven kinds add up to one."""
    weights = load()
    sums = summed(features(mail.said, language=mail.language), weights=weights)
    return dict(zip(weights.kinds, chances([one / weights.temperature for one in sums]), strict=True))


def summed(found: Features, *, weights: Weights) -> list[float]:
    """What speaks for each kind: the weights of the known features, each group to the root of its size."""
    total = list(weights.bias)
    for group in found.groups:
        rows = [row for row in map(weights.rows.get, group) if row is not None]
        if rows:
            spread = sqrt(len(rows))
            for at, value in enumerate(weights.added_up(rows)):
                total[at] += value / spread
    return total


def chances(sums: Sequence[float]) -> list[float]:
    """Sums as chances that add up to one (softmax)."""
    highest = max(sums)
    powers = [exp(one - highest) for one in sums]
    whole = sum(powers)
    return [power / whole for power in powers]
