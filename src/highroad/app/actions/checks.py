"""Say how it came, tap three lines about a week, and choose whether to be asked."""

from datetime import datetime

from highroad.app.models import MomentRow, OwnerRow, WeekRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.checks import due_moment
from highroad.app.queries.recoveries import no
from highroad.steps.take_a_moment.check import LINES, When, monday_of


def say_how_it_came(owner: OwnerRow, event_id: str | None, heavy: int, *, now: datetime) -> None:
    """Keep how heavy it is now beside the guess that is due; raises NotThere when none is."""
    due = due_moment(owner, no(owner, event_id) if event_id else None, now=now)
    if due is None:
        raise NotThere
    moment, when = due
    column = "came_week" if when is When.WEEK else "came_tomorrow"
    MomentRow.objects.filter(pk=moment.pk).update(**{column: heavy})


def tap(owner: OwnerRow, line: str, place: int, *, now: datetime) -> None:
    """One tap about this week, in place of the one before."""
    if line not in LINES:
        raise NotThere
    WeekRow.objects.update_or_create(owner=owner, monday=monday_of(now.date()), defaults={line: place})


def ask_weekly(owner: OwnerRow, *, wanted: bool) -> None:
    """Be asked once a week, or not."""
    OwnerRow.objects.filter(pk=owner.pk).update(weekly=wanted)
