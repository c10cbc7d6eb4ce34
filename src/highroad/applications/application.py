"""One try at one posting, with everything that happened in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from highroad.events.event import Event, Person, Stage


class Outcome(StrEnum):
    """How an application ended, apart from how far it went. Quiet is worked out from the date when a page is made."""

    OPEN = "open"
    QUIET = "quiet"
    REJECTED = "rejected"
    WAITLIST = "waitlist"
    FROZEN = "frozen"
    WITHDRAWN = "withdrawn"
    OFFER = "offer"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Application:
    """One try at one posting; its id is that of its first event, its events are in the order of time."""

    id: str
    employer: str | None
    role: str | None
    furthest_stage: Stage
    outcome: Outcome
    events: tuple[Event, ...]
    people: tuple[Person, ...]
    applied_on: date | None
    last_event_on: date | None
