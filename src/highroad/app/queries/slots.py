"""The times an invitation leaves the user to choose from, to take one by one tap."""

from datetime import datetime

from django.utils.timezone import is_aware, localtime, make_aware

from highroad.app.codec import from_json
from highroad.app.models import MessageRow, OwnerRow
from highroad.applications.slots_said import slots_said
from highroad.events.event import Kind
from highroad.mail.message import Message


def slots_left(owner: OwnerRow, event_id: str, *, now: datetime) -> list[datetime]:
    """Those still to come, where the user is; empty for all but an invitation that names two or more."""
    invited = MessageRow.objects.filter(owner=owner, events__event_id=event_id, events__kind=Kind.INTERVIEW)
    kept = invited.filter(unreadable=False).values_list("message", flat=True)
    named = [slot for message in kept for slot in slots_said(from_json(message, Message))]
    slots = [localtime(slot) if is_aware(slot) else make_aware(slot) for slot in named]
    return [slot for slot in slots if slot > now]
