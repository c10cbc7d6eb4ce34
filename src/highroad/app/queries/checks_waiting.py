"""Which guesses can be looked at now, and for Today, as columns of one question, whether one waits or the week does."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from highroad.app.models import MomentRow, OwnerRow, RecoveryRow, WeekRow
from highroad.steps.take_a_moment.check import When, due, made_between, monday_of

GUESSED = {When.TOMORROW: "guess_tomorrow", When.WEEK: "guess_week"}
CAME = {When.TOMORROW: "came_tomorrow", When.WEEK: "came_week"}


def due_guesses(owner: OwnerRow, recovery: RecoveryRow | None, *, now: datetime) -> list[tuple[MomentRow, When]]:
    """Every guess of this no, or of none, that can be looked at now, the latest first, and which of its two it is."""
    found = []
    for row in MomentRow.objects.filter(_due(now), owner=owner, recovery=recovery).order_by("-at"):
        has = {"has_tomorrow": row.guess_tomorrow is not None, "has_week": row.guess_week is not None}
        found.append((row, due(row.at, **has, now=now)))
    return [(row, when) for row, when in found if when]


def waiting_check(owner: OwnerRow, *, now: datetime) -> Subquery:
    """The event of the latest guess whose day has come and that nobody looked at; empty: of no rejection; or None."""
    rows = MomentRow.objects.filter(_due(now, unseen=True), owner=owner).order_by("-at")
    return Subquery(rows.values(about=Coalesce(F("recovery__event_id"), Value("")))[:1])


def waiting_week(owner: OwnerRow, *, now: datetime) -> Exists:
    """Whether the user wants the three taps and has given none this week."""
    tapped = WeekRow.objects.filter(owner=OuterRef("pk"), monday=monday_of(now.date()))
    return Exists(OwnerRow.objects.filter(~Exists(tapped), pk=owner.pk, weekly=True))


def _due(now: datetime, *, unseen: bool = False) -> Q:
    either = Q()
    for when in When:
        begin, end = made_between(when, now=now)
        one = Q(**{"at__gte": begin, "at__lt": end, f"{GUESSED[when]}__isnull": False})
        either |= one & Q(**{CAME[when]: None}) if unseen else one
    return either
