"""How well forecasts did: each held against what came of the applications it spoke of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDE = 20  # of 100: forecasts that said about the same are told together
ENOUGH = 10  # forecasts that are over before a share of them says anything


@dataclass(frozen=True, slots=True)
class Later:
    """What became of one application sent after a forecast; `over` once nothing more is to be expected of it."""

    interview: bool
    offer: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One chance as it was told, 0 to 100, and whether it came true; None while nobody can say."""

    chance: float
    came_true: bool | None


@dataclass(frozen=True, slots=True)
class Kept:
    """Of the forecasts that said from `low` to `high` of 100, how many there were and how many came true."""

    low: int
    high: int
    times: int
    came_true: int


@dataclass(frozen=True, slots=True)
class Score:
    """How well forecasts did; `squared_error` is Brier's, 0 for a seer and .25 for always saying half."""

    over: int
    open: int
    squared_error: float | None
    kept: tuple[Kept, ...]


def came_true(later: Sequence[Later], *, within: int, offer: bool) -> bool | None:
    """Whether it came within so many later applications, in the order they were sent; None while that is open."""
    these = later[:within]
    if any(one.offer if offer else one.interview for one in these):
        return True
    return False if len(these) == within and all(one.over for one in these) else None


def score(told: Iterable[Told]) -> Score:
    """All of them together; no share is told of fewer than ten."""
    told = list(told)
    over = [one for one in told if one.came_true is not None]
    enough = len(over) >= ENOUGH
    error = sum((one.chance / 100 - bool(one.came_true)) ** 2 for one in over) / len(over) if enough else None
    return Score(len(over), len(told) - len(over), error, _kept(over) if enough else ())


def _kept(over: Sequence[Told]) -> tuple[Kept, ...]:
    found = []
    for low in range(0, 100, WIDE):
        these = [one for one in over if low <= min(one.chance, 99.9) < low + WIDE]
        if these:
            found.append(Kept(low, low + WIDE, len(these), sum(bool(one.came_true) for one in these)))
    return tuple(found)
