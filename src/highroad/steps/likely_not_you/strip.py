"""How far this application got, beside all the user's own; counts only, no rates."""

from collections.abc import Iterable
from dataclasses import dataclass

from highroad.applications.application import Application
from highroad.applications.course import rounds
from highroad.events.event import STAGES, Stage


@dataclass(frozen=True, slots=True)
class Reached:
    """How many of the user's applications went at least as far as a stage."""

    stage: Stage
    count: int
    this_one: bool  # whether the application at hand went as far


@dataclass(frozen=True, slots=True)
class Strip:
    """One application among all: `as_far` of `total` went at least as far as it did."""

    reached: tuple[Reached, ...]
    stage: Stage
    rounds: int
    as_far: int
    total: int


def stage_strip(application: Application, all_applications: Iterable[Application]) -> Strip:
    """Counts for each stage that any application or this one reached; this one is counted once, given or not."""
    others = [STAGES.index(other.furthest_stage) for other in all_applications if other.id != application.id]
    own = STAGES.index(application.furthest_stage)
    depths = [own, *others]
    counts = [sum(depth >= place for depth in depths) for place in range(len(STAGES))]
    return Strip(
        reached=tuple(
            Reached(stage, counts[place], this_one=own >= place) for place, stage in enumerate(STAGES) if counts[place]
        ),
        stage=application.furthest_stage,
        rounds=len(rounds(application)),
        as_far=counts[own],
        total=len(depths),
    )
