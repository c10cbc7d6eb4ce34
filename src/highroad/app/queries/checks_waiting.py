"""For Today: whether a guess can be looked at, or the three taps of the week wait, as columns of one question."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from highroad.app.models import MomentRow, OwnerRow, WeekRow
from highroad.steps.take_a_moment.check import A_WEEK, CLOSES, monday_of


def waiting_check(owner: OwnerRow, *, now: datetime) -> Subquery:
    """The event of the latest guess whose day has come and that nobody looked at; empty: of no rejection; or None."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    week_began = midnight - A_WEEK + timedelta(days=1)
    of_a_day = Q(at__lt=midnight, guess_tomorrow__isnull=False, came_tomorrow=None)
    has_come = Q(at__gte=week_began) & of_a_day | Q(
        at__lt=week_began, at__gte=midnight - CLOSES, guess_week__isnull=False, came_week=None
    )
    rows = MomentRow.objects.filter(has_come, owner=owner).order_by("-at")
    return Subquery(rows.values(about=Coalesce(F("recovery__event_id"), Value("")))[:1])


def waiting_week(owner: OwnerRow, *, now: datetime) -> Exists:
    """Whether the user wants the three taps and has given none this week."""
    tapped = WeekRow.objects.filter(owner=OuterRef("pk"), monday=monday_of(now.date()))
    return Exists(OwnerRow.objects.filter(~Exists(tapped), pk=owner.pk, weekly=True))
