"""One confirmed no and its six steps as they stand; and the light ones that can be filed together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from highroad.app.models import ApplicationRow, EventRow, OwnerRow, RecoveryRow, SittingRow, StepRow
from highroad.app.queries.applications import NotThere, as_value, whole
from highroad.app.queries.checks_waiting import GUESSED, due_guesses
from highroad.app.queries.today_cards import when
from highroad.events.event import Stage
from highroad.flow import plan
from highroad.recovery.plan import Plan
from highroad.recovery.since import since
from highroad.recovery.sting import Sting
from highroad.recovery.task import Task
from highroad.rejections.find import noes
from highroad.rejections.rejection import Rejection
from highroad.steps import STEPS, wording, words_of
from highroad.steps.take_a_moment.writing import BEST, VALUES_REST

LIGHT = (Stage.APPLIED, Stage.ASSESSMENT)  # as far as one gets without having met anyone
LIGHT_SHOWN = 50
A_WEEK = timedelta(days=7)
NAMES = tuple(step.name for step in STEPS)
FIRST = NAMES[0]


class NotConfirmed(Exception):
    """Nobody has said that this is a no; only the user's own yes starts a recovery."""

    def __init__(self) -> None:
        super().__init__("You have not told us yet whether this is a no.")


@dataclass(frozen=True, slots=True)
class No:
    """One confirmed no, and its recovery once the user has done anything about it."""

    rejection: Rejection
    recovery: RecoveryRow | None
    has_mail: bool
    honours: Mapping[str, str] = field(default_factory=dict)  # what mail puts before a name, by the name

    @property
    def url(self) -> str:
        """Where its pages begin."""
        return f"/no/{self.rejection.id}"

    @property
    def sting(self) -> Sting | None:
        """How hard it landed, once the user has said."""
        return Sting(self.recovery.sting) if self.recovery and self.recovery.sting else None

    @property
    def unfair(self) -> bool:
        """Whether the user thinks that it broke the law."""
        return bool(self.recovery and self.recovery.unfair_at)

    def rests_until(self, now: datetime) -> datetime | None:
        """Until when the steps after the first rest, in the user's zone; None when they are open."""
        until = self.recovery.rests_until if self.recovery else None
        return until.astimezone(now.tzinfo) if until and until > now else None


@dataclass(frozen=True, slots=True)
class Line:
    """One step in the list: what it says for this no, and how it stands (done, skipped, rests, best, here or open)."""

    step: str
    says: str
    state: str
    when: str = ""

    @property
    def page(self) -> str:
        """The last part of its address."""
        return self.step.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the user guessed this would feel like by now, 0 much lighter to 10 just as heavy."""

    made_at: datetime
    heavy: int


@dataclass(frozen=True, slots=True)
class Home:
    """The first page of a recovery."""

    no: No
    came: str
    rests_until: str
    lines: tuple[Line, ...]
    guess: Guess | None
    writing: str


@dataclass(frozen=True, slots=True)
class Light:
    """A no from before anyone was met, with the sentence that says so."""

    event_id: str
    employer: str
    role: str
    at: datetime | None
    evidence: str


def no(owner: OwnerRow, event_id: str) -> No:
    """The no this mail or mark brought, also by the id of a second copy; raises NotThere or NotConfirmed."""
    row = whole(ApplicationRow.objects.filter(owner=owner, events__owner=owner, events__event_id=event_id)).first()
    if row is None:
        raise NotThere
    application = as_value(row)
    copies = next(([copy.id for copy in one] for one in noes(application) if event_id in {e.id for e in one}), [])
    event = next((event for event in row.events.all() if copies and event.event_id == copies[0]), None)
    if event is None or not event.confirmed:
        raise NotConfirmed
    value = next(one for one in application.events if one.id == event.event_id)
    return No(
        rejection=Rejection(event.event_id, application, value, confirmed=True),
        recovery=RecoveryRow.objects.filter(owner=owner, event_id__in=copies).order_by("opened_at").first(),
        has_mail=event.message_id is not None,
        honours={person.name: person.honour for person in row.people.all() if person.honour},
    )


def confirmed(owner: OwnerRow, event_id: str) -> None:
    """Make sure that this is a no the user confirmed; raises NotThere or NotConfirmed."""
    told = EventRow.objects.filter(owner=owner, event_id=event_id).values_list("is_no", "confirmed").first()
    if told != (True, True):  # a second copy of a confirmed no will do as well
        no(owner, event_id)


def home(owner: OwnerRow, event_id: str, *, now: datetime) -> Home:
    """The six steps after one no, each with what the record makes it say."""
    found = no(owner, event_id)
    rests, offered = found.rests_until(now), plan(found.rejection, now=now)
    return Home(
        no=found,
        came=_came(found, now),
        rests_until=when(rests, now) if rests else "",
        lines=_lines(found, offered, now),
        guess=_guess(owner, found, now),
        writing=_writing(owner, found, offered, now),
    )


def _came(found: No, now: datetime) -> str:
    """When it came, as one would say it; what was typed in has a day and no hour."""
    at = found.rejection.at
    came = when(at.astimezone(now.tzinfo), now) if at else ""
    return came if found.has_mail else came.partition(",")[0]


def light(owner: OwnerRow) -> list[Light]:
    """The latest noes from before anyone was met that are not opened yet; only those we or the user are sure of."""
    opened = RecoveryRow.objects.filter(owner=owner, event_id=OuterRef("event_id"))
    rows = EventRow.objects.filter(owner=owner, is_no=True, application__furthest_stage__in=LIGHT)
    waiting = rows.filter(Q(sure=True, confirmed=False) | Q(confirmed=True) & ~Exists(opened))
    return [
        Light(row.event_id, row.application.employer, row.application.role, row.at, row.evidence)
        for row in waiting.select_related("application").order_by("-at", "event_id")[:LIGHT_SHOWN]
    ]


def _lines(found: No, offered: Plan, now: datetime) -> tuple[Line, ...]:
    left = {row.step: row for row in StepRow.objects.filter(recovery=found.recovery)} if found.recovery else {}
    lines = [_line(found, step, offered.of(step), row=left.get(step), now=now) for step in NAMES]
    ahead = next((place for place, line in enumerate(lines) if line.state == "open"), None)
    if ahead is not None:
        lines[ahead] = Line(lines[ahead].step, lines[ahead].says, "here")
    return tuple(lines)


def _line(found: No, step: str, tasks: tuple[Task, ...], *, row: StepRow | None, now: datetime) -> Line:
    says = (found.unfair and words_of(step).get("unfair")) or wording(tasks[0])
    if row:
        return Line(step, says, "done" if row.done_at else "skipped")
    rests, better_from = found.rests_until(now), tasks[0].rests_until
    if rests and step != FIRST:
        return Line(step, says, "rests", when(rests, now))
    if better_from and better_from.astimezone(now.tzinfo).date() > now.date():
        return Line(step, says, "best", when(better_from.astimezone(now.tzinfo), now).partition(",")[0])
    return Line(step, says, "open")


def _guess(owner: OwnerRow, found: No, now: datetime) -> Guess | None:
    """The latest guess that can be looked at now; none is on the day it was made."""
    if found.recovery is None:
        return None
    due = due_guesses(owner, found.recovery, now=now)
    return next((Guess(moment.at, getattr(moment, GUESSED[when])) for moment, when in due), None)


def _writing(owner: OwnerRow, found: No, offered: Plan, now: datetime) -> str:
    """The writing that helps most, in the week after a no that was not filed; empty once it was done."""
    task = next((task for task in offered.of(FIRST) if task.words == BEST), None)
    filed = found.recovery and found.recovery.filed_at
    if task is None or filed or since(found.rejection, now) > A_WEEK:
        return ""
    done = SittingRow.objects.filter(owner=owner, prompt=BEST, at__gte=now - VALUES_REST).exists()
    return "" if done else wording(task)
