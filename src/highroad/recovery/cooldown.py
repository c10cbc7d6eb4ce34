"""How long a text waits before it leaves: its rest, if it needs one, and the hour a cool one goes."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from enum import StrEnum

MORNING = time(9)
LEAST_REST = timedelta(hours=10)
NIGHT_FROM, NIGHT_TO = time(22), time(6)
FRESH = timedelta(hours=1)  # after a no was opened
LEAVES = time(9, 10)  # when people sit down to their mail
FLOOR = timedelta(minutes=10)
LAST_LOOK = timedelta(seconds=30)  # to stop a text that rested and was read again
TOO_LATE = timedelta(hours=24)  # past its hour: what was said in it may no longer be so
SLACK = timedelta(minutes=2)  # by which clocks are put right every day


class Why(StrEnum):
    """Why a text rests first."""

    HOT = "hot"
    NIGHT = "night"
    FRESH = "fresh"


@dataclass(frozen=True, slots=True)
class Beat:
    """Seconds since the computer was started, asleep or awake; no one can set them. `boot` names the start."""

    boot: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait as it was noted down: at what hour by the clock on the wall, at what beat, until when."""

    noted_at: datetime
    beat: Beat
    until: datetime


class Turn(StrEnum):
    """What a wait has come to."""

    WAITS = "waits"
    OVER = "over"
    TOO_LATE = "too_late"  # over for so long that the user should look again
    SET_BACK = "set_back"  # the clock was put back to before the wait began


def why_it_rests(*, hot: bool, written: datetime, opened: datetime | None) -> Why | None:
    """Why a text rests, or None for a cool one; `written` is local, `opened` is when the no was opened."""
    if hot:
        return Why.HOT
    if written.time() >= NIGHT_FROM or written.time() < NIGHT_TO:
        return Why.NIGHT
    if opened and timedelta(0) <= written.astimezone(UTC) - opened.astimezone(UTC) < FRESH:
        return Why.FRESH
    return None


def rest_until(written: datetime) -> datetime:
    """Nine o'clock of the next morning where the user is, or ten hours on when that is later.

    Before six it is still the night before, so the next morning is that of the same day.
    """
    day = written.date() if written.time() < NIGHT_TO else written.date() + timedelta(days=1)
    morning = datetime.combine(day, MORNING, tzinfo=written.tzinfo)
    return max(morning.astimezone(UTC), written.astimezone(UTC) + LEAST_REST).astimezone(written.tzinfo)


def good_moment(now: datetime, zone: tzinfo) -> datetime:
    """The next ten past nine of a weekday where the recipient is, ten minutes away or more."""
    there = now.astimezone(zone)
    days = (there.date() + timedelta(days=ahead) for ahead in range(5))
    moments = (datetime.combine(day, LEAVES, tzinfo=zone) for day in days if day.weekday() < 5)
    return next(moment for moment in moments if moment.astimezone(UTC) - now.astimezone(UTC) >= FLOOR)


def earliest(now: datetime, *, rested: bool) -> datetime:
    """The soonest a text may leave: ten minutes on, or thirty seconds when it rested and was read again."""
    return (now.astimezone(UTC) + (LAST_LOOK if rested else FLOOR)).astimezone(now.tzinfo)


def zone_east(minutes: int | None) -> tzinfo | None:
    """The zone so many minutes east of UTC, as a mail's date names it; None when no mail did."""
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def turn(wait: Wait, *, now: datetime, beat: Beat | None) -> Turn:
    """What a wait has come to: over when both the clock on the wall and the beats counted since say so.

    A clock put forward lets nothing leave early, because the beats lag behind. Across a restart only the clock
    is left to ask, and what is a day too late by it waits for the user's eyes.
    """
    if wait.noted_at - now > SLACK:
        return Turn.SET_BACK
    if now < wait.until or _counted(wait, beat) < wait.until - wait.noted_at:
        return Turn.WAITS
    return Turn.TOO_LATE if now - wait.until > TOO_LATE else Turn.OVER


def _counted(wait: Wait, beat: Beat | None) -> timedelta:
    """The time that truly passed; without end where nobody counted, as across a restart."""
    if beat is None or beat.boot != wait.beat.boot:
        return timedelta.max
    return timedelta(seconds=beat.seconds - wait.beat.seconds)
