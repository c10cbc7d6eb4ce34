"""The list of applications and the story of one, made ready for their pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, EventRow, MessageRow, OwnerRow, PersonRow
from highroad.app.queries.applications import NotThere, application, as_value
from highroad.app.queries.came import is_ahead, stage_now
from highroad.app.queries.days_ahead import days_ahead
from highroad.app.queries.silence import SILENT, Silence, Silences, silences
from highroad.applications.application import Application, Outcome
from highroad.applications.course import arranged
from highroad.applications.honour import titled
from highroad.applications.silence_said import silence_said
from highroad.applications.talks import people_met, talks_held
from highroad.events.event import Event, Kind, Part, Person
from highroad.mail.message import Message

Thing = TypeVar("Thing")

A_PAGE = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One application in the list."""

    id: str
    employer: str
    role: str
    stage: str
    outcome: Outcome
    last_on: date | None  # the day of the last mail or note, not of a talk
    talk_at: datetime | None  # of a talk to come
    is_asked: bool  # to talk, on a day nobody read


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline, with what proves it."""

    id: str
    kind: str
    at: datetime | None
    round: int | None  # of the talks, counted from one
    evidence: str
    note: str
    sender: str
    people: tuple[Person, ...]
    from_mail: bool
    outgoing: bool
    is_no: bool
    sure: bool
    stage: str
    happens_at: datetime | None
    stands: bool  # that day: no later mail moved it or called it off
    called_off: bool
    calls_off: bool  # it is the mail that did
    moved_from: datetime | None


@dataclass(frozen=True, slots=True)
class Met:
    """Someone met in it."""

    id: str
    person: Person
    titled: str
    thanked_at: datetime | None
    last_contact_at: datetime | None


@dataclass(frozen=True, slots=True)
class Story:
    """One application as its page tells it."""

    id: str
    employer: str
    role: str
    stage: str
    outcome: Outcome
    silence: Silence
    silent_weeks: int
    closed_by_user: bool
    silences: Silences
    channel: str
    applied_on: date | None
    weeks: int
    talks: int  # those that took place
    entries: tuple[Entry, ...]
    people: tuple[Met, ...]
    people_met: int  # how many of them the user talked with
    no_id: str
    talk_at: datetime | None  # the next talk that has a day

    @property
    def asked_once(self) -> bool:
        """Whether the user has written to ask how it stands, in mail of their own or from here."""
        return any(entry.kind == Kind.FOLLOW_UP for entry in self.entries)

    def entry(self, event_id: str) -> Entry:
        """The entry of this event; raises NotThere."""
        return _only(entry for entry in self.entries if entry.id == event_id)

    def met(self, person_id: str) -> Person:
        """The person of this id; raises NotThere."""
        return _only(met.person for met in self.people if met.id == person_id)


def listed(owner: OwnerRow, *, outcome: str, number: str, today: date) -> Page[ApplicationRow]:
    """One page of the list, the latest first; `outcome` narrows it, empty shows all."""
    rows = _narrowed(owner, outcome, today)
    return Paginator(rows.order_by("-last_event_on", "application_id"), A_PAGE).get_page(number)


def others_like(owner: OwnerRow, found: Story, *, now: datetime) -> list[Line]:
    """Applications this one may be the same as: those at the same employer first, then the latest."""
    rows = ApplicationRow.objects.filter(owner=owner).exclude(application_id=found.id).order_by("-last_event_on")
    same = list(rows.filter(employer__iexact=found.employer)[:A_PAGE]) if found.employer else []
    latest = rows.exclude(pk__in=[row.pk for row in same])
    found_like = same + list(latest[: A_PAGE - len(same)])
    return [_line(row, found.silences.outcome_of(row), None, now) for row in found_like]


def lines(owner: OwnerRow, rows: list[ApplicationRow], *, now: datetime) -> list[Line]:
    """Rows as lines of the list."""
    silent = silences(owner, today=now.date())
    talks, off = _next_talks(owner, rows, now), _all_called_off(owner, rows)
    return [_line(row, silent.outcome_of(row), talks.get(row.pk), now, off=row.pk in off) for row in rows]


def _all_called_off(owner: OwnerRow, rows: list[ApplicationRow]) -> set[int]:
    """Those of which no invitation stands any more."""
    invited = EventRow.objects.filter(owner=owner, kind=Kind.INTERVIEW, application__in=rows)
    told = set(invited.values_list("application_id", "called_off"))
    return {number for number, off in told if off and (number, False) not in told}


def _line(row: ApplicationRow, outcome: Outcome, talk_at: datetime | None, now: datetime, *, off: bool = False) -> Line:
    waits = not off and outcome is Outcome.OPEN and is_ahead(row.furthest_stage, row.came, now=now)
    return Line(
        id=row.application_id,
        employer=row.employer,
        role=row.role,
        stage=stage_now(row.came, now=now),
        outcome=outcome,
        last_on=row.last_event_on,
        talk_at=talk_at if waits else None,
        is_asked=waits and talk_at is None,
    )


def _narrowed(owner: OwnerRow, outcome: str, today: date) -> QuerySet[ApplicationRow]:
    rows = ApplicationRow.objects.filter(owner=owner)
    if outcome in SILENT:
        quiet = silences(owner, today=today).quiet_ones()
        return rows.filter(quiet) if outcome == Outcome.QUIET else rows.filter(outcome__in=SILENT).exclude(quiet)
    return rows.filter(outcome=outcome) if outcome else rows


def story(owner: OwnerRow, some_id: str, *, now: datetime) -> Story:
    """The story of the application with this id or event; raises NotThere."""
    row = application(owner, some_id)
    value, today = as_value(row), now.date()
    talks = arranged(value).talks
    numbers = {told[-1].id: number for number, told in enumerate(talks, start=1)}
    days = _days(talks, row.events.all(), now)
    events = list(zip(row.events.all(), value.events, strict=True))
    silent = silences(owner, today=today)
    return Story(
        id=row.application_id,
        employer=row.employer,
        role=row.role,
        stage=row.furthest_stage,
        outcome=silent.outcome_of(row),
        silence=silent.of(row),
        silent_weeks=(today - row.waiting_since).days // 7 if row.waiting_since else 0,
        closed_by_user=row.outcome == Outcome.QUIET,
        silences=silent,
        channel=row.channel,
        applied_on=row.applied_on,
        weeks=_weeks(value),
        talks=len(talks_held(value, now=now)),
        entries=tuple(_entry(stored, event, numbers.get(event.id), days) for stored, event in events),
        people=tuple(_met(person) for person in row.people.all()),
        people_met=len(people_met(value, now=now)),
        no_id=next((event.id for stored, event in reversed(events) if stored.is_no), ""),
        talk_at=_next_talks(owner, [row], now).get(row.pk) if row.outcome == Outcome.OPEN else None,
    )


def said_of_silence(owner: OwnerRow, found: Story) -> str:
    """What the last mail of a silent employer, a confirmation, says of their silence; empty where it says nothing."""
    heard = [one for one in found.entries if one.from_mail and not one.outgoing]
    if found.outcome not in SILENT or not heard or heard[-1].kind != Kind.CONFIRMATION:
        return ""
    rows = MessageRow.objects.filter(owner=owner, event_id=heard[-1].id, unreadable=False)
    kept = rows.values_list("message", flat=True)
    return next((silence_said(from_json(message, Message)) or "" for message in kept), "")


def _only(found: Iterator[Thing]) -> Thing:
    there = next(found, None)
    if there is None:
        raise NotThere
    return there


@dataclass(frozen=True, slots=True)
class Days:
    """What later mail did to the days of talks: those that stand no more, and the day a new one replaced, by event."""

    gone: frozenset[str]
    moved_from: Mapping[str, datetime]


def _days(talks: Iterable[Sequence[Event]], rows: Iterable[EventRow], now: datetime) -> Days:
    told = {row.event_id: row.happens_at.astimezone(now.tzinfo) for row in rows if row.happens_at}
    replaced = [
        (one.id, mails[-1].id, told[one.id])
        for mails in talks
        for one in mails[:-1]
        if one.id in told and mails[-1].id in told and not _same_day(told[one.id], told[mails[-1].id])
    ]
    off = {row.event_id for row in rows if row.called_off}
    return Days(frozenset(off | {one for one, _, _ in replaced}), {last: day for _, last, day in replaced})


def _same_day(one: datetime, other: datetime) -> bool:
    """Whether they name one time; a day whose hour nobody told may have any."""
    return one == other or (one.date() == other.date() and time.min in (one.time(), other.time()))


def _entry(row: EventRow, event: Event, number: int | None, days: Days) -> Entry:
    return Entry(
        id=row.event_id,
        kind=row.kind,
        at=row.at,
        round=number,
        evidence="" if row.by_user else row.evidence,
        note=event.note,
        sender=row.message.sender if row.message else "",
        people=event.reading.people if event.kind in (Kind.INTERVIEW, Kind.THANK_YOU) else (),
        from_mail=row.message is not None,
        outgoing=bool(row.message and row.message.outgoing),
        is_no=row.is_no,
        sure=row.sure or row.by_user,
        stage=event.reading.stage or "",
        happens_at=row.happens_at if event.reading.happens_at else None,
        stands=event.id not in days.gone,
        called_off=row.called_off,
        calls_off=row.calls_off,
        moved_from=days.moved_from.get(event.id),
    )


def _next_talks(owner: OwnerRow, rows: list[ApplicationRow], now: datetime) -> dict[int, datetime | None]:
    """The first talk ahead in each of these, by its row; the latest is asked for first, so that the first stays."""
    talks = days_ahead(owner, now=now).filter(kind=Kind.INTERVIEW, application__in=rows).order_by("-happens_at")
    return dict(talks.values_list("application_id", "happens_at"))


def _met(row: PersonRow) -> Met:
    person = Person(row.name, row.email, Part(row.part))
    shown = titled(f"{row.honour} {row.name}") if row.honour else row.name
    return Met(row.person_id, person, shown, row.thanked_at, row.last_contact_at)


def _weeks(application: Application) -> int:
    dates = [event.at for event in application.events if event.at]
    return round((max(dates) - min(dates)).days / 7) if dates else 0
