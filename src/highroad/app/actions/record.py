"""Work the record out again from mail and the user's word: all of it, or what was touched."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Self, TypeVar

from django.db import transaction

from highroad.app.actions import search_index
from highroad.app.clock import in_own_zone
from highroad.app.codec import from_json, to_json
from highroad.app.models import ApplicationRow, EventRow, LinkRow, MessageRow, OwnerRow, PersonRow
from highroad.app.queries.corrections import corrections_of
from highroad.app.queries.own_days import in_own_days, in_world_time, on_own_day
from highroad.applications.application import Application
from highroad.applications.called_off import as_told
from highroad.applications.correction import Correction, EventAdded, NotSure, about, by_event, said_of
from highroad.applications.course import Arranged, arranged, held_at, thanked
from highroad.applications.group import group
from highroad.applications.honour import honour_in
from highroad.applications.likeness import tied
from highroad.applications.links import link_keys
from highroad.applications.people import has_full_name, is_between
from highroad.applications.silence import waiting_since
from highroad.applications.talks import came
from highroad.applications.waited import answer_days, first_talk_on, word_days
from highroad.events.details.names import employer_key
from highroad.events.event import Event, Person, Reading
from highroad.events.recognise import event_id, event_of
from highroad.mail.message import Message
from highroad.rejections.find import find
from highroad.rejections.rejection import Rejection

SEARCHED_CHARACTERS = 20_000  # of one mail
Name = TypeVar("Name", str, bytes)
MANY = 500  # ids in one question to the database


@dataclass(frozen=True, slots=True)
class Stored:
    """Stored mail and the events it proves, by event id; events the user added have no mail."""

    rows: Mapping[str, MessageRow]
    messages: Mapping[str, Message]
    events: Mapping[str, Event]

    @classmethod
    def of(cls, rows: Iterable[MessageRow]) -> Self:
        """The rows as values; unreadable mail proves nothing."""
        readable = {row.event_id: row for row in rows if not row.unreadable}
        messages = {name: from_json(row.message, Message) for name, row in readable.items()}
        events = {
            name: replace(event_of(messages[name], from_json(row.reading, Reading), outgoing=row.outgoing), id=name)
            for name, row in readable.items()
        }
        events = {name: on_own_day(as_told(event, messages[name])) for name, event in events.items()}
        return cls(readable, messages, events)


@transaction.atomic
def rebuild_all(owner: OwnerRow) -> None:
    """Make every derived row again; at any time, with the same result."""
    corrections = corrections_of(owner)
    stored = Stored.of(MessageRow.objects.filter(owner=owner).iterator())
    LinkRow.objects.filter(owner=owner).delete()
    _forget(list(ApplicationRow.objects.filter(owner=owner).values_list("pk", flat=True)))
    _link(owner, [*stored.events.values(), *_added(corrections)], corrections)
    _write(owner, stored, corrections)


@transaction.atomic
def rebuild_touched(owner: OwnerRow, event_ids: Iterable[str]) -> None:
    """Make again only the applications these events belong to or may now belong to; the result is `rebuild_all`'s."""
    touched = set(event_ids)
    if not touched:
        return
    corrections = corrections_of(owner)
    before = _connected(owner, touched)
    changed = Stored.of(rows_of(owner, touched)).events.values()
    LinkRow.objects.filter(owner=owner, event_id__in=touched).delete()
    _link(owner, [*changed, *(event for event in _added(corrections) if event.id in touched)], corrections)
    reached = _connected(owner, before | touched)
    _forget(_applications_with(owner, reached))
    concerned = [correction for correction in corrections if reached.intersection(about(correction))]
    _write(owner, Stored.of(rows_of(owner, reached)), concerned)


def _added(corrections: Iterable[Correction]) -> list[Event]:
    return [correction.event for correction in corrections if isinstance(correction, EventAdded)]


def rows_of(owner: OwnerRow, event_ids: Iterable[str]) -> Iterable[MessageRow]:
    """The mail behind these events."""
    for some in in_parts(event_ids):
        yield from MessageRow.objects.filter(owner=owner, event_id__in=some)


def _applications_with(owner: OwnerRow, event_ids: Iterable[str]) -> list[int]:
    numbers: set[int] = set()
    for some in in_parts(event_ids):
        rows = EventRow.objects.filter(owner=owner, event_id__in=some)
        numbers.update(rows.values_list("application_id", flat=True))
    return sorted(numbers)


def _link(owner: OwnerRow, events: Sequence[Event], corrections: Sequence[Correction]) -> None:
    told = by_event(corrections)
    LinkRow.objects.bulk_create(
        (
            LinkRow(owner=owner, event_id=event.id, key=key)
            for event in events
            for key in sorted(link_keys(event, said_of([event], told)))
        ),
        batch_size=1000,
    )


def _connected(owner: OwnerRow, event_ids: set[str]) -> set[str]:
    """These events and all that a link key ties to them, directly or over others."""
    reached, new = set(event_ids), set(event_ids)
    while new:
        links = LinkRow.objects.filter(owner=owner)
        keys = {key for some in in_parts(new) for key in links.filter(event_id__in=some).values_list("key", flat=True)}
        ties = {one for key in keys for one in tied(key)}
        near = {
            name for some in in_parts(ties) for name in links.filter(key__in=some).values_list("event_id", flat=True)
        }
        new = near - reached
        reached |= new
    return reached


def in_parts(names: Iterable[Name]) -> Iterable[list[Name]]:
    """Sorted, and no more of them in one list than a question to the database may have."""
    ordered = sorted(names)
    return (ordered[start : start + MANY] for start in range(0, len(ordered), MANY))


def _forget(numbers: Sequence[int]) -> None:
    search_index.remove(numbers)
    for start in range(0, len(numbers), MANY):
        ApplicationRow.objects.filter(pk__in=numbers[start : start + MANY]).delete()


def _write(owner: OwnerRow, stored: Stored, corrections: Sequence[Correction]) -> None:
    applications = group(stored.events.values(), corrections)
    noes = {no.id: no for no in find(applications, corrections)}
    told = {name for said in corrections if not isinstance(said, NotSure) for name in about(said)}
    rows = [_application_row(owner, application, told) for application in applications]
    ApplicationRow.objects.bulk_create(rows, batch_size=MANY)
    placed = list(zip(applications, rows, strict=True))
    EventRow.objects.bulk_create(
        (
            _event_row(owner, row, event, stored.rows.get(event.id), noes.get(event.id), talks)
            for application, row in placed
            for talks in [arranged(application)]
            for event in application.events
        ),
        batch_size=MANY,
    )
    PersonRow.objects.bulk_create(
        (
            _person_row(owner, row, application, person, stored)
            for application, row in placed
            for person in application.people
        ),
        batch_size=MANY,
    )
    search_index.add(_document(row, application, stored.messages) for application, row in placed)


def _application_row(owner: OwnerRow, application: Application, told: set[str]) -> ApplicationRow:
    return ApplicationRow(
        owner=owner,
        application_id=application.id,
        employer=application.employer or "",
        employer_key=employer_key(application.employer or ""),
        role=application.role or "",
        furthest_stage=application.furthest_stage,
        came={stage: since.astimezone(UTC).isoformat() for stage, since in came(_in_own_days(application)).items()},
        outcome=application.outcome,
        confirmed=any(event.by_user or event.id in told for event in application.events),
        applied_on=application.applied_on,
        last_event_on=application.last_event_on,
        channel=application.channel,
        waiting_since=waiting_since(application),
        answer_days=answer_days(application),
        first_talk_on=first_talk_on(application),
        word_days=word_days(application),
    )


def _in_own_days(application: Application) -> Application:
    return replace(application, events=tuple(map(in_own_days, application.events)))


def _event_row(
    owner: OwnerRow,
    application: ApplicationRow,
    event: Event,
    message: MessageRow | None,
    no: Rejection | None,
    talks: Arranged,
) -> EventRow:
    return EventRow(
        owner=owner,
        event_id=event.id,
        application=application,
        message=message,
        kind=event.kind,
        at=event.at,
        happens_at=_happens_at(event),
        evidence=event.reading.evidence or event.note,
        by_user=event.by_user,
        called_off=event.id in talks.off,
        calls_off=event.id in talks.off_by,
        moves=event.id in talks.moves,
        is_no=no is not None,
        confirmed=no is not None and no.confirmed,
        sure=event.reading.sure,
        event=to_json(in_world_time(event)),
    )


def _happens_at(event: Event) -> datetime | None:
    """When a talk or deadline is; a clock without a zone is that of the user's own wall."""
    told = event.reading.happens_at
    return in_own_zone(told) if told else held_at(event)


def _person_row(
    owner: OwnerRow, row: ApplicationRow, application: Application, person: Person, stored: Stored
) -> PersonRow:
    note = thanked(application, person)
    return PersonRow(
        owner=owner,
        application=row,
        person_id=_person_id(person, row.employer),
        name=person.name,
        honour=_honour(application, person, stored),
        email=person.email,
        part=person.part,
        last_contact_at=_last_contact(application, person, stored),
        thanked_at=note.at if note else None,
    )


def _honour(application: Application, person: Person, stored: Stored) -> str:
    """What any mail of the application puts before the name, on its From line or in its text."""
    mail = [stored.messages[event.id] for event in application.events if event.id in stored.messages]
    texts = [one.text[:SEARCHED_CHARACTERS] for one in mail] + [one.sender.name for one in mail if one.sender]
    others = [one.name for one in application.people if one is not person]
    return honour_in(texts, person.name, others=others).before("")


def _person_id(person: Person, employer: str) -> str:
    """One person has one, wherever they are met; a single name without an address says who only at its employer."""
    name = person.name if has_full_name(person) else f"{person.name} {employer}"
    return event_id(person.email or name.casefold())


def _last_contact(application: Application, person: Person, stored: Stored) -> datetime | None:
    """The last mail between them and the user; one that only names them is none."""
    moments = [
        event.at
        for event in application.events
        if event.at
        and event.id in stored.messages
        and is_between(stored.messages[event.id], person, own=stored.rows[event.id].outgoing)
    ]
    return max(moments, default=None)


def _document(row: ApplicationRow, application: Application, messages: Mapping[str, Message]) -> search_index.Document:
    mail = [messages[event.id] for event in application.events if event.id in messages]
    return (
        row.pk,
        row.employer,
        row.role,
        " ".join(f"{person.name} {person.email}" for person in application.people),
        "\n".join(f"{message.subject}\n{message.text[:SEARCHED_CHARACTERS]}" for message in mail),
    )
