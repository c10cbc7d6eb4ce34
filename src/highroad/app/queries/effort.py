"""What the user did: by week in words, day by day as a picture, and how it moves. Never what came back."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, Value
from django.utils.timezone import localtime

from highroad.app.models import DeedRow, EventRow, OwnerRow, RecoveryRow
from highroad.app.pictures_effort import Calendar, calendar_of
from highroad.applications.course import STARTS
from highroad.applications.sent import only_confirmed
from highroad.events.event import Kind
from highroad.steps.keep_going.momentum import Pace, pace
from highroad.words.content import load_toml

WEEKS = 12
A_DAY = timedelta(days=1)
REST = "rest"
CONFIRMED = "confirmed"  # an application was sent, though not on the day its confirmation came
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
    moved = {day for day, kind in done if kind != REST}
    active = {day for day, kind in done if kind not in (REST, CONFIRMED)}
    rested = {day for day, kind in done if kind == REST}
    resting = owner.put_away_at is not None or RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).exists()
    mondays = [first + timedelta(weeks=week) for week in range(WEEKS)]
    return Momentum(
        pace=pace(moved, today=now.date(), resting=resting),
        calendar=calendar_of(mondays, today=now.date(), active=active, rested=rested),
        weeks=tuple(
            (monday, in_words(kind for day, kind in done if _monday(day) == monday)) for monday in reversed(mondays)
        ),
    )


def done_since_monday(owner: OwnerRow, *, now: datetime) -> str:
    """What the user did this week as a list in words; empty when nothing. Effort is counted, what came is not."""
    return in_words(kind for _, kind in _done(owner, _monday(now.date()), now) if kind != CONFIRMED)


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
    """Every deed since that day with its own day where the user is, applications among them."""
    began = now.replace(hour=0, minute=0, second=0, microsecond=0) - (now.date() - first)
    deeds = DeedRow.objects.filter(owner=owner, at__gte=began).values_list("at", "kind", Value(0))
    lately = Q(application__applied_on__gte=first - A_DAY, at__isnull=False)  # a day of the mail's own zone
    begun = EventRow.objects.filter(lately, owner=owner, kind__in=STARTS).values_list("at", "kind", "application_id")
    found = [(localtime(at).date(), kind, number) for at, kind, number in deeds.union(begun, all=True)]
    sent = [one for one in _applications(found) if first <= one[0] <= now.date()]
    return [(day, kind) for day, kind, number in found if not number] + sent


def _applications(found: Iterable[tuple[date, str, int]]) -> list[tuple[date, str]]:
    """The day each application was sent, or was confirmed where nothing shows the day."""
    begun: defaultdict[int, list[tuple[Kind, date]]] = defaultdict(list)
    for day, kind, number in found:
        if number:
            begun[number].append((Kind(kind), day))
    return [
        (min(day for _, day in days), CONFIRMED if only_confirmed(days) else Kind.APPLIED) for days in begun.values()
    ]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
