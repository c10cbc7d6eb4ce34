"""Step six: what of the record bears on the one next thing."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from django.db.models import Count, DateTimeField, Exists, OuterRef, Value

from highroad.app.models import (
    ActionRow,
    ApplicationRow,
    CorrectionRow,
    DeedRow,
    EventRow,
    OwnerRow,
    PersonRow,
    RecoveryRow,
)
from highroad.applications.application import Outcome
from highroad.events.event import Kind, Part
from highroad.steps.keep_going.next_thing import Owed, Record, Size, Talk, Thing, next_thing

REMEMBERED = timedelta(days=21)
TALKS_AHEAD = timedelta(days=7)
SOME = 50  # one mail is offered at a time, so nobody needs them all
FEW = 5
DOUBTFUL = (Kind.REJECTION, Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER, Kind.WAITLIST, Kind.WITHDRAWAL)


def one_next_thing(owner: OwnerRow, size: Size, *, now: datetime, passed_over: Iterable[str] = ()) -> Thing:
    """Exactly one thing for now; `passed_over` are those the user asked to see another one for."""
    return next_thing(_record(owner, size, now, frozenset(passed_over)), size, now_local=now)


def _record(owner: OwnerRow, size: Size, now: datetime, passed_over: frozenset[str]) -> Record:
    """What bears on a thing of this size; the rest is left out, so that nothing is asked for in vain."""
    small = size is Size.FIVE
    events = _events(owner, now, unsure_too=small)
    applications = ApplicationRow.objects.filter(owner=owner)
    deeds = DeedRow.objects.filter(owner=owner, at__gte=now - REMEMBERED).exclude(about="")
    rests = RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).order_by("-rests_until")
    quiet = applications.filter(outcome=Outcome.OPEN, quiet_from__lte=now.date()).order_by("-last_event_on")
    return Record(
        unsure=sum(at is None for _, _, at in events),
        talks=tuple(Talk(event_id, employer or "them", at) for event_id, employer, at in events if at),
        thanks=tuple(_thanks(owner, now)) if small else (),
        actions=tuple(Owed(str(row.pk), row.first_step or row.text) for row in _open_actions(owner)),
        silent=tuple(Owed(row.application_id, row.employer) for row in quiet[:FEW] if row.employer) if small else (),
        role="" if small else _usual_role(applications),
        rests_until=next((row.rests_until.astimezone(now.tzinfo) for row in rests[:1] if row.rests_until), None),
        done=frozenset(deeds.values_list("about", flat=True)) | passed_over,
    )


def _events(owner: OwnerRow, now: datetime, *, unsure_too: bool) -> list[tuple[str, str, datetime | None]]:
    """Talks to come, then mails whose kind the user has not settled, in one question: each part has its index."""
    mine = EventRow.objects.filter(owner=owner)
    talks = mine.filter(kind=Kind.INTERVIEW, happens_at__gte=now, happens_at__lte=now + TALKS_AHEAD)
    said = CorrectionRow.objects.filter(owner=owner, undone_at=None, correction__event_id=OuterRef("event_id"))
    unsure = mine.filter(sure=False, by_user=False, message__outgoing=False, kind__in=DOUBTFUL).exclude(Exists(said))
    no_day = Value(None, output_field=DateTimeField())
    found = talks.values_list("event_id", "application__employer", "happens_at")
    if unsure_too:
        found = found.union(unsure.values_list("event_id", "application__employer", no_day), all=True)
    return list(found[:SOME])


def _thanks(owner: OwnerRow, now: datetime) -> Iterable[Owed]:
    """Interviewers of the last weeks who were not thanked, but for noes the user thinks unlawful.

    Their name is made short and stable, as ids are.
    """
    unfair = RecoveryRow.objects.filter(owner=owner, unfair_at__isnull=False).values("event_id")
    rows = PersonRow.objects.filter(owner=owner, part__in=[Part.INTERVIEWER, Part.HIRING_MANAGER], thanked_at=None)
    rows = rows.exclude(application__events__event_id__in=unfair)
    lately = (now - REMEMBERED).date()
    for row in rows.filter(application__last_event_on__gte=lately).order_by("-application__last_event_on", "pk")[:FEW]:
        yield Owed(blake2b((row.email or row.name).encode(), digest_size=4).hexdigest(), row.name or row.email)


def _open_actions(owner: OwnerRow) -> Iterable[ActionRow]:
    return ActionRow.objects.filter(owner=owner, done_at=None).order_by("review_on", "pk")[:FEW]


def _usual_role(applications: Any) -> str:
    roles = applications.exclude(role="").values("role").annotate(often=Count("pk")).order_by("-often", "role")
    return next((found["role"] for found in roles[:1]), "")
