"""A dated fact about an application, and the sentence that proves it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from highroad.mail.message import Authentication


class Kind(StrEnum):
    """What one mail, or the user, says happened. The first eleven are what a mail from others can be."""

    REJECTION = "rejection"
    WAITLIST = "waitlist"
    CONFIRMATION = "confirmation"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    OFFER = "offer"
    WITHDRAWAL = "withdrawal"
    UPDATE = "update"
    OUTREACH = "outreach"
    ALERT = "alert"
    OTHER = "other"
    # from the user's own mail or hand
    APPLIED = "applied"
    TALK = "talk"
    THANK_YOU = "thank_you"
    FOLLOW_UP = "follow_up"
    ACCEPTED = "accepted"
    NOTE = "note"


NOT_ABOUT = frozenset({Kind.ALERT, Kind.OTHER})  # mail about none of the user's applications


class Stage(StrEnum):
    """How far an application went; ordered from first to last by STAGES."""

    APPLIED = "applied"
    ASSESSMENT = "assessment"
    SCREEN = "screen"
    INTERVIEW = "interview"
    FINAL = "final"
    OFFER = "offer"


STAGES = tuple(Stage)


class Reason(StrEnum):
    """Why an employer says no, when they say it."""

    FILLED = "filled"
    INTERNAL = "internal"
    STRONGER_CANDIDATES = "stronger_candidates"
    EXPERIENCE = "experience"
    FIT = "fit"
    VOLUME = "volume"
    FROZEN = "frozen"
    CANCELLED = "cancelled"
    CLASS_FULL = "class_full"
    OTHER = "other"


class Part(StrEnum):
    """The part a person played in an application."""

    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    HIRING_MANAGER = "hiring_manager"
    COORDINATOR = "coordinator"
    REFERRER = "referrer"
    OTHER = "other"


class Doubt(StrEnum):
    """Why a mail may not come from whom it says."""

    OTHER_DOMAIN = "other_domain"
    NOT_CONFIRMED = "not_confirmed"
    REPLY_ELSEWHERE = "reply_elsewhere"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone met in an application; either name or email may be empty, not both."""

    name: str
    email: str
    part: Part = Part.OTHER


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail says, and how sure we are. What is not known is None.

    `certainty` is the calibrated chance (0..1) that `kind` is right; `sure` means we would act on it unasked.
    `evidence` is the sentence that decided the kind, unchanged.
    `does_not_say` are keys of silences the page has words for: why, mistake, never_again, ...
    """

    kind: Kind
    certainty: float
    sure: bool
    employer: str | None = None
    role: str | None = None
    stage: Stage | None = None
    reason: Reason | None = None
    reason_quote: str | None = None
    does_not_say: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    language: str | None = None
    evidence: str | None = None
    requisition: str | None = None
    happens_at: datetime | None = None  # of the interview or deadline it speaks of; without a zone: wall clock there
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One dated fact about one application, proved by a mail or said by the user.

    `id` is short, stable and the same after every rebuild: it is made from the message's key, or from the user's
    own mark. `threads` are the message ids this mail belongs with; two events that share one belong together.
    """

    id: str
    kind: Kind
    at: datetime | None
    reading: Reading
    message_key: str | None = None
    sender_domain: str = ""
    reply_domain: str = ""  # where an answer would go, when that is elsewhere
    answers_at: str = ""  # the address by which an answer reaches whoever sent it; empty after a machine
    authentication: Authentication = Authentication.UNKNOWN
    doubts: tuple[Doubt, ...] = ()  # found beside the other mail of its application
    threads: tuple[str, ...] = ()
    by_user: bool = False
    note: str = ""
