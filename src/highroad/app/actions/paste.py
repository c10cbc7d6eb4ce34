"""Take in one mail the user pasted or dropped."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db import transaction

from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.models import OwnerRow
from highroad.app.queries.addresses import mine
from highroad.app.says import says
from highroad.mail.message import Message
from highroad.mail.parse import MAX_BYTES, parse_file, parse_pasted

MOST_BYTES = MAX_BYTES + 1  # one more, so that what was cut is told


class NothingPasted(Exception):
    """The box was empty."""

    def __init__(self) -> None:
        super().__init__(says("paste.nothing"))


def take_text(owner: OwnerRow, text: str, *, now: datetime) -> str:
    """Read pasted text; returns the id of the event it proves. Raises NothingPasted."""
    if not text.strip():
        raise NothingPasted
    return _take(owner, parse_pasted(text), now=now)


def take_file(owner: OwnerRow, raw: bytes, *, now: datetime) -> str:
    """Read one mail file; returns the id of the event it proves. Raises NothingPasted."""
    if not raw.strip():
        raise NothingPasted
    return _take(owner, parse_file(raw), now=now)


@transaction.atomic
def _take(owner: OwnerRow, message: Message, *, now: datetime) -> str:
    """A mail pasted without its date came, for all we know, now."""
    dated = message if message.sent_at else replace(message, sent_at=now.astimezone(UTC))
    row = store_message(owner, dated, mine=mine(owner), added_by_user=True)
    rebuild_touched(owner, [row.event_id])
    return row.event_id
