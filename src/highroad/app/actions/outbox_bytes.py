"""The exact bytes of a text and the one Message-ID they bear, made once, when the user says yes."""

import secrets
from datetime import datetime

from highroad.app.codec import from_json
from highroad.app.models import AccountRow, MessageRow, OutgoingRow
from highroad.mail.draft import Draft, plain_address, to_bytes
from highroad.mail.message import Address, Message
from highroad.mail.parse import parse


def fixed(row: OutgoingRow, account: AccountRow, *, leaves_at: datetime) -> tuple[str, bytes]:
    """The Message-ID, without brackets, and the bytes; raises NoAddress or UnsafeHeader."""
    sender = _sender(row, account)
    message_id = f"{secrets.token_hex(16)}@{sender.domain.lower()}"
    return message_id, to_bytes(in_thread(row, sender=sender), message_id=message_id, leaves_at=leaves_at)


def dated_anew(row: OutgoingRow, account: AccountRow, *, leaves_at: datetime) -> bytes:
    """The same letter under the same Message-ID, with another hour at its head."""
    return to_bytes(in_thread(row, sender=_sender(row, account)), message_id=row.message_id, leaves_at=leaves_at)


def letter_of(row: OutgoingRow) -> Message | None:
    """The letter as its bytes hold it; None when they no longer do."""
    try:
        message = parse(bytes(row.raw or b""))
    except TypeError:  # a damaged record gives text where bytes were
        return None
    return message if message.message_id == row.message_id else None


def _sender(row: OutgoingRow, account: AccountRow) -> Address:
    return Address(account.name or row.owner.name, plain_address(account.email))


def in_thread(row: OutgoingRow, *, sender: Address | None) -> Draft:
    """The text as a mail, in the thread of what it answers."""
    to = Address(row.to_name, plain_address(row.to_email))
    answered = answered_by(row)
    if answered is None or not answered.message_id:
        return Draft(to, sender, row.subject, row.body)
    thread = (*answered.references, answered.message_id)
    return Draft(to, sender, row.subject, row.body, in_reply_to=answered.message_id, references=thread)


def answered_by(row: OutgoingRow) -> Message | None:
    """Our own letter for a nudge; for any other text the no itself, when it goes to whoever wrote it."""
    if row.purpose == "nudge":
        return _own_letter(row)
    stored = MessageRow.objects.filter(owner=row.owner, event_id=row.recovery.event_id) if row.recovery else None
    no = stored.filter(unreadable=False).first() if stored else None
    message = from_json(no.message, Message) if no else None
    wrote_it = message and message.sender and message.sender.email == row.to_email.lower()
    return message if wrote_it else None


def _own_letter(row: OutgoingRow) -> Message | None:
    sent = OutgoingRow.objects.filter(owner=row.owner, recovery=row.recovery, to_email__iexact=row.to_email)
    last = sent.filter(state=OutgoingRow.State.SENT, raw__isnull=False).exclude(pk=row.pk).order_by("-sent_at").first()
    return letter_of(last) if last else None
