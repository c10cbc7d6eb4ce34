"""How a search moves, in a word. There is no word for less: a quiet week is a rest."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

A_WEEK = timedelta(days=7)


class Pace(StrEnum):
    """How it moves."""

    STEADY = "steady"
    PICKING_UP = "picking_up"
    RESTING = "resting"


def pace(active: Collection[date], *, today: date, resting: bool) -> Pace:
    """By the days with anything done: resting after a week without one, picking up when there are more than before."""
    this_week = sum(today - A_WEEK < day <= today for day in active)
    before = sum(today - 2 * A_WEEK < day <= today - A_WEEK for day in active)
    if resting or not this_week:
        return Pace.RESTING
    return Pace.PICKING_UP if this_week > before else Pace.STEADY
