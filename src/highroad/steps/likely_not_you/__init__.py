"""Step four: what this no can tell, and what it can't."""

from datetime import datetime

from highroad.applications.talks import stage_come_to
from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection
from highroad.steps.likely_not_you.reasons import reasons
from highroad.words.content import load_toml

STEP = "likely_not_you"


def suggest(rejection: Rejection, *, now: datetime) -> list[Task]:  # noqa: ARG001  every step is asked the same way
    """How far it went, and what they said of the reason, if anything."""
    words = load_toml("highroad.steps.likely_not_you", "content/words.toml")
    reached = Task(
        STEP, "reached", minutes=1, about=(("stage", words["stages"][stage_come_to(rejection.application)]),)
    )
    found = reasons(rejection)
    stated = [Task(STEP, "stated", minutes=1, about=(("reason", stated.words),)) for stated in found.stated]
    signs = [Task(STEP, "signs", minutes=1)] if found.signs else []
    return [reached, *(stated or [Task(STEP, "no_reason", minutes=1)]), *signs]
