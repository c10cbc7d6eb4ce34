"""Step six: one next thing, small enough for today, or nothing at all."""

from datetime import datetime, timedelta

from highroad.applications.course import rounds
from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection

STEP = "keep_going"
A_DAY = timedelta(days=1)


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:  # noqa: ARG001  every step is asked the same way
    """From the day after: practise what this one asked for where there were talks, else send one to a like role."""
    application = rejection.application
    rests_until = rejection.at + A_DAY if rejection.at else None
    about = (("role", application.role or "this kind of work"),)
    if rounds(application):
        return [Task(STEP, "practise", minutes=5, rests_until=rests_until, about=about)]
    return [Task(STEP, "apply", minutes=30, rests_until=rests_until, about=about)]
