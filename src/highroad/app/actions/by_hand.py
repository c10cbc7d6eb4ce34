"""Build and change applications by hand; every one of these can be undone."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from highroad.app.actions.corrections import say
from highroad.app.codec import from_json
from highroad.app.models import OwnerRow
from highroad.app.queries.applications import application
from highroad.app.says import says
from highroad.applications.application import Channel, Outcome
from highroad.applications.correction import (
    ApplicationIs,
    Correction,
    EventAdded,
    EventEdited,
    EventRemoved,
    Merged,
    OutcomeIs,
    PersonAdded,
    PersonEdited,
    PersonRemoved,
    SplitOff,
)
from highroad.events.event import Event, Kind, Person, Reading, Stage
from highroad.events.recognise import event_id as id_of

DAY_ENDS = time(23, 59)
NOON = time(12)  # a day without its time stays the same day in every zone one is likely to move to


class NothingChosen(Exception):
    """Nothing was chosen, or everything was."""

    def __init__(self) -> None:
        super().__init__(says("by_hand.choose"))


class WithItself(Exception):
    """An application cannot be merged with itself."""

    def __init__(self) -> None:
        super().__init__(says("by_hand.same"))


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened, as the user typed it."""

    kind: Kind
    on: date | None
    employer: str = ""
    role: str = ""
    stage: Stage | None = None
    note: str = ""


def new_application(owner: OwnerRow, *told: Told, now: datetime) -> tuple[str, str]:
    """An application of these events; returns the id of the last event and the name to undo it by."""
    added = _belonging_together(told, now)
    return added[-1].event.id, say(owner, *added, now=now)


def new_applications(owner: OwnerRow, applications: Iterable[tuple[Told, ...]], *, now: datetime) -> str:
    """Many of them in one act, undone in one."""
    return say(owner, *(added for told in applications for added in _belonging_together(told, now)), now=now)


def add_event(owner: OwnerRow, some_id: str, told: Told, *, now: datetime) -> str:
    """Something more that happened in an application."""
    row = application(owner, some_id)
    return say(owner, EventAdded(made_by_hand(told, now=now), belongs_to=row.application_id), now=now)


def edit_event(owner: OwnerRow, event_id: str, told: Told, *, now: datetime) -> str:
    """An entry of the timeline, changed; only what differs is said, so that a better reader may mend the rest."""
    before = _event(owner, event_id)
    day = before.at.astimezone(now.tzinfo).date() if before.at else None
    edited = EventEdited(
        event_id,
        kind=told.kind if told.kind != before.kind else None,
        at=_at_noon(told.on, now) if told.on != day else None,
        note=told.note if told.note != before.note else None,
        happens_at=_its_day(told, now) if told.on != day else None,
        stage=told.stage if told.stage != before.reading.stage else None,
    )
    return say(owner, edited, now=now) if edited != EventEdited(event_id) else ""


def write_day(owner: OwnerRow, event_id: str, *, on: date, at: time | None, now: datetime) -> str:
    """The day of a talk, or the last one of a test or an offer: its noon or its end where no hour is known."""
    last_minute = _event(owner, event_id).kind is not Kind.INTERVIEW
    hour = at or (DAY_ENDS if last_minute else NOON)
    return say(owner, EventEdited(event_id, happens_at=datetime.combine(on, hour, now.tzinfo)), now=now)


def remove_event(owner: OwnerRow, event_id: str, *, now: datetime) -> str:
    """An entry taken off the timeline; the mail behind it is kept."""
    application(owner, event_id)
    return say(owner, EventRemoved(event_id), now=now)


def rename(
    owner: OwnerRow,
    some_id: str,
    *,
    employer: str,
    role: str,
    stage: Stage | None,
    outcome: Outcome | None,
    channel: Channel | None = None,
    now: datetime,
) -> str:
    """What an application is called, how it was sent, how far it went and how it ended; only what differs is said."""
    row = application(owner, some_id)
    named = ApplicationIs(
        row.application_id,
        employer=employer if employer != row.employer else None,
        role=role if role != row.role else None,
        furthest_stage=stage if stage != row.furthest_stage else None,
        channel=channel if channel != row.channel else None,
    )
    said: list[Correction] = [] if named == ApplicationIs(row.application_id) else [named]
    if outcome and outcome != row.outcome:
        said.append(OutcomeIs(row.application_id, outcome))
    return say(owner, *said, now=now) if said else ""


def close(owner: OwnerRow, some_id: str, *, now: datetime) -> str:
    """The user counts on no answer to it any more; a silence is never made a no. Raises NotThere."""
    row = application(owner, some_id)
    return say(owner, OutcomeIs(row.application_id, Outcome.QUIET), now=now)


def merge(owner: OwnerRow, some_id: str, into: str, *, now: datetime) -> str:
    """Two applications that are one; raises WithItself."""
    one, other = application(owner, some_id), application(owner, into)
    if one == other:
        raise WithItself
    return say(owner, Merged(one.application_id, other.application_id), now=now)


def split(owner: OwnerRow, some_id: str, event_ids: list[str], *, now: datetime) -> str:
    """Some entries of an application become one of their own; raises NothingChosen."""
    here = [event.event_id for event in application(owner, some_id).events.all()]
    chosen = tuple(name for name in here if name in event_ids)
    left = tuple(name for name in here if name not in chosen)
    if not chosen or not left:
        raise NothingChosen
    return say(owner, SplitOff(chosen, left), now=now)


def delete(owner: OwnerRow, some_id: str, *, now: datetime) -> str:
    """Take a whole application out of the record; its mail is kept, and it can be undone."""
    events = application(owner, some_id).events.all()
    return say(owner, *(EventRemoved(event.event_id) for event in events), now=now)


def add_person(owner: OwnerRow, some_id: str, person: Person, *, now: datetime) -> str:
    """Someone met in an application."""
    return say(owner, PersonAdded(application(owner, some_id).application_id, person), now=now)


def edit_person(owner: OwnerRow, some_id: str, before: Person, after: Person, *, now: datetime) -> str:
    """Someone's name, address or part, put right."""
    return say(owner, PersonEdited(application(owner, some_id).application_id, before, after), now=now)


def remove_person(owner: OwnerRow, some_id: str, person: Person, *, now: datetime) -> str:
    """Someone who was not met in it."""
    return say(owner, PersonRemoved(application(owner, some_id).application_id, person), now=now)


def made_by_hand(told: Told, *, now: datetime) -> Event:
    """What the user typed, as an event with an id of its own; `now` is local, for days are."""
    its_day = _its_day(told, now)
    reading = Reading(
        kind=told.kind,
        certainty=1.0,
        sure=True,
        employer=told.employer.strip() or None,
        role=told.role.strip() or None,
        stage=told.stage,
        happens_at=its_day,
    )
    return Event(
        id=id_of(secrets.token_hex(16)),
        kind=told.kind,
        at=_at_noon(now.date() if its_day else told.on, now),
        reading=reading,
        by_user=True,
        note=told.note.strip(),
    )


def _belonging_together(told: Iterable[Told], now: datetime) -> list[EventAdded]:
    events = [made_by_hand(one, now=now) for one in told]
    return [EventAdded(event, belongs_to=None if event is events[0] else events[0].id) for event in events]


def _event(owner: OwnerRow, event_id: str) -> Event:
    rows = application(owner, event_id).events.all()
    return next(from_json(row.event, Event) for row in rows if row.event_id == event_id)


def _its_day(told: Told, now: datetime) -> datetime | None:
    """An invitation of a day still to come tells the day of the talk."""
    is_ahead = told.kind is Kind.INTERVIEW and told.on and told.on > now.date()
    return _at_noon(told.on, now) if is_ahead else None


def _at_noon(day: date | None, now: datetime) -> datetime | None:
    return datetime.combine(day, NOON, now.tzinfo) if day else None
