"""When the screen may say that something waits: by day, once a day, and no more after three that stayed unopened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

MORNING, EVENING = time(8), time(21)  # as on Today: what is found at night waits for the day
NIGHT = timedelta(hours=11)  # between two, also where a flight makes a short day of two dates
IGNORED = 3


class Turn(StrEnum):
    """What to do about something new."""

    SHOW = "show"
    WAIT = "wait"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Shown:
    """One notice, and whether High Road was opened before the next one."""

    at: datetime
    opened: bool


def turn(shown: Sequence[Shown], *, now: datetime) -> Turn:
    """Whether one may be shown at this hour of the user's day; `shown` are those before it, in any order."""
    before = sorted(shown, key=lambda one: one.at)
    if len(before) >= IGNORED and not any(one.opened for one in before[-IGNORED:]):
        return Turn.STOP
    if not MORNING <= now.time() < EVENING:
        return Turn.WAIT
    return Turn.WAIT if any(_same_day(one.at, now) for one in before[-1:]) else Turn.SHOW


def _same_day(one: datetime, now: datetime) -> bool:
    return one.astimezone(now.tzinfo).date() == now.date() or abs(now - one) < NIGHT
