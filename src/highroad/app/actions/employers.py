"""The user's word about an employer: when to be reminded of it, and when to apply there again."""

from datetime import date, datetime

from django.db import transaction

from highroad.app.models import EmployerRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.employers import Door, door
from highroad.app.queries.recoveries import no
from highroad.events.details.names import employer_key


class DayGone(ValueError):
    """That day is over. Choose one that is still to come."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


def remind(owner: OwnerRow, event_id: str, *, on: date | None, now: datetime) -> date:
    """Take the reminder, on that day or the one we offered; gives the day. Raises NotThere, NotConfirmed or DayGone."""
    left = _door(owner, event_id, now=now)
    return _keep(owner, left, event_id, "remind_on", on or left.could_remind_on, now=now)


def apply_again(owner: OwnerRow, event_id: str, *, on: date, now: datetime) -> date:
    """Keep the user's own day for this employer. Raises NotThere, NotConfirmed or DayGone."""
    return _keep(owner, _door(owner, event_id, now=now), event_id, "again_on", on, now=now)


def forget_reminder(owner: OwnerRow, event_id: str) -> None:
    """No reminder for the employer of this no; whether there was one does not matter."""
    employer = no(owner, event_id).rejection.application.employer or ""
    EmployerRow.objects.filter(owner=owner, key=employer_key(employer)).update(remind_on=None)


def _door(owner: OwnerRow, event_id: str, *, now: datetime) -> Door:
    found = door(owner, no(owner, event_id), now=now)
    if found is None:
        raise NotThere
    return found


@transaction.atomic
def _keep(owner: OwnerRow, left: Door, event_id: str, field: str, on: date, *, now: datetime) -> date:
    if on < now.date():
        raise DayGone
    EmployerRow.objects.update_or_create(
        owner=owner, key=employer_key(left.employer), defaults={"name": left.employer, "event_id": event_id, field: on}
    )
    return on
