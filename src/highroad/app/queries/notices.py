"""Whether the screen may say that something waits, and what has come in that it could tell of."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from highroad.app.models import ConsentRow, EventRow, NoticeRow, OwnerRow, RecoveryRow
from highroad.app.queries.dark_words import quiet_until
from highroad.edges.notices import command
from highroad.recovery.notices import Shown

GATE = "notices"
RECENT = timedelta(days=14)  # an older no is not brought up, here as on Today
UNOPENED = "three in a row stayed unopened"  # what the log of consents says when they stopped by themselves


@dataclass(frozen=True, slots=True)
class Notices:
    """How things stand: `stopped` when they ended by themselves, `possible` when this computer can show one."""

    on: bool
    stopped: bool
    possible: bool


def notices(owner: OwnerRow) -> Notices:
    """Where notices stand, for their page."""
    said = _last_word(owner)
    stopped = bool(said and not said.given and said.about == UNOPENED)
    return Notices(on=bool(said and said.given), stopped=stopped, possible=command() is not None)


def who_wants_notices(*, now: datetime) -> list[OwnerRow]:
    """Everyone whose last word is yes and for whom nothing rests; nobody in the sample."""
    owners = [] if settings.DEMO else OwnerRow.objects.order_by("pk")
    awake = [owner for owner in owners if not quiet_until(owner, now=now)]
    return [owner for owner in awake if (said := _last_word(owner)) and said.given]


def found_anew(owner: OwnerRow, *, now: datetime) -> list[str]:
    """The noes that came in by themselves of late and that nothing was noted of, by event id."""
    noted = NoticeRow.objects.filter(owner=owner).values("event_id")
    opened = RecoveryRow.objects.filter(owner=owner).values("event_id")
    came_in = EventRow.objects.filter(owner=owner, message__isnull=False, message__added_by_user=False)
    recent = came_in.filter(is_no=True, confirmed=False, by_user=False, at__gte=now - RECENT)
    return list(recent.exclude(event_id__in=noted.union(opened)).values_list("event_id", flat=True))


def shown_before(owner: OwnerRow) -> list[Shown]:
    """Every notice that was shown; one from before the user's last yes counts as opened, for the yes noted it so."""
    told = NoticeRow.objects.filter(owner=owner, shown_at__isnull=False)
    opened: dict[datetime, bool] = {}
    for at, seen in told.values_list("shown_at", "seen_at"):
        if at:
            opened[at] = opened.get(at, False) or seen is not None
    return [Shown(at, seen) for at, seen in opened.items()]


def _last_word(owner: OwnerRow) -> ConsentRow | None:
    return ConsentRow.objects.filter(owner=owner, gate=GATE).order_by("-at", "-pk").first()
