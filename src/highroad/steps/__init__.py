"""The six steps, in order. None is locked, each can be skipped; only what leaves the house waits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection
from highroad.steps.ask_for_feedback import suggest as ask_for_feedback
from highroad.steps.dont_burn_bridges import suggest as dont_burn_bridges
from highroad.steps.dont_get_stuck import suggest as dont_get_stuck
from highroad.steps.keep_going import suggest as keep_going
from highroad.steps.likely_not_you import suggest as likely_not_you
from highroad.steps.take_a_moment import suggest as take_a_moment
from highroad.words.content import load_toml


class Suggest(Protocol):
    """What every step can do: offer its part of the plan."""

    def __call__(self, rejection: Rejection, *, now: datetime) -> list[Task]:
        """The tasks the record gives reason for, possibly none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six: its name is that of its folder, its pages and its URL."""

    name: str
    suggest: Suggest


STEPS = (
    Step("take_a_moment", take_a_moment),
    Step("ask_for_feedback", ask_for_feedback),
    Step("dont_burn_bridges", dont_burn_bridges),
    Step("likely_not_you", likely_not_you),
    Step("dont_get_stuck", dont_get_stuck),
    Step("keep_going", keep_going),
)


def words_of(step: str) -> dict[str, Any]:
    """Everything a step has to say, as its content has it; not to be changed."""
    return load_toml(f"highroad.steps.{step}", "content/words.toml")


def wording(task: Task) -> str:
    """A task as a sentence, its blanks filled."""
    sentence: str = words_of(task.step)["tasks"][task.words]
    return sentence.format_map(dict(task.about))
