"""What the applications say about the next thing: talks to come, thanks owed, silences, the usual role."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from highroad.applications.application import Application, Outcome
from highroad.applications.course import held_at, rounds, thanked
from highroad.applications.silence import probably_closed_from, quiet_from
from highroad.events.event import Event, Kind
from highroad.recovery.slots import INTERVIEWERS
from highroad.steps.keep_going.next_thing import Owed, Record, Talk

THANKS_ARE_DUE = timedelta(days=7)
UNNAMED = "them"


def record_of(applications: Iterable[Application], *, now: datetime) -> Record:
    """What is open in these applications; what else bears on the next thing is filled in with `replace`."""
    applications = list(applications)
    still_open = [application for application in applications if application.outcome is Outcome.OPEN]
    return Record(
        talks=tuple(talk for application in still_open for talk in _to_come(application, now)),
        thanks=tuple(owed for application in still_open for owed in _thanks(application, now)),
        silent=tuple(_owed(application) for application in still_open if _is_silent(application, now.date())),
        role=_usual_role(applications),
    )


def _to_come(application: Application, now: datetime) -> list[Talk]:
    employer = application.employer or UNNAMED
    return [
        Talk(talk.id, employer, held)
        for talk in rounds(application)
        if (held := held_at(talk)) is not None and held > now
    ]


def _thanks(application: Application, now: datetime) -> list[Owed]:
    """The interviewers of talks held in the last week who were not thanked."""
    held = [talk for talk in rounds(application) if (at := held_at(talk)) and now - THANKS_ARE_DUE <= at <= now]
    return [
        Owed(f"{talk.id}{place}", person.name)
        for talk in held
        for place, person in enumerate(talk.reading.people)
        if person.part in INTERVIEWERS and person.name and thanked(application, person) is None
    ]


def _is_silent(application: Application, today: date) -> bool:
    """Quiet, not yet probably closed, and not asked about since they last wrote."""
    quiet, closed = quiet_from(application), probably_closed_from(application)
    return quiet is not None and closed is not None and quiet <= today < closed and not _asked(application.events)


def _asked(events: Sequence[Event]) -> bool:
    return events[-1].kind is Kind.FOLLOW_UP


def _owed(application: Application) -> Owed:
    return Owed(application.id, application.employer or UNNAMED)


def _usual_role(applications: Iterable[Application]) -> str:
    roles = Counter(application.role for application in applications if application.role)
    return max(roles, key=roles.__getitem__, default="")
