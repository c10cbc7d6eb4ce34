"""Events that belong together so far, with what tells whether more of them do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from highroad.applications.correction import ApplicationIs, Correction
from highroad.applications.likeness import bears, is_unlikely, name_keys, number_key
from highroad.applications.people import person_keys
from highroad.events.details.hosts import domain_stem
from highroad.events.details.names import employer_key
from highroad.events.details.titles import has_head, role_key
from highroad.events.event import NOT_ABOUT, Event, Kind, Reading

ENDS = frozenset({Kind.REJECTION, Kind.WITHDRAWAL, Kind.ACCEPTED})
FAR = datetime.max.replace(tzinfo=UTC)
STARTS = frozenset({Kind.APPLIED, Kind.CONFIRMATION})


def in_time(event: Event) -> tuple[datetime, bool, str]:
    """Sorts events by time, those without a date last, and of those at one time an end after all else."""
    return event.at or FAR, event.kind in ENDS, event.id


@dataclass(slots=True)
class Strand:
    """A growing application. `telling` are the events that say what it is about; the others are only carried along."""

    events: list[Event]
    telling: list[Event]
    employers: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)

    def take_in(self, other: "Strand") -> None:
        """Grow by the events of another."""
        self.events += other.events
        self.telling = sorted(self.telling + other.telling, key=in_time)
        self.employers |= other.employers
        self.roles |= other.roles
        self.domains |= other.domains
        self.people |= other.people
        self.numbers |= other.numbers

    @property
    def name(self) -> str:
        """Tells strands apart."""
        return self.events[0].id

    @property
    def keys(self) -> set[str]:
        """What another strand must share to be compared at all."""
        names = {key for name in self.employers | self.domains for key in name_keys(name)}
        return names | {f"number:{number}" for number in self.numbers} | {f"person:{person}" for person in self.people}

    @property
    def names(self) -> set[str]:
        """What the employer is called, without what a person or a number may have been taken for."""
        borne = {name for name in self.employers if any(bears(domain, name) for domain in self.domains)}
        return borne or {name for name in self.employers if not is_unlikely(name)}

    @property
    def begins(self) -> datetime:
        """When its first event was."""
        return self.telling[0].at or FAR

    def place(self) -> tuple[datetime, bool, str]:
        """Sorts strands by their first event."""
        return in_time(self.telling[0])

    @property
    def is_start(self) -> bool:
        """Whether it begins with someone applying."""
        return self.telling[0].kind in STARTS


def strand_of(events: list[Event], corrections: Iterable[Correction] = ()) -> Strand:
    """A strand of events in the order of time, with what they and the user say it is about."""
    telling = [event for event in events if event.kind not in NOT_ABOUT]
    called: list[Reading | ApplicationIs] = [event.reading for event in telling]
    called += [said for said in corrections if isinstance(said, ApplicationIs)]
    return Strand(
        events=events,
        telling=telling,
        employers={employer_key(said.employer) for said in called if said.employer},
        roles=_roles(said.role for said in called if said.role),
        domains=_some(domain_stem(event.sender_domain) for event in telling),
        people=_some(key for event in telling for person in event.reading.people for key in person_keys(person)),
        numbers=_some(number_key(event.reading.requisition or "") for event in telling),
    )


def _roles(titles: Iterable[str]) -> set[str]:
    """The titles that name what someone does; others only where there is none, for they may be anything."""
    read = list(titles)
    return {role_key(title) for title in ([title for title in read if has_head(title)] or read)}


def _some(keys: Iterable[str | None]) -> set[str]:
    return {key for key in keys if key}
