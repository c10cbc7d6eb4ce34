"""Take a text out of the outbox by another way: as a mail file, or to the private letters, which have no address."""

import secrets
from datetime import datetime

from django.db import transaction

from highroad.app.actions.outbox import CannotBeSent, OnItsWay
from highroad.app.actions.outbox_bytes import in_thread
from highroad.app.models import OutgoingRow, OwnerRow, WritingRow
from highroad.app.queries.outbox import OPEN, heat_of, kept_back, rest_of, row_of, why_rests, words_of
from highroad.mail.draft import to_eml

STAYED = (*OPEN, OutgoingRow.State.CANCELLED, OutgoingRow.State.FAILED)


def as_file(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> bytes:
    """The text as a mail file, marked unsent. Raises NotThere, CannotBeSent, or what mail.draft refuses."""
    row = row_of(owner, outgoing_id)
    if lacks := kept_back(row, now=now):
        raise CannotBeSent(lacks)
    if row.state in OPEN and rest_of(row, why_rests(row, heat=heat_of(row), now=now), now=now):
        raise CannotBeSent("waits")
    raw = to_eml(in_thread(row, sender=None), message_id=f"{secrets.token_hex(16)}@highroad.invalid", now=now)
    OutgoingRow.objects.filter(pk=row.pk).update(taken_at=now)
    return raw


@transaction.atomic
def keep_private(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> int:
    """Move the words to the private letters; gives the letter's number. Raises NotThere, or OnItsWay once it leaves."""
    row = row_of(owner, outgoing_id)
    if not OutgoingRow.objects.filter(pk=row.pk, state__in=STAYED).delete()[0]:
        raise OnItsWay
    return letter_of(row, now=now).pk


def letter_of(row: OutgoingRow, *, now: datetime) -> WritingRow:
    """The words of a text as a private letter."""
    return WritingRow.objects.create(
        owner=row.owner,
        recovery=row.recovery,
        text=words_of(row).strip(),
        kept_at=now,
        started_at=row.saved_at,
        saved_at=now,
    )
