"""Step one: nothing is urgent. Feel it, breathe, write it down, and let the rest wait until tomorrow."""

from datetime import datetime, timedelta

from highroad.applications.talks import met_someone, stage_come_to
from highroad.recovery.since import since
from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection
from highroad.words.content import load_toml

STEP = "take_a_moment"
WORDS = load_toml("highroad.steps.take_a_moment", "content/words.toml")
A_DAY = timedelta(days=1)


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:
    """Calm first; writing only where a person was met, and about values from the next day on."""
    application = rejection.application
    breathe = Task(STEP, "breathe", minutes=3)
    if not met_someone(application):
        return [Task(STEP, "name_it", minutes=1), breathe]
    about = (("stage", WORDS["stages"][stage_come_to(application)]), ("employer", application.employer or "them"))
    writing = "values" if since(rejection, now) >= A_DAY else "write"
    return [
        Task(STEP, "name_it_far", minutes=1, about=about),
        breathe,
        Task(STEP, "comfort", minutes=60),
        Task(STEP, writing, minutes=15),
    ]
