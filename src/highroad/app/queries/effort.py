"""What the user did: by week in words, day by day as a picture, and how it moves. Never what came back."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Value
from django.utils.timezone import localtime

from highroad.app.models import ApplicationRow, DeedRow, OwnerRow, RecoveryRow
from highroad.app.pictures_effort import Calendar, calendar_of
from highroad.steps.keep_going.momentum import Pace, pace
from highroad.words.content import load_toml

WEEKS = 12
APPLIED = "applied"
REST = "rest"
NOT_SHOWN = ("filed",)  # a no put away is no effort to look back on


@dataclass(frozen=True, slots=True)
class Momentum:
    """How it moves, the picture of the last weeks, and each week in words, the latest first."""

    pace: Pace
    calendar: Calendar
    weeks: tuple[tuple[date, str], ...]


def momentum(owner: OwnerRow, *, now: datetime) -> Momentum:
    """The last twelve weeks, by the user's own days."""
    first = _monday(now.date()) - timedelta(weeks=WEEKS - 1)
    done = [one for one in _done(owner, first, now) if one[1] not in NOT_SHOWN]
    active = {day for day, kind in done if kind != REST}
    rested = {day for day, kind in done if kind == REST}
    resting = owner.put_away_at is not None or RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).exists()
    mondays = [first + timedelta(weeks=week) for week in range(WEEKS)]
    return Momentum(
        pace=pace(active, today=now.date(), resting=resting),
        calendar=calendar_of(mondays, today=now.date(), active=active, rested=rested),
        weeks=tuple(
            (monday, in_words(kind for day, kind in done if _monday(day) == monday)) for monday in reversed(mondays)
        ),
    )


def done_since_monday(owner: OwnerRow, *, now: datetime) -> str:
    """What the user did this week as a list in words; empty when nothing. Effort is counted, outcomes are not."""
    return in_words(kind for _, kind in _done(owner, _monday(now.date()), now))


def in_words(kinds: Iterable[str]) -> str:
    """Kinds of deeds as a list: "one letter drafted, 2 questions practised"."""
    counts = Counter(kinds)
    words: dict[str, list[str]] = load_toml("highroad.app.content", "today.toml")["deeds"]
    return ", ".join(
        one if counts[kind] == 1 else many.format(count=counts[kind])
        for kind, (one, many) in words.items()
        if counts[kind]
    )


def _done(owner: OwnerRow, first: date, now: datetime) -> list[tuple[date, str]]:
    """Every deed since that day with its own day where the user is, applications sent among them."""
    began = now.replace(hour=0, minute=0, second=0, microsecond=0) - (now.date() - first)
    deeds = DeedRow.objects.filter(owner=owner, at__gte=began).values_list("at", "kind")
    sent = ApplicationRow.objects.filter(owner=owner, applied_on__range=(first, now.date()))
    applied = sent.values_list("applied_on", Value(APPLIED))
    found = deeds.union(applied, all=True)
    return [(localtime(at).date() if isinstance(at, datetime) else at, kind) for at, kind in found]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
