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


class Channel(StrEnum):
    """How an application was sent; a job board where nothing says more, from which the least is to be expected."""

    JOB_BOARD = "job_board"
    CAREER_SITE = "career_site"
    AGENCY = "agency"
    REFERRAL = "referral"
    RECRUITER_INBOUND = "recruiter_inbound"
    INTERNAL = "internal"


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
    channel: Channel = Channel.JOB_BOARD
