"""The work log: what was sent and which talks were held between two days, as offices ask for it."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, F, JSONField, Q, Value, When
from django.db.models.fields.json import KT
from django.utils.timezone import localtime

from highroad.app.codec import from_json
from highroad.app.models import ApplicationRow, EmployerRow, EventRow, MessageRow, OpeningRow, OwnerRow, PersonRow
from highroad.app.queries.applications import as_value, whole
from highroad.app.queries.exports import harmless
from highroad.app.queries.silence import Silences, silences
from highroad.app.queries.slots import only_asked
from highroad.applications.application import Application
from highroad.applications.course import STARTS, TALKS
from highroad.applications.sent import only_confirmed
from highroad.applications.talks import talks_held
from highroad.events.event import Event, Kind, Part
from highroad.mail.message import Message
from highroad.words.content import load_toml

LANGUAGES = ("en", "de")  # the first is used until the user says otherwise
# Whom an office would call first; who recommended the user is not theirs to call.
CONTACTS = (Part.RECRUITER, Part.HIRING_MANAGER, Part.COORDINATOR, Part.INTERVIEWER, Part.OTHER)
WRITTEN_BY_USER = (Kind.APPLIED, Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.ACCEPTED, Kind.WITHDRAWAL, Kind.NOTE)


class Shown(StrEnum):
    """What happened on the day of a line, as far as the record shows."""

    SENT = "sent"
    CONFIRMED = "confirmed"  # sent on that day or before
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing done to find work; what the record does not know is empty, to be filled in by hand."""

    on: date
    shown: Shown
    day: str  # in words: the day, or by which day
    employer: str
    address: str
    person: str
    method: str
    position: str
    result: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands below the columns."""
        return (self.day, self.employer, self.address, self.person, self.method, self.position, self.result)


@dataclass(frozen=True, slots=True)
class Worklog:
    """The lines by day, a title with the user's name, and how many applications are left out for want of a day."""

    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    without_day: int

    @property
    def rows(self) -> Iterator[list[tuple[str, str]]]:
        """Each line as its cells, each with its column."""
        return (list(zip(self.columns, line.cells, strict=True)) for line in self.lines)

    @property
    def by_then(self) -> bool:
        """Whether of some application only a confirmation tells, so that its day is the last it can be."""
        return any(line.shown is Shown.CONFIRMED for line in self.lines)


def worklog(owner: OwnerRow, *, since: date, until: date, today: date, language: str) -> Worklog:
    """Both days included; nothing later than today, for a talk to come was not held yet."""
    words = load_toml("highroad.app.content", "worklog.toml")[language]
    days = (since, min(until, today))
    held = Q(events__kind__in=TALKS, events__happens_at__date__range=days, events__called_off=False)
    mine = ApplicationRow.objects.filter(owner=owner)
    rows = list(whole(mine.filter(Q(applied_on__range=days) | held).distinct()))
    senders, mails = _mails(owner, rows)
    where, silent, asked = (
        _addresses(owner, rows, senders),
        silences(owner, today=today),
        only_asked(_dated(rows), mails),
    )
    lines = [
        line for row in rows for line in _lines(row, days, asked, address=where[row.pk], silent=silent, words=words)
    ]
    return Worklog(
        title=" · ".join(filter(None, [words["title"], owner.name])),
        columns=tuple(words["columns"]),
        lines=tuple(sorted(lines, key=lambda line: (line.on, line.employer, line.position))),
        without_day=mine.filter(applied_on=None).count(),
    )


def as_csv(found: Worklog) -> str:
    """One line each; no cell can become a formula in a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(found.columns)
    writer.writerows([harmless(cell) for cell in line.cells] for line in found.lines)
    return text.getvalue()


def _lines(
    row: ApplicationRow,
    days: tuple[date, date],
    asked: frozenset[str],
    *,
    address: str,
    silent: Silences,
    words: dict[str, Any],
) -> Iterator[Line]:
    who = _contact(row)
    result = words["result"][silent.outcome_of(row)]
    for on, shown in _done(row, asked):
        if days[0] <= on <= days[1]:
            yield Line(
                on=on,
                shown=shown,
                day=words["day"][shown].format(day=on),
                employer=row.employer,
                address=address,
                person=who.name if who else "",
                method=words["done"][shown].format(method=words["method"][row.channel]),
                position=row.role,
                result=result,
            )


def _done(row: ApplicationRow, asked: frozenset[str]) -> Iterator[tuple[date, Shown]]:
    if row.applied_on:
        yield row.applied_on, Shown.CONFIRMED if only_confirmed(_beginnings(row)) else Shown.SENT
    yield from ((day, Shown.TALK) for day in _talks(row, asked))


def _beginnings(row: ApplicationRow) -> list[tuple[Kind, date]]:
    begun = (event for event in as_value(row).events if event.kind in STARTS)
    return [(event.kind, event.at.date()) for event in begun if event.at]


def _dated(rows: list[ApplicationRow]) -> Iterator[EventRow]:
    return (event for row in rows for event in row.events.all() if event.kind in TALKS and event.happens_at)


def _talks(row: ApplicationRow, asked: frozenset[str]) -> list[date]:
    """The days of the talks held that we are sure of; a talk whose day nobody named is not among them."""
    told = {event.event_id: event for event in row.events.all() if event.sure or event.by_user}
    talks = (told[talk.id].happens_at for talk in talks_held(_arranged_only(as_value(row), asked)) if talk.id in told)
    return [localtime(at).date() for at in talks if at]


def _arranged_only(application: Application, asked: frozenset[str]) -> Application:
    """The application without days that were only asked for: later mail has to show that such a talk took place."""
    events = (_without_day(event) if event.id in asked else event for event in application.events)
    return replace(application, events=tuple(events))


def _without_day(event: Event) -> Event:
    return replace(event, reading=replace(event.reading, happens_at=None))


def _contact(row: ApplicationRow) -> PersonRow | None:
    """Somebody with a name of their own; mail of machines is often signed with the employer's."""
    found = [who for who in row.people.all() if who.name not in ("", row.employer) and who.part in CONTACTS]
    return min(found, key=lambda who: CONTACTS.index(Part(who.part)), default=None)


def _mails(owner: OwnerRow, rows: list[ApplicationRow]) -> tuple[dict[int, str], dict[int, Message]]:
    """Who sent the first mail of each, by its row's number; and the mails that name the day of a talk, whole."""
    first = {pk for row in rows if (pk := _first_mail(row.events.all()))}
    dated = {event.message_id for event in _dated(rows) if event.message_id}
    whole_mail = Case(When(pk__in=dated, then=F("message")), default=Value(None, JSONField()))
    found = MessageRow.objects.filter(owner=owner, pk__in=first | dated)
    told = list(found.values_list("pk", KT("message__sender__email"), whole_mail))
    return {pk: email for pk, email, _ in told if pk in first}, {
        pk: from_json(mail, Message) for pk, _, mail in told if mail
    }


def _addresses(owner: OwnerRow, rows: list[ApplicationRow], senders: dict[int, str]) -> dict[int, str]:
    """Where each employer is: by post if the user said, else who was met, the opening's page, or who wrote first."""
    pages = OpeningRow.objects.filter(owner=owner).exclude(sent_as="").values_list(Value("page"), "sent_as", "url")
    post = EmployerRow.objects.filter(owner=owner).exclude(address="").values_list(Value("post"), "key", "address")
    said = {(way, name): address for way, name, address in pages.union(post, all=True)}
    met = {row.pk: who.email for row in rows if (who := _contact(row))}
    return {
        row.pk: said.get(("post", row.employer_key))
        or met.get(row.pk)
        or said.get(("page", row.application_id))
        or senders.get(_first_mail(row.events.all()) or 0)
        or ""
        for row in rows
    }


def _first_mail(events: Iterable[EventRow]) -> int | None:
    """The first mail that somebody else wrote."""
    theirs = (event.message_id for event in events if event.kind not in WRITTEN_BY_USER)
    return next((pk for pk in theirs if pk), None)
