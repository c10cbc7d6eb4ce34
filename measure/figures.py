"""The figures a reader is judged by: counts, rates and how far they can be trusted."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from highroad.events.event import Kind


@dataclass(frozen=True, slots=True)
class Rate:
    """So many out of so many; nothing out of nothing is None."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return self.right / self.of if self.of else None

    @property
    def at_least(self) -> float | None:
        """The lower 95 % bound (Wilson 1927), for small counts too."""
        if not self.of:
            return None
        spread = 1.96**2 / self.of
        middle = self.right / self.of + spread / 2
        width = math.sqrt(spread * (self.right / self.of * (1 - self.right / self.of) + spread / 4))
        return (middle - width) / (1 + spread)

    def __str__(self) -> str:
        return f"{self.share:.3f} ({self.right}/{self.of})" if self.of else "-"


@dataclass(frozen=True, slots=True)
class Score:
    """How one kind was told from the others."""

    precision: Rate
    recall: Rate

    @property
    def f1(self) -> float:
        """The harmonic mean of both; 0 when nothing was found."""
        both = self.precision.of + self.recall.of
        return 2 * self.recall.right / both if both else 0.0


def score(kind: Kind, pairs: Sequence[tuple[Kind, Kind]]) -> Score:
    """Of (what it is, what was read) pairs."""
    hits = pairs.count((kind, kind))
    return Score(
        precision=Rate(hits, sum(read == kind for _, read in pairs)),
        recall=Rate(hits, sum(true == kind for true, _ in pairs)),
    )


def macro_f1(pairs: Sequence[tuple[Kind, Kind]]) -> float:
    """The mean F1 over the kinds that occur."""
    kinds = {true for true, _ in pairs}
    return sum(score(kind, pairs).f1 for kind in kinds) / len(kinds) if kinds else 0.0


def confusion(pairs: Sequence[tuple[Kind, Kind]]) -> list[list[str]]:
    """A row for each kind that occurs, a column for each kind that was read."""
    counts = Counter(pairs)
    rows = [kind for kind in Kind if any(true == kind for true, _ in pairs)]
    columns = [kind for kind in Kind if any(read == kind for _, read in pairs)]
    head = ["is \\ read as", *(kind[:7] for kind in columns)]
    return [head, *([row, *(str(counts[row, column] or ".") for column in columns)] for row in rows)]
