"""How long an application waited: for its first answer, and for word after its first talk."""

from datetime import date

from highroad.applications.application import Application
from highroad.applications.course import held_at, rounds
from highroad.events.event import Event, Kind

# A confirmation sends itself, and an update decides nothing.
ANSWERS = frozenset({Kind.REJECTION, Kind.WAITLIST, Kind.INTERVIEW, Kind.TALK, Kind.ASSESSMENT, Kind.OFFER})


def answer_days(application: Application) -> int | None:
    """Days from applying to the first answer; None while there is none, or when one of the two has no date."""
    return _days_until_answer(application, application.applied_on)


def first_talk_on(application: Application) -> date | None:
    """The day of the first talk, as far as anyone said, else the day it was arranged."""
    talk = next(iter(rounds(application)), None)
    at = (held_at(talk) or talk.at) if talk else None
    return at.date() if at else None


def word_days(application: Application) -> int | None:
    """Days from the first talk to the first answer after it; None while there is none. A talk moved is no answer."""
    talk = next(iter(rounds(application)), None)
    return _days_until_answer(application, first_talk_on(application), but=talk)


def _days_until_answer(application: Application, since: date | None, *, but: Event | None = None) -> int | None:
    if since is None:
        return None
    days = [(at.date() - since).days for event in application.events if (at := event.at) and _answers(event, but)]
    return min((count for count in days if count >= 0), default=None)


def _answers(event: Event, but: Event | None) -> bool:
    return (but is None or event.id != but.id) and event.kind in ANSWERS and (event.reading.sure or event.by_user)
