"""Step three: leave the door open. One short reply, and thanks to those the user talked with."""

from datetime import datetime, timedelta

from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection
from highroad.steps.dont_burn_bridges.reply import answered, whom_to_answer
from highroad.steps.dont_burn_bridges.thanks import notes

STEP = "dont_burn_bridges"
NOT_BEFORE = timedelta(days=1)


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:  # noqa: ARG001  every step is asked the same way
    """A reply while none was sent, and one note for each interviewer not thanked yet."""
    application = rejection.application
    rests_until = rejection.at + NOT_BEFORE if rejection.at else None
    unthanked = [note.person for note in notes(application) if note.sent_on is None]
    thank = [
        Task(STEP, "thank", minutes=5, rests_until=rests_until, about=(("name", person.name or person.email),))
        for person in unthanked
    ]
    return _reply(rejection, rests_until) + thank


def _reply(rejection: Rejection, rests_until: datetime | None) -> list[Task]:
    if answered(rejection):
        return [Task(STEP, "replied", minutes=0)]
    person = whom_to_answer(rejection)
    if person is None:
        return [Task(STEP, "no_reply_needed", minutes=0)]
    about = (("name", person.name or person.email),)
    return [Task(STEP, "reply", minutes=5, rests_until=rests_until, about=about)]
