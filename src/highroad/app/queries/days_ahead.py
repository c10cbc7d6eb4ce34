"""Talks, tests and offers that have their day still ahead, wherever days are told: Today, practice, the calendar."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.lookups import IsNull

from highroad.app.models import EventRow, OwnerRow
from highroad.app.queries.silence import SILENT
from highroad.app.queries.undated import SETTLED
from highroad.applications.application import Outcome
from highroad.events.event import Kind

HAVE_THEIR_DAY = (Kind.OFFER, Kind.INTERVIEW, Kind.ASSESSMENT)
STAGE = KT("event__reading__stage")
ONE_ROUND = Q(stage=OuterRef("stage")) | Q(stage=None) | IsNull(OuterRef("stage"), True)
STILL_ON = Q(application__outcome__in=(*SILENT, Outcome.OFFER))


def days_ahead(owner: OwnerRow, *, now: datetime) -> QuerySet[EventRow]:
    """Those of applications that did not end, as read, sure or not; of several days told for one, the last told."""
    return _ahead(EventRow.objects.filter(owner=owner), now)


def has_its_day(owner: OwnerRow, *, now: datetime, until: datetime) -> QuerySet[EventRow]:
    """Of what is read for sure: talks and tests until then, and offers whatever their day."""
    settled = _ahead(EventRow.objects.filter(SETTLED, owner=owner), now)
    return settled.filter(Q(happens_at__lte=until) | Q(kind=Kind.OFFER))


def stands(told: QuerySet[EventRow]) -> QuerySet[EventRow]:
    """Those whose day later mail neither called off nor told anew."""
    dated = told.filter(kind__in=HAVE_THEIR_DAY, happens_at__isnull=False, called_off=False).alias(stage=STAGE)
    same = {"application": OuterRef("application"), "kind": OuterRef("kind")}
    moved = dated.filter(ONE_ROUND, at__gt=OuterRef("at"), at__lte=OuterRef("happens_at"), **same)
    return dated.filter(~Exists(moved))


def _ahead(told: QuerySet[EventRow], now: datetime) -> QuerySet[EventRow]:
    return stands(told).filter(STILL_ON, happens_at__gte=now)
