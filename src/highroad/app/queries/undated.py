"""What waits for the user and names no day: shown until more comes of it, or until the user says it is done."""

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from highroad.app.models import DeedRow, EventRow, OwnerRow
from highroad.applications.application import Outcome
from highroad.events.event import Kind
from highroad.steps.keep_going.next_thing import ASKED

LATELY = timedelta(days=28)
SETTLED = Q(sure=True) | Q(by_user=True) | Q(moves=True)
OPEN_OFFER = Q(kind=Kind.OFFER, application__outcome=Outcome.OFFER)
ASKS = Q(kind__in=(Kind.INTERVIEW, Kind.ASSESSMENT), application__outcome=Outcome.OPEN)


def undated(owner: OwnerRow, *, today: date) -> QuerySet[EventRow]:
    """Offers to answer, invitations and tests of the last four weeks in which nobody read a day."""
    since = datetime.combine(today - LATELY, time.min, UTC)
    settled = EventRow.objects.filter(SETTLED, owner=owner, happens_at=None, called_off=False, at__gte=since)
    later = EventRow.objects.filter(SETTLED, application=OuterRef("application"), at__gt=OuterRef("at"))
    over = Exists(later.exclude(kind=Kind.NOTE)) | Exists(_said_done(owner))
    return settled.filter(OPEN_OFFER | (ASKS & ~over))


def asked_in(owner: OwnerRow, some_id: str, *, today: date) -> EventRow | None:
    """The latest invitation or test of this application that waits and names no day."""
    waiting = undated(owner, today=today).filter(ASKS, application__application_id=some_id)
    return waiting.order_by("-at").first()


def _said_done(owner: OwnerRow) -> QuerySet[DeedRow]:
    return DeedRow.objects.filter(owner=owner, about=Concat(Value(ASKED), OuterRef("event_id")))
