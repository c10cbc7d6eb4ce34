"""What the user said about an event or an application: values of their own, which always win."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from highroad.applications.application import Channel, Outcome
from highroad.events.event import Event, Kind, Person, Stage


@dataclass(frozen=True, slots=True)
class KindIs:
    """This mail says something else than was read. ALERT and OTHER take it out of every application."""

    event_id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ConfirmedNo:
    """Yes, this one is a no."""

    event_id: str


@dataclass(frozen=True, slots=True)
class NotANo:
    """No, this one is not a no, whatever else it is."""

    event_id: str


@dataclass(frozen=True, slots=True)
class NotSure:
    """The user cannot tell what this mail says, however sure we were: it decides nothing until they know."""

    event_id: str


@dataclass(frozen=True, slots=True)
class DetailsAre:
    """What one mail is about, before it is grouped. None leaves what was read, an empty text takes it away."""

    event_id: str
    employer: str | None = None
    role: str | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class EventAdded:
    """Something that happened, typed by hand. It joins the application of `belongs_to`, else the one it fits."""

    event: Event
    belongs_to: str | None = None


@dataclass(frozen=True, slots=True)
class EventEdited:
    """An entry of the timeline changed by hand; None leaves what was there."""

    event_id: str
    kind: Kind | None = None
    at: datetime | None = None
    note: str | None = None
    stage: Stage | None = None
    happens_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EventRemoved:
    """An entry the user does not want to see. It still ties its mail together, so that nothing falls apart."""

    event_id: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The application with this event and the one with that event are the same one."""

    event_id: str
    into: str


@dataclass(frozen=True, slots=True)
class SplitOff:
    """These events are an application of their own; `left` are those that stayed behind when it was said."""

    event_ids: tuple[str, ...]
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApplicationIs:
    """What the application with this event is called; None leaves what was worked out."""

    event_id: str
    employer: str | None = None
    role: str | None = None
    furthest_stage: Stage | None = None
    applied_on: date | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class OutcomeIs:
    """How the application with this event ended."""

    event_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """Someone met in the application with this event."""

    event_id: str
    person: Person


@dataclass(frozen=True, slots=True)
class PersonEdited:
    """Someone in the application with this event, as they are and as they should be."""

    event_id: str
    before: Person
    after: Person


@dataclass(frozen=True, slots=True)
class PersonRemoved:
    """Someone who does not belong in the application with this event."""

    event_id: str
    person: Person


Correction = (
    KindIs
    | ConfirmedNo
    | NotANo
    | NotSure
    | DetailsAre
    | EventAdded
    | EventEdited
    | EventRemoved
    | Merged
    | SplitOff
    | ApplicationIs
    | OutcomeIs
    | PersonAdded
    | PersonEdited
    | PersonRemoved
)


def about(correction: Correction) -> tuple[str, ...]:
    """The ids of every event a correction names; these events can never be grouped apart from one another."""
    match correction:
        case EventAdded(event, belongs_to):
            return (event.id, belongs_to) if belongs_to else (event.id,)
        case Merged(event_id, into):
            return event_id, into
        case SplitOff(event_ids, left):
            return event_ids + left
        case _:
            return (correction.event_id,)


Told = Mapping[str, list[tuple[int, Correction]]]


def by_event(corrections: Iterable[Correction]) -> Told:
    """What was said about each event, numbered in the order it was said."""
    told: dict[str, list[tuple[int, Correction]]] = {}
    for number, correction in enumerate(corrections):
        for event_id in about(correction):
            told.setdefault(event_id, []).append((number, correction))
    return told


def said_of(events: Iterable[Event], told: Told) -> tuple[Correction, ...]:
    """What was said about any of these events, in the order it was said."""
    numbered = {number: correction for event in events for number, correction in told.get(event.id, ())}
    return tuple(numbered[number] for number in sorted(numbered))
