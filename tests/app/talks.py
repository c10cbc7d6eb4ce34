"""A talk to come, with a day, for an application that is open."""

from datetime import datetime, timedelta

from highroad.app.actions.by_hand import Told, add_event, new_application
from highroad.app.models import EventRow, OwnerRow
from highroad.events.event import Kind


def talk_on(owner: OwnerRow, at: datetime, *, employer: str = "Tallowby") -> str:
    """An application of this owner with a talk held then; gives its id."""
    before = at - timedelta(days=30)
    some_id, _ = new_application(
        owner, Told(Kind.APPLIED, before.date() - timedelta(days=1), employer=employer), now=before
    )
    add_event(owner, some_id, Told(Kind.INTERVIEW, at.date()), now=before)
    told = EventRow.objects.filter(owner=owner, application__employer=employer, kind=Kind.INTERVIEW, by_user=True)
    told.update(happens_at=at)
    return some_id
