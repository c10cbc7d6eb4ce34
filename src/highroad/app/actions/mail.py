"""Store one mail about an application, with what was read from it."""

from highroad.app.codec import from_json, to_json
from highroad.app.models import MessageRow, OwnerRow, SourceRow
from highroad.events.event import Reading
from highroad.events.recognise import READER_VERSION, event_id, is_mine, read
from highroad.mail.body import own_words
from highroad.mail.message import Message

TOO_SHORT_TO_TELL = 60  # letters; "sadly it went the other way" can come twice
LOOKED_BACK = 400  # mails a pasted one is compared with


def columns(message: Message, reading: Reading, *, mine: frozenset[str]) -> dict[str, object]:
    """What a row keeps of a mail and its reading."""
    return {
        "key": message.key,
        "outgoing": is_mine(message, mine),
        "sender": f"{message.sender.name} {message.sender.email}".strip() if message.sender else "",
        "subject": message.subject,
        "sent_at": message.sent_at,
        "message": to_json(message),
        "reading": to_json(reading),
        "reader_version": READER_VERSION,
    }


def new_row(
    owner: OwnerRow, message: Message, reading: Reading, *, mine: frozenset[str], source: SourceRow
) -> MessageRow:
    """The row of a mail that was never stored, not saved yet."""
    return MessageRow(
        owner=owner, source=source, event_id=event_id(message.key), **columns(message, reading, mine=mine)
    )


def store_message(
    owner: OwnerRow,
    message: Message,
    *,
    mine: frozenset[str],
    source: SourceRow | None = None,
    reading: Reading | None = None,
    added_by_user: bool = False,
    in_thread: bool = False,
) -> MessageRow:
    """Keep one mail, or find it again: the same mail is one row whichever way it came. Rebuilding is the caller's.

    `in_thread` when it is kept for its thread's sake alone.
    """
    if copied := _copy_without_head(owner, message):
        return (
            _completed(copied, message, reading or read(message, mine=mine), mine=mine)
            if message.message_id
            else copied
        )
    row, _ = MessageRow.objects.get_or_create(
        owner=owner,
        key=message.key,
        defaults=columns(message, reading or read(message, mine=mine), mine=mine)
        | {
            "event_id": event_id(message.key),
            "source": source,
            "added_by_user": added_by_user,
            "in_thread": in_thread,
        },
    )
    if added_by_user and not row.added_by_user:
        row.added_by_user = True
        row.save(update_fields=["added_by_user"])
    return row


def is_without_head(message: Message) -> bool:
    """Words alone, as somebody copied them; they may be those of a mail that is stored."""
    return message.message_id is None and message.sender is None


def _copy_without_head(owner: OwnerRow, message: Message) -> MessageRow | None:
    """The same words stored already, where one of the two was pasted without its head."""
    rows = MessageRow.objects.filter(owner=owner, unreadable=False)
    if message.message_id:
        rows = rows.filter(added_by_user=True, message__message_id=None)
    words = _own_letters(message.text)
    if len(words) < TOO_SHORT_TO_TELL or not (message.message_id or is_without_head(message)):
        return None
    candidates = rows.exclude(key=message.key).order_by("-sent_at")[:LOOKED_BACK]
    return next((row for row in candidates if _own_letters(row.message["text"]) == words), None)


def _completed(row: MessageRow, message: Message, reading: Reading, *, mine: frozenset[str]) -> MessageRow:
    """The pasted mail with its head; its event keeps its id, so that what the user said of it still holds."""
    whole = columns(message, reading, mine=mine)
    for name, value in whole.items():
        setattr(row, name, value)
    row.save(update_fields=list(whole))
    return row


def _own_letters(text: str) -> str:
    """What its sender wrote, without white space; the mail quoted below it is another one."""
    return "".join(own_words(text).new.split())


def read_again(row: MessageRow, *, mine: frozenset[str]) -> bool:
    """Read a stored mail with today's reader and addresses; True when it now says something else."""
    message = from_json(row.message, Message)
    reading = to_json(read(message, mine=mine, in_thread=row.in_thread))
    outgoing = is_mine(message, mine)
    changed = reading != row.reading or outgoing != row.outgoing
    row.reading, row.outgoing, row.reader_version = reading, outgoing, READER_VERSION
    row.save(update_fields=["reading", "outgoing", "reader_version"])
    return changed
