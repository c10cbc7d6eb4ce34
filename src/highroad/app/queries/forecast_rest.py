"""When the forecast rests: for a day after a no, through the quiet after dark words, and while anything rests."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from highroad.app.models import EventRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.dark_words import quiet_until

A_DAY = timedelta(hours=24)  # after a no one reads every number darkly


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
    """Why there is no forecast just now; None when there may be one. A no counts whether it was confirmed or not."""
    found = [*_fresh_noes(owner, now), *_quiet(owner, now), *_rests(owner, now), *_texts(owner)]
    return max(found, key=lambda one: one.until or now, default=None)


def _fresh_noes(owner: OwnerRow, now: datetime) -> list[Resting]:
    noes = EventRow.objects.filter(owner=owner, is_no=True, at__gt=now - A_DAY, at__lte=now).order_by("-at")
    opened = RecoveryRow.objects.filter(owner=owner, opened_at__gt=now - A_DAY, filed_at__isnull=True)
    since = [
        *noes.values_list("at", flat=True)[:1],
        *opened.order_by("-opened_at").values_list("opened_at", flat=True)[:1],
    ]
    return [Resting(Because.FRESH_NO, at + A_DAY) for at in since if at]


def _quiet(owner: OwnerRow, now: datetime) -> list[Resting]:
    until = quiet_until(owner, now=now)
    return [Resting(Because.QUIET, until)] if until else []


def _rests(owner: OwnerRow, now: datetime) -> list[Resting]:
    untils = RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).order_by("-rests_until")
    return [Resting(Because.STEPS_REST, until) for until in untils.values_list("rests_until", flat=True)[:1]]


def _texts(owner: OwnerRow) -> list[Resting]:
    texts = OutgoingRow.objects.filter(owner=owner, state=OutgoingRow.State.RESTING).order_by("-rests_until")
    return [Resting(Because.TEXT_RESTS, until) for until in texts.values_list("rests_until", flat=True)[:1]]
