"""The times an invitation leaves the user to choose from, to take one by one tap."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.timezone import is_aware, localtime, make_aware

from highroad.app.codec import from_json
from highroad.app.models import EventRow, MessageRow, OwnerRow
from highroad.applications.slots_said import is_only_asked, slots_said
from highroad.events.event import Kind
from highroad.mail.message import Message


def slots_left(owner: OwnerRow, event_id: str, *, now: datetime) -> list[datetime]:
    """Those still to come, where the user is; empty for all but an invitation that names two or more."""
    invited = MessageRow.objects.filter(owner=owner, events__event_id=event_id, events__kind=Kind.INTERVIEW)
    kept = invited.filter(unreadable=False).values_list("message", flat=True)
    named = [slot for message in kept for slot in slots_said(from_json(message, Message))]
    slots = [localtime(slot) if is_aware(slot) else make_aware(slot) for slot in named]
    return [slot for slot in slots if slot > now]


def only_asked(invitations: Iterable[EventRow], mails: Mapping[int, Message]) -> frozenset[str]:
    """The ids of those whose mail, found by its row's number, only asks whether a day suits."""
    read = ((one, mails.get(one.message_id or 0)) for one in invitations if not one.by_user)
    return frozenset(one.event_id for one, mail in read if mail and is_only_asked(mail))
