"""Events made by hand, as mail would prove them; whatever is not given is not known."""

from datetime import UTC, datetime, timedelta
from typing import Any

from highroad.applications.application import Application
from highroad.applications.correction import Correction
from highroad.applications.group import group
from highroad.events.event import Event, Kind, Reading, Stage
from highroad.rejections.find import find
from highroad.rejections.rejection import Rejection
from tests.cast import ELI_INTERVIEWER, EMPLOYER, NOOR_INTERVIEWER, NOW, ROLE, SAM_RECRUITER

OF_EVENT = {"message_key", "sender_domain", "answers_at", "threads", "by_user", "note"}


def event(name: str, kind: Kind, day: float | None = 0, *, sure: bool = True, **known: Any) -> Event:
    """An event `day` days after the first of September; `known` goes to the event or to its reading."""
    at = None if day is None else datetime(2026, 9, 1, 10, tzinfo=UTC) + timedelta(days=day)
    of_event = {key: known.pop(key) for key in OF_EVENT & known.keys()}
    reading = Reading(kind=kind, certainty=0.99 if sure else 0.5, sure=sure, **known)
    return Event(id=name, kind=kind, at=at, reading=reading, **of_event)


def haldenfrey(name: str, kind: Kind, day: float | None = 0, **known: Any) -> Event:
    """An event of Ana's application as data analyst at Haldenfrey."""
    return event(name, kind, day, **({"employer": EMPLOYER, "role": ROLE} | known))


def final_round() -> list[Event]:
    """Ana met three people, got to the last round and heard no today."""
    today = (NOW - datetime(2026, 9, 1, 10, tzinfo=UTC)) / timedelta(days=1)
    return [
        haldenfrey("confirmed", Kind.CONFIRMATION, 0, language="en"),
        haldenfrey("call", Kind.INTERVIEW, 9, stage=Stage.SCREEN, people=(SAM_RECRUITER,), language="en"),
        haldenfrey("last", Kind.INTERVIEW, 50, stage=Stage.FINAL, people=(NOOR_INTERVIEWER, ELI_INTERVIEWER)),
        haldenfrey("no", Kind.REJECTION, today, stage=Stage.FINAL, people=(SAM_RECRUITER,), language="en"),
    ]


def form_no() -> list[Event]:
    """A short no to an application that nobody answered by hand."""
    return [
        event("sent", Kind.CONFIRMATION, 70, employer="Brightmoor", role="Data Analyst"),
        event("form", Kind.REJECTION, 80, employer="Brightmoor", role="Data Analyst"),
    ]


def only_application(events: list[Event], *corrections: Correction) -> Application:
    """The one application these events make."""
    (application,) = group(events, corrections)
    return application


def only_no(events: list[Event], *corrections: Correction) -> Rejection:
    """The one no among these events."""
    (rejection,) = find(group(events, corrections), corrections)
    return rejection
