"""The offer: which one it is, what was said of each, whom to tell, and what is still open elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Q
from django.db.models.query import QuerySet

from highroad.app.models import (
    ApplicationRow,
    ContactRow,
    EventRow,
    FeedbackRow,
    OutgoingRow,
    OwnerRow,
    PersonRow,
    RecoveryRow,
    StoryRow,
)
from highroad.app.queries.applications import NotThere
from highroad.app.queries.came import talked_since
from highroad.applications.application import Outcome
from highroad.applications.contact import MONTHS
from highroad.events.event import Kind, Stage
from highroad.steps.keep_going.letters import Purpose

ASKED = (Stage.SCREEN, Stage.INTERVIEW, Stage.FINAL, Stage.OFFER)
SAID = (Kind.OFFER, Kind.UPDATE)
STILL_OPEN = (Outcome.OPEN, Outcome.OFFER, Outcome.WAITLIST, Outcome.FROZEN)
MOST = 200


class NoYes(NotThere):
    """Nobody said yes to this one, or not yet."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence they wrote, and when."""

    text: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One application that may be the one: its dates and what was said."""

    id: str
    employer: str
    role: str
    is_offer: bool
    waits: bool  # they asked for a talk at least, so that somebody waits
    talked_since: datetime | None  # from when on a talk counts as held
    applied_on: date | None
    came_at: datetime | None
    answer_by: datetime | None
    said: tuple[Quote, ...]
    letter_id: int | None  # a letter about it that was begun


@dataclass(frozen=True, slots=True)
class ToTell:
    """Someone to tell and to thank; `why` says how they belong here: met, kept or answered."""

    person_id: str
    name: str
    employer: str
    why: str
    letter_id: int | None


@dataclass(frozen=True, slots=True)
class Got:
    """The page after the yes."""

    id: str
    employer: str
    role: str
    to_tell: tuple[ToTell, ...]
    elsewhere: tuple[Choice, ...]  # still open where somebody waits
    others: tuple[Choice, ...]  # still open where nobody asked for a talk
    stories: int
    put_away: bool


def choices(owner: OwnerRow) -> tuple[Choice, ...]:
    """Offers first, then open applications in which they asked for a talk, the latest first."""
    maybe = Q(outcome=Outcome.OFFER) | Q(outcome=Outcome.OPEN, furthest_stage__in=ASKED)
    return _choices(owner, ApplicationRow.objects.filter(maybe, owner=owner), Purpose.DECLINE)


def offers(owner: OwnerRow) -> tuple[Choice, ...]:
    """The offers that wait for an answer, by the day of it."""
    found = _choices(owner, ApplicationRow.objects.filter(owner=owner, outcome=Outcome.OFFER), Purpose.DECLINE)
    return tuple(sorted(found, key=lambda one: (one.answer_by is None, one.answer_by and one.answer_by.timestamp())))


def taken(owner: OwnerRow) -> str | None:
    """The application whose offer the user said yes to, the latest if there are several."""
    rows = ApplicationRow.objects.filter(owner=owner, outcome=Outcome.ACCEPTED).order_by("-last_event_on")
    return rows.values_list("application_id", flat=True).first()


def got(owner: OwnerRow, some_id: str) -> Got:
    """What there is to do after the yes, if one likes; raises NotThere, or NoYes."""
    this = Q(application_id=some_id) | Q(events__event_id=some_id)
    row = ApplicationRow.objects.filter(this, owner=owner).first()
    if row is None:
        raise NotThere
    if row.outcome != Outcome.ACCEPTED:
        raise NoYes
    rest = ApplicationRow.objects.filter(owner=owner, outcome__in=STILL_OPEN)
    still = _choices(owner, rest, Purpose.WITHDRAWAL)
    return Got(
        id=row.application_id,
        employer=row.employer,
        role=row.role,
        to_tell=tuple(_to_tell(owner, row)),
        elsewhere=tuple(one for one in still if one.waits),
        others=tuple(one for one in still if not one.waits),
        stories=StoryRow.objects.filter(owner=owner).count(),
        put_away=owner.put_away_at is not None,
    )


def letter_about(owner: OwnerRow, purpose: Purpose, about: str) -> OutgoingRow | None:
    """The letter of this kind about an application or a person that was begun, unless it was stopped."""
    rows = OutgoingRow.objects.filter(owner=owner, purpose=purpose, about=about)
    return rows.exclude(state=OutgoingRow.State.CANCELLED).order_by("-saved_at").first()


def _choices(owner: OwnerRow, rows: QuerySet[ApplicationRow], purpose: Purpose) -> tuple[Choice, ...]:
    events = EventRow.objects.filter(kind__in=SAID).order_by("at", "pk")
    found = rows.order_by("-last_event_on", "application_id").prefetch_related(Prefetch("events", events))[:MOST]
    letters = _letters(owner, purpose)
    chosen = [_choice(row, letters) for row in found]
    return tuple(sorted(chosen, key=lambda one: not one.is_offer))


def _choice(row: ApplicationRow, letters: dict[str, int]) -> Choice:
    events = list(row.events.all())
    offered = [event for event in events if event.kind == Kind.OFFER]
    days = [event.happens_at for event in offered if event.happens_at]
    return Choice(
        id=row.application_id,
        employer=row.employer or "Unknown employer",
        role=row.role,
        is_offer=row.outcome == Outcome.OFFER,
        waits=row.outcome == Outcome.OFFER or row.furthest_stage in ASKED,
        talked_since=talked_since(row.came),
        applied_on=row.applied_on,
        came_at=offered[0].at if offered else None,
        answer_by=days[-1] if days else None,
        said=tuple(Quote(event.evidence, event.at) for event in events if event.evidence and not event.by_user),
        letter_id=letters.get(row.application_id),
    )


def _to_tell(owner: OwnerRow, row: ApplicationRow) -> Iterable[ToTell]:
    """Those met on the way there, those kept in touch with, and those who answered when asked; each once."""
    kept = ContactRow.objects.filter(owner=owner, keep__in=list(MONTHS)).values("person_id")
    answered = FeedbackRow.objects.filter(owner=owner).exclude(answer="").exclude(asked_email="").values("asked_email")
    unfair = RecoveryRow.objects.filter(owner=owner, unfair_at__isnull=False).values("event_id")
    belongs = Q(application=row) | Q(person_id__in=kept) | Q(email__in=answered)
    people = PersonRow.objects.filter(belongs, owner=owner).exclude(email="")
    people = people.exclude(application__events__event_id__in=unfair).select_related("application").distinct()
    letters = _letters(owner, Purpose.NEWS)
    told: dict[str, ToTell] = {}
    for person in people.order_by("-last_contact_at", "pk"):
        why = "met" if person.application_id == row.pk else "known"
        if person.person_id not in told or why == "met":
            told[person.person_id] = ToTell(
                person.person_id,
                person.name or person.email,
                person.application.employer,
                why,
                letters.get(person.person_id),
            )
    return sorted(told.values(), key=lambda one: one.why == "known")[:MOST]


def _letters(owner: OwnerRow, purpose: Purpose) -> dict[str, int]:
    rows = OutgoingRow.objects.filter(owner=owner, purpose=purpose).exclude(state=OutgoingRow.State.CANCELLED)
    return dict(rows.order_by("saved_at").values_list("about", "pk"))
