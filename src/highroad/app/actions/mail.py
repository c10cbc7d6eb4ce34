"""Store one mail about an application, with what was read from it."""

from highroad.app.codec import from_json, to_json
from highroad.app.models import MessageRow, OwnerRow, SourceRow
from highroad.events.event import Reading
from highroad.events.recognise import READER_VERSION, event_id, is_mine, read
from highroad.mail.message import Message


def store_message(
    owner: OwnerRow,
    message: Message,
    *,
    mine: frozenset[str],
    source: SourceRow | None = None,
    reading: Reading | None = None,
    added_by_user: bool = False,
) -> MessageRow:
    """Keep one mail, or find it again: the same mail is one row whichever way it came. Rebuilding is the caller's."""
    row, _ = MessageRow.objects.get_or_create(
        owner=owner,
        key=message.key,
        defaults={
            "event_id": event_id(message.key),
            "source": source,
            "outgoing": is_mine(message, mine),
            "sender": f"{message.sender.name} {message.sender.email}".strip() if message.sender else "",
            "subject": message.subject,
            "sent_at": message.sent_at,
            "message": to_json(message),
            "reading": to_json(reading or read(message, mine=mine)),
            "reader_version": READER_VERSION,
            "added_by_user": added_by_user,
        },
    )
    if added_by_user and not row.added_by_user:
        row.added_by_user = True
        row.save(update_fields=["added_by_user"])
    return row


def read_again(row: MessageRow, *, mine: frozenset[str]) -> bool:
    """Read a stored mail with today's reader and addresses; True when it now says something else."""
    message = from_json(row.message, Message)
    reading = to_json(read(message, mine=mine))
    outgoing = is_mine(message, mine)
    changed = reading != row.reading or outgoing != row.outgoing
    row.reading, row.outgoing, row.reader_version = reading, outgoing, READER_VERSION
    row.save(update_fields=["reading", "outgoing", "reader_version"])
    return changed
