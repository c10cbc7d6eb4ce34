"""Allow notices on the screen, stop them, and show the one of the day."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Q
from django.db.models.query import QuerySet

from highroad.app.actions.consents import Gate, allow, refuse
from highroad.app.models import NoticeRow, OwnerRow
from highroad.app.queries.notices import UNOPENED, found_anew, shown_before
from highroad.recovery.notices import Turn, turn

AT_MOST = "one a day"


@transaction.atomic
def turn_on(owner: OwnerRow, *, now: datetime) -> None:
    """The user wants them. What came in before is no news."""
    allow(owner, Gate.NOTICES, about=AT_MOST, now=now)
    _note(owner, now=now)
    NoticeRow.objects.filter(owner=owner, seen_at=None).update(seen_at=now)


def turn_off(owner: OwnerRow, *, now: datetime) -> None:
    """No more of them."""
    refuse(owner, Gate.NOTICES, about=AT_MOST, now=now)


def tell(owner: OwnerRow, *, looked_at: datetime | None, now: datetime, show: Callable[[], bool]) -> bool:
    """Note what came in, and show one notice of it all when it is time; whether one was shown.

    `looked_at` is when a page was last open: what was there by then needs no notice any more.
    """
    if looked_at:
        _opened(owner, at=looked_at)
    _note(owner, now=now)
    if not _claimed(owner, now=now):
        return False
    if not show():  # nobody saw it, so it is still to be told
        NoticeRow.objects.filter(owner=owner, shown_at=now).update(shown_at=None)
        return False
    return True


def _note(owner: OwnerRow, *, now: datetime) -> None:
    rows = [NoticeRow(owner=owner, event_id=event_id, found_at=now) for event_id in found_anew(owner, now=now)]
    NoticeRow.objects.bulk_create(rows, ignore_conflicts=True)


def _opened(owner: OwnerRow, *, at: datetime) -> None:
    """Everything that waited is seen by now; of the notices shown only the latest, the others stayed unopened."""
    rows = NoticeRow.objects.filter(owner=owner, seen_at=None)
    latest = NoticeRow.objects.filter(owner=owner).aggregate(latest=Max("shown_at"))["latest"]
    rows.filter(Q(shown_at=None, found_at__lte=at) | Q(shown_at=latest, shown_at__lte=at)).update(seen_at=at)


@transaction.atomic
def _claimed(owner: OwnerRow, *, now: datetime) -> bool:
    """Whether one is to be shown now, written down before it is, so that no second program shows it too."""
    waiting = _waiting(owner)
    if not waiting.exists():
        return False
    found = turn(shown_before(owner), now=now)
    if found is Turn.STOP:
        refuse(owner, Gate.NOTICES, about=UNOPENED, now=now)
    return found is Turn.SHOW and bool(waiting.update(shown_at=now))


def _waiting(owner: OwnerRow) -> QuerySet[NoticeRow]:
    return NoticeRow.objects.filter(owner=owner, shown_at=None, seen_at=None)
