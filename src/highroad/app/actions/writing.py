"""Private writing: saved as one types, then kept, sealed or burned."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import STEP, recovery_of
from highroad.app.models import OwnerRow, RecoveryRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import confirmed

A_WEEK = timedelta(days=7)


class Ended(NotThere):
    """This page was ended or burned, and is not written on any more."""


def save(
    owner: OwnerRow, event_id: str | None, text: str, *, about: str, row_id: int | None, now: datetime
) -> int | None:
    """Keep the text so far; gives the number of its row, None while nothing is written.

    Raises Ended for one that was ended or burned, so that a late save cannot bring it back; NotThere for the no.
    """
    if event_id:
        confirmed(owner, event_id)
    if row_id is None:
        return _begin(owner, event_id, text, about=about, now=now) if text.strip() else None
    changed = WritingRow.objects.filter(owner=owner, pk=row_id, kept_at=None).update(
        text=text, prompt=about, saved_at=now
    )
    if not changed:
        raise Ended
    return row_id


@transaction.atomic
def keep(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """End it and keep it, readable at any time."""
    row = _row(owner, row_id)
    WritingRow.objects.filter(pk=row.pk).update(kept_at=now)
    _written(owner, row.recovery, row.prompt, now=now)


@transaction.atomic
def seal(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """End it and put it out of sight for a week."""
    row = _row(owner, row_id)
    WritingRow.objects.filter(pk=row.pk).update(kept_at=now, sealed_until=now + A_WEEK)
    _written(owner, row.recovery, row.prompt, now=now)


@transaction.atomic
def burn(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """Delete it without a trace: the pages are overwritten (secure_delete), the write-ahead log is cut to nothing."""
    row = _row(owner, row_id)
    fresh = row.kept_at is None
    row.delete()
    if fresh:
        _written(owner, row.recovery, row.prompt, now=now)
    transaction.on_commit(_empty_the_log)


def _begin(owner: OwnerRow, event_id: str | None, text: str, *, about: str, now: datetime) -> int:
    recovery = recovery_of(owner, event_id, now=now)
    row = WritingRow.objects.create(
        owner=owner, recovery=recovery, prompt=about, text=text, started_at=now, saved_at=now
    )
    return row.pk


def _row(owner: OwnerRow, row_id: int) -> WritingRow:
    row = WritingRow.objects.filter(owner=owner, pk=row_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return row


def _written(owner: OwnerRow, recovery: RecoveryRow | None, about: str, *, now: datetime) -> None:
    did(owner, "writing", recovery=recovery, about=about, now=now)
    done(owner, recovery, STEP, now=now)


def _empty_the_log() -> None:
    """What was deleted still stands in the write-ahead log until it is written back and cut."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
