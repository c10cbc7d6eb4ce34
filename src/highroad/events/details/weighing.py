"""Adds up what the signs in a mail speak for, the same in every process."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

ALWAYS = ""  # the sign that is always there


def weighed(signs: AbstractSet[str], worth: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """How much the signs speak for each label; below 0, against it. In order, since a sum of floats hangs on it."""
    sums = dict(worth[ALWAYS])
    for sign in sorted(signs & worth.keys()):
        for label, weight in worth[sign].items():
            sums[label] += weight
    return sums
