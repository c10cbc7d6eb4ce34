"""Until when the next steps rest."""

from datetime import UTC, datetime, time, timedelta

MORNING = time(9)
A_NIGHT = timedelta(hours=12)


def rest_until(now_local: datetime) -> datetime:
    """Nine o'clock tomorrow where the user is; the day after when that is less than twelve hours away."""
    tomorrow = _morning(now_local, days=1)
    is_near = tomorrow.astimezone(UTC) - now_local.astimezone(UTC) < A_NIGHT
    return _morning(now_local, days=2) if is_near else tomorrow


def a_day_longer(rests_until: datetime) -> datetime:
    """Nine o'clock on the day after a rest would have ended, where the user is."""
    return _morning(rests_until, days=1)


def _morning(now_local: datetime, *, days: int) -> datetime:
    day = now_local.date() + timedelta(days=days)
    return datetime.combine(day, MORNING, tzinfo=now_local.tzinfo)
