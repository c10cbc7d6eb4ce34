"""When the user opened the no that a text comes after: what is written in the hour after that rests."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from highroad.app.models import CorrectionRow, EventRow, OutgoingRow, RecoveryRow
from highroad.app.queries.way_back import ABOUT, SAID_YES
from highroad.applications.correction import KindIs
from highroad.events.event import Kind

SAID_NO = SAID_YES & (~Q(kind=KindIs.__name__) | Q(correction__kind=Kind.REJECTION.value))


def no_opened(row: OutgoingRow) -> datetime | None:
    """When its no was opened, for a text beside one; else the latest no from the same person before it was written."""
    if row.recovery and "yes_at" in vars(row):
        moments: Iterable[datetime] = [min(filter(None, (vars(row)["yes_at"], row.recovery.opened_at)))]
    else:
        noes = [row.recovery.event_id] if row.recovery else _noes_with(row)
        moments = _opened(row.owner_id, noes) if noes else []
    return max((moment for moment in moments if moment <= row.saved_at), default=None)


def with_yes(rows: QuerySet[OutgoingRow]) -> QuerySet[OutgoingRow]:
    """Texts with the user's first yes to the no they come after as `yes_at`, so that it is no question of its own."""
    said = CorrectionRow.objects.annotate(event_id=ABOUT).filter(SAID_NO, owner=OuterRef("owner"), undone_at=None)
    of_this = said.filter(event_id=OuterRef("recovery__event_id")).order_by("said_at")
    return rows.annotate(yes_at=Subquery(of_this.values("said_at")[:1]))


def _noes_with(row: OutgoingRow) -> list[str]:
    """The confirmed noes of every application in which whoever gets the text stands."""
    if not row.to_email:
        return []
    noes = EventRow.objects.filter(owner_id=row.owner_id, is_no=True, confirmed=True)
    return list(noes.filter(application__people__email__iexact=row.to_email).values_list("event_id", flat=True))


def _opened(owner_id: int, noes: Iterable[str]) -> Iterable[datetime]:
    """For each no the first of: the user's yes to it, and what they did about it."""
    said = CorrectionRow.objects.annotate(event_id=ABOUT)
    yes = said.filter(SAID_NO, owner_id=owner_id, undone_at=None, event_id__in=noes).values_list("event_id", "said_at")
    done = RecoveryRow.objects.filter(owner_id=owner_id, event_id__in=noes).values_list("event_id", "opened_at")
    first: dict[str, datetime] = {}
    for event_id, moment in (*yes, *done):
        first[event_id] = min(moment, first.get(event_id, moment))
    return first.values()
