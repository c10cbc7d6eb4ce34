"""Step two: ask once, about one thing, someone who met you."""

from datetime import date, datetime, timedelta

from highroad.applications.application import Application
from highroad.applications.talks import met_someone
from highroad.events.event import Kind
from highroad.recovery.since import since
from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection
from highroad.steps.ask_for_feedback.whom import whom

STEP = "ask_for_feedback"
NOT_BEFORE = timedelta(days=1)
CLOSES = timedelta(days=21)
NUDGE_FROM, NUDGE_TO = 7, 10  # days after asking, both included


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:
    """Asking is offered once somebody met the user, from a day after the no, for three weeks."""
    application = rejection.application
    if not met_someone(application):
        return [Task(STEP, "early", minutes=0)]
    if asked_since(rejection, application):
        return [Task(STEP, "asked", minutes=0)]
    if since(rejection, now) > CLOSES:
        return [Task(STEP, "late", minutes=0)]
    best = next(iter(whom(application)), None)
    rests_until = rejection.at + NOT_BEFORE if rejection.at else None
    if best is None:
        return [Task(STEP, "nobody", minutes=5, rests_until=rests_until)]
    about = (("name", best.person.name or best.person.email), ("why", best.why))
    return [Task(STEP, "ask", minutes=5, rests_until=rests_until, about=about)]


def asked_since(rejection: Rejection, application: Application) -> bool:
    """Whether the user has written to them after the no, other than to say thanks."""
    follow_ups = (event.at for event in application.events if event.kind is Kind.FOLLOW_UP)
    return any(at and rejection.at and at > rejection.at for at in follow_ups)


def closes_on(asked_at: datetime) -> date:
    """The day a question is closed quietly when nobody answered, where `asked_at` is local."""
    return (asked_at + CLOSES).date()


def is_closed(asked_at: datetime, *, now: datetime) -> bool:
    """Whether that day has passed."""
    return closes_on(asked_at) < now.date()


def nudge_is_due(asked_at: datetime, *, now: datetime) -> bool:
    """Whether the one nudge is offered: from the seventh to the tenth day after asking."""
    return NUDGE_FROM <= (now.date() - asked_at.date()).days <= NUDGE_TO
