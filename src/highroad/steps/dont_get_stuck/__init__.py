"""Step five: catch one thought and look at it by daylight; keep the words one believes."""

from datetime import datetime

from highroad.applications.talks import met_someone, stage_come_to
from highroad.events.event import Stage
from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection

STEP = "dont_get_stuck"
# The thought that often comes after a no at each stage, offered as a way to begin.
STARTERS = {
    Stage.APPLIED: "nobody_looks",
    Stage.ASSESSMENT: "failed_test",
    Stage.SCREEN: "talked_badly",
    Stage.INTERVIEW: "talked_badly",
    Stage.FINAL: "always_second",
    Stage.OFFER: "lost_it",
}


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:  # noqa: ARG001  every step is asked the same way
    """One thought to begin with, and the mantra that fits how far it went."""
    application = rejection.application
    mantra = "practice" if met_someone(application) else "skills"
    return [
        Task(STEP, f"thought_{STARTERS[stage_come_to(application)]}", minutes=10),
        Task(STEP, f"mantra_{mantra}", minutes=2),
    ]
