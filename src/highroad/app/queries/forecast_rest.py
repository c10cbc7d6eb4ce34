"""When the forecast rests: for a day after a no, through the quiet after dark words, and while anything rests."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet, Value

from highroad.app.models import EventRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.dark_words import quiet_until

A_DAY = timedelta(hours=24)  # after a no one reads every number darkly
Moments = QuerySet[Any, tuple[str, datetime | None]]


class Because(StrEnum):
    """Why there is no forecast just now."""

    FRESH_NO = "fresh_no"
    QUIET = "quiet"
    STEPS_REST = "steps_rest"
    TEXT_RESTS = "text_rests"


@dataclass(frozen=True, slots=True)
class Resting:
    """Why the forecast rests and until when; the later of two rests counts."""

    because: Because
    until: datetime | None


def resting(owner: OwnerRow, *, now: datetime) -> Resting | None:
    """Why there is no forecast just now, in one question; None when there may be one. An unconfirmed no counts too."""
    stored = _noes(owner, now).union(_opened(owner, now), _steps(owner, now), _texts(owner, now), all=True)
    found = [*_quiet(owner, now), *(_rest(Because(because), at) for because, at in stored)]
    return max(found, key=lambda one: one.until or now, default=None)


def _rest(because: Because, at: datetime | None) -> Resting:
    return Resting(because, at + A_DAY if at and because is Because.FRESH_NO else at)


def _quiet(owner: OwnerRow, now: datetime) -> list[Resting]:
    until = quiet_until(owner, now=now)
    return [Resting(Because.QUIET, until)] if until else []


def _noes(owner: OwnerRow, now: datetime) -> Moments:
    noes = EventRow.objects.filter(owner=owner, is_no=True, at__gt=now - A_DAY, at__lte=now)
    return _told(noes, Because.FRESH_NO, "at")


def _opened(owner: OwnerRow, now: datetime) -> Moments:
    opened = RecoveryRow.objects.filter(owner=owner, opened_at__gt=now - A_DAY, filed_at__isnull=True)
    return _told(opened, Because.FRESH_NO, "opened_at")


def _steps(owner: OwnerRow, now: datetime) -> Moments:
    return _told(RecoveryRow.objects.filter(owner=owner, rests_until__gt=now), Because.STEPS_REST, "rests_until")


def _texts(owner: OwnerRow, now: datetime) -> Moments:
    """A text whose rest is over may not be read again yet, and holds nothing back."""
    texts = OutgoingRow.objects.filter(owner=owner, state=OutgoingRow.State.RESTING).exclude(rests_until__lte=now)
    return _told(texts, Because.TEXT_RESTS, "rests_until")


def _told(rows: QuerySet[Any], because: Because, moment: str) -> Moments:
    told: Moments = rows.order_by().annotate(because=Value(because.value)).values_list("because", moment)
    return told
