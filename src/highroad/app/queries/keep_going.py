"""Step six: what of the record bears on the one next thing, and where that thing is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf

from highroad.app.models import (
    ActionRow,
    ApplicationRow,
    CorrectionRow,
    DeedRow,
    EventRow,
    OpeningRow,
    OutgoingRow,
    OwnerRow,
    PersonRow,
    PlannedRow,
    PlanRow,
    RecoveryRow,
)
from highroad.app.queries.came import after_a_talk
from highroad.app.queries.contacts import due
from highroad.app.queries.days_ahead import has_its_day
from highroad.app.queries.openings_known import closed_until
from highroad.app.queries.silence import silences
from highroad.app.queries.undated import undated
from highroad.events.details.names import employer_key
from highroad.events.event import Kind, Part
from highroad.steps.keep_going.next_thing import SOON, Dated, Owed, Record, Size, Thing, next_thing
from highroad.steps.keep_going.plan import monday_of, running_since

REMEMBERED = timedelta(days=21)
A_WEEK = timedelta(days=7)
SOME = 50  # one mail is offered at a time, so nobody needs them all
FEW = 5
DOUBTFUL = (Kind.REJECTION, Kind.INTERVIEW, Kind.ASSESSMENT, Kind.OFFER, Kind.WAITLIST, Kind.WITHDRAWAL)
NOT_TODAY = "not_today:{:%Y-%m-%d}"
FOLLOW_UP = "follow_up"
ROW = Cast("pk", TextField())
OPENINGS = ("opening", "seen")
LISTED = ("planned", "opening", "seen", "action")
APPLICATION = "/applications/{about}"
PLACES = {
    "offer": APPLICATION,
    "weigh": "/offer/weigh",
    "ask_them": APPLICATION,
    "prepare": APPLICATION,
    "choose_time": APPLICATION,
    "begin_test": APPLICATION,
    "set_time": APPLICATION,
    "test": APPLICATION,
    "planned": "/plan",
    "look": "/review",
    "thank": "/people/{about}",
    "write_to": "/people/{about}",
    "act": "/actions",
    "follow_up": APPLICATION,
    "opening": "/queue/{about}",
    "seen": "/queue/{about}",
    "look_back": "/plan",
    "plan": "/plan",
    "apply": "/queue",
    "apply_any": "/queue",
    "practise": "/practice",
}


@dataclass(frozen=True, slots=True)
class Next:
    """The one next thing and where it is done; a rest is done nowhere."""

    thing: Thing
    url: str


def one_next_thing(owner: OwnerRow, size: Size, *, now: datetime, passed_over: Iterable[str] = ()) -> Next:
    """Exactly one thing for now; `passed_over` are those the user asked to see another one for."""
    thing = next_thing(record_of(owner, size, now=now, passed_over=passed_over), size, now_local=now)
    return Next(thing, PLACES[thing.kind].format(about=thing.about) if thing.deed else "")


def rest_now(owner: OwnerRow, *, now: datetime) -> Next | None:
    """The rest, while there is one: nothing else is asked then. None where nothing rests."""
    until = _latest(_flags(owner, now)[0], owner.quiet_until, now=now)
    if owner.put_away_at or until is None or until <= now:
        return None
    return Next(next_thing(Record(rests_until=until), Size.FIVE, now_local=now), "")


def record_of(owner: OwnerRow, size: Size | None = None, *, now: datetime, passed_over: Iterable[str] = ()) -> Record:
    """What bears on a thing of this size, or on a plan; the rest is left out, so that nothing is asked for in vain."""
    rests_until, not_today, has_plan, looks_back, practised, role = _flags(owner, now)
    events = list(_events(owner, now, unsure_too=size is Size.FIVE))
    owed = _owed(owner, now)
    people_too = size is not Size.HALF_HOUR
    openings = _open_to_try(owner, owed, now=now) if size is not Size.FIVE else dict.fromkeys(OPENINGS, ())
    return Record(
        dated=tuple(
            Dated(event_id, some_id, Kind(kind), employer or "them", at.astimezone(now.tzinfo) if at else None)
            for event_id, some_id, kind, employer, at, settled in events
            if settled
        ),
        planned=owed["planned"],
        unsure=sum(not settled for *_, settled in events),
        thanks=owed["thanks"] if people_too else (),
        people=tuple(Owed(one.person_id, one.name) for one in due(owner, on=now.date())[:FEW]) if people_too else (),
        openings=openings["opening"],
        seen=openings["seen"],
        actions=owed["action"],
        quiet=tuple(_quiet(owner, now)) if size is Size.FIVE else (),
        has_plan=has_plan,
        looks_back=looks_back,
        practised=practised or 0,
        role=role or "",
        rests_until=_latest(rests_until, owner.quiet_until, now=now),
        said_not_today=not_today,
        put_away=owner.put_away_at is not None,
        done=frozenset(one.id for one in owed["deed"]) | frozenset(passed_over),
    )


def said_not_today(owner: OwnerRow, *, now: datetime) -> Exists:
    """Whether the user wants nothing more today, as a column."""
    return Exists(DeedRow.objects.filter(owner=owner, about=NOT_TODAY.format(now)))


def _flags(owner: OwnerRow, now: datetime) -> tuple[datetime | None, bool, bool, bool, int | None, str | None]:
    """Until when a recovery rests, what is yes or no, the cards of today and the usual role, in one question."""
    monday, last = monday_of(now.date()), running_since(now.date()) - A_WEEK
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    rests = RecoveryRow.objects.filter(owner=owner, rests_until__gt=now).order_by().values("owner")
    said = DeedRow.objects.filter(owner=owner, kind="practice", at__gte=midnight).order_by().values("owner")
    plans = PlanRow.objects.filter(owner=owner)
    roles = ApplicationRow.objects.filter(owner=owner).exclude(role="").values("role")
    flags: tuple[datetime | None, bool, bool, bool, int | None, str | None] = OwnerRow.objects.values_list(
        Subquery(rests.annotate(until=Max("rests_until")).values("until")),
        said_not_today(owner, now=now),
        Exists(plans.filter(monday=monday)),
        Exists(plans.filter(monday=last, looked_back_at=None)),
        Subquery(said.annotate(count=Count("pk")).values("count")),
        Subquery(roles.annotate(often=Count("pk")).order_by("-often", "role").values("role")[:1]),
    ).get(pk=owner.pk)
    return flags


def _latest(*moments: datetime | None, now: datetime) -> datetime | None:
    until = max((one for one in moments if one), default=None)
    return until.astimezone(now.tzinfo) if until else None


def _events(
    owner: OwnerRow, now: datetime, *, unsure_too: bool
) -> Iterable[tuple[str, str, str, str, datetime | None, bool]]:
    """What has its day, what names none, and mails whose kind is not settled: one question, an index each."""
    mine = EventRow.objects.filter(owner=owner)
    dated = has_its_day(owner, now=now, until=now + SOON)
    said = CorrectionRow.objects.filter(owner=owner, undone_at=None, correction__event_id=OuterRef("event_id"))
    unsure = mine.filter(sure=False, by_user=False, message__outgoing=False, kind__in=DOUBTFUL).exclude(Exists(said))
    shown = ("event_id", "application__application_id", "kind", "application__employer")
    yes, no = Value(1), Value(0)
    no_day, of_an_offer = (Value(day, output_field=DateTimeField()) for day in (None, now))
    without_day = Case(When(kind=Kind.OFFER, then=of_an_offer), default=no_day)
    found = dated.values_list(*shown, "happens_at", yes).union(
        undated(owner, today=now.date()).values_list(*shown, without_day, yes), all=True
    )
    if unsure_too:
        found = found.union(unsure.values_list(*shown, no_day, no), all=True)
    return found[:SOME]


def _owed(owner: OwnerRow, now: datetime) -> dict[str, tuple[Owed, ...]]:
    """What has come of this week's plan, what was begun, what is worked on, and what was done lately: one question."""
    planned = PlannedRow.objects.filter(plan__monday=running_since(now.date()), done_at=None, on__lte=now.date())
    applied_since = ApplicationRow.objects.filter(
        owner=owner, employer__iexact=OuterRef("employer"), applied_on__gte=OuterRef("added_at__date")
    )
    openings = OpeningRow.objects.filter(sent_as="", let_go_at=None).exclude(Exists(applied_since))
    actions = ActionRow.objects.filter(done_at=None)
    deeds = DeedRow.objects.filter(at__gte=now - REMEMBERED).exclude(about="")
    first_step = Coalesce(NullIf("first_step", Value("")), "text")
    called = Coalesce(NullIf("employer", Value("")), NullIf("role", Value("")), Value("an opening"))
    met = Coalesce(NullIf("name", Value("")), "email")
    parts = (
        _part("planned", planned, F("what"), Cast("on", TextField())),
        _part("opening", openings.exclude(ready=[]), called, Cast("closes_on", TextField())),
        _part("seen", openings.filter(ready=[]), called, Cast("closes_on", TextField())),
        _part("action", actions, first_step, Cast("review_on", TextField())),
        _part("deed", deeds, F("about"), Value("")),
        _part(
            "thanks", _to_thank(owner, now), met, Cast("application__last_event_on", TextField()), row=F("person_id")
        ),
    )
    begin, *more = (part.filter(owner=owner).values_list("which", "row", "said", "first") for part in parts)
    found = sorted(begin.union(*more, all=True), key=lambda one: (one[3] is None, one[3], len(one[1]), one[1]))
    owed = {name: [Owed(row, said) for part, row, said, _ in found if part == name] for name in LISTED}
    done = [Owed(said, said) for part, _, said, _ in found if part == "deed"]
    latest = [Owed(row, said) for part, row, said, _ in reversed(found) if part == "thanks"]
    few = {name: tuple(some[: SOME if name in OPENINGS else FEW]) for name, some in {**owed, "thanks": latest}.items()}
    return few | {"deed": tuple(done)}


def _open_to_try(owner: OwnerRow, owed: dict[str, tuple[Owed, ...]], *, now: datetime) -> dict[str, tuple[Owed, ...]]:
    """Openings begun and seen, but for those at employers where another try reads as a new one only later."""
    closed = closed_until(owner, (one.name for name in OPENINGS for one in owed[name]), now=now)
    return {name: tuple(one for one in owed[name] if employer_key(one.name) not in closed)[:FEW] for name in OPENINGS}


def _part(name: str, rows: QuerySet[Any], said: Combinable, first: Combinable, row: Combinable = ROW) -> Any:
    """Rows as the same four columns: which part, which row, what it is called, and what it comes first by."""
    return rows.order_by().annotate(which=Value(name), row=row, said=said, first=first)


def _to_thank(owner: OwnerRow, now: datetime) -> QuerySet[PersonRow]:
    """Interviewers of talks of the last weeks who were not thanked, but for noes the user thinks unlawful."""
    unfair = RecoveryRow.objects.filter(owner=owner, unfair_at__isnull=False).values("event_id")
    rows = PersonRow.objects.filter(part__in=[Part.INTERVIEWER, Part.HIRING_MANAGER], thanked_at=None)
    rows = rows.exclude(application__events__event_id__in=unfair)
    return after_a_talk(rows, now=now).filter(application__last_event_on__gte=(now - REMEMBERED).date())


def _quiet(owner: OwnerRow, now: datetime) -> Iterator[Owed]:
    """Applications gone quiet, not closed and not asked about, the latest first."""
    asked = OutgoingRow.objects.filter(owner=owner, purpose=FOLLOW_UP, about=OuterRef("application_id"))
    wrote_last = EventRow.objects.filter(application=OuterRef("pk"), kind=Kind.FOLLOW_UP)
    silent = silences(owner, today=now.date())
    rows = ApplicationRow.objects.filter(silent.quiet_ones(), ~Exists(asked), ~Exists(wrote_last), owner=owner)
    rows = rows.exclude(outcome="quiet").exclude(employer="").order_by("-last_event_on", "application_id")
    return (Owed(row.application_id, row.employer) for row in rows[:FEW] if silent.of(row) == "quiet")
