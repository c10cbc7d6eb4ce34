"""The flow picture as plain values: a trunk that goes on, and bands that turn off where applications ended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from types import MappingProxyType

TRUNK = 120.0  # the width of all applications together, in the picture's own units: about a phone's pixels
END = 196  # where the bands end
BAR = 6
SLOT = 24.0  # at least so much for one ending, or their words would touch
BEFORE = 16  # between a bar and its first ending
BETWEEN = 22  # between the last ending and the next bar


@dataclass(frozen=True, slots=True)
class Ending:
    """So many that ended, or stand, at one stage; `path` is the band that leads there."""

    outcome: str
    count: int
    path: str
    y: float  # the middle of its end


@dataclass(frozen=True, slots=True)
class Level:
    """One stage: how many came so far, and those that went no further; `onward` is how wide the trunk goes on."""

    stage: str
    count: int
    y: float
    width: float
    onward: float
    endings: tuple[Ending, ...]
    end: float  # where the next one begins


@dataclass(frozen=True, slots=True)
class Flow:
    """The stages from first to last; widths and heights of bands are counts, all to one scale."""

    levels: tuple[Level, ...]

    @property
    def height(self) -> float:
        """In the picture's own units."""
        return self.levels[-1].end if self.levels else 0


def flow_of(ended: Mapping[str, Mapping[str, int]], *, came: Mapping[str, int] = MappingProxyType({})) -> Flow:
    """The picture of stage -> outcome -> count, in that order; a stage at which nothing ended is passed by.

    `came` says how many took part in a stage that others went past without it.
    """
    stages = [(stage, {name: count for name, count in outcomes.items() if count}) for stage, outcomes in ended.items()]
    stages = [(stage, outcomes) for stage, outcomes in stages if outcomes]
    return Flow(tuple(replace(one, count=came.get(one.stage, one.count)) for one in _levels(stages)))


def _levels(stages: Sequence[tuple[str, Mapping[str, int]]]) -> Iterator[Level]:
    left = total = sum(sum(outcomes.values()) for _, outcomes in stages)
    y = float(BAR)
    for stage, outcomes in stages:
        ends = sum(outcomes.values())
        level = _level(stage, left, outcomes, y=y, unit=TRUNK / total)
        yield level
        left, y = left - ends, level.end


def _level(stage: str, count: int, outcomes: Mapping[str, int], *, y: float, unit: float) -> Level:
    wide = [number * unit for number in outcomes.values()]
    slots = [max(SLOT, one) for one in wide]
    below = list(accumulate(slots, initial=y + BAR + BEFORE))
    right = list(accumulate(wide, lambda x, one: x - one, initial=count * unit))
    middles = [top + slot / 2 for top, slot in zip(below, slots, strict=False)]
    return Level(
        stage=stage,
        count=count,
        y=y,
        width=round(right[0], 1),
        onward=round(max(right[-1], 0), 1),
        endings=tuple(
            Ending(outcome, number, _band(x, one, y=y + BAR, middle=middle), round(middle, 1))
            for (outcome, number), x, one, middle in zip(outcomes.items(), right, wide, middles, strict=False)
        ),
        end=below[-1] + BETWEEN,
    )


def _band(right: float, wide: float, *, y: float, middle: float) -> str:
    """From the bar's edge down and to the right, as wide at its end as at its beginning."""
    left, top, bottom = right - wide, middle - wide / 2, middle + wide / 2
    return (
        f"M{left:.1f} {y:.1f}Q{left:.1f} {bottom:.1f} {END} {bottom:.1f}V{top:.1f}Q{right:.1f} {top:.1f} {right:.1f} "
        f"{y:.1f}Z"
    )
