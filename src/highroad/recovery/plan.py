"""The six steps laid out for one rejection."""

from dataclasses import dataclass

from highroad.recovery.task import Task
from highroad.rejections.rejection import Rejection


@dataclass(frozen=True, slots=True)
class Plan:
    """What each step offers for one rejection, in the order of the steps."""

    rejection: Rejection
    tasks: tuple[Task, ...]

    def of(self, step: str) -> tuple[Task, ...]:
        """What one step offers, possibly nothing."""
        return tuple(task for task in self.tasks if task.step == step)
