"""Say how it came, tap three lines about a week, and choose whether to be asked."""

from datetime import datetime

from django.db import transaction

from highroad.app.models import MomentRow, OwnerRow, WeekRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.checks import waiting
from highroad.app.queries.checks_waiting import CAME
from highroad.app.queries.recoveries import no
from highroad.steps.take_a_moment.check import LINES, monday_of


@transaction.atomic
def say_how_it_came(owner: OwnerRow, event_id: str | None, heavy: int, *, now: datetime) -> None:
    """Keep how heavy it is now beside every guess that waits for it, or NotThere: nobody is asked twice in one day."""
    waits = waiting(owner, no(owner, event_id) if event_id else None, now=now)
    if not waits:
        raise NotThere
    for moment, when in waits:
        MomentRow.objects.filter(pk=moment.pk).update(**{CAME[when]: heavy})


def tap(owner: OwnerRow, line: str, place: int, *, now: datetime) -> None:
    """One tap about this week, in place of the one before."""
    if line not in LINES:
        raise NotThere
    WeekRow.objects.update_or_create(owner=owner, monday=monday_of(now.date()), defaults={line: place})


def ask_weekly(owner: OwnerRow, *, wanted: bool) -> None:
    """Be asked once a week, or not."""
    OwnerRow.objects.filter(pk=owner.pk).update(weekly=wanted)
