"""One thing a step offers; never an order."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do in a step: which words show it, how long it takes, and from when it is offered.

    `words` is a key in the step's content; `about` fills its blanks (a person's name, a stage).
    """

    step: str
    words: str
    minutes: int
    rests_until: datetime | None = None
    about: tuple[tuple[str, str], ...] = ()
