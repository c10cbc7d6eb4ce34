"""The user's word about an employer: when to be reminded of it, when to apply there again, and where it is."""

from datetime import date, datetime

from django.db import transaction

from highroad.app.days import can_be_meant
from highroad.app.models import EmployerRow, OwnerRow
from highroad.app.queries.applications import NotThere, application
from highroad.app.queries.employers import Door, door
from highroad.app.queries.recoveries import no
from highroad.app.says import says
from highroad.events.details.names import employer_key


class DayGone(ValueError):
    """That day is over. Choose one that is still to come."""

    def __init__(self) -> None:
        super().__init__(str(self.__doc__))


class DayFar(ValueError):
    """A day no one can mean."""

    def __init__(self) -> None:
        super().__init__(says("days.far"))


def remind(owner: OwnerRow, event_id: str, *, on: date | None, now: datetime) -> date:
    """Take the reminder, on that day or the one we offered; gives the day.

    Raises NotThere, NotConfirmed, DayGone or DayFar.
    """
    left = _door(owner, event_id, now=now)
    return _keep(owner, left, event_id, "remind_on", on or left.could_remind_on, now=now)


def apply_again(owner: OwnerRow, event_id: str, *, on: date, now: datetime) -> date:
    """Keep the user's own day for this employer. Raises NotThere, NotConfirmed, DayGone or DayFar."""
    return _keep(owner, _door(owner, event_id, now=now), event_id, "again_on", on, now=now)


def forget_reminder(owner: OwnerRow, event_id: str) -> None:
    """No reminder for the employer of this no; whether there was one does not matter."""
    employer = no(owner, event_id).rejection.application.employer or ""
    EmployerRow.objects.filter(owner=owner, key=employer_key(employer)).update(remind_on=None)


@transaction.atomic
def keep_address(owner: OwnerRow, some_id: str, address: str) -> None:
    """Keep where the employer of this application is by post, its lines put together; empty forgets it.

    Raises NotThere, also for an application without an employer.
    """
    row = application(owner, some_id)
    if not row.employer:
        raise NotThere
    kept = ", ".join(line.strip(" ,") for line in address.splitlines() if line.strip(" ,"))
    told = {"name": row.employer, "event_id": row.application_id}
    EmployerRow.objects.get_or_create(owner=owner, key=row.employer_key, defaults=told)
    EmployerRow.objects.filter(owner=owner, key=row.employer_key).update(address=kept)


def _door(owner: OwnerRow, event_id: str, *, now: datetime) -> Door:
    found = door(owner, no(owner, event_id), now=now)
    if found is None:
        raise NotThere
    return found


@transaction.atomic
def _keep(owner: OwnerRow, left: Door, event_id: str, field: str, on: date, *, now: datetime) -> date:
    if on < now.date():
        raise DayGone
    if not can_be_meant(on, today=now.date()):
        raise DayFar
    EmployerRow.objects.update_or_create(
        owner=owner, key=employer_key(left.employer), defaults={"name": left.employer, "event_id": event_id, field: on}
    )
    return on
