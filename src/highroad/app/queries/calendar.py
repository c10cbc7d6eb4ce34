"""What of the record has a date ahead, for the calendar feed. Titles say what kind of thing it is, and no more."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import chain

from django.db.models import Exists, OuterRef

from highroad.app.days import AHEAD
from highroad.app.feed import Entry, as_calendar
from highroad.app.models import (
    ActionRow,
    EventRow,
    FeedbackRow,
    OutgoingRow,
    OwnerRow,
    PlannedRow,
    RecoveryRow,
    StepRow,
)
from highroad.app.queries.contacts import agreed
from highroad.app.queries.days_ahead import days_ahead, stands
from highroad.app.queries.doors import doors
from highroad.applications.talks import is_met
from highroad.events.event import Kind, Stage
from highroad.steps.ask_for_feedback import CLOSES, NOT_BEFORE
from highroad.words.content import load_toml

BEHIND = timedelta(days=30)  # what is over stays for a while, so that a calendar does not lose last week
TALK = timedelta(hours=1)
QUARTER = timedelta(minutes=15)
REMIND_AFTER = timedelta(days=7)
MORNING = time(9, 10)
MET_SOMEONE = tuple(stage.value for stage in Stage if is_met(stage))  # whom one could ask
TITLES: dict[str, str] = {
    Kind.INTERVIEW: "interview",
    Kind.ASSESSMENT: "deadline",
    Kind.OFFER: "deadline",
}
Told = Iterator[tuple[str, str, datetime | date]]  # what it is (a key of the titles), which one, and when


def owner_of(key: str) -> OwnerRow | None:
    """Whose calendar this key opens; nobody's where it is empty or unknown."""
    return OwnerRow.objects.filter(calendar_key=key).first() if key else None


def calendar(owner: OwnerRow, *, now: datetime) -> bytes:
    """The feed, as a file that calendar programs read."""
    words = load_toml("highroad.app", "content/calendar.toml")
    entries = (
        Entry(f"{kind}-{which}@highroad.invalid", words["titles"][kind], at, TALK if kind == "interview" else QUARTER)
        for find in FINDERS
        for kind, which, at in find(owner, now)
        if _day(at) <= now.date() + AHEAD
    )
    return as_calendar(entries, name=words["name"], now=now)


def _dated_mail(owner: OwnerRow, now: datetime) -> Told:
    """Interviews, and the last day of assessments and offers, while they are ahead; what is over stays as it was."""
    over = stands(EventRow.objects.filter(owner=owner)).filter(happens_at__gte=now - BEHIND, happens_at__lt=now)
    rows = EventRow.objects.filter(pk__in=over) | EventRow.objects.filter(pk__in=days_ahead(owner, now=now))
    for event_id, kind, at in rows.values_list("event_id", "kind", "happens_at"):
        if at:
            yield TITLES[kind], event_id, at


def _rests(owner: OwnerRow, now: datetime) -> Told:
    """Recoveries and texts that rest, and mail that leaves by itself."""
    for number, until in RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).values_list("pk", "rests_until"):
        if until:
            yield "rest", str(number), until
    outgoing = OutgoingRow.objects.filter(
        owner=owner, state__in=(OutgoingRow.State.RESTING, OutgoingRow.State.SCHEDULED)
    )
    for number, rests_until, leaves_at in outgoing.values_list("pk", "rests_until", "leaves_at"):
        if leaves_at:
            yield "leaves", str(number), leaves_at
        elif rests_until:
            yield "rested", str(number), rests_until


def _asks(owner: OwnerRow, now: datetime) -> Told:
    """The day from which asking for feedback is offered, as long as it is, and the one for a reminder."""
    asked = FeedbackRow.objects.filter(recovery=OuterRef("pk"))
    over = StepRow.objects.filter(recovery=OuterRef("pk"), step="ask_for_feedback")
    met = EventRow.objects.filter(
        owner=owner, event_id=OuterRef("event_id"), application__came__has_any_keys=MET_SOMEONE
    )
    unasked = RecoveryRow.objects.filter(~Exists(asked), ~Exists(over), Exists(met), owner=owner, filed_at=None)
    open_yet = unasked.filter(unfair_at=None, opened_at__gte=now - CLOSES)
    for number, opened in open_yet.values_list("pk", "opened_at"):
        yield "ask", str(number), _morning(opened + NOT_BEFORE, now)
    waiting = FeedbackRow.objects.filter(owner=owner, answer="", asked_at__gte=now - CLOSES)
    to_remind = waiting.filter(in_talk=False, nudged_at=None, recovery__unfair_at=None).exclude(asked_email="")
    for number, asked_at in to_remind.values_list("pk", "asked_at"):
        if asked_at:
            yield "remind", str(number), _morning(asked_at + REMIND_AFTER, now)


def _looks_back(owner: OwnerRow, now: datetime) -> Told:
    """The days on which the user wanted to look back at what they work on."""
    rows = ActionRow.objects.filter(owner=owner, done_at=None, review_on__gte=(now - BEHIND).date())
    for number, day in rows.values_list("pk", "review_on"):
        if day:
            yield "look_back", str(number), day


def _people_and_doors(owner: OwnerRow, now: datetime) -> Told:
    """Whom to write to, and the user's own days for employers: a reminder, and when to apply again."""
    people: Told = (("in_touch", one.person_id, one.on) for one in agreed(owner))
    employers: Told = (
        (kind, str(row.pk), day)
        for row in doors(owner)
        for kind, day in (("reminder", row.remind_on), ("again", row.again_on))
        if day
    )
    yield from (told for told in chain(people, employers) if told[2] >= (now - BEHIND).date())


def _planned(owner: OwnerRow, now: datetime) -> Told:
    """The lines of the user's own plans, with their hour where they have one."""
    rows = PlannedRow.objects.filter(owner=owner, on__gte=(now - BEHIND).date())
    for number, day, hour in rows.values_list("pk", "on", "at"):
        yield "planned", str(number), datetime.combine(day, hour, tzinfo=now.tzinfo) if hour else day


def _day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at


def _morning(moment: datetime, now: datetime) -> datetime:
    """That day's morning, by the user's own clock."""
    return datetime.combine(moment.astimezone(now.tzinfo).date(), MORNING, tzinfo=now.tzinfo)


# Each gives what it finds; a new kind of date is one more line here and a title in content/calendar.toml.
FINDERS: tuple[Callable[[OwnerRow, datetime], Told], ...] = (
    _dated_mail,
    _rests,
    _asks,
    _looks_back,
    _people_and_doors,
    _planned,
)
