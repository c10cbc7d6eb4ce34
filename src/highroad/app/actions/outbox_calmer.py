"""Take the calmer version of a text, and the user's own words back again."""

from datetime import datetime

from django.db import transaction

from highroad.app.actions.outbox import change_words
from highroad.app.actions.outbox_taken import letter_of
from highroad.app.models import OutgoingRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.outbox import row_of
from highroad.app.queries.outbox_words import calmer_version


@transaction.atomic
def take_calmer(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> None:
    """Put the calmer words in place of the user's own, which are kept. Raises NotThere or OnItsWay.

    The first of their own are those to go back to; what they wrote since is kept as a private letter.
    """
    found, row = calmer_version(owner, outgoing_id, now=now), row_of(owner, outgoing_id)
    change_words(owner, outgoing_id, subject=found.subject, body=found.body, now=now)
    if found.taken and row.own_body:
        letter_of(row, now=now)
    elif found.taken:
        OutgoingRow.objects.filter(pk=row.pk).update(own_subject=row.subject, own_body=row.body)


@transaction.atomic
def take_own_back(owner: OwnerRow, outgoing_id: int, *, now: datetime) -> None:
    """Put the user's own words back. Raises NotThere, also where none were kept, or OnItsWay."""
    row = row_of(owner, outgoing_id)
    if not row.own_body:
        raise NotThere
    change_words(owner, outgoing_id, subject=row.own_subject, body=row.own_body, now=now)
    OutgoingRow.objects.filter(pk=row.pk).update(own_subject="", own_body="")
