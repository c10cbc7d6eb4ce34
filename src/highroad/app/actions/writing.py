"""Private writing: saved as one types, then kept, sealed or burned."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction

from highroad.app.actions.deeds import did
from highroad.app.actions.recoveries import done
from highroad.app.actions.take_a_moment import STEP, recovery_of
from highroad.app.models import DeedRow, OwnerRow, SittingRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.recoveries import confirmed
from highroad.steps.take_a_moment.writing import Felt, goes_in_circles

A_WEEK = timedelta(days=7)
WRITING = "writing"


class Ended(NotThere):
    """This page was ended or burned, and is not written on any more."""


@transaction.atomic
def save(
    owner: OwnerRow,
    event_id: str | None,
    text: str,
    *,
    page: str,
    about: str,
    now: datetime,
    values: Iterable[str] = (),
) -> int | None:
    """Keep the text so far, one row a page however often it comes; gives its number, None while it is empty.

    Raises Ended for a page that was ended or burned, so that a late save cannot bring it back; NotThere for the no.
    """
    if event_id:
        confirmed(owner, event_id)
    if SittingRow.objects.filter(owner=owner, page=page).exists():
        raise Ended
    row = WritingRow.objects.filter(owner=owner, page=page).first() or WritingRow(
        owner=owner, page=page, started_at=now
    )
    row.text, row.prompt, row.values, row.saved_at = text, about, list(values), now
    if row.pk is None and not text.strip() and not row.values:
        return None
    if row.pk is None:
        row.recovery = recovery_of(owner, event_id, now=now)
    row.save()
    return row.pk


@transaction.atomic
def keep(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """End it and keep it, readable at any time."""
    row = _row(owner, row_id)
    WritingRow.objects.filter(pk=row.pk).update(kept_at=now)
    _ended(owner, row, circled=goes_in_circles(row.text), now=now)


@transaction.atomic
def seal(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """End it and put it out of sight for a week."""
    row = _row(owner, row_id)
    WritingRow.objects.filter(pk=row.pk).update(kept_at=now, sealed_until=now + A_WEEK)
    _ended(owner, row, circled=goes_in_circles(row.text), now=now)


@transaction.atomic
def burn(owner: OwnerRow, row_id: int, *, now: datetime) -> None:
    """Delete it without a trace: the pages are overwritten (secure_delete), the write-ahead log is cut to nothing.

    The key is not asked for, so that what is locked can be burned too.
    """
    row = WritingRow.objects.filter(owner=owner, pk=row_id).defer("text", "values").select_related("recovery").first()
    if row is None:
        raise NotThere
    WritingRow.objects.filter(pk=row.pk).delete()
    _burned(owner, row, now=now)
    transaction.on_commit(_empty_the_log)


@transaction.atomic
def burn_unsaved(owner: OwnerRow, event_id: str | None, *, page: str, about: str, now: datetime) -> None:
    """What was burned before any of it was saved: no word is kept, and a late save finds the page ended."""
    recovery = recovery_of(owner, event_id, now=now)
    _burned(owner, WritingRow(page=page, prompt=about, recovery=recovery), now=now)


def say_felt(owner: OwnerRow, sitting_id: int, felt: Felt) -> None:
    """How it is after writing; raises NotThere."""
    if not SittingRow.objects.filter(owner=owner, pk=sitting_id).update(felt=felt):
        raise NotThere


def _row(owner: OwnerRow, row_id: int) -> WritingRow:
    row = WritingRow.objects.filter(owner=owner, pk=row_id).select_related("recovery").first()
    if row is None:
        raise NotThere
    return row


def _ended(owner: OwnerRow, row: WritingRow, *, circled: bool, now: datetime) -> None:
    """Remember that this page was ended, and count it, once."""
    if _sat(owner, row, circled=circled, now=now)[1]:
        did(owner, WRITING, recovery=row.recovery, about=row.prompt, now=now)
        done(owner, row.recovery, STEP, now=now)


def _burned(owner: OwnerRow, row: WritingRow, *, now: datetime) -> None:
    """A late save must find the page ended; it counts as no page written, nor does one that was kept before."""
    sitting, is_new = _sat(owner, row, circled=False, now=now)
    if is_new:
        done(owner, row.recovery, STEP, now=now)
        return
    counted = DeedRow.objects.filter(owner=owner, kind=WRITING, about=sitting.prompt, at=sitting.at)
    DeedRow.objects.filter(pk__in=counted.values("pk")[:1]).delete()


def _sat(owner: OwnerRow, row: WritingRow, *, circled: bool, now: datetime) -> tuple[SittingRow, bool]:
    told = {"recovery": row.recovery, "prompt": row.prompt, "circled": circled, "at": now}
    return SittingRow.objects.get_or_create(owner=owner, page=row.page, defaults=told)


def _empty_the_log() -> None:
    """What was deleted still stands in the write-ahead log until it is written back and cut."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
